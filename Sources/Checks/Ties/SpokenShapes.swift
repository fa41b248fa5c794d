import Formulas
import LaTeX
import Markdown
import Source

/// Shapes that words declare: "let $A$ and $B$ be invertible $n \times n$ matrices", "设 $A$ 是 $m \times n$ 矩阵", "$C$ 是方阵".
extension NoteWalk {
    /// Learns the shape that the formula at hand, or the words behind it, give to the names before it in the sentence.
    mutating func declareShapes(_ index: Int) {
        guard let block = outline.textBlock(of: index), !note.formulas[index].display, note.formulas[index].latex.count <= 24 else { return }
        let latex = note.formulas[index].latex
        let end = min(index + 1 < note.formulas.count ? note.formulas[index + 1].range.lower : block.upper, block.upper)
        let after = words(note.formulas[index].range.upper, end)
        let isProduct = latex.containsSequence("\\times")
        var subjects: [[UInt8]] = []
        let size: [UInt8]
        if isProduct {
            guard Self.names(["matrix", "matrices", "矩阵", "方阵"], in: after) else { return }
            size = latex
        } else {
            guard Self.isCapital(latex), Self.names(["squarematrix", "squarematrices", "方阵"], in: after) else { return }
            subjects.append(latex)
            size = Array("n \\times n".utf8)
        }
        var k = index
        while k > 0, note.formulas[k - 1].range.lower >= block.lower, Self.isCapital(note.formulas[k - 1].latex), subjects.count < 8 {
            let between = words(note.formulas[k - 1].range.upper, note.formulas[k].range.lower)
            guard between.utf8.count <= 48, !between.contains(where: { "。.;；:：".contains($0) }), Supposition.isUnderstood(between) else { break }
            subjects.append(note.formulas[k - 1].latex)
            k -= 1
        }
        guard !subjects.isEmpty else { return }
        let list = subjects.reversed().reduce(into: [UInt8]()) { $0 += ($0.isEmpty ? [] : [UInt8(ascii: ",")]) + $1 }
        let parsed = FormulaParser.parse(list + Array(" \\in \\mathbb{R}^{".utf8) + size + [UInt8(ascii: "}")], macros: macros, limits: configuration.limits)
        guard parsed.diagnostics.isEmpty else { return }
        for statement in FormulaReader.read(parsed.tree, scope: scope, vocabulary: shared.vocabulary).statements where statement.definition == nil {
            scope.learn(from: statement, file: note.source.name, range: note.formulas[index].range)
            dataScope.learn(from: statement, file: note.source.name, range: note.formulas[index].range)
        }
    }

    private func words(_ lower: Int, _ upper: Int) -> String {
        guard lower <= upper, upper <= note.source.bytes.count else { return "" }
        return String(decoding: note.source.bytes[lower..<min(upper, lower + 64)], as: UTF8.self)
    }

    /// Whether words begin with one of these names, or with words that restrict nothing before it.
    private static func names(_ names: [String], in words: String) -> Bool {
        let text = TextFolding.nameKey(String(words.prefix(32)))
        return names.contains { name in
            guard let found = text.firstRange(of: name) else { return false }
            let before = text[..<found.lowerBound]
            return before.utf8.count <= 24 && !before.contains { "。.,，;；".contains($0) }
        }
    }

    /// `A`, `\mathbf{B}`: a matrix by its letter.
    private static func isCapital(_ latex: [UInt8]) -> Bool {
        var letters = latex.filter { $0 > 0x20 }
        for style in ["\\mathbf{", "\\boldsymbol{", "\\bm{"] where letters.starts(with: Array(style.utf8)) && letters.last == UInt8(ascii: "}") {
            letters = Array(letters.dropFirst(style.utf8.count).dropLast())
        }
        return letters.count == 1 && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letters[0])
    }
}
