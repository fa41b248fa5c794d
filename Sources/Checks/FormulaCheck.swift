import Catalogue
import Formulas
import LaTeX
import Markdown
import Source
import Tensors

extension NoteWalk {
    /// One formula: parse, read, check each statement, learn what it declares.
    mutating func checkFormula(_ index: Int, previous: FormulaRecord?) -> FormulaRecord {
        let span = note.formulas[index]
        let allowances = directives.takeAllowances(before: span.range.lower)
        let before = findings.count
        let skip = directives.take(before: span.range.lower) { if case .skip = $0 { true } else { false } }
        var record: FormulaRecord
        if let skip, case .skip(let reason) = skip.kind {
            directives.use(skip.index)
            record = FormulaRecord(
                kind: .other, outcome: .unsupported,
                reason: Reason(.skippedByAuthor, reason.isEmpty ? "the author says so" : reason))
        } else if span.isUnclosed {
            record = FormulaRecord(kind: .other, outcome: .malformed)
        } else {
            let before = (scope, dataScope, known)
            announce(index)
            record = checkOpenFormula(index, span)
            if !announced.isEmpty {
                // What stands behind the formula is learned again at its place.
                (scope, dataScope, known) = before
                announced = []
                for entry in lastLearned { learn(entry.statement, entry.span, number: entry.number) }
            }
        }
        // An allowed finding is not reported, and what it says does not count.
        let given = findings[before...]
        let allowed = given.filter { diagnostic in allowances.contains { allows($0, diagnostic.code) } }
        if !allowed.isEmpty {
            for entry in allowances where allowed.contains(where: { allows(entry, $0.code) }) { directives.use(entry) }
            findings = Array(findings[..<before]) + given.filter { d in !allowances.contains { allows($0, d.code) } }
        }
        return record
    }

    private func allows(_ entry: Int, _ code: FindingCode) -> Bool {
        if case .allow(code, _, _) = directives.entries[entry].directive.kind { return true }
        return false
    }

    /// Learns the definitions that the words right behind a formula announce: `…, where $\bar{x} = …$`, `…，其中 $…$`.
    private mutating func announce(_ index: Int) {
        announced = []
        lastLearned = []
        var k = index + 1
        while k < note.formulas.count, k <= index + 4, !note.formulas[k].isUnclosed {
            let (lower, upper) = (note.formulas[k - 1].range.upper, note.formulas[k].range.lower)
            guard lower <= upper, upper - lower <= 48, upper <= note.source.bytes.count,
                Condition.announces(TextFolding.folded(String(decoding: note.source.bytes[lower..<upper], as: UTF8.self)), isFirst: k == index + 1)
            else { return }
            let span = note.formulas[k]
            let parsed = FormulaParser.parse(span.latex, macros: macros, limits: configuration.limits)
            guard parsed.diagnostics.isEmpty else { return }
            for (place, statement) in FormulaReader.read(parsed.tree, scope: scope, vocabulary: shared.vocabulary).statements.enumerated() {
                if statement.definition == nil, !statement.declares.isEmpty {
                    announced.formUnion(statement.declares.map(\.name))
                    learn(statement, span, number: 1_000_000 + 16 * k + place)
                    continue
                }
                guard let name = statement.definition?.name, statement.kind != .update, statement.kind != .gradient,
                    definitionPlaces[name]?.contains(note.formulas[index].range.lower) != true
                else { continue }
                announced.insert(name)
                learn(statement, span, number: 1_000_000 + 16 * k + place)
            }
            k += 1
        }
        lastLearned = []
    }

