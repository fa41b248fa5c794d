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

    private let reader: TokenReader
    private let hints: FormulaHints

    init(tree: MathTree, scope: Scope, vocabulary: any Vocabulary, choices: Choices, isStrict: Bool = false) {
        self.tree = tree
        self.scope = scope
        self.vocabulary = vocabulary
        self.choices = choices
        self.isStrict = isStrict
        reader = TokenReader(tree: tree)
        hints = FormulaHints(reader)
    }

    mutating func read() -> Reading {
        let root = reader.tokens(of: tree.root)
        let parts = StatementSplitter(reader: reader).split(root)
        let kinds = KindReader(reader: reader, scope: scope)
        var reading = Reading(kind: .other)
        var scope = scope
        for part in parts {
            let visible = part.tokens.filter { !$0.isSpace }
            guard !visible.isEmpty else { continue }
            let kind = kinds.kind(of: part)
            let (statement, diagnostics) = read(part, kind, scope: scope)
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

    private func read(_ part: StatementTokens, _ kind: FormulaKind, scope: Scope) -> (Statement, [Diagnostic]) {
        var tokens = part.tokens.filter { !$0.isSpace }
        while let last = tokens.last, last.isPunctuation(Sign.comma, Sign.fullStop, Sign.semicolon, Sign.wideComma, Sign.ideographicStop, Sign.wideSemicolon, Sign.ideographicComma), tokens.count > 1 {
            tokens.removeLast()
        }
        while let first = tokens.first, case .text = first.kind, tokens.count > 1, !isHead(tokens) { tokens.removeFirst() }
        // `\forall i,` says for which, not what.
        if let first = tokens.first, first.isSign(0x2200), let comma = tokens.firstIndex(where: { $0.isPunctuation(Sign.comma, Sign.wideComma) || $0.isRelation && !$0.isMember }),
            tokens[comma].isPunctuation(Sign.comma, Sign.wideComma), comma + 1 < tokens.count
        {
            tokens.removeSubrange(...comma)
        }
        var range = tokens[0].range
        for token in tokens { range = range.union(token.range) }
        var statement = Statement(range: range, kind: kind)
        statement.taken = choices
        var parser = ExpressionParser(reader: reader, scope: scope, vocabulary: vocabulary, choices: choices, isStrict: isStrict)
        parser.hints = hints
        let parts = KindReader.parts(tokens)

        if Self.mentions.contains(kind) || (kind == .expression && isSchematic(tokens)) || kind == .other && parts.signs.isEmpty {
            statement.isNotation = true
            if kind == .membership { readMembership(parts, &statement) }
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
        if parts.signs.isEmpty, isShape(tokens) || parts.sides.count == 2 && isSet(parts.sides[1]) {
            statement.isNotation = true
            return (statement, [])
        }
        if parts.signs.isEmpty && holdsPlaceholder(tokens) || parts.signs.contains(where: isIndependence) {
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
        // Each step is judged on samples of its own, and each evaluation walks the whole statement.
        if parts.signs.count > Self.relationLimit {
            statement.reason = Reason(.limit, "more than \(Self.relationLimit) relations in one statement")
            return (statement, [])
        }
        for sign in parts.signs {
            guard case .relation(let scalar) = sign.kind else { continue }
            statement.relations.append(Relation(RelationSigns.kind(scalar), sign: RelationSigns.text(scalar), range: sign.range))
        }
        let definesHead = [.equal, .defines, .identical].contains(statement.relations.first?.kind)
        var head: Head?
        if definesHead, parts.sides.count > 1 {
            head = self.head(parts.sides[0], scope: scope, &parser)
            if let head {
                for parameter in head.parameters { parser.parameters.insert(parameter) }
                // Indices of the head are free over the whole statement.
                for index in head.indexNames { _ = try? parser.freeSlot(index, head.range) }
            }
        }
        for (k, tokens) in parts.sides.enumerated() {
            if k == 0, let head, head.isFunction, !(scope[head.name]?.definition?.isFunction ?? false) {
                statement.sides.append(Side(range: head.range, expression: nil, reason: Reason(.undefinedFunction, "\(head.name) is defined here")))
                continue
            }
            if tokens.isEmpty {
                statement.sides.append(Side(range: .empty(at: range.lower), expression: nil, reason: Reason(.unreadNotation, "an empty side")))
                if k > 0 || parts.sides.count == 2, part.lines == 1, k == parts.sides.count - 1 {
                    parser.diagnostics.append(Diagnostic(.missingOperand, at: parts.signs[max(0, k - 1)].core, "nothing stands after this relation"))
                }
                continue
            }
            statement.sides.append(side(tokens, &parser))
        }
        // A name for an array written out with dots declares it.
        if statement.relations.count == 1, statement.sides.contains(where: { $0.reason?.code == .ellipsis }), isNamed(parts.sides[0]) {
            statement.isNotation = true
        }
        var conditions: [ExpressionTree.ID] = []
        for condition in part.conditions {
            guard let first = condition.first(where: { !$0.isSpace }), !first.isSign(0x2200) else { continue }
            let before = parser.draft
            if let id = try? parser.condition(condition) { conditions.append(id) } else { parser.draft = before }
        }
        finish(&statement, &parser, head: head, conditions: conditions)
        return (statement, parser.diagnostics)
    }


    private func isHead(_ tokens: [Token]) -> Bool {
        guard tokens.count > 1 else { return false }
        switch tokens[1].kind {
        case .open(0x28), .fenced(0x28, _, _), .relation: return true
        default: return tokens[0].hasScripts
        }
    }

    /// `x_1, \ldots, x_n`; `+\frac{\lambda}{2}…` is a part of something, no statement.
    private func isSchematic(_ tokens: [Token]) -> Bool {
        guard let first = tokens.first else { return true }
        if first.isSign(Sign.plus) || first.isSign(Sign.dot) || first.isSign(Sign.times) { return true }
        return tokens.contains { if case .ellipsis = $0.kind { true } else { false } }
    }

    /// One symbol, also transposed.
    private func isNamed(_ tokens: [Token]) -> Bool {
        guard tokens.count == 1 else { return false }
        switch tokens[0].kind {
        case .letter, .accent, .word: return true
        default: return false
        }
    }

    /// `n \times m`
    private func isShape(_ tokens: [Token]) -> Bool {
        guard tokens.count >= 3, tokens.count % 2 == 1 else { return false }
        return tokens.enumerated().allSatisfy { k, token in
            if k % 2 == 1 { return token.isSign(Sign.times) }
            switch token.kind {
            case .letter, .number, .word: return token.sup == nil
            default: return false
            }
        }
    }

    /// `\langle \cdot, \cdot \rangle`, `\|\cdot\|`: a dot that multiplies nothing stands for an argument.
    private func holdsPlaceholder(_ tokens: [Token], depth: Int = 0) -> Bool {
        func opens(before k: Int) -> Bool {
            guard k > 0 else { return depth > 0 }
            switch tokens[k - 1].kind {
            case .open, .punctuation: return true
            case .bar:
                // The bars of `\|\cdot\|` open where nothing stands before them; those of `|a| \cdot |b|` close.
                switch tokens[..<(k - 1)].last(where: { if case .bar = $0.kind { false } else { true } })?.kind {
                case nil, .open, .punctuation, .sign, .relation: return true
                default: return false
                }
            default: return false
            }
        }
        func closes(after k: Int) -> Bool {
            guard k + 1 < tokens.count else { return depth > 0 }
            switch tokens[k + 1].kind {
            case .close, .punctuation, .bar: return true
            default: return false
            }
        }
        return tokens.indices.contains { k in
            if tokens[k].isSign(Sign.dot) || tokens[k].isSign(Sign.middleDot) { return opens(before: k) && closes(after: k) }
            guard depth < 8, case .fenced(_, let body, _) = tokens[k].kind else { return false }
            return holdsPlaceholder(reader.tokens(of: body).filter { !$0.isSpace }, depth: depth + 1)
        }
    }

    /// `A \perp B \mid C` is said of random variables, as their distribution is.
    private func isIndependence(_ sign: Token) -> Bool {
        switch sign.kind {
        case .relation(0x22A5), .relation(0x27C2), .relation(0x2AEB): true
        default: false
        }
    }

    /// `\{1, 2, 3\}`
    private func isSet(_ tokens: [Token]) -> Bool {
        guard let first = tokens.first, let last = tokens.last else { return false }
        if case .fenced(0x7B, _, 0x7D) = first.kind { return tokens.count == 1 }
        if case .open(0x7B) = first.kind, case .close(0x7D) = last.kind {
            return KindReader(reader: reader, scope: scope).closes(tokens, 0) == tokens.count - 1
        }
        return first.isSign(0x2205) && tokens.count == 1
    }

    private func isIndexRange(_ parts: KindReader.Parts, _ tokens: [Token]) -> Bool {
        guard parts.sides.count == 2, parts.sides[0].count == 1, parts.sides[0][0].letter != nil, case .relation(Sign.equal) = parts.signs[0].kind
        else { return false }
        let right = parts.sides[1]
        guard case .number? = right.first?.kind else { return false }
        return right.contains { if case .ellipsis = $0.kind { true } else { false } } && right.contains { $0.isPunctuation(Sign.comma, Sign.wideComma) }
    }

    private func side(_ tokens: [Token], _ parser: inout ExpressionParser) -> Side {
        let range = parser.span(tokens)
        do throws(Unread) {
            let parts = parser.splitArguments(tokens).filter { $0.contains { !$0.isSpace } }
            let id: ExpressionTree.ID
            if parts.count > 1 {
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

    // MARK: Heads

    struct Head {
        var name: SymbolKey
        var range: ByteRange
        var parameters: [SymbolKey]
        var isFunction: Bool
        var indexNames: [SymbolKey]
    }

    /// What the left side defines, when it is a name, an indexed name or an application of one.
    private func head(_ tokens: [Token], scope: Scope, _ parser: inout ExpressionParser) -> Head? {
        let kinds = KindReader(reader: reader, scope: scope)
        guard kinds.isDefinable(tokens), let first = tokens.first else { return nil }
        let range = parser.span(tokens)
        if kinds.isApplication(tokens) {
            guard let bracket = tokens.firstIndex(where: { token in
                switch token.kind {
                case .open, .fenced: true
                default: false
                }
            }) else { return nil }
            var cursor = ExpressionParser.Cursor(Array(tokens[bracket...]))
            guard let inner = try? parser.take(&cursor).inner else { return nil }
            var parameters: [SymbolKey] = []
            for part in parser.splitArguments(inner) {
                let visible = part.filter { !$0.isSpace }
                guard visible.count == 1, let name = SymbolSpelling.fullName(visible[0], reader) else { return nil }
                parameters.append(parameterKey(visible[0], name, parser))
            }
            guard Set(parameters).count == parameters.count else { return nil }
            let name: String?
            if bracket == 1 {
                name = functionName(first)
            } else {
                if let last = tokens[..<bracket].last, isDerived(last) { return nil }
                name = runName(tokens[..<bracket])
            }
            guard let name, !["P", "Pr", "E", "O", "o"].contains(name) else { return nil }
            if first.font == .blackboard { return nil }
            return Head(name: SymbolKey(canonical: name), range: range, parameters: parameters, isFunction: true, indexNames: [])
        }
        if tokens.count > 1 {
            if tokens.count == 2, first.letter == 0x64, let inner = SymbolSpelling.fullName(tokens[1], reader), tokens[1].sup == nil {
                return Head(name: SymbolKey(canonical: "d" + inner), range: range, parameters: [], isFunction: false, indexNames: [])
            }
            guard let name = runName(tokens[...]) else { return nil }
            return Head(name: SymbolKey(canonical: name), range: range, parameters: [], isFunction: false, indexNames: [])
        }
        guard var name = SymbolSpelling.baseName(first, reader) else { return nil }
        var indices: [SymbolKey] = []
        if let sup = first.sup {
            switch parser.classifySuperscript(sup, base: name) {
            case .label(let label): name += label.allSatisfy({ $0 == "'" }) ? label : "^" + label
            case .index(let inner):
                guard let letter = inner.first?.letter, let index = SymbolSpelling.letterName(letter) else { return nil }
                indices.append(SymbolKey(canonical: index))
                name += "^" + (SymbolSpelling.scriptText(sup, reader) ?? "")
            default: return nil
            }
        }
        if let sub = first.sub {
            switch parser.classifySubscript(sub, base: name) {
            case .none: break
            case .label(let label): name += "_" + label
            case .indices(let parts):
                for part in parts {
                    guard part.count == 1, !part[0].hasScripts, let letter = part[0].letter, let index = SymbolSpelling.letterName(letter) else { return nil }
                    indices.append(SymbolKey(canonical: index))
                }
            case .labelAndIndices: return nil
            }
        }
        guard Set(indices).count == indices.count else { return nil }
        if name == "e" || name == "pi" { return nil }
        return Head(name: SymbolKey(canonical: name), range: range, parameters: [], isFunction: false, indexNames: indices)
    }

    private func parameterKey(_ token: Token, _ name: String, _ parser: ExpressionParser) -> SymbolKey {
        SymbolKey(canonical: name)
    }

    private func functionName(_ token: Token) -> String? {
        // `f'(x)` and `f^2(x)` speak of a function and do not define one.
        if isDerived(token) { return nil }
        switch token.kind {
        case .word(let word), .text(let word): return word.split(separator: " ").joined()
        default: return SymbolSpelling.fullName(token, reader)
        }
    }

    /// Primes or a number above a name.
    private func isDerived(_ token: Token) -> Bool {
        guard let sup = token.sup, let text = SymbolSpelling.scriptText(sup, reader), !text.isEmpty else { return false }
        return text.allSatisfy { $0 == "'" } || text.allSatisfy { $0.isNumber }
    }

    private func runName(_ tokens: ArraySlice<Token>) -> String? {
        var name = ""
        for token in tokens {
            guard let letter = token.letter, letter < 0x80, let scalar = Unicode.Scalar(letter) else { return nil }
            name.unicodeScalars.append(scalar)
        }
        if let last = tokens.last, last.hasScripts {
            var word = last
            word.kind = .word(name)
            return SymbolSpelling.fullName(word, reader)
        }
        return name
    }

    // MARK: Types

    private func finish(
        _ statement: inout Statement, _ parser: inout ExpressionParser, head: Head? = nil, conditions: [ExpressionTree.ID] = []
    ) {
        var table = DimensionTable()
        for k in parser.draft.slots.indices { parser.draft.slots[k].dimension = table.make() }
        for (a, b) in parser.equalSlots { table.unify(parser.draft.slots[Int(a)].dimension, parser.draft.slots[Int(b)].dimension) }
        for (slot, count) in parser.declaredCounts {
            let dimension: Int32 =
                switch count {
                case .fixed(let n): table.fixed(n)
                case .named(let name): table.named(name)
                case .variable: table.make()
                }
            table.unify(parser.draft.slots[Int(slot)].dimension, dimension)
        }
        var equated: [(ExpressionTree.ID, ExpressionTree.ID)] = []
        for (k, relation) in statement.relations.enumerated() where k + 1 < statement.sides.count {
            guard let a = statement.sides[k].expression, let b = statement.sides[k + 1].expression else { continue }
            switch relation.kind {
            case .equal, .notEqual, .approximately, .defines, .assigns, .identical: equated.append((a.root, b.root))
            default: break
            }
        }
        var inference = ShapeInference(parser.draft, table: table, elementwiseProducts: choices.contains(.productElementwise))
        inference.run(equated: equated)
        for conflict in inference.conflicts where conflict.isCertain && !isStrict {
            parser.diagnostics.append(Diagnostic(.shapeMismatch, at: conflict.range, conflict.message))
        }
        statement.conflicts = inference.conflicts.map { ($0.range, $0.message) }
        for conflict in inference.conflicts {
            for k in statement.sides.indices where statement.sides[k].range.contains(conflict.range) || inference.conflicts.count == 1 {
                if statement.sides[k].expression != nil, statement.sides[k].reason == nil, !isStrict {
                    statement.sides[k].reason = Reason(.noShape, conflict.message)
                }
            }
        }
        var domains = DomainInference(inference.draft, table: inference.table, types: inference.types)
        domains.run()
        // A comparison of an index with data: the data hold positions.
        for k in inference.draft.symbols.indices { inference.draft.symbols[k].domain = domains.domains[k] }
        let facts = zip(inference.types, inference.slotMasks).map { Facts(type: $0, slots: $1) }
        let tree = ExpressionTree(
            inference.draft, facts: facts, dimensions: inference.table, elementwiseProducts: choices.contains(.productElementwise),
            isStrict: isStrict)
        if !isStrict, inference.conflicts.isEmpty, choices.isEmpty {
            var names = DeclaredNames(tree, scope: scope)
            names.check(statement.sides.compactMap { $0.expression?.root })
            for conflict in names.conflicts {
                parser.diagnostics.append(Diagnostic(.shapeMismatch, at: conflict.range, conflict.message))
                statement.conflicts.append((conflict.range, conflict.message))
                for k in statement.sides.indices where statement.sides[k].range.contains(conflict.range) && statement.sides[k].reason == nil {
                    statement.sides[k].reason = Reason(.noShape, conflict.message)
                }
            }
        }
        for k in statement.sides.indices {
            guard let pending = statement.sides[k].expression else { continue }
            statement.sides[k].expression = Expression(tree: tree, root: pending.root)
            if let reason = statement.sides[k].reason, reason.code == .noShape { statement.sides[k].expression = nil }
        }
        statement.conditions = conditions.map { Expression(tree: tree, root: $0) }
        statement.openChoices = parser.openChoices
        indices(&statement, &parser, tree, head)
        if !isStrict { indexSlips(statement, &parser, tree, head) }
        statement.symbols = freeSymbols(tree)
        // A variance stated of one thing is no definition for others: what it is over is not in the formula.
        let isMoment = head.map { ["Var", "var", "Cov", "cov", "Std", "std"].contains($0.name.name) } ?? false
        if let head, !isMoment, statement.sides.count > 1, let body = statement.sides[1].expression,
            !head.isFunction || head.parameters.isEmpty || body.symbols.contains(where: { head.parameters.contains($0) })
                || statement.relations.count > 1
        {
            let slots = head.indexNames.compactMap { name in parser.freeSlots[name].map { Int($0) } }
            statement.definition = Definition(
                name: head.name, range: head.range,
                parameters: head.parameters.map { key in
                    Definition.Parameter(name: key, shape: statement.symbols.first { $0.name == key }?.shape)
                }, isFunction: head.isFunction, indices: slots, body: body)
        }
        for (k, side) in statement.sides.enumerated() where side.expression == nil {
            if k == 0, head?.isFunction ?? false, side.reasonRange == nil { continue }
            statement.reason = side.reason
            break
        }
    }

    private func indices(_ statement: inout Statement, _ parser: inout ExpressionParser, _ tree: ExpressionTree, _ head: Head?) {
        var leftMask: UInt64 = 0
        if !statement.relations.isEmpty, let left = statement.sides.first?.expression { leftMask = tree.facts[Int(left.root)].slots }
        for (key, slot) in parser.freeSlots.sorted(by: { $0.key < $1.key }) {
            let bit: UInt64 = 1 << UInt64(slot)
            let isHead = head?.indexNames.contains(key) ?? false
            let isUsed = statement.sides.contains { side in side.expression.map { tree.facts[Int($0.root)].slots & bit != 0 } ?? false }
            guard isUsed || isHead else { continue }
            let isDeclared: Bool = if case .index? = scope[key]?.role { true } else { false }
            // Laws of probability hold under conditions that stand in the prose: nothing is judged for all values.
            let isBound = (isHead || leftMask & bit != 0 || isDeclared) && !parser.openValues.contains(key)
            let entry = tree.slotEntries[Int(slot)]
            statement.indices.append(
                FreeIndex(name: key, slot: Int(slot), dimension: tree.dimensions.dimension(entry.dimension), isBound: isBound, range: entry.range))
            // The same letter is bound by a sum of this formula: it was used outside of it.
            if !isBound, hints.bound.contains(key.name), statement.relations.count > 0 || statement.sides.count == 1,
                boundBefore(key, entry.range, tree)
            {
                statement.openChoices.insert(.sumIncludesLaterTerms)
                if !choices.contains(.sumIncludesLaterTerms) {
                    parser.diagnostics.append(
                        Diagnostic(
                            .unboundIndex, at: entry.range, "index `\(key)` is used outside of the operator that binds it",
                            help: "put brackets around the terms that the sum is to take"))
                }
            }
        }
    }

    /// Only a definition or an equation of two sides tells what was meant: a chain may sum a constant on its way.
    private func indexSlips(_ statement: Statement, _ parser: inout ExpressionParser, _ tree: ExpressionTree, _ head: Head?) {
        guard statement.sides.count == 2, statement.relations.count == 1, statement.kind != .update,
            [.equal, .defines, .identical].contains(statement.relations[0].kind), let right = statement.sides[1].expression
        else { return }
        let left = statement.sides[0].expression
        guard head != nil || left != nil, parser.diagnostics.isEmpty else { return }
        let use = IndexUse(self.tree, tree, right: right.root)
        var own = Set(head?.indexNames ?? [])
        if let left {
            for index in statement.indices where tree.facts[Int(left.root)].slots & (1 << UInt64(index.slot)) != 0 { own.insert(index.name) }
        }
        if let index = use.strayIndex(among: statement.indices, of: own) {
            parser.diagnostics.append(
                Diagnostic(.unboundIndex, at: index.range, "index `\(index.name)` is bound by nothing, and the left side has another index"))
            return
        }
        // `n \mu = \sum_{i=1}^{n} \mu` and means of means are right; `\sigma^2` is named as `\sigma` is.
        if head == nil, let left {
            guard case .power(let base, _) = tree.nodes[Int(left.root)].kind, case .symbol = tree.nodes[Int(base)].kind,
                !left.symbols.contains(where: right.symbols.contains)
            else { return }
        }
        let unbound = statement.indices.reduce(UInt64(0)) { $1.isBound ? $0 : $0 | 1 << UInt64($1.slot) }
        for entry in use.unusedIndices(unbound: unbound) {
            parser.diagnostics.append(
                Diagnostic(
                    .unusedIndex, at: entry.range, "index `\(entry.key)` is bound, but the terms do not use it",
                    help: "write the index where it belongs"))
        }
    }

    /// Whether an operator that binds the index ends before the place: what follows was probably to stand under it. Before
    /// the operator the same letter may well be another index.
    private func boundBefore(_ key: SymbolKey, _ place: ByteRange, _ tree: ExpressionTree) -> Bool {
        tree.nodes.contains { node in
            if case .reduce(_, let slot, _, _) = node.kind { tree.slotEntries[Int(slot)].key == key && node.range.end <= place.start } else { false }
        }
    }

    private func freeSymbols(_ tree: ExpressionTree) -> [FreeSymbol] {
        tree.symbols.compactMap { entry -> FreeSymbol? in
            guard entry.key.name.unicodeScalars.first.map({ $0.value > 2 }) ?? false else { return nil }
            var role = FreeSymbol.Role.variable
            if let constant = entry.isConstant { role = .constant(constant) }
            if entry.sizeOf >= 0 { role = .dimension(tree.dimensions.dimension(entry.sizeOf)) }
            let type = entry.type
            let shape = ArrayShape((0..<max(0, Int(type.rank))).map { tree.dimensions.dimension(type[$0]) }, isRow: type.isRow)
            return FreeSymbol(
                name: entry.key, range: entry.range, shape: shape, domain: entry.domain, role: role,
                learned: entry.learned.words.isEmpty ? Learned("a number by convention") : entry.learned)
        }.sorted { $0.name < $1.name }
    }

    private func readMembership(_ parts: KindReader.Parts, _ statement: inout Statement) {
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

extension Expression {
    /// A root whose tree is not finished.
    init(pending root: ExpressionTree.ID) {
        tree = ExpressionTree.empty
        self.root = root
    }
}

extension ExpressionTree {
    static let empty = ExpressionTree(Draft(), facts: [], dimensions: DimensionTable())
}
