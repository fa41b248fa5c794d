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
        let after = words(behind: index, block)
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

    /// Learns that matrices which words call orthogonal, symmetric, invertible and the like are square: "let $P$ be orthogonal",
    /// "$n$ 阶实对称矩阵 $A$", "the eigenvalues of $A$".
    mutating func declareSquares(_ index: Int) {
        guard let block = outline.textBlock(of: index), !note.formulas[index].display else { return }
        let letters = note.formulas[index].latex.split { $0 == UInt8(ascii: ",") || $0 <= 0x20 }.map { Array($0) }
        guard !letters.isEmpty, letters.count <= 4, letters.allSatisfy(Self.isCapital) else { return }
        let before = TextFolding.nameKey(words(before: index, block))
        var after = TextFolding.nameKey(words(behind: index, block))
        // `$A$ 是 $n$ 阶矩阵`: the order is a formula of its own.
        if index + 1 < note.formulas.count, note.formulas[index + 1].latex.count == 1, note.formulas[index + 1].range.lower < block.upper, after.utf8.count <= 12 {
            let behind = TextFolding.nameKey(words(behind: index + 1, block))
            if behind.hasPrefix("阶") { after += behind }
        }
        let isOfOrder = Self.namesOrder(before.suffix(10), atEnd: true) || Self.namesOrder(after.prefix(10), atEnd: false)
        let isSaidBefore = isOfOrder || Self.squareBefore.contains { before.hasSuffix($0) }
        guard isSaidBefore || Self.isSquare(after) else { return }
        let isMatrix = isSaidBefore || after.prefix(24).contains("matri") || after.prefix(12).contains("阵") || after.hasPrefix("的")
        for letter in letters {
            let key = SymbolKey(latex: String(decoding: letter, as: UTF8.self))
            squares[squares.count - 1].insert(key)
            // A relation or a divergence may be symmetric too.
            guard isMatrix, scope[key] == nil else { continue }
            let declaration = Declaration(
                shape: ArrayShape([.variable(0), .variable(0)]),
                learned: Learned("a square matrix by the words beside it", file: note.source.name, range: note.formulas[index].range))
            scope.declare(key, declaration)
            if dataScope[key] == nil { dataScope.declare(key, declaration) }
        }
    }

    /// Learns that a letter is the identity: "`$I$` the identity matrix", "其中 $E$ 为单位矩阵".
    mutating func declareIdentity(_ index: Int) {
        guard let block = outline.textBlock(of: index), !note.formulas[index].display, [[0x49], [0x45]].contains(note.formulas[index].latex) else { return }
        let before = TextFolding.nameKey(words(before: index, block))
        let after = TextFolding.nameKey(words(behind: index, block))
        guard Self.identities.contains(where: { before.hasSuffix($0) })
            || Self.identities.contains(where: { name in ["", "is", "be", "isthe", "the", "denotesthe", "为", "是", "表示", "代表"].contains { after.hasPrefix($0 + name) } })
        else { return }
        let key = SymbolKey(latex: String(decoding: note.formulas[index].latex, as: UTF8.self))
        scope.declareIdentity(key)
        dataScope.declareIdentity(key)
    }

    private static let identities = ["identitymatrix", "identity", "unitmatrix", "单位矩阵", "单位阵", "n阶单位矩阵", "阶单位矩阵", "阶单位阵"]

    /// `阶相似矩阵`, `阶方阵`: a matrix of an order.
    private static func namesOrder(_ words: Substring, atEnd: Bool) -> Bool {
        guard let order = words.firstIndex(of: "阶"), let matrix = words[order...].firstIndex(of: "阵") else { return false }
        return !atEnd || words.index(after: matrix) == words.endIndex
    }

    private static let squareKinds = [
        "orthogonal", "symmetric", "positivedefinite", "positivesemidefinite", "semidefinite", "psd", "invertible", "nonsingular", "singular", "hermitian", "unitary", "diagonalizable",
        "diagonalisable", "square", "正交", "实对称", "对称", "正定", "半正定", "可逆", "非奇异", "奇异", "酉", "可对角化", "可相似对角化", "方阵", "对角矩阵", "三角矩阵",
    ]
    private static let squareBefore: [String] =
        squareKinds.flatMap { $0.utf8.first ?? 0 < 0x80 ? [$0 + "matrix", $0 + "matrices"] : [$0 + "矩阵", $0 + "阵"] } + [
            "方阵", "阶矩阵", "阶阵", "eigenvaluesof", "eigenvectorsof", "determinantof", "inverseof", "traceof", "characteristicpolynomialof", "eigenvaluesofmatrix", "inverseofmatrix",
        ]

    /// `为正交矩阵`, `is symmetric and positive definite`, `的特征值`.
    private static func isSquare(_ after: String) -> Bool {
        for property in ["的特征值", "的特征向量", "的行列式", "的逆", "的迹", "的特征多项式"] where after.hasPrefix(property) { return true }
        var rest = after[...]
        for verb in ["isa", "is", "bea", "be", "area", "are", "为", "是", "都是", "均为", "都为"].sorted(by: { $0.count > $1.count }) where rest.hasPrefix(verb) {
            rest = rest.dropFirst(verb.count)
            break
        }
        for filler in ["n阶", "m阶", "一个", "real", "an", "n"] where rest.hasPrefix(filler) { rest = rest.dropFirst(filler.count) }
        return squareKinds.contains { rest.hasPrefix($0) }
    }

    /// The words of the block between a formula and the one behind it.
    private func words(behind index: Int, _ block: ByteRange) -> String {
        let end = index + 1 < note.formulas.count ? min(block.upper, note.formulas[index + 1].range.lower) : block.upper
        return words(note.formulas[index].range.upper, end)
    }

    /// The last words of the block between the formula before and this one.
    private func words(before index: Int, _ block: ByteRange) -> String {
        let start = index > 0 ? max(block.lower, note.formulas[index - 1].range.upper) : block.lower
        let end = note.formulas[index].range.lower
        return words(max(start, end - 48), end)
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
