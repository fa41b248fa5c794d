import LaTeX
import Source
import Tensors

/// Reads the statements of one formula in order.
struct StatementReader {
    private static let relationLimit = 100

    let tree: MathTree
    let scope: Scope
    let vocabulary: any Vocabulary
    let choices: Choices
    /// Nothing is guessed: for `gloss eval`.
    var isStrict = false
    /// The text goes on where the formula stops: `$x =$ 3 apples`.
    var goesOn = false
    /// What defines nothing need not be read.
    var wantsDefinitions = false

    let reader: TokenReader
    let hints: FormulaHints

    init(tree: MathTree, scope: Scope, vocabulary: any Vocabulary, choices: Choices, isStrict: Bool = false, goesOn: Bool = false) {
        self.tree = tree
        self.scope = scope
        self.vocabulary = vocabulary
        self.choices = choices
        self.isStrict = isStrict
        self.goesOn = goesOn
        reader = TokenReader(tree: tree)
        hints = FormulaHints(reader, measuresInformation: scope.measuresInformation)
    }

    mutating func read() -> Reading {
        let root = reader.tokens(of: tree.root)
        if isStrict, let statement = joinedByWords(root) { return statement }
        let parts = StatementSplitter(reader: reader).split(root)
        let kinds = KindReader(reader: reader, scope: scope)
        var reading = Reading(kind: .other)
        var scope = scope
        for (place, part) in parts.enumerated() {
            var part = part
            if goesOn { part.tokens = withoutForeignBracket(part.tokens) }
            // A colon at the end says that the text goes on.
            if let last = part.tokens.lastIndex(where: { !$0.isSpace }), last > 0, case .relation(Sign.colon) = part.tokens[last].kind {
                part.tokens.removeSubrange(last...)
            }
            guard part.tokens.contains(where: { !$0.isSpace }) else { continue }
            let kind = kinds.kind(of: part)
            let (statement, diagnostics) = read(part, kind, scope: scope, onlyIfDefines: wantsDefinitions && place == parts.count - 1)
            reading.statements.append(statement)
            reading.diagnostics += diagnostics
            scope.learn(from: statement)
        }
        reading.kind = formulaKind(reading.statements)
        return reading
    }

    private func formulaKind(_ statements: [Statement]) -> FormulaKind {
        guard let first = statements.first else { return .other }
        if statements.count == 1 { return first.kind }
        let proper = statements.filter { !$0.isNotation }
        return proper.first?.kind ?? first.kind
    }

    // MARK: One statement

    private static let mentions: Set<FormulaKind> = [
        .symbol, .number, .tuple, .membership, .distribution, .mapping, .asymptotic, .application,
    ]