    private mutating func checkOpenFormula(_ index: Int, _ original: FormulaSpan) -> FormulaRecord {
        let own = FormulaParser.parse(original.latex, macros: macros, limits: configuration.limits)
        for diagnostic in own.diagnostics { findings.append(diagnostic.mapped(original.map)) }
        for (name, definition) in own.definitions.definitions { macros.definitions[name] = definition }
        if own.diagnostics.contains(where: { $0.severity == .error }) {
            return FormulaRecord(kind: .other, outcome: .malformed)
        }
        // A block that begins with a relation continues the statement of the block before it.
        var span = original
        var parsed = own
        var firstOwnByte = 0
        if let joined = continued(index, own) {
            span = joined.span
            parsed = joined.parsed
            firstOwnByte = joined.firstOwnByte
        }
        let goesOn = !original.display || isFollowedByDisplay(index)
        var reading = FormulaReader.read(parsed.tree, scope: scope, vocabulary: shared.vocabulary, goesOn: goesOn)
        // What the reader could not go on with is a fault only where no way of writing explains it.
        reading.diagnostics.removeAll { $0.code == .unbalancedBracket || $0.code == .missingOperand }
        reading.diagnostics += WritingCheck(tree: parsed.tree, span: span, note: note.source, block: outline.textBlock(of: index)).faults()
        reading.diagnostics += habits.faults(FormulaHabits(parsed.tree), of: index)
        for diagnostic in reading.diagnostics where diagnostic.range.lower >= firstOwnByte {
            // On an application it comes from the definition that was put in its place, not from what stands there.
            let isApplication = span.latex[diagnostic.range.clamped(to: span.latex.count).range].contains(UInt8(ascii: "("))
            if diagnostic.code == .unboundIndex, isApplication, diagnostic.range.count > 4 { continue }
            // No operator of the formula has this letter: it may stand for what the prose says it is.
            let hasOperator = reading.statements.contains { $0.openChoices.contains(.sumIncludesLaterTerms) }
            if diagnostic.code == .unboundIndex, !hasOperator, isSpokenOf(span.latex[diagnostic.range.clamped(to: span.latex.count).range]) { continue }
            if diagnostic.code == .unboundIndex, isRanged(span.latex[diagnostic.range.clamped(to: span.latex.count).range], span) { continue }
            findings.append(diagnostic.mapped(span.map))
        }
        if let line = explainedLine {
            let (start, end) = (note.source.position(of: span.range.lower), note.source.position(of: span.range.upper))
            if start.line <= line, line <= end.line { explanations.append(reading.explanation(of: span.latex)) }
        }
        // Only what has a value is read with the author's data too.
        let usesData = reading.statements.contains { statement in
            !statement.isNotation && statement.reason == nil && statement.symbols.contains { data[$0.name] != nil }
        }
        let withData = usesData ? FormulaReader.read(parsed.tree, scope: dataScope, vocabulary: shared.vocabulary, goesOn: goesOn) : nil
        var record = FormulaRecord(kind: reading.kind, outcome: .notation)
        let directed = takeImplementation(reading, span)
        let budget = budget()
        let orders = ordersThatHold(index)
        declareOrders(index)
        declareLaws(index)
        declareShapes(index)
        declareSquares(index)
        declareIdentity(index)
        restricting[index] = !reading.statements.allSatisfy(\.isDeclaration) && OrderCondition.read(reading) == nil
        var shown: (value: SideValue, statement: ByteRange)?
        let firstNumber = statementNumber + 1
        statementNumber += reading.statements.count
        var context = context(index, parsed.tree, reading, span, orders: orders, budget: budget, firstOwnByte: firstOwnByte)
        for (place, statement) in reading.statements.enumerated() where statement.range.upper > firstOwnByte {
            // `…, \quad \bar{x} = …`: what a formula defines holds in all of it.
            var known = known
            // Of two definitions of a name the last one before the statement counts.
            let others = reading.statements.indices
            for other in others[(place + 1)...].reversed() + others[..<place] {
                if let entry = knownDefinition(reading.statements[other], span, number: firstNumber + other) { known.define(entry) }
            }
            context.scope = scope
            context.rereadings = Rereadings()
            context.standalone = StandaloneReadings()
            context.known = known
            context.stated = stated
            context.functionsStatedAgain = functionsStatedAgain
            context.directed = statement.definition != nil ? directed : nil
            context.statementNumber = firstNumber + place
            let check = StatementCheck(
                context: context, index: place,
                withData: withData.flatMap { $0.statements.indices.contains(place) ? $0.statements[place] : nil },
                data: { [data] in data[$0] }, firstOwnByte: firstOwnByte)
            var result = check.check()
            if let found = checkWithOtherSections(parsed.tree, place, context, result, goesOn: goesOn) { result = found }
            settle(&result, of: statement, at: place, in: index, context)
            takeSolution(&result, at: place, in: index)
            record.statements.append(result.record)
            findings += result.findings
            if let value = result.shown {
                shown = (value, result.record.range)
                record.value = result.record.value ?? record.value
                useData(statement.symbols.map(\.name))
            }
            for evidence in result.record.evidence where !evidence.assuming.isEmpty { useAssumptions(evidence.assuming) }
            learn(statement, span, number: firstNumber + place)
            state(statement, span, number: firstNumber + place, formula: index, record: record.statements.count - 1)
        }
        record.outcome = Outcome.combined(record.statements.map(\.outcome))
        // What holds of all data restricts none.
        if record.outcome == .verified { restricting[index] = false }
        let isInStatement = { (range: ByteRange) in reading.statements.contains { $0.range.contains(range) } }
        if reading.diagnostics.contains(where: {
            $0.severity == .error && $0.code.outcome == .malformed && $0.range.lower >= firstOwnByte && !isInStatement($0.range)
        }) {
            record.outcome = .malformed
        }
        record.reason = record.statements.first { $0.outcome == record.outcome }?.reason
        if let shown { checkExpectation(&record, shown.value, shown.statement, span) }
        return record
    }

