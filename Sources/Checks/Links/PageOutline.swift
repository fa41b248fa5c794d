import Markdown
import Source

/// A note's title and headings, known for every note before the first page is written, so that links into other notes
/// find their anchors.
package struct PageOutline: Sendable {
    package struct Heading: Sendable {
        package var node: NoteTree.ID
        /// 2 for a section of the page, 3 below it … at most 6: levels never skip one.
        package var level: Int
        package var anchor: String
        package var text: String
        /// What `{#id}` behind the heading names it.
        package var name: String?
    }

    package var title: String
    /// The heading that stands as the page's title, not repeated in the body.
    package var titleHeading: NoteTree.ID?
    package var headings: [Heading]
    /// `id` and `name` of elements in the note's raw HTML, those that clash with the page's own left out.
    package var rawAnchors: Set<String>
    /// Of the front matter, then those in the text, each once.
    package var tags: [String]

    /// `name` is the note's path below the notes folder.
    package init(_ note: Note, name: String) {
        let tree = note.tree
        var found: [(node: NoteTree.ID, level: Int)] = []
        var written: [String] = []
        var raws: [String] = []
        for id in tree.documentOrder() {
            switch tree[id].kind {
            case .heading(let level): found.append((id, level))
            case .tag(let name): written.append(name)
            case .htmlBlock(let raw), .htmlInline(let raw): raws += Self.anchors(inHTML: raw)
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
        tags = (tags + written).filter { !Self.tagKey($0).isEmpty && seen.insert(Self.tagKey($0)).inserted }

        // The depth of a heading is the number of headings it stands below.
        var anchors = AnchorSet()
        var open: [Int] = []
        headings = []
        for (node, level) in found where node != titleHeading {
            while let last = open.last, last >= level { open.removeLast() }
            open.append(level)
            let text = tree.plainText(of: node, formulas: note.formulas)
            headings.append(
                Heading(
                    node: node, level: min(6, open.count + 1), anchor: anchors.unique(text), text: text,
                    name: Self.attributeID(of: node, in: note)))
        }
        rawAnchors = Set(raws.filter { anchors.isFree($0) })
    }

    /// What tags are compared by.
    package static func tagKey(_ name: String) -> String {
        TextFolding.folded(name).split(separator: "/").map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
            .joined(separator: "/")
    }

    // MARK: Fragments

    /// The anchor on the note's page that `fragment` names: a heading by its anchor or by its words, whatever program
    /// made an anchor of them, or an anchor of raw HTML.
    package func anchor(for fragment: String) -> String? {
        if fragment.isEmpty { return nil }
        if let heading = headings.first(where: { $0.anchor == fragment }) { return heading.anchor }
        if rawAnchors.contains(fragment) { return fragment }
        let slug = AnchorSet.slug(fragment)
        if let heading = headings.first(where: { $0.anchor == slug }) { return heading.anchor }
        let key = Self.fragmentKey(fragment)
        guard !key.isEmpty else { return nil }
        if let heading = headings.first(where: { Self.fragmentKey($0.text) == key || $0.name == fragment }) {
            return heading.anchor
        }
        // `words-1` is the second heading of these words on many sites.
        guard let hyphen = fragment.lastIndex(of: "-"), let number = Int(fragment[fragment.index(after: hyphen)...]), number > 0
        else { return nil }
        let words = Self.fragmentKey(String(fragment[..<hyphen]))
        let same = headings.filter { Self.fragmentKey($0.text) == words }
        return same.indices.contains(number) ? same[number].anchor : nil
    }

    /// Letters and digits only: programs differ in what becomes of all else.
    static func fragmentKey(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in TextFolding.folded(text).unicodeScalars where AnchorSet.isWord(scalar) && scalar != "_" {
            result.append(scalar)
        }
        return String(result)
    }

    /// `id` of a heading that ends with `{#id}`.
    private static func attributeID(of heading: NoteTree.ID, in note: Note) -> String? {
        guard let last = note.tree.children(of: heading).last, case .comment = note.tree[last].kind else { return nil }
        let text = note.source.string(note.tree[last].range)
        guard text.hasPrefix("{#"), text.hasSuffix("}") else { return nil }
        return text.dropFirst(2).dropLast().split(separator: " ").first.map(String.init)
    }

    /// `id` and `name` of elements in raw HTML.
    private static func anchors(inHTML raw: String) -> [String] {
        guard raw.utf8.contains(UInt8(ascii: "=")) else { return [] }
        var sanitizer = HTMLSanitizer()
        var found: [String] = []
        for case .open(_, let attributes, _) in sanitizer.push(raw) {
            for attribute in attributes where attribute.name == "id" || attribute.name == "name" {
                let isPlain = !attribute.value.isEmpty && attribute.value.unicodeScalars.allSatisfy { $0.value > 0x20 }
                if isPlain { found.append(attribute.value) }
            }
        }
        return found
    }
}

extension String {
    /// Where `part` begins.
    fileprivate func range(of part: String) -> String.Index? {
        indices.first { self[$0...].hasPrefix(part) }
    }
}

extension ConfigValue {
    package var text: String? {
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
