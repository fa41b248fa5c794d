import Markdown
import Source

/// Words near a formula or code block that may say what it is.
struct Cue: Sendable, Equatable {
    enum Kind: Sendable { case tableCell, item, leadIn, heading }

    var kind: Kind
    var text: String
}

/// Finds the cues of a place, nearest first: the first cell of its table row, its list item, the lead-in before it,
/// then the heading.
struct CueFinder {
    let outline: NoteOutline

    private var tree: NoteTree { outline.tree }

    func cues(for node: NoteTree.ID?, at offset: Int) -> [Cue] {
        var cues: [Cue] = []
        if let node { collect(&cues, node) }
        if let heading = outline.headings(around: offset).first, tree[heading.node].range.upper <= offset {
            append(.heading, outline.text(of: heading.node), to: &cues)
        }
        return cues
    }

    /// The words around a formula: before it in its paragraph (for one that starts its paragraph, the end of the block before),
    /// and right after it.
    struct Passage {
        /// The sentence that leads to the formula, then the one before it; formulas in them are marked.
        var sentence = ""
        var previous = ""
        var after = ""
    }

    /// - Parameter mark: stands for a formula in the words.
    func passage(around node: NoteTree.ID?, mark: @escaping (Int) -> String) -> Passage {
        guard let node else { return Passage() }
        let offset = tree[node].range.lower
        for ancestor in outline.ancestors(of: node) {
            switch tree[ancestor].kind {
            case .paragraph, .tableCell, .heading:
                var text = ""
                for child in children(of: ancestor, before: offset) {
                    if case .softBreak = tree[child].kind { text += "\n" } else { text += outline.text(of: child, mark: mark) }
                }
                var passage = Passage()
                (passage.previous, passage.sentence) = Self.lastSentences(of: text)
                if passage.sentence.isEmpty {
                    if let parent = outline.ancestors(of: ancestor).first, let before = blockBefore(ancestor, in: parent) {
                        (passage.previous, passage.sentence) = Self.lastSentences(of: outline.text(of: before, mark: mark))
                    }
                    // Marks without words count too: `❌`.
                    passage.sentence = text + passage.sentence
                }
                let siblings = tree.children(of: ancestor)
                var next = firstIndex(in: siblings) { $0.range.lower > offset }
                while next < siblings.endIndex, passage.after.utf8.count < 24 {
                    passage.after += outline.text(of: siblings[next])
                    next += 1
                }
                passage.after = String(passage.after.prefix(12))
                if case .tableCell = tree[ancestor].kind { passage.sentence = columnHead(of: ancestor) + " " + passage.sentence }
                return passage
            default: continue
            }
        }
        return Passage()
    }

    private static func hasLetters(_ text: String) -> Bool { text.unicodeScalars.contains { $0.properties.isAlphabetic } }

