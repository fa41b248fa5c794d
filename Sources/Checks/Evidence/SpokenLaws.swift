import Formulas
import LaTeX
import Markdown
import Source

/// Laws of random variables that sentences state: "$X_1, \dots, X_n$ 独立同分布，期望为 $\mu$，方差为 $\sigma^2$", "the weights
/// $w_{ij}$ are independent with zero mean and variance $\sigma^2$".
extension NoteWalk {
    /// Learns the laws of the paragraph of a formula, when the walk comes to the first formula of it.
    mutating func declareLaws(_ index: Int) {
        guard let block = outline.textBlock(of: index), index == 0 || note.formulas[index - 1].range.lower < block.lower else { return }
        let bytes = note.source.bytes
        guard block.upper <= bytes.count, block.count <= 8_000, SpokenLaw.speaksOfVariance(bytes[block.range]) else { return }
        var clause = SpokenLaw()
        var subjects: [SymbolKey] = []
        var place = block.lower
        var k = index
        while place < block.upper {
            let isFormula = k < note.formulas.count && note.formulas[k].range.lower < block.upper
            let end = isFormula ? max(place, note.formulas[k].range.lower) : block.upper
            for part in SpokenLaw.clauses(TextFolding.folded(String(decoding: bytes[place..<end], as: UTF8.self))) {
                if part.isNew {
                    finish(clause, &subjects, block)
                    clause = SpokenLaw()
                }
                clause.read(part.text)
            }
            guard isFormula else { break }
            let span = note.formulas[k]
            let parsed = FormulaParser.parse(span.latex, macros: macros, limits: configuration.limits)
            if span.isUnclosed || !parsed.diagnostics.isEmpty {
                clause.isSpoiled = true
            } else {
                let reading = FormulaReader.read(parsed.tree, scope: scope, vocabulary: shared.vocabulary)
                clause.read(
                    reading.statements.count == 1 && reading.statements[0].relations.isEmpty ? reading.statements[0].sides.first?.expression : nil,
                    names: FormulaReader.listedNames(parsed.tree))
            }
            place = max(place, span.range.upper)
            k += 1
        }
        finish(clause, &subjects, block)
    }

    /// Where the passage of a formula begins: its paragraph, or the one that leads to a formula that stands by itself.
    func passageStart(_ index: Int) -> Int {
        guard var block = outline.textBlock(of: index) else { return note.formulas[index].range.lower }
        var k = index
        for _ in 0..<8 {
            while k > 0, note.formulas[k - 1].range.lower >= block.lower { k -= 1 }
            guard note.formulas[index].display, !hasProse(block, from: k), k > 0, let before = outline.textBlock(of: k - 1), before.upper <= block.lower,
                note.source.bytes[before.upper..<block.lower].allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: ">") })
            else { break }
            block = before
            k -= 1
        }
        return block.lower
    }

    /// Whether a block says more than "so" and "and" beside its formulas, of which `first` is the first.
    private func hasProse(_ block: ByteRange, from first: Int) -> Bool {
        var place = block.lower
        var count = 0
        var k = first
        while place < block.upper {
            let isFormula = k < note.formulas.count && note.formulas[k].range.lower < block.upper
            let end = min(isFormula ? max(place, note.formulas[k].range.lower) : block.upper, note.source.bytes.count)
            count += note.source.bytes[place..<max(place, end)].count { $0 > 0x40 }
            guard isFormula else { break }
            place = max(place, note.formulas[k].range.upper)
            k += 1
        }
        return count > 16
    }

    private mutating func finish(_ clause: SpokenLaw, _ subjects: inout [SymbolKey], _ block: ByteRange) {
        if !clause.subjects.isEmpty { subjects = clause.subjects }
        guard !clause.isSpoiled, let mean = clause.mean ?? Expression.constant(0), let variance = clause.variance, clause.mean != nil else { return }
        var law = Law(.moments, [mean, variance])
        law.isIndependent = clause.isIndependent
        law.place = block.lower
        for name in subjects where variance.symbols.allSatisfy({ $0 != name }) {
            scope.give(law, to: name)
            dataScope.give(law, to: name)
        }
    }
}

/// What one clause says of a mean and a variance.
struct SpokenLaw {
    var subjects: [SymbolKey] = []
    var mean: Expression?
    var variance: Expression?
    var isIndependent = false
    /// Something in it is not understood.
    var isSpoiled = false
    /// What the next formula is the value of.
    private var pending: [Moment] = []
    /// The words since the formula before join what stands on both sides of them.
    private var joins = false

