import Catalogue
import Formulas
import LaTeX
import Markdown
import Source
import Tensors

/// What is the same for every note of a run.
struct CheckContext: Sendable {
    let table: ImplementationTable
    let vocabulary: CatalogueVocabulary
    let matcher: CueMatcher

    init(_ catalogue: [Implementation]) {
        table = ImplementationTable(catalogue)
        vocabulary = CatalogueVocabulary(table)
        matcher = CueMatcher(
            table.entries.map { ($0.name, [$0.title.english, $0.title.chinese] + $0.aliases) })
    }
}

/// Everything that a statement is checked against: the formula that it stands in, and what its place knows.
struct StatementContext {
    let shared: CheckContext
    let tree: MathTree
    let reading: Reading
    /// Of the formula; ranges of statements are mapped through it.
    let span: FormulaSpan
    let scope: Scope
    let known: KnownDefinitions
    let budget: Budget
    /// From the content of the formula.
    let seed: UInt64
    let cues: [Cue]
    /// The folded words of the section, for cues of assumptions.
    let nearby: String
    /// The words right before the formula, and between it and the next, for conditions.
    let sentence: String
    let assumptions: [DeclaredAssumption]
    /// Set by an `implements` directive.
    let directed: Implementation?
    /// Numbers statements across the note.
    let statementNumber: Int

    static let secondSeed: UInt64 = 0xA5A5_1234_9E37_79B9

    func place(_ range: ByteRange) -> ByteRange { span.map.original(range) }

    /// A plan for the variables of `statement`, with names that earlier statements define resolved.
    func plan(_ statement: Statement, number: Int, resolving: Bool = true) -> SamplePlan {
        var plan = SamplePlan()
        plan.add(statement.symbols, statement: number)
        plan.conditions = statement.conditions
        if resolving { known.resolve(&plan) }
        return plan
    }

    func value(_ expression: Expression, _ bindings: Bindings) -> SideValue? {
        do throws(EvaluationError) {
            return SideValue(try expression.evaluate(bindings, budget: budget), of: expression)
        } catch {
            return nil
        }
    }

    /// Assumptions that may rescue a claim about these inputs, each with how it is known: by a declaration, by words
    /// near by, or by nothing.
    func assumptions(for plan: SamplePlan) -> [(key: SymbolKey, kind: Assumption, source: AssumptionSource)] {
        var found: [(key: SymbolKey, kind: Assumption, source: AssumptionSource)] = []
        for declared in assumptions where plan.inputs.contains(where: { $0.key == declared.symbol }) {
            found.append((declared.symbol, declared.kind, .declared(declared)))
        }
        let sizes = plan.sizes.sizes(set: 0)
        for input in plan.inputs {
            let shape = input.shape.map { sizes[$0] }
            for kind in Assumption.allCases where kind.applies(toRank: shape.count, shape: shape) {
                if found.contains(where: { $0.key == input.key && $0.kind == kind }) { continue }
                if kind.isCued(by: nearby) {
                    found.append((input.key, kind, .cued))
                } else if kind.isUsual(for: input.key) {
                    found.append((input.key, kind, .none))
                }
            }
        }
        return found
    }
}

enum AssumptionSource {
    case declared(DeclaredAssumption)
    case cued
    case none

    var isKnown: Bool { if case .none = self { false } else { true } }
}

extension Assumption {
    /// Whether notes leave it unsaid of such a symbol: a label is one-hot, a weight matrix symmetric.
    func isUsual(for key: SymbolKey) -> Bool {
        let letter = key.name.prefix { $0.isLetter }
        switch self {
        case .sumsToOne, .oneHot, .binary, .signs: return ["y", "t", "p", "q", "pi", "l", "label"].contains(String(letter))
        case .symmetric, .orthogonal: return key.name.first?.isUppercase == true
        default: return false
        }
    }
}

/// What one kind of evidence found about a statement or step.
enum EvidenceResult {
    case none
    case verified(Evidence, implementation: Implementation?, variant: Variant?)
    /// Holds under a condition that nothing near by states.
    case needsAssumption(Diagnostic)
    /// `hint` names what would mend it.
    case refuted(Diagnostic)
}
