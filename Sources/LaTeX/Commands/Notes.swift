import Source

/// What is said about a formula rather than in it.
enum NoteCommand: Sendable, Equatable {
    case tag, label, noNumber
    /// `\ref{eq:1}` and `\eqref{eq:1}`, which has brackets.
    case reference(hasBrackets: Bool)
    /// `\require{ams}`: whatever it asks for is here.
    case require
}

extension CommandTable {
    static let notes: [(String, Command)] = [
        ("tag", .note(.tag)), ("label", .note(.label)), ("nonumber", .note(.noNumber)), ("notag", .note(.noNumber)),
        ("ref", .note(.reference(hasBrackets: false))), ("eqref", .note(.reference(hasBrackets: true))),
        ("require", .note(.require)), ("hfill", .note(.noNumber)), ("hfil", .note(.noNumber)),
    ]
}

extension Parser {
    mutating func parseNote(_ form: NoteCommand, from start: Int) -> ID? {
        switch form {
        case .noNumber:
            return nil
        case .require:
            _ = rawArgument("the package", from: start)
            return nil
        case .reference(let hasBrackets):
            guard let raw = rawArgument("the label", from: start) else { return nil }
            let name = reference(String(decoding: raw.bytes, as: UTF8.self))
            return add(
                .text(text: add(text: hasBrackets ? "(\(name))" : name), font: .normal), range(from: start))
        case .tag:
            var isStarred = false
            if peek() == UInt8(ascii: "*") {
                position += 1
                isStarred = true
            }
            let body = parseText(.normal, from: start)
            var bytes: [UInt8] = []
            var hasFault = false
            flattenWords(body, into: &bytes, &hasFault)
            if hasFault { return body }
            let words = String(decoding: bytes, as: UTF8.self)
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
            if contexts.last?.kind == .cell, let earlier = rare.labels.last {
                return report(
                    .badArgument, at: range(from: start), "a second \\label on one line", related: [Related(at: earlier.range, "the first")])
            }
            rare.labels.append((words, range(from: start)))
            return place(add(.label(text: add(text: words)), range(from: start)))
        }
    }

    /// The words and signs of a text; reports whether a fault is among them.
    private func flattenWords(_ id: ID, into bytes: inout [UInt8], _ hasFault: inout Bool) {
        switch tree[id].kind {
        case .text(let text, _), .number(let text), .operatorName(let text, _): bytes += tree.text(text).utf8
        case .atom(let atom):
            var buffer = ByteBuffer()
            buffer.append(scalar: atom.scalar)
            bytes += buffer.bytes
        case .error: hasFault = true
        default:
            for child in tree.labelledChildren(of: id) { flattenWords(child.id, into: &bytes, &hasFault) }
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
