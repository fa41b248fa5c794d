import Checks
import Source
import Testing

@testable import Site

@Suite struct SiteStructureTests {
    static let sample = SampleLedger.build()

    @Test func everyPageIsWellFormed() {
        for file in Self.sample.files where file.path.hasSuffix(".html") {
            #expect(HTMLInspector(file.bytes).problems == [], "\(file.path)")
        }
    }

    @Test func everyLinkLeadsSomewhere() {
        expectLinksResolve(Self.sample)
    }

    @Test func pagesOfAllKindsAreThere() {
        let paths = Set(Self.sample.files.map(\.path))
        for path in [
            "index.html", "ledger.html", "catalogue/index.html", "catalogue/softmax.html", "findings/index.html",
            "findings/V001.html", "assets/gloss.css", "assets/gloss.js", "激活函数.html", "more/notes.html",
        ] {
            #expect(paths.contains(path), "\(path)")
        }
    }

    @Test func equalInputGivesEqualBytes() {
        let again = SampleLedger.build()
        #expect(again.files.map(\.path) == Self.sample.files.map(\.path))
        for (a, b) in zip(again.files, Self.sample.files) { #expect(a.bytes == b.bytes, "\(a.path)") }
    }

    /// The kinds of callouts are classes beside others; none may be hidden by a rule that was meant for another thing.
    @Test(arguments: ["tip", "warning", "danger", "quote", "note"])
    func noRuleHidesACallout(kind: String) throws {
        let style = try #require(Self.sample.files.first { $0.path == "assets/gloss.css" })
        for rule in String(decoding: style.bytes, as: UTF8.self).split(separator: "}") {
            let parts = rule.split(separator: "{")
            guard parts.count >= 2, let body = parts.last, body.contains("display: none") else { continue }
            let selectors = parts[parts.count - 2].split(separator: ",").map { String($0).trimmingBlanks }
            #expect(!selectors.contains("." + kind), "\(rule)")
        }
    }

    @Test func localPicturesAreListed() {
        #expect(Self.sample.assets == [SiteAsset(source: "img/图 1.png", target: "img/图 1.png")])
    }

    /// Every class that a page uses has a rule in the theme or is there for one to come; none is misspelt.
    @Test func outcomesHaveRules() throws {
        let style = try #require(Self.sample.files.first { $0.path == "assets/gloss.css" })
        let text = String(decoding: style.bytes, as: UTF8.self)
        for name in ["verified", "evaluated", "notation", "unsupported", "refuted", "malformed", "ran", "skipped"] {
            #expect(text.contains(".outcome.\(name) {"))
            #expect(text.contains("#show-\(name):not(:checked)"))
        }
    }
}

/// Each relative link and picture of `output` is a file of the site, a file to be copied, or an anchor of a page.
func expectLinksResolve(_ output: SiteOutput, sourceLocation: SourceLocation = #_sourceLocation) {
    let paths = Set(output.files.map(\.path)).union(output.assets.map(\.target))
    var anchors: [String: Set<String>] = [:]
    var pages: [(String, HTMLInspector)] = []
    for file in output.files where file.path.hasSuffix(".html") {
        let page = HTMLInspector(file.bytes)
        anchors[file.path] = Set(page.ids)
        pages.append((file.path, page))
    }
    for (path, page) in pages {
        for element in page.elements {
            guard let url = element.attributes["href"] ?? element.attributes["src"] else { continue }
            if ["http:", "https:", "mailto:", "data:"].contains(where: url.hasPrefix) { continue }
            let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let target = parts[0].isEmpty
                ? path : SitePath.normalized(SitePath.folder(of: path) + SitePath.decoded(parts[0])) ?? "outside"
            #expect(paths.contains(target), "\(path): \(url)", sourceLocation: sourceLocation)
            if parts.count == 2 {
                let anchor = SitePath.decoded(parts[1])
                #expect(anchors[target]?.contains(anchor) == true, "\(path): \(url)", sourceLocation: sourceLocation)
            }
        }
    }
}