    private func read(_ part: StatementTokens, _ kind: FormulaKind, scope: Scope, onlyIfDefines: Bool) -> (Statement, [Diagnostic]) {
        var tokens = part.tokens.filter { !$0.isSpace }
        while let last = tokens.last, last.isPunctuation(Sign.comma, Sign.fullStop, Sign.semicolon, Sign.wideComma, Sign.ideographicStop, Sign.wideSemicolon, Sign.ideographicComma), tokens.count > 1 {
            tokens.removeLast()
        }
        let isConstraint = !isStrict && isConstraint(tokens)
        while let first = tokens.first, case .text = first.kind, tokens.count > 1, !isHead(tokens), !(isStrict && isOperand(tokens)) { tokens.removeFirst() }
        // `\forall i,` says for which, not what.
        if let first = tokens.first, first.isSign(0x2200), let comma = tokens.firstIndex(where: { $0.isPunctuation(Sign.comma, Sign.wideComma) || $0.isRelation && !$0.isMember }),
            tokens[comma].isPunctuation(Sign.comma, Sign.wideComma), comma + 1 < tokens.count
        {
            tokens.removeSubrange(...comma)
        }
        var modulus: [Token] = []
        if let open = tokens.lastIndex(where: { if case .open(0x28) = $0.kind { true } else { false } }), open > 0,
            StatementSplitter.isModulus(tokens[open...]), case .close? = tokens.last?.kind
        {
            modulus = Array(tokens[(open + 2)...].dropLast())
            tokens.removeSubrange(open...)
        }
        var range = tokens[0].range
        for token in tokens { range = range.union(token.range) }
        var statement = Statement(range: range, kind: kind)
        statement.taken = choices
        var parser = ExpressionParser(reader: reader, scope: scope, vocabulary: vocabulary, choices: choices, isStrict: isStrict)
        parser.hints = hints
        var parts = KindReader.parts(tokens)

        if isStrict, holdsLogic(tokens), let truth = truthSide(tokens, &parser) {
            statement.sides = [truth]
            finish(&statement, &parser)
            return (statement, parser.diagnostics)
        }
        if !isStrict, isConstraint || isFragment(tokens, parts) {
            statement.isNotation = true
            return (statement, [])
        }
        if Self.mentions.contains(kind) || (kind == .expression && isSchematic(tokens)) || kind == .other && parts.signs.isEmpty {
            if kind == .membership, isStrict, let truth = truthSide(tokens, &parser) {
                statement.sides = [truth]
                finish(&statement, &parser)
                return (statement, parser.diagnostics)
            }
            statement.isNotation = true
            if kind == .membership { readMembership(parts, &statement) }
            if kind == .distribution, !isStrict { readDistribution(parts, &statement) }
            if kind == .application {
                // A bare application is a mention; its value is still worth having.
                statement.sides = [side(tokens, &parser)]
                if statement.sides[0].expression == nil { parser.diagnostics.removeAll { $0.code != .misspeltFunction } }
                finish(&statement, &parser)
                return (statement, parser.diagnostics)
            }
            if kind == .symbol || kind == .number || isStrict && parts.signs.isEmpty {
                statement.sides = [side(tokens, &parser)]
                finish(&statement, &parser)
                return (statement, isStrict ? parser.diagnostics : [])
            }
            return (statement, [])
        }
        if parts.signs.isEmpty, isShape(tokens) && !isStrict || parts.sides.count == 2 && isSet(parts.sides[1]) {
            statement.isNotation = true
            return (statement, [])
        }
        if parts.signs.isEmpty && !isStrict && holdsPlaceholder(tokens) || parts.signs.contains(where: isIndependence) {
            statement.isNotation = true
            return (statement, [])
        }
        if parts.sides.count == 2, isSet(parts.sides[1]), parts.sides[0].count == 1 {
            statement.isNotation = true
            return (statement, [])
        }
        if isIndexRange(parts, tokens) {
            statement.isNotation = true
            statement.kind = .membership
            return (statement, [])
        }
        // `N = \text{batch size}` says in words what a name is.
        if parts.sides.count == 2, isNamed(parts.sides[0]), !parts.sides[1].isEmpty, parts.sides[1].allSatisfy({ isWords($0) }) {
            statement.isNotation = true
            return (statement, [])
        }
        // Each step is judged on samples of its own, and each evaluation walks the whole statement.
        if parts.signs.count > Self.relationLimit {
            statement.reason = Reason(.limit, "more than \(Self.relationLimit) relations in one statement")
            return (statement, [])
        }
        for sign in parts.signs {
            guard case .relation(let scalar) = sign.kind else { continue }
            statement.relations.append(Relation(RelationSigns.kind(scalar), sign: RelationSigns.text(scalar), range: sign.range))
        }
        statement.isSpecialCase = isSpecialCase(parts.sides, parser)
        // `D(X \pm Y) = D(X) + D(Y)` is said of both signs as well.
        parser.hasTwoSigns = parts.sides.count(where: holdsTwoSigns) > 1 || parts.sides[0].count > 1 && holdsTwoSigns(parts.sides[0])
        statement.hasTwoSigns = parser.hasTwoSigns
        parser.readsPrimedNames = statement.relations.allSatisfy { [.equal, .identical, .defines].contains($0.kind) }
        let definesHead = [.equal, .defines, .identical].contains(statement.relations.first?.kind)
        var head: Head?
        if definesHead, parts.sides.count > 1 {
            head = self.head(parts.sides[0], scope: scope, &parser) ?? abbreviation(parts.sides[0], of: parts.sides[1], parser)
            if let head {
                for parameter in head.parameters { parser.parameters.insert(parameter) }
                // Indices of the head are free over the whole statement.
                for index in head.indexNames { _ = try? parser.freeSlot(index, head.range) }
            }
        }
        if onlyIfDefines, head == nil { return (statement, []) }
        // `a = g(z) = …` says what `g` is as well; the body is then the second side.
        let also = head.flatMap { secondHead(after: $0, parts, statement.relations, scope: scope, &parser) }
        if also != nil {
            parts.sides.remove(at: 1)
            parts.signs.remove(at: 1)
            statement.relations.remove(at: 1)
        }
        let antiderivative = parser.antiderivativeVariable(parts.sides, statement.relations)
        if antiderivative != nil, head != nil, parts.sides.count > 2 {
            // A name for the integral: what is claimed stands behind it.
            parts.sides.removeFirst()
            parts.signs.removeFirst()
            statement.relations.removeFirst()
            head = nil
        }
        if head == nil { statement.integrationVariable = antiderivative.flatMap { SymbolSpelling.fullName($0, reader) }.map { SymbolKey(canonical: $0) } }
        for (k, tokens) in parts.sides.enumerated() {
            if k == 0, let head, head.isFunction, !(scope[head.name]?.definition.map { $0.isFunction && $0.usesParameters } ?? false) {
                statement.sides.append(Side(range: head.range, expression: nil, reason: Reason(.undefinedFunction, "\(head.name) is defined here")))
                continue
            }
            // The left side names a probability that no data give.
            if k == 0, isStrict, kind == .probability, parts.sides.count == 2, definesHead, isApplication(tokens, parser) {
                statement.sides.append(Side(range: range, expression: nil, reason: Reason(.undefinedFunction, "the probability is defined here")))
                continue
            }
            if tokens.isEmpty {
                let isLast = k == parts.sides.count - 1
                let words = k == 0 ? "what stands left of the relation is in the text" : isLast ? "the formula stops at its relation" : "an empty side"
                statement.sides.append(
                    Side(range: .empty(at: range.lower), expression: nil, reason: Reason(k == 0 || isLast && goesOn ? .prose : .unreadNotation, words)))
                if k > 0, !isLast || !goesOn {
                    parser.diagnostics.append(Diagnostic(.missingOperand, at: parts.signs[k - 1].core, "nothing stands after this relation"))
                }
                continue
            }
            statement.sides.append(side(tokens, &parser, antiderivativeBy: head == nil ? antiderivative : nil))
        }
        // `f(x) = 0` says what a function is there, not what it is.
        let isStatedNumber = statement.sides.count > 2 && statement.sides[1].expression.map { if case .number = parser.draft[$0.root].kind { true } else { false } } ?? false
        if isStatedNumber, head?.isFunction ?? false, !(head?.isMoment ?? true), !isStrict, statement.sides[0].reason?.code == .undefinedFunction {
            // `\det(H) = 3 > 0` says what it is there.
            statement.sides[0] = side(parts.sides[0], &parser)
            head = nil
        }
        if let head, head.isFunction, !head.isMoment, !isStrict, statement.sides.count == 2, statement.sides[0].reason?.code == .undefinedFunction,
            let body = statement.sides[1].expression, !head.parameters.isEmpty, !parser.mentions(head.parameters, below: body.root)
        {
            statement.sides[0] = side(parts.sides[0], &parser)
        }
        if !modulus.isEmpty { reduce(&statement, by: modulus, &parser) }
        // A name for an array written out with dots declares it.
        if isNamed(parts.sides[0]), listsElements(statement, parts) {
            statement.isNotation = true
        }
        var conditions: [ExpressionTree.ID] = []
        for condition in part.conditions where !statement.relations.isEmpty {
            guard let first = condition.first(where: { !$0.isSpace }), !first.isSign(0x2200) else { continue }
            let before = parser.draft
            guard let id = try? parser.condition(condition) else {
                parser.draft = before
                continue
            }
            // Of positions that some indices have it says for which: nothing is claimed, and nothing defined, of the others.
            if parser.comparesIndices(id) {
                restrict(&statement, to: id, &parser)
                head = nil
            } else {
                conditions.append(id)
            }
        }
        conditions += parser.implied
        statement.measuresInformation = hints.measuresInformation && parser.hasMoments
        statement.hasMoments = parser.hasMoments
        if parser.hasMoments, hints.hasMoments, let first = parts.sides[0].first, first.letter == 0x44, first.font == nil, !first.hasScripts, parts.sides[0].count > 1,
            parser.opening(of: parts.sides[0][1]) == 0x28
        {
            statement.variance = SymbolKey(canonical: "D")
        }
        if choices.contains(.lawsOfVariables) { takeLaws(&statement, &parser) }
        finish(&statement, &parser, head: head, conditions: conditions)
        if !isStrict, statement.isCondition { statement.isNotation = true }
        if let also { statement.definesToo = secondDefinition(also, statement) }
        return (statement, parser.diagnostics)
    }

