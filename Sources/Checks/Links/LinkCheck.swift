import Markdown
import Source

/// Links, pictures and wikilinks of a note that lead nowhere.
///
/// Silent wherever another program may know better: external addresses, paths from the top of a site, templates,
/// addresses without a known ending, folders, and everything outside the notes folder.
struct LinkCheck {
    let note: Note
    /// Of the note in the folder.
    let index: Int
    let folder: NoteFolder

    private struct Broken {
        var code: FindingCode
        var range: ByteRange
        var destination: String
        var help: String?
    }

    func diagnostics() -> [Diagnostic] {
        var found: [Diagnostic] = []
        var broken: [Broken] = []
        /// References to files that were found: where none was, the note lies without its folder.
        var resolved = 0
        let tree = note.tree
        for id in tree.documentOrder() {
            let range = tree[id].range
            switch tree[id].kind {
            case .link(let destination, _):
                check(link: destination, range, &found, &broken, &resolved)
            case .image(let destination, _, _, _):
                check(image: destination, range, &broken, &resolved)
            case .wikilink(let target):
                check(wikilink: target, range, &found)
            default: break
            }
        }
        return found + report(broken, resolved)
    }

    /// A note that finds none of the files it refers to was taken from where they are: that is one finding, not many.
    private func report(_ broken: [Broken], _ resolved: Int) -> [Diagnostic] {
        let names = Set(broken.map(\.destination))
        if resolved == 0, names.count > 1, let first = broken.first {
            return [
                Diagnostic(
                    first.code, at: first.range,
                    "none of the \(names.count) local files that this note refers to is here, the first is `\(first.destination)`",
                    help: "put the files beside the note as its links say, or mend the links")
            ]
        }
        var seen: Set<String> = []
        return broken.filter { seen.insert($0.destination).inserted }.map { one in
            let what = one.code == .missingImage ? "the picture" : "the file"
            return Diagnostic(one.code, at: one.range, "\(what) `\(one.destination)` is not there", help: one.help)
        }
    }

    // MARK: Links

    private func check(
        link text: String, _ range: ByteRange, _ found: inout [Diagnostic], _ broken: inout [Broken], _ resolved: inout Int
    ) {
        let text = text.trimmingBlanks
        guard Destination.scheme(of: text) == nil, !text.hasPrefix("//") else { return }
        let destination = Destination(text)
        if destination.path.isEmpty {
            checkFragment(destination.fragment, in: index, range, &found)
            return
        }
        guard !Self.isTemplate(text), let local = folder.localPath(destination.path, from: index) else { return }
        if let target = folder.note(at: local) {
            resolved += 1
            checkFragment(destination.fragment, in: target, range, &found)
            return
        }
        guard folder.knowsFiles else { return }
        if folder.file(at: local, from: index) != nil || folder.isFolder(local) || folder.hasFile(namedAs: local) {
            resolved += 1
            return
        }
        // A path from the top is one of the site's, which may hold more than the notes.
        guard !destination.path.hasPrefix("/"), Self.fileEndings.contains(SitePath.fileExtension(of: local)) else { return }
        broken.append(Broken(code: .brokenLink, range: range, destination: destination.path, help: help(for: local)))
    }

    private func check(image text: String, _ range: ByteRange, _ broken: inout [Broken], _ resolved: inout Int) {
        let text = text.trimmingBlanks
        guard folder.knowsFiles, Destination.scheme(of: text) == nil, !text.hasPrefix("/"), !Self.isTemplate(text) else { return }
        let destination = Destination(text)
        guard let local = folder.localPath(destination.path, from: index) else { return }
        if folder.file(at: local, from: index) != nil || folder.hasFile(namedAs: local) {
            resolved += 1
            return
        }
        guard Self.pictureEndings.contains(SitePath.fileExtension(of: local)) else { return }
        broken.append(Broken(code: .missingImage, range: range, destination: destination.path, help: help(for: local)))
    }

    private func help(for path: String) -> String? { folder.nearest(to: path).map { "did you mean `\($0)`?" } }

