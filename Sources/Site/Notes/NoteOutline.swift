import Markdown
import Source

/// A note's title and headings, known for every note before the first page is written, so that links into other notes
/// find their anchors.
struct NoteOutline {
    struct Heading {
        var node: NoteTree.ID
        /// 2 for a section of the page, 3 below it … at most 6: levels never skip one.
        var level: Int
        var anchor: String
        var text: String
    }

    var title: String
    /// The heading that stands as the page's title, not repeated in the body.
    var titleHeading: NoteTree.ID?
    var headings: [Heading]
    /// Of the front matter, then those in the text, each once.
    var tags: [String]

    /// `name` is the note's path below the notes folder.
    init(_ note: Note, name: String) {
        let tree = note.tree
        var found: [(node: NoteTree.ID, level: Int)] = []
        var written: [String] = []
        for id in tree.documentOrder() {
            switch tree[id].kind {
            case .heading(let level): found.append((id, level))
            case .tag(let name): written.append(name)
            default: break
            }
        }
        let stem = SitePath.withoutExtension(SitePath.lastComponent(of: name))
        let first = found.first
        let firstText = first.map { tree.plainText(of: $0.node, formulas: note.formulas) } ?? ""
        let isTitle = first?.level == 1 && found.dropFirst().allSatisfy { $0.level > 1 } && !firstText.isEmpty
        titleHeading = isTitle ? first?.node : nil
        title = isTitle ? firstText : stem
        tags = []
        if let settings = note.frontMatter?.value {
            if let words = settings["title"]?.text, !words.isEmpty {
                title = words
                if !isTitle || firstText != words { titleHeading = nil }
            }
            tags = settings["tags"]?.texts ?? []
            for index in tags.indices where tags[index].hasPrefix("#") { tags[index].removeFirst() }
        }
        var seen: Set<String> = []
        tags = (tags + written).filter { !TagIndex.key($0).isEmpty && seen.insert(TagIndex.key($0)).inserted }

        // The depth of a heading is the number of headings it stands below.
        var anchors = AnchorSet()
        var open: [Int] = []
        headings = []
        for (node, level) in found where node != titleHeading {
            while let last = open.last, last >= level { open.removeLast() }
            open.append(level)
            let text = tree.plainText(of: node, formulas: note.formulas)
            headings.append(
                Heading(node: node, level: min(6, open.count + 1), anchor: anchors.unique(text), text: text))
        }
    }

    /// The anchor of the heading that `fragment` names, by its anchor or by its words.
    func anchor(for fragment: String) -> String? {
        let wanted = AnchorSet.slug(fragment)
        return headings.first { $0.anchor == fragment || $0.anchor == wanted }?.anchor
    }
}

/// Anchors of one page: words in lower case joined by hyphens, CJK kept, each once.
struct AnchorSet {
    private var used: Set<String> = []

    mutating func unique(_ text: String) -> String {
        var base = Self.slug(text)
        // Ids that the page gives to formulas, blocks and footnotes.
        if base.isEmpty || Self.ownPrefixes.contains(where: base.hasPrefix) || base == "main" || base == "findings"
            || base == "contents"
        {
            base = "section" + (base.isEmpty ? "" : "-" + base)
        }
        var anchor = base
        var count = 2
        while !used.insert(anchor).inserted {
            anchor = "\(base)-\(count)"
            count += 1
        }
        return anchor
    }

    private static let ownPrefixes = ["formula-", "code-", "footnote-", "finding-", "tip-"]

    static func slug(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var pendingHyphen = false
        for scalar in TextFolding.folded(text).unicodeScalars {
            let properties = scalar.properties
            let isWord = properties.isAlphabetic || properties.numericType != nil || scalar == "_"
                || properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
            if isWord {
                if pendingHyphen, !result.isEmpty { result.append("-") }
                pendingHyphen = false
                result.append(scalar)
            } else {
                pendingHyphen = true
            }
        }
        return String(result)
    }
}

extension ConfigValue {
    var text: String? {
        switch kind {
        case .string(let text): text
        case .integer(let value): String(value)
        case .number(let value): NumberFormat.significant(value)
        default: nil
        }
    }

    /// A list of texts, also where it was written as one text.
    var texts: [String] {
        switch kind {
        case .array(let values): values.compactMap(\.text)
        case .string(let text): text.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
        default: []
        }
    }
}
