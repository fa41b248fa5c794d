import Source

/// What the statements of a block show, beside what the block says that they show.
struct Transcript {
    private let pasted: PastedText
    private var shown: [String]
    private var failed: Set<Int> = []
    private var raised: [Int: String] = [:]
    private var comments: [SnippetExample] = []

    init(_ pasted: PastedText, _ unit: CodeUnit) {
        self.pasted = pasted
        shown = Array(repeating: "", count: pasted.examples.count)
    }

    var isSession: Bool { !pasted.examples.isEmpty }

    private func example(_ statement: PythonTree.ID, _ unit: CodeUnit) -> Int? {
        let lower = unit.tree[statement].range.lower
        var low = 0, high = pasted.examples.count
        while low < high {
            let middle = (low + high) / 2
            if pasted.examples[middle].code.upperBound <= lower { low = middle + 1 } else { high = middle }
        }
        return low < pasted.examples.count && pasted.examples[low].code.contains(lower) ? low : nil
    }

    /// Whether anything says what `statement` shows.
    func wants(_ statement: PythonTree.ID, _ unit: CodeUnit) -> Bool {
        if isSession { return example(statement, unit) != nil }
        guard case .expression = unit.tree[statement].kind else { return false }
        return comment(after: statement, unit) != nil
    }

    mutating func add(_ text: String, _ statement: PythonTree.ID, _ unit: CodeUnit, isRandom: Bool) {
        if isSession {
            guard let place = example(statement, unit) else { return }
            shown[place] += text
            if isRandom { failed.insert(place) }
            return
        }
        guard let (words, range) = comment(after: statement, unit) else { return }
        comments.append(SnippetExample(stated: words, statedRange: range, shown: isRandom ? nil : text, isComment: true))
    }

    mutating func fail(_ statement: PythonTree.ID, _ unit: CodeUnit) {
        if let place = example(statement, unit) { failed.insert(place) }
    }

    // MARK: Exceptions that a session shows

    func expectsException(_ statement: PythonTree.ID, _ unit: CodeUnit) -> Bool {
        guard let place = example(statement, unit) else { return false }
        return pasted.examples[place].stated.hasPrefix("Traceback ") || Self.lastLine(pasted.examples[place].stated).contains("Error: ")
    }

    mutating func addException(_ type: String, _ words: String, _ statement: PythonTree.ID, _ unit: CodeUnit) {
        guard let place = example(statement, unit) else { return }
        raised[place] = words.isEmpty ? type : "\(type): \(words)"
    }

    private static func lastLine(_ text: String) -> Substring { text.split(separator: "\n").last ?? "" }

    var examples: [SnippetExample] {
        if !isSession { return comments }
        var result: [SnippetExample] = []
        for (place, example) in pasted.examples.enumerated() where !example.stated.isEmpty {
            var stated = example.stated
            var text: String? = failed.contains(place) ? nil : shown[place]
            if let exception = raised[place] {
                // Only the kind of exception is compared: its words change from release to release.
                stated = String(Self.lastLine(stated).prefix { $0 != ":" })
                text = String(exception.prefix { $0 != ":" })
            }
            result.append(SnippetExample(stated: stated, statedRange: example.statedRange, shown: text, isComment: false))
        }
        return result
    }

    // MARK: Comments

    /// A comment that ends the statement's line and looks like output: a number, brackets, a quoted text, a truth value.
    private func comment(after statement: PythonTree.ID, _ unit: CodeUnit) -> (String, ByteRange)? {
        let source = unit.source
        var at = unit.tree[statement].range.upper
        while at < source.count, source[at] == 0x20 || source[at] == 0x09 { at += 1 }
        guard at < source.count, source[at] == UInt8(ascii: "#") else { return nil }
        var start = at + 1
        var end = start
        while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
        while start < end, source[start] == 0x20 || source[start] == UInt8(ascii: "#") { start += 1 }
        var words = String(decoding: source[start..<end], as: UTF8.self)
        for mark in ["=>", "->", "→", "Output:", "output:", "Out:", "=", "prints", "输出：", "输出:", "输出"] where words.hasPrefix(mark) {
            words = String(words.dropFirst(mark.count).drop { $0 == " " })
            break
        }
        while words.last == " " { words.removeLast() }
        guard Self.isLiteral(words) else { return nil }
        return (words, ByteRange(start, end))
    }

    private static func isLiteral(_ words: String) -> Bool {
        guard let first = words.unicodeScalars.first else { return false }
        if words == "True" || words == "False" || words == "None" { return true }
        for name in ["tensor(", "array(", "torch.Size("] where words.hasPrefix(name) { return words.hasSuffix(")") }
        if (first == "[" && words.hasSuffix("]")) || (first == "(" && words.hasSuffix(")")) {
            // No words in brackets: `(batch, features)` names sizes.
            return words.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic || $0 == "e" || $0 == "j" }
                && words.unicodeScalars.contains { $0.value >= 0x30 && $0.value <= 0x39 }
        }
        return Double(words) != nil
    }
}
