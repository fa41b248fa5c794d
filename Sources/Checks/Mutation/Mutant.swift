import LaTeX
import Source

/// A small wrong version of a formula: one edit of its LaTeX.
public struct Mutant: Sendable {
    /// The kinds of slip, in the order of the report.
    public enum Kind: String, Sendable, CaseIterable {
        case sign, index, factor, power, fraction, transpose, bound, number, function, bracket, relation, operand

        /// For the report.
        public var words: String {
            switch self {
            case .sign: "sign turned or dropped"
            case .index: "index exchanged"
            case .factor: "factor dropped"
            case .power: "power or root dropped"
            case .fraction: "fraction turned over"
            case .transpose: "transpose dropped or added"
            case .bound: "bound moved"
            case .number: "number off by one"
            case .function: "wrong function"
            case .bracket: "bracket missing"
            case .relation: "order turned"
            case .operand: "operand missing"
            }
        }
    }

    public var kind: Kind
    /// The whole formula with the edit.
    public var latex: [UInt8]
    /// The bytes of the right formula that were replaced.
    public var place: ByteRange
    /// How many bytes stand there now.
    public var newCount: Int

    /// The most mutants of one kind that are made of one statement; they are taken evenly from all places.
    static let mostOfKind = 4

    /// Every small wrong version whose edit lies within `range`, by kind, then by place.
    static func all(of latex: [UInt8], tree: MathTree, in range: ByteRange, matrices: Set<String>, variables: Set<String>) -> [Mutant] {
        var maker = MutantMaker(latex: latex, tree: tree, range: range, matrices: matrices, variables: variables)
        maker.make()
        var chosen: [Mutant] = []
        var seen: Set<[UInt8]> = [latex]
        for kind in Kind.allCases {
            var found = maker.mutants.filter { $0.kind == kind && !seen.contains($0.latex) }
            found.sort { $0.place.lower != $1.place.lower ? $0.place.lower < $1.place.lower : $0.latex.lexicographicallyPrecedes($1.latex) }
            var kept: [Mutant] = []
            for mutant in found where seen.insert(mutant.latex).inserted { kept.append(mutant) }
            guard kept.count > mostOfKind else {
                chosen += kept
                continue
            }
            for k in 0..<mostOfKind { chosen.append(kept[k * (kept.count - 1) / (mostOfKind - 1)]) }
        }
        return chosen
    }
}