    private enum Moment { case mean, variance, deviation }

    static func speaksOfVariance(_ bytes: ArraySlice<UInt8>) -> Bool {
        for k in bytes.indices {
            let sought = bytes[k] == UInt8(ascii: "a") ? variance : bytes[k] == Self.deviation[0] ? deviation : []
            if !sought.isEmpty, bytes[k...].starts(with: sought) { return true }
        }
        return false
    }

    private static let variance = Array("ariance".utf8)
    private static let deviation = Array("方差".utf8)

    /// The words of a text, cut where sentences and clauses end.
    static func clauses(_ text: String) -> [(text: String, isNew: Bool)] {
        var found: [(text: String, isNew: Bool)] = []
        var current = ""
        var isNew = false
        let scalars = Array(text.unicodeScalars)
        // The points of `i.i.d.` and `e.g.` end nothing.
        let isAbbreviation = { (k: Int) in k >= 2 && scalars[k - 2] == "." }
        for (k, scalar) in scalars.enumerated() {
            let isPoint = scalar == "." && !isAbbreviation(k) && (k + 1 >= scalars.count || scalars[k + 1].properties.isWhitespace)
            if "。；;！？!?".unicodeScalars.contains(scalar) || isPoint {
                found.append((current, isNew))
                current = ""
                isNew = true
            } else {
                current.unicodeScalars.append(scalar)
            }
        }
        found.append((current, isNew))
        return found
    }

    private static let zeroMeans = ["零均值", "均值为零", "均值为0", "均值0", "均值是0", "期望为0", "期望为零", "zeromean", "zero-mean", "meanzero", "mean0", "meanof0", "meanofzero"]
    private static let unitVariances = ["单位方差", "方差为1", "方差为一", "方差1", "方差是1", "unitvariance", "unit-variance", "variance1", "varianceof1", "varianceone"]

    mutating func read(_ text: String) {
        let compact = String(text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(Character.init))
        if Self.zeroMeans.contains(where: { compact.contains($0) }) { mean = Expression.constant(0) }
        if Self.unitVariances.contains(where: { compact.contains($0) }) { variance = Expression.constant(1) }
        if ["独立", "independen", "iid", "i.i.d", "不相关", "uncorrelated"].contains(where: { compact.contains($0) }) { isIndependent = true }
        var rest = compact[...]
        for ending in ["分别为", "分别是", "respectively", "等于", "为", "是", "of", "equalto", "is", "are", "=", ":", "："] where rest.hasSuffix(ending) {
            rest = rest.dropLast(ending.count)
            break
        }
        let both = ["均值和方差", "均值与方差", "期望和方差", "期望与方差", "均值、方差", "meanandvariance"]
        pending = if both.contains(where: { rest.hasSuffix($0) }) { [.mean, .variance] }
            else if ["标准差", "standarddeviation"].contains(where: { rest.hasSuffix($0) }) { [.deviation] }
            else if ["方差", "variance"].contains(where: { rest.hasSuffix($0) }) { [.variance] }
            else if ["均值", "期望", "mean", "expectation", "expectedvalue"].contains(where: { rest.hasSuffix($0) }) { [.mean] }
            else if !pending.isEmpty, ["", ",", "，", "、", "和", "与", "and"].contains(compact) { pending }
            else { [] }
        joins = ["", ",", "，", "、", "和", "与", "and", ",and", "以及", "及"].contains(compact)
    }

    /// A formula: the value that the words before it announce, or the names of which they speak.
    mutating func read(_ expression: Expression?, names: [SymbolKey]) {
        if let moment = pending.first {
            pending.removeFirst()
            guard let expression, !expression.isTentative else {
                isSpoiled = true
                return
            }
            switch moment {
            case .mean: mean = expression
            case .variance: variance = expression
            case .deviation: isSpoiled = true
            }
            return
        }
        guard mean == nil, variance == nil else { return }
        if names.isEmpty {
            if expression == nil { isSpoiled = true }
            return
        }
        subjects = joins ? subjects + names : names
    }
}

extension Expression {
    /// A number by itself.
    static func constant(_ value: Int) -> Expression? {
        let parsed = FormulaParser.parse(Array(String(value).utf8))
        return FormulaReader.read(parsed.tree).statements.first?.sides.first?.expression
    }
}