    /// Whether the formula says what the letter runs over: `…, \quad i \in S`.
    private func isRanged(_ letter: ArraySlice<UInt8>, _ span: FormulaSpan) -> Bool {
        let text = span.latex.filter { $0 > 0x20 }
        let wanted = letter.filter { $0 > 0x20 } + Array("\\in".utf8)
        return text.indices.contains { k in
            text[k...].starts(with: wanted) && k > 0 && [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "d")].contains(text[k - 1])
        }
    }

    /// Whether a formula of the note is this letter, or begins with it: `$k$`, `$k \ne j$`.
    private func isSpokenOf(_ letter: ArraySlice<UInt8>) -> Bool {
        note.formulas.contains { other in
            let latex = other.latex.drop { $0 <= 0x20 }
            guard latex.starts(with: letter) else { return false }
            guard let next = latex.dropFirst(letter.count).first(where: { $0 > 0x20 }) else { return true }
            return [UInt8(ascii: "="), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ","), UInt8(ascii: ":")].contains(next)
                || next >= 0x80
        }
    }

    /// What all statements of a formula are checked against; what those before a statement say is added for each.
    func context(
        _ index: Int, _ tree: MathTree, _ reading: Reading, _ span: FormulaSpan, orders: [OrderCondition], budget: Budget,
        firstOwnByte: Int
    ) -> StatementContext {
        let surroundings = FormulaSurroundings(index, in: self)
        var context = StatementContext(
            shared: shared, tree: tree, reading: reading, span: span, scope: scope, known: known, budget: budget, macros: macros,
            seed: ContentHash.ofLaTeX(span.latex), surroundings: surroundings, stated: stated, functions: functions,
            orders: orders, assumptions: assumptions.flatMap { $0 })
        if reading.statements.contains(where: { !$0.isNotation && $0.range.upper > firstOwnByte }) {
            context.spoken = spokenConditions(index, surroundings)
            context.uncertain = uncertainNames(at: note.formulas[index].range.lower).subtracting(announced)
            context.functionsStatedAgain = functionsStatedAgain
            context.derivativeNames = derivativeNames
            context.passageStart = passageStart(index)
            context.squares = squares.reduce(into: Set()) { $0.formUnion($1) }
            context.givenNumbers = givenNumbers(index)
        }
        return context
    }

    /// Formulas right behind `index`, and right before it, that words make its conditions.
    private func spokenConditions(_ index: Int, _ surroundings: FormulaSurroundings) -> SpokenConditions {
        var found = SpokenConditions()
        guard let block = outline.textBlock(of: index), !note.formulas[index].display else { return found }
        func text(_ lower: Int, _ upper: Int) -> String {
            guard lower >= 0, lower <= upper, upper <= note.source.bytes.count, upper - lower <= 48 else { return "…" }
            return TextFolding.folded(String(decoding: note.source.bytes[lower..<upper], as: UTF8.self))
        }
        func add(_ k: Int) -> Bool {
            let parsed = FormulaParser.parse(note.formulas[k].latex, macros: macros, limits: configuration.limits)
            let statements = FormulaReader.read(parsed.tree, scope: scope, vocabulary: shared.vocabulary).statements
            // A name or a declaration (`x \in \mathbb{R}^n`) restricts nothing.
            let isDeclaration = { (statement: Statement) in statement.isNotation && (!statement.declares.isEmpty || statement.relations.isEmpty) }
            guard parsed.diagnostics.isEmpty, !statements.isEmpty,
                statements.allSatisfy({ isDeclaration($0) || SpokenConditions.restricts($0) })
            else { return false }
            found.conditions += statements.filter { !isDeclaration($0) }
            return true
        }
        var k = index + 1
        var isFirst = true
        while k < note.formulas.count, k <= index + 3, note.formulas[k].range.upper <= block.upper {
            let between = text(note.formulas[k - 1].range.upper, note.formulas[k].range.lower)
            guard isFirst ? Condition.opens(between) : Condition.joins(between) else { break }
            if !add(k) {
                if isFirst { found.isUnread = Condition.follows(surroundings.following) }
                found.isReadBehind = false
                break
            }
            found.isReadBehind = true
            isFirst = false
            k += 1
        }
        // `For $x > 0$, $…$`; `当 $a > 0$、$b > 0$ 时，$…$`
        k = index - 1
        while k >= 0, k >= index - 3, note.formulas[k].range.lower >= block.lower {
            guard Condition.joins(text(note.formulas[k].range.upper, note.formulas[k + 1].range.lower)) else { break }
            let start = max(block.lower, k > 0 ? note.formulas[k - 1].range.upper : block.lower, note.formulas[k].range.lower - 40)
            let before = text(start, note.formulas[k].range.lower)
            if Condition.ends(before) {
                for j in k..<index where !add(j) { found.isUnread = true }
                break
            }
            guard Condition.joins(before) else { break }
            k -= 1
        }
        return found
    }

    private mutating func takeImplementation(_ reading: Reading, _ span: FormulaSpan) -> Implementation? {
        let isTieable = reading.statements.contains { statement in
            if statement.definition != nil { return true }
            guard let side = statement.sides.first, !statement.relations.isEmpty else { return false }
            return AppliedName.read(Array(span.latex[side.range.clamped(to: span.latex.count).range])) != nil
        }
        guard isTieable else { return nil }
        guard
            let taken = directives.take(
                before: span.range.lower, where: { if case .implements = $0 { true } else { false } }),
            case .implements(let name) = taken.kind, let implementation = shared.table.lookup(name)
        else { return nil }
        directives.use(taken.index)
        return implementation
    }

    private mutating func useAssumptions(_ words: [String]) {
        for declared in assumptions.flatMap({ $0 }) {
            if let directive = declared.directive, words.contains("\(declared.symbol.name) \(declared.kind.words)") {
                directives.use(directive)
            }
        }
    }

    // MARK: - What a statement tells those after it

    private mutating func learn(_ statement: Statement, _ span: FormulaSpan, number: Int) {
        lastLearned.append((statement, span, number))
        let range = span.map.original(statement.definition?.range ?? statement.range)
        var statement = statement
        // `f'(x) = …` says what a derivative is, not what f is.
        if statement.kind == .gradient || Self.hasPrimedHead(statement, span) { statement.definition = nil }
        // `\det(A) = \sum_j a_{ij} A_{ij}` does not make another thing of the determinant, whatever its letters mean.
        if let definition = statement.definition, definition.isFunction, Self.operators.contains(definition.name.name) { statement.definition = nil }
        scope.learn(from: statement, file: note.source.name, range: range)
        // Data that the author gave for a name stays what is shown.
        if let definition = statement.definition, data[definition.name] != nil, !definition.isFunction {
            var declaring = statement
            declaring.definition = nil
            dataScope.learn(from: declaring, file: note.source.name, range: range)
        } else {
            dataScope.learn(from: statement, file: note.source.name, range: range)
        }
        if let entry = knownDefinition(statement, span, number: number) { known.define(entry) }
        if let constraint = statement.constraint {
            assumptions[assumptions.count - 1].append(DeclaredAssumption(Assumption(constraint.kind), of: constraint.name))
        }
    }

    /// Keeps a definition for statements and snippets anywhere after it.
    private mutating func state(_ statement: Statement, _ span: FormulaSpan, number: Int, formula: Int, record: Int) {
        guard stated.count < Self.mostStated, statement.sides.count > 1, let entry = knownDefinition(statement, span, number: number)
        else { return }
        let body = span.latex[statement.sides[1].range.clamped(to: span.latex.count).range]
        if entry.definition.isFunction, !functionsStated.insert(entry.definition.name).inserted { functionsStatedAgain.insert(entry.definition.name) }
        stated.append(
            StatedDefinition(
                known: entry, formula: formula, statement: record, line: note.source.position(of: entry.range.lower).line,
                bodyHash: ContentHash.ofLaTeX(body), latex: Array(span.latex[statement.range.clamped(to: span.latex.count).range])))
    }

    private static let operators: Set<String> = ["det", "rank", "tr", "trace", "Tr", "dim", "diag"]

    private static let mostStated = 500

    static func hasPrimedHead(_ statement: Statement, _ span: FormulaSpan) -> Bool {
        guard let head = statement.sides.first?.range else { return false }
        let bytes = span.latex[head.clamped(to: span.latex.count).range]
        if bytes.contains(UInt8(ascii: "'")) { return true }
        return bytes.contains(UInt8(ascii: "\\")) && String(decoding: bytes, as: UTF8.self).contains("\\prime")
    }

    private func knownDefinition(_ statement: Statement, _ span: FormulaSpan, number: Int) -> KnownDefinition? {
        guard let definition = statement.definition, statement.reason == nil, statement.kind != .update,
            statement.kind != .gradient, !(definition.isFunction && Self.operators.contains(definition.name.name)), !Self.hasPrimedHead(statement, span), !definition.body.symbols.contains(definition.name)
        else { return nil }
        return KnownDefinition(
            definition: definition, symbols: statement.symbols.filter { $0.name != definition.name }, statement: number,
            range: span.map.original(definition.range))
    }

    // MARK: - What is certain

    /// Names that are defined in the section of `offset` after it, or more than once before it.
    private func uncertainNames(at offset: Int) -> Set<SymbolKey> {
        let start = outline.headings(around: offset).first?.start ?? 0
        let end = outline.sectionEnd(at: offset)
        var names: Set<SymbolKey> = []
        for (name, places) in definitionPlaces {
            var before = 0
            for place in places where place >= start && place < end {
                if place > offset { names.insert(name) } else if place < offset { before += 1 }
            }
            if before > 1 { names.insert(name) }
        }
        return names
    }

    /// Finds where each name is defined, which names stand for derivatives, and how sums and products are written, read without what
    /// the note says elsewhere.
    mutating func findDefinitions() {
        for span in note.formulas {
            guard !span.isUnclosed else {
                habits.add(nil)
                continue
            }
            let parsed = FormulaParser.parse(span.latex, macros: macros, limits: configuration.limits)
            habits.add(FormulaHabits(parsed.tree))
            guard parsed.tree.hasRelation, !parsed.diagnostics.contains(where: { $0.severity == .error }) else { continue }
            for statement in FormulaReader.definitions(in: parsed.tree, vocabulary: shared.vocabulary) where statement.kind != .update {
                if let definition = statement.definition, let derivative = definition.derivativeName { derivativeNames[definition.name] = derivative }
                guard statement.kind != .gradient else { continue }
                for name in [statement.definition?.name, statement.definesToo?.name].compactMap({ $0 }) { definitionPlaces[name, default: []].append(span.range.lower) }
            }
        }
    }
}

extension Statement {
    /// Says what something is, and nothing else: a name, a shape, a law, what a name stands for.
    fileprivate var isDeclaration: Bool {
        if let definition { return !definition.body.symbols.contains(definition.name) && definition.body.printedNumber == nil && reason == nil }
        // A value without a relation claims nothing: the variance `\sigma^2`.
        if kind == .expression, relations.isEmpty { return true }
        guard isNotation else { return false }
        switch kind {
        case .symbol, .number, .expression, .application, .tuple, .mapping, .distribution: return relations.isEmpty || !declares.isEmpty || kind == .distribution
        case .membership: return !declares.isEmpty
        default: return false
        }
    }
}
