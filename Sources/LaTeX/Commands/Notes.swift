import Source

/// What is said about a formula rather than in it.
enum NoteCommand: Sendable, Equatable {
    case tag, label, noNumber
    /// `\ref{eq:1}`, `\eqref{eq:1}`: shown as text for now.
    case reference
}

extension CommandTable {
    static let notes: [(String, Command)] = [
        ("tag", .note(.tag)), ("label", .note(.label)), ("nonumber", .note(.noNumber)), ("notag", .note(.noNumber)),
    ]
}

extension Parser {
    mutating func parseNote(_ form: NoteCommand, from start: Int) -> ID? {
        switch form {
        case .noNumber, .reference:
            return nil
        case .tag:
            var isStarred = false
            if peek() == UInt8(ascii: "*") {
                position += 1
                isStarred = true
            }
            guard let raw = rawArgument("the tag", from: start) else { return nil }
            let words = String(decoding: raw.bytes, as: UTF8.self)
            let node = add(.tag(text: add(text: words), isStarred: isStarred), range(from: start))
            if let earlier = tagBefore() {
                return report(
                    .badArgument, at: range(from: start), "a second \\tag on one line",
                    related: [Related(at: earlier, "the first")])
            }
            return place(node)
        case .label:
            guard let raw = rawArgument("the label", from: start) else { return nil }
            let words = String(decoding: raw.bytes, as: UTF8.self)
            return place(add(.label(text: add(text: words)), range(from: start)))
        }
    }

    /// Hands the note to the row of cells around it, if there is one.
    private mutating func place(_ node: ID) -> ID? {
        if contexts.last?.kind == .cell {
            rowNotes.append(node)
            return nil
        }
        if case .tag = tree[node].kind { formulaTag = tree[node].range }
        return node
    }

    private func tagBefore() -> ByteRange? {
        if contexts.last?.kind == .cell {
            for note in rowNotes {
                if case .tag = tree[note].kind { return tree[note].range }
            }
            return nil
        }
        return formulaTag
    }
}
