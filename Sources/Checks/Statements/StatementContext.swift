import Catalogue
import Formulas
import LaTeX
import Markdown
import Snippets
import Source
import Tensors

/// Everything that a statement is checked against: the formula that it stands in, and what its place knows.
struct StatementContext {
    let shared: CheckContext
    let tree: MathTree
    var reading: Reading
    /// Of the formula; ranges of statements are mapped through it.
    let span: FormulaSpan
    var scope: Scope
    var known: KnownDefinitions
    let budget: Budget
    let macros: Macros
    /// Of the statement at hand.
    var rereadings = Rereadings()
    /// Of the statement at hand, whichever definitions it is read with.
    var standalone = StandaloneReadings()
    /// From the content of the formula.
    let seed: UInt64
    let surroundings: FormulaSurroundings
    /// Definitions of the note before this place, wherever they stand.
    var stated: [StatedDefinition]
    /// Functions that snippets before this place define.
    let functions: [SnippetFunction]
    /// Orders that the sentence states or the section declares: "let $x < 0$".
    let orders: [OrderCondition]
    let assumptions: [DeclaredAssumption]
    /// Conditions in the text beside the formula.
    var spoken = SpokenConditions()
    /// Set by an `implements` directive.
    var directed: Implementation?
    /// Numbers statements across the note.
    var statementNumber = 0
    /// Where the paragraph begins that the statement stands in, or that leads to it.
    var passageStart = 0
    /// What stands right before the formula as given.
    var givenNumbers: GivenNumbers?

    /// Names that the note defines after this place in the same section, or in several ways: what they stand for here
    /// is not certain.
    var uncertain: Set<SymbolKey> = []
    /// Functions that the note defined more than once before this place.
    var functionsStatedAgain: Set<SymbolKey> = []

    /// Names that the note gives to derivatives.
    var derivativeNames: [SymbolKey: DerivativeName] = [:]

    /// Matrices that the text says are square.
    var squares: Set<SymbolKey> = []

    /// Definitions of other sections are in force: what does not hold by them may speak of something else.
    var speaksOfOthers = false

    /// Whether every name that the sides write has one meaning.
    ///
    /// Letters count too: readings put definitions in the place of names.
    func isCertain(_ plan: SamplePlan, _ sides: ArraySlice<Side>) -> Bool {
        guard !uncertain.isEmpty else { return true }
        if plan.inputs.contains(where: { uncertain.contains($0.key) }) { return false }
        let letters = letters(in: sides.map(\.range))
        return !uncertain.contains { Self.mayMean($0, letters) }
    }

    /// What a name begins with, without scripts and accents.
    static func letters(of name: SymbolKey) -> String { String(name.name.prefix { $0.isLetter }) }

    /// Whether a formula with these letters may write a name.
    static func mayMean(_ name: SymbolKey, _ letters: Set<String>) -> Bool {
        letters.contains(self.letters(of: name)) && (letters.contains(accent) || !accents.contains { name.name.hasSuffix($0) })
    }

    func letters(in ranges: [ByteRange]) -> Set<String> {
        var letters: Set<String> = Set(tree.texts)
        for node in tree.nodes where ranges.contains(where: { $0.contains(node.range) }) {
            if case .accent = node.kind { letters.insert(Self.accent) }
            guard case .atom(let atom) = node.kind, let scalar = Unicode.Scalar(atom.scalar) else { continue }
            letters.insert(GreekLetters.name(of: atom.scalar) ?? String(Character(scalar)))
        }
        return letters
    }

    /// Stands among the letters for any accent.
    static let accent = "\u{2}accent"
    private static let accents = ["_hat", "_bar", "_tilde"]

    static let secondSeed: UInt64 = 0xA5A5_1234_9E37_79B9

    /// How LaTeX reads at the place of the statement; `nil` where it has an error.
    func read(_ latex: [UInt8]) -> (tree: MathTree, reading: Reading)? {
        let parsed = FormulaParser.parse(latex, macros: macros, limits: budget.limits)
        guard !parsed.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
        let reading = FormulaReader.read(parsed.tree, scope: scope, vocabulary: shared.vocabulary)
        return reading.diagnostics.contains { $0.severity == .error } ? nil : (parsed.tree, reading)
    }

    /// Whether an index of a statement stands where nothing binds it.
    func leavesIndexUnbound(_ statement: Statement) -> Bool {
        reading.diagnostics.contains { statement.range.contains($0.range) && $0.code == .unboundIndex }
    }

    /// The derivative that a name stands for, in its own layer or another one.
    func derivative(called name: SymbolKey) -> DerivativeName? {
        if let derivative = derivativeNames[name] { return derivative }
        guard let own = LayerName(name) else { return nil }
        for (other, derivative) in derivativeNames {
            guard let head = LayerName(other), head.general == own.general, head.speaks(of: own.layer) || head.layer.letter.isEmpty else { continue }
            return derivative.moved(from: head.layer, to: own.layer)
        }
        return nil
    }

    /// The entry that a side applies by name, and nothing else: `\operatorname{softmax}(x)_i`.
    func appliedEntry(_ side: Side) -> Implementation? {
        guard let name = AppliedName.read(Array(span.latex[side.range.clamped(to: span.latex.count).range])) else { return nil }
        return shared.table.lookup(name)
    }