    /// Each side at the positions where the condition holds; 0 elsewhere.
    private func restrict(_ statement: inout Statement, to condition: ExpressionTree.ID, _ parser: inout ExpressionParser) {
        for k in statement.sides.indices {
            guard let side = statement.sides[k].expression else { continue }
            let zero = parser.draft.number(0, statement.sides[k].range)
            let masked = parser.draft.add(.choose(parser.draft.list([side.root, condition, zero])), statement.sides[k].range)
            statement.sides[k].expression = Expression(pending: masked)
        }
    }

    /// A congruence: each side stands for what it leaves when divided.
    private func reduce(_ statement: inout Statement, by modulus: [Token], _ parser: inout ExpressionParser) {
        for k in statement.sides.indices {
            guard let side = statement.sides[k].expression else { continue }
            guard let divisor = try? parser.parse(modulus) else {
                statement.sides[k].expression = nil
                statement.sides[k].reason = Reason(.unreadNotation, "a modulus")
                continue
            }
            let rest = parser.draft.add(.binary(.modulo, side.root, divisor), statement.sides[k].range)
            statement.sides[k].expression = Expression(pending: rest)
        }
    }

    private static let units: Set<String> = [
        "kg", "g", "mg", "t", "m", "cm", "mm", "km", "s", "ms", "min", "h", "Hz", "kHz", "MHz", "GHz", "N", "kN", "J", "kJ", "W", "kW", "V", "mV",
        "A", "mA", "K", "Pa", "kPa", "mol", "L", "mL", "ml", "eV", "rad", "bit", "bits", "byte", "bytes", "B", "KB", "MB", "GB", "px",
    ]