    private func check(wikilink text: String, _ range: ByteRange, _ found: inout [Diagnostic]) {
        let destination = Destination(text)
        let name = destination.path.trimmingBlanks
        if name.isEmpty { return checkFragment(destination.fragment, in: index, range, &found) }
        if let target = folder.note(named: name, from: index) {
            return checkFragment(destination.fragment, in: target, range, &found)
        }
        // `[[x.png]]` and `[[x.pdf]]` are files; without a folder nobody knows what other notes there are.
        guard folder.knowsFiles, folder.names.count > 1, !folder.hasFile(namedAs: name), !Self.isTemplate(name),
            Self.isName(name)
        else { return }
        let ending = SitePath.fileExtension(of: name)
        guard ending.isEmpty || ["md", "markdown"].contains(ending) || !Self.fileEndings.contains(ending) else { return }
        found.append(
            Diagnostic(.unresolvedWikilink, at: range, "no note is named `\(name)`", help: help(for: name)))
    }

    // MARK: Anchors

    private func checkFragment(_ fragment: String?, in target: Int, _ range: ByteRange, _ found: inout [Diagnostic]) {
        guard let fragment, folder.outlines.indices.contains(target) else { return }
        let words = SitePath.decoded(fragment)
        // Obsidian names a heading below another one by both.
        let last = words.split(separator: "#").last.map(String.init) ?? words
        let outline = folder.outlines[target]
        guard !Self.isMadeElsewhere(last), outline.anchor(for: last) == nil, outline.anchor(for: words) == nil else { return }
        // The title is the page's own heading.
        if PageOutline.fragmentKey(outline.title) == PageOutline.fragmentKey(last) { return }
        let near = Spelling.nearest(to: last, among: outline.headings.map(\.text))
        let place = target == index ? "this note" : "`\(folder.names[target])`"
        found.append(
            Diagnostic(
                .missingAnchor, at: range, "\(place) has no heading or anchor `\(last)`",
                help: near.map { "did you mean `\($0)`?" }))
    }

    /// Anchors that a site's program makes by itself, and those of other kinds of pages.
    private static func isMadeElsewhere(_ fragment: String) -> Bool {
        guard let first = fragment.unicodeScalars.first else { return true }
        if "^:/!.=&%{<".unicodeScalars.contains(first) || isTemplate(fragment) { return true }
        let lowered = fragment.lowercased()
        if ["top", "toc", "more", "comments", "contents", "main", "content"].contains(lowered) { return true }
        let made = ["fn", "fnref", "footnote", "cite", "ref", "eq", "fig", "tab", "l", "user-content-", "heading-", "section-", "toc_", "_toc"]
        return made.contains { lowered.hasPrefix($0) && lowered.utf8.dropFirst($0.utf8.count).allSatisfy(isCounting) }
            || lowered.hasPrefix("user-content-") || lowered.hasPrefix("_toc") || lowered.hasPrefix("eq:")
            || lowered.hasPrefix("fig:") || lowered.hasPrefix("tab:") || lowered.hasPrefix("sec:")
    }

    private static func isCounting(_ c: UInt8) -> Bool {
        c >= 0x30 && c <= 0x39 || c == UInt8(ascii: "-") || c == UInt8(ascii: "_") || c == UInt8(ascii: ":") || c == UInt8(ascii: ".")
    }

    /// `[[1, 2]]` and `[[x]]` are arrays.
    private static func isName(_ text: String) -> Bool {
        guard !text.utf8.contains(UInt8(ascii: ",")), text.utf8.count > 1, let first = text.unicodeScalars.first else { return false }
        return first.properties.isAlphabetic
    }

    private static func isTemplate(_ text: String) -> Bool {
        text.utf8.contains { [UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: "|")].contains($0) }
            || text.hasSuffix("...") || text.hasSuffix("…")
    }

    /// What links that name a file of the folder end with; pages of a site (`.html`) may be made by others.
    private static let fileEndings = pictureEndings.union([
        "md", "markdown", "pdf", "py", "ipynb", "txt", "csv", "tsv", "json", "yaml", "yml", "zip", "docx", "pptx", "xlsx",
        "mp4", "mp3",
    ])

    private static let pictureEndings: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp"]
}