    /// The digits behind the point that the numbers of a matrix show at most.
    func mostDecimals(in range: ByteRange) -> Int {
        var most = 0
        var count: Int?
        for byte in span.latex[range.clamped(to: span.latex.count).range] {
            if byte == UInt8(ascii: ".") {
                count = 0
            } else if BindingParser.isDigit(byte) {
                count = count.map { $0 + 1 }
            } else {
                count = nil
            }
            most = max(most, count ?? 0)
        }
        return most
    }

    func place(_ range: ByteRange) -> ByteRange { span.map.original(range) }

    /// A plan for the variables of `statement`, with names that earlier statements define resolved.
    ///
    /// - Parameter all: resolves every name that is defined, not only those that other data of the statement define.
    func plan(_ statement: Statement, number: Int, resolving: Bool = true, all: Bool = false) -> SamplePlan {
        var plan = SamplePlan()
        plan.add(statement.symbols, statement: number)
        plan.conditions = statement.conditions
        plan.orders = orders
        if let definition = statement.definition, !definition.body.symbols.contains(definition.name),
            statement.kind != .gradient
        {
            plan.inputs.removeAll { $0.key == definition.name }
        }
        if resolving {
            known.resolve(&plan, all: all, except: Self.free(statement))
            plan.nameMeans { known[$0] != nil || scope[$0] != nil }
        }
        for expression in statement.sides.compactMap(\.expression) + plan.derived.map(\.expression) {
            for (key, isTall) in expression.invertedGrams {
                guard let shape = plan.inputs.first(where: { $0.key == key })?.shape, shape.count == 2 else { continue }
                plan.sizes.prefer(isTall ? shape[0] : shape[1], largerThan: isTall ? shape[1] : shape[0])
            }
        }
        for input in plan.inputs where input.shape.count == 2 && squares.contains(input.key) { plan.sizes.unify(input.shape[0], input.shape[1]) }
        countWhole(&plan, statement)
        return plan
    }

    /// What a statement takes derivatives by and states them in: a gradient is claimed everywhere, not only where the note
    /// says that its variable lies, as at the least squares solution.
    private static func free(_ statement: Statement) -> Set<SymbolKey> {
        let sides = statement.sides.compactMap(\.expression)
        guard sides.contains(where: \.hasDerivative) else { return [] }
        let variables = sides.map(\.derivativeVariables)
        var found: Set<SymbolKey> = []
        for (side, own) in zip(sides, variables) {
            for other in variables { found.formUnion(other.subtracting(own).intersection(side.symbols)) }
        }
        return found
    }

    /// Names that only whole numbers suit (the upper end of a sum) become whole where nothing has a value else.
    private func countWhole(_ plan: inout SamplePlan, _ statement: Statement) {
        guard plan.inputs.contains(where: { $0.shape.isEmpty && $0.domain == .real }), statement.sides.contains(where: { $0.expression?.mayNeedWholeNumbers ?? false }),
            let trial = plan.trial(0, seed: seed, budget: budget),
            statement.sides.contains(where: { side in isDomainError(side.expression, trial.bindings) })
        else { return }
        var whole = plan
        for index in whole.inputs.indices where whole.inputs[index].shape.isEmpty && whole.inputs[index].domain == .real {
            whole.inputs[index].domain = .integer(from: 1)
        }
        guard let again = whole.trial(0, seed: seed, budget: budget),
            !statement.sides.contains(where: { side in isDomainError(side.expression, again.bindings) })
        else { return }
        plan = whole
    }

    private func isDomainError(_ expression: Expression?, _ bindings: Bindings) -> Bool {
        guard let expression else { return false }
        do throws(EvaluationError) {
            _ = try expression.evaluate(bindings, budget: budget)
            return false
        } catch {
            return error.code == .domain
        }
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
                if surroundings.subjects.contains(.assumption(kind)), kind.mayBeSaid(of: input.key) {
                    // Of one alone it is said of the others too.
                    let meant = kind == .independent ? plan.inputs.filter { $0.shape.count == 1 }.map(\.key) : [input.key]
                    found.append((input.key, kind, meant.allSatisfy { surroundings.says(kind, of: $0) } ? .cued : .loose))
                } else if kind.isUsual(for: input.key) {
                    found.append((input.key, kind, .none))
                }
            }
        }
        return found.filter(\.source.isKnown) + found.filter(\.source.isLoose) + found.filter { !$0.source.isKnown && !$0.source.isLoose }
    }
}

enum AssumptionSource {
    case declared(DeclaredAssumption)
    case cued
    /// Words speak of it, but of other names.
    case loose
    case none

    var isKnown: Bool {
        switch self {
        case .declared, .cued: true
        case .loose, .none: false
        }
    }

    var isLoose: Bool { if case .loose = self { true } else { false } }
}

extension Assumption {
    /// Whether notes leave it unsaid of such a symbol: a label is one-hot, a weight matrix symmetric.
    func isUsual(for key: SymbolKey) -> Bool {
        switch self {
        case .sumsToOne, .oneHot: return ["y", "t", "p", "q", "pi", "l", "label", "labels", "target"].contains(key.name)
        case .binary, .signs: return ["y", "t", "label", "labels", "target"].contains(key.name)
        case .symmetric, .orthogonal: return key.name.first?.isUppercase == true
        case .diagonal: return mayBeSaid(of: key)
        default: return false
        }
    }

    /// Whether words that speak of it may mean such a symbol: texts name what is diagonal by few letters.
    func mayBeSaid(of key: SymbolKey) -> Bool {
        self != .diagonal || ["D", "S", "Lambda", "Sigma"].contains { key.baseName == $0 }
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