    /// Units that notes convert into no others.
    private static let counters: Set<String> = ["bit", "bits", "nat", "nats", "years", "比特", "元", "个", "次", "人", "岁", "种"]

    /// `440\,\text{Hz}` is the number: what names a unit behind a number, upright and without data.
    private func withoutUnit(_ tokens: [Token]) -> [Token] {
        guard tokens.count > 1, let last = tokens.last, !last.hasScripts, case .number = tokens[tokens.count - 2].kind else { return tokens }
        var name: String?
        switch last.kind {
        case .word where !isStrict: return tokens
        case .text(let words), .word(let words): name = words.split(separator: " ").joined(separator: " ")
        case .letter: if last.font == .upright, isStrict { name = SymbolSpelling.fullName(last, reader) }
        default: break
        }
        guard let name, (isStrict ? Self.units : Self.counters).contains(name), scope[SymbolKey(canonical: name)] == nil else { return tokens }
        return Array(tokens.dropLast())
    }

    /// One name with one bracket behind it, and no data for them.
    private func isApplication(_ tokens: [Token], _ parser: ExpressionParser) -> Bool {
        guard tokens.count > 1, tokens[0].letter != nil || { if case .word = tokens[0].kind { true } else { false } }(),
            SymbolSpelling.text(tokens, reader).map({ !parser.compounds.contains($0) }) ?? false
        else { return false }
        var cursor = ExpressionParser.Cursor(tokens)
        cursor.place = 1
        if case .fenced = tokens[1].kind { return tokens.count == 2 }
        return parser.closingPlace(cursor) == tokens.count - 1
    }