    /// The last sentence with words, and the one before it: sentences end at ideographic stops, at line ends, and at a period behind a
    /// word of two letters or a formula.
    private static func lastSentences(of text: String) -> (previous: String, last: String) {
        var sentences: [String] = []
        var current = ""
        func end() {
            if hasLetters(current) { sentences.append(current) }
            current = ""
        }
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "。", "！", "？", "!", "?", "；", ";", "\n": end()
            case "." where index + 1 < scalars.count && scalars[index + 1].properties.isWhitespace && endsSentence(current): end()
            default: current.unicodeScalars.append(scalar)
            }
        }
        end()
        return (sentences.dropLast().last ?? "", sentences.last ?? "")
    }

    private static let abbreviations: Set<String> = ["eq", "eqs", "fig", "cf", "vs", "sec", "resp", "no", "al", "etc", "dr", "prof", "st", "approx", "def", "thm", "ch"]

    private static func endsSentence(_ text: String) -> Bool {
        let word = String(text.reversed().prefix { $0.isLetter }.reversed()).lowercased()
        guard word.count < 2 else { return !abbreviations.contains(word) }
        return text.unicodeScalars.last { !$0.properties.isWhitespace }.map { !$0.properties.isAlphabetic && $0 != "." } ?? false
    }

    /// The words at the head of a cell's column.
    private func columnHead(of cell: NoteTree.ID) -> String {
        let above = outline.ancestors(of: cell)
        guard above.count > 1, let row = above.first, let column = tree.children(of: row).firstIndex(of: cell) else { return "" }
        let number = column - tree.children(of: row).startIndex
        for table in above.dropFirst().prefix(2) {
            for head in tree.children(of: table) {
                guard case .tableRow(isHeader: true) = tree[head].kind else { continue }
                let cells = tree.children(of: head)
                return number < cells.count ? outline.text(of: cells[cells.startIndex + number]) : ""
            }
        }
        return ""
    }

    private func append(_ kind: Cue.Kind, _ text: String, to cues: inout [Cue]) {
        if text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) { cues.append(Cue(kind: kind, text: text)) }
    }

    private func collect(_ cues: inout [Cue], _ node: NoteTree.ID) {
        let offset = tree[node].range.lower
        let ancestors = outline.ancestors(of: node)
        // The block that holds the place, for the lead-in before it.
        var block = node
        for ancestor in ancestors {
            switch tree[ancestor].kind {
            case .tableRow(let isHeader):
                if !isHeader, let first = tree.children(of: ancestor).first {
                    append(.tableCell, outline.text(of: first, before: offset), to: &cues)
                }
                return
            case .item:
                append(.item, leadText(of: ancestor, before: offset), to: &cues)
                if !cues.isEmpty { return }
                block = ancestor
            case .list, .blockQuote, .callout: block = ancestor
            case .paragraph, .heading:
                append(.leadIn, lastSegment(of: ancestor, before: offset), to: &cues)
                if !cues.isEmpty { return }
                block = ancestor
            case .document:
                append(.leadIn, textBefore(block, in: ancestor), to: &cues)
                return
            default: break
            }
            if cues.isEmpty, ancestor == block, let parent = ancestors.first(where: { $0 == outline.parents[Int(block)] }) {
                switch tree[ancestor].kind {
                case .paragraph, .list, .blockQuote:
                    append(.leadIn, textBefore(block, in: parent), to: &cues)
                    if !cues.isEmpty { return }
                default: break
                }
            }
        }
    }

    /// The words of an item before `offset`: of its own paragraphs, not of lists inside it.
    private func leadText(of item: NoteTree.ID, before offset: Int) -> String {
        var text = ""
        for child in tree.children(of: item) where tree[child].range.lower < offset {
            if case .paragraph = tree[child].kind { text += lastSegment(of: child, before: offset) + "\n" }
        }
        return text
    }

    /// The words of a paragraph between the formula before (the paragraph's start where there is none) and `offset`.
    private func lastSegment(of paragraph: NoteTree.ID, before offset: Int) -> String {
        var segment = ""
        for child in children(of: paragraph, before: offset) {
            if case .formula = tree[child].kind {
                // A short formula in the middle of words (`$n$`) does not end what the words say.
                if tree[child].range.count > 8 { segment = "" } else { segment += " " }
            } else {
                segment += outline.text(of: child)
                if case .softBreak = tree[child].kind { segment += "\n" }
            }
            if case .lineBreak = tree[child].kind { segment += "\n" }
        }
        return lastSentence(of: segment)
    }

    /// The last sentence of the block before, where no formula of its own has used it.
    private func textBefore(_ block: NoteTree.ID, in parent: NoteTree.ID) -> String {
        guard let sibling = blockBefore(block, in: parent) else { return "" }
        // Words that a formula of their own followed have been used.
        if let last = tree.children(of: sibling).last, case .formula = tree[last].kind, tree[last].range.count > 8 { return "" }
        return lastSentence(of: outline.text(of: sibling))
    }

    /// Of a list of one item: what is meant to go on in it may be indented too little.
    private func onlyParagraph(ofItemIn list: NoteTree.ID) -> NoteTree.ID? {
        let items = tree.children(of: list)
        guard items.count == 1, let item = items.first, tree.children(of: item).count == 1, let block = tree.children(of: item).first,
            case .paragraph = tree[block].kind, Self.hasLetters(outline.text(of: block))
        else { return nil }
        return block
    }

    /// The paragraph with words before `block` among its siblings, pictures left out.
    private func blockBefore(_ block: NoteTree.ID, in parent: NoteTree.ID) -> NoteTree.ID? {
        let siblings = tree.children(of: parent)
        let lower = tree[block].range.lower
        var index = firstIndex(in: siblings) { $0.range.lower >= lower }
        while index > siblings.startIndex {
            index -= 1
            let sibling = siblings[index]
            if case .list = tree[sibling].kind { return onlyParagraph(ofItemIn: sibling) }
            // A comment is no part of the text.
            if case .htmlBlock(let html) = tree[sibling].kind, html.hasPrefix("<!--") { continue }
            guard case .paragraph = tree[sibling].kind else { return nil }
            if Self.hasLetters(outline.text(of: sibling)) { return sibling }
            let isPicture = tree.children(of: sibling).allSatisfy { child in
                switch tree[child].kind {
                case .image, .softBreak, .htmlInline: true
                case .text(let text): text.utf8.allSatisfy { $0 <= 0x20 }
                default: false
                }
            }
            guard isPicture else { return nil }
        }
        return nil
    }

    /// The children that end at `offset` or before and are near enough for words in them to speak of what stands there:
    /// a paragraph of a megabyte is not read again for each of its formulas.
    private func children(of parent: NoteTree.ID, before offset: Int) -> ArraySlice<NoteTree.ID> {
        let all = tree.children(of: parent)
        let end = firstIndex(in: all) { $0.range.upper > offset }
        var start = end
        while start > all.startIndex, offset - tree[all[start - 1]].range.lower <= Self.reach { start -= 1 }
        if start == end, start > all.startIndex { start -= 1 }
        return all[start..<end]
    }

    private static let reach = 1_500

    /// Siblings stand in the order of their places.
    func firstIndex(in siblings: ArraySlice<NoteTree.ID>, where isAfter: (NoteTree.Node) -> Bool) -> Int {
        var low = siblings.startIndex
        var high = siblings.endIndex
        while low < high {
            let middle = (low + high) / 2
            if isAfter(tree[siblings[middle]]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The last sentence, or line, that has words.
    private func lastSentence(of text: String) -> String {
        var best = ""
        var current = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "。", "！", "？", "!", "?", "；", ";", "\n":
                if current.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) { best = current }
                current = ""
            default: current.unicodeScalars.append(scalar)
            }
        }
        return current.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) ? current : best
    }
}
