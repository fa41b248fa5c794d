import Source

/// Anchors of one page: words in lower case joined by hyphens, CJK kept, each once.
package struct AnchorSet: Sendable {
    package init() {}

    private var used: Set<String> = []
    /// The next number to try behind a name: thousands of headings may have the same words.
    private var next: [String: Int] = [:]

    package mutating func unique(_ text: String) -> String {
        var base = Self.slug(text)
        // Ids that the page gives to formulas, blocks and footnotes.
        if base.isEmpty || Self.isOwn(base) {
            base = "section" + (base.isEmpty ? "" : "-" + base)
        }
        if used.insert(base).inserted { return base }
        var count = next[base] ?? 2
        var anchor = "\(base)-\(count)"
        while !used.insert(anchor).inserted {
            count += 1
            anchor = "\(base)-\(count)"
        }
        next[base] = count + 1
        return anchor
    }

    /// Whether nothing on the page has the name.
    func isFree(_ anchor: String) -> Bool { !used.contains(anchor) && !Self.isOwn(anchor) }

    private static func isOwn(_ anchor: String) -> Bool {
        ownPrefixes.contains(where: anchor.hasPrefix) || ["main", "findings", "contents", "search-here"].contains(anchor)
    }

    private static let ownPrefixes = ["formula-", "code-", "footnote-", "finding-", "tip-"]

    package static func slug(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var pendingHyphen = false
        for scalar in TextFolding.folded(text).unicodeScalars {
            if isWord(scalar) {
                if pendingHyphen, !result.isEmpty { result.append("-") }
                pendingHyphen = false
                result.append(scalar)
            } else {
                pendingHyphen = true
            }
        }
        return String(result)
    }

    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil || scalar == "_"
            || properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
    }
}