    /// ∧, ∨ or ¬ at the top level.
    private func holdsLogic(_ tokens: [Token]) -> Bool {
        zip(tokens, StatementSplitter.topLevel(tokens)).contains { token, isTop in
            isTop && (token.isSign(0x2227) || token.isSign(0x2228) || token.isSign(0xAC))
        }
    }

    /// `x > 0 \text{ and } x < 1` as one truth value; `nil` where no such word stands between relations.
    private func joinedByWords(_ root: [Token]) -> Reading? {
        let tokens = root.filter { !$0.isSpace }
        let top = StatementSplitter.topLevel(tokens)
        let joins = zip(tokens, top).contains { token, isTop in
            guard isTop, case .text(let words) = token.kind else { return false }
            return ["and", "or", "且", "或"].contains(words.split(separator: " ").joined())
        }
        guard joins, let first = tokens.first, let last = tokens.last else { return nil }
        var parser = ExpressionParser(reader: reader, scope: scope, vocabulary: vocabulary, choices: choices, isStrict: isStrict)
        parser.hints = hints
        guard let truth = truthSide(tokens, &parser) else { return nil }
        var statement = Statement(range: first.range.union(last.range), kind: .inequality)
        statement.sides = [truth]
        finish(&statement, &parser)
        return Reading(kind: .inequality, statements: [statement], diagnostics: parser.diagnostics)
    }

    /// Words before an operator are one of its operands, and no words that lead to a formula.
    private func isOperand(_ tokens: [Token]) -> Bool {
        guard tokens.count > 1, case .text(let words) = tokens[0].kind else { return false }
        if scope[SymbolKey(canonical: words.split(separator: " ").joined(separator: " "))] != nil { return true }
        switch tokens[1].kind {
        case .sign(let sign): return [Sign.plus, Sign.minus, Sign.dot, Sign.times, Sign.asterisk, Sign.slash, Sign.divide, Sign.exclamation].contains(sign)
        default: return false
        }
    }

    /// A membership of data as its truth.
    private func truthSide(_ tokens: [Token], _ parser: inout ExpressionParser) -> Side? {
        let before = parser.draft
        guard let id = try? parser.condition(tokens) else {
            parser.draft = before
            return nil
        }
        return Side(range: parser.span(tokens), expression: Expression(pending: id))
    }

    func side(_ tokens: [Token], _ parser: inout ExpressionParser, antiderivativeBy variable: Token? = nil) -> Side {
        let tokens = withoutUnit(tokens)
        let range = parser.span(tokens)
        do throws(Unread) {
            let parts = parser.splitArguments(tokens).filter { $0.contains { !$0.isSpace } }
            let id: ExpressionTree.ID
            if let variable {
                id = try parser.derivativeOfSide(tokens, by: variable)
            } else if parts.count > 1 {
                // `a, b = …` is a tuple.
                var values: [ExpressionTree.ID] = []
                for part in parts { values.append(try parser.parse(part)) }
                id = parser.draft.add(.vector(parser.draft.list(values)), range)
            } else {
                id = try parser.parse(tokens)
            }
            return Side(range: range, expression: Expression(pending: id), reason: nil)
        } catch {
            return Side(range: range, expression: nil, reason: error.reason, reasonRange: error.range)
        }
    }

    func readMembership(_ parts: KindReader.Parts, _ statement: inout Statement) {
        guard parts.sides.count == 2, case .relation(0x2208) = parts.signs[0].kind else { return }
        statement.relations = [Relation(.member, sign: "∈", range: parts.signs[0].range)]
        var names: [SymbolKey] = []
        for token in parts.sides[0] {
            if token.isPunctuation(Sign.comma, Sign.wideComma, Sign.ideographicComma) { continue }
            guard let name = SymbolSpelling.fullName(token, reader) else { return }
            names.append(SymbolKey(canonical: name))
        }
        guard let set = MembershipReader(reader: reader).read(parts.sides[1]) else { return }
        for name in names { statement.declares.append((name, set)) }
    }
}
