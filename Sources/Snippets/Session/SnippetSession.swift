import Source
import Tensors

/// The Python of one note: its blocks run in order in one namespace, as a reader would run them in a notebook.
///
/// A statement that needs what the note does not define, or what is not here, is left out: what it would have bound or
/// changed counts as unknown from then on, and so does whatever is computed from that. So an exception or a failed
/// `assert` is reported only where everything that it rests on was computed.
///
/// One task at a time. Nothing here reads files, starts programs or opens connections.
public final class SnippetSession {
    let interpreter = Interpreter()
    private var names: Set<String> = []

    public init() {}

    deinit {
        let interpreter = self.interpreter
        // Freeing may nest as deep as evaluation did.
        DeepStack.run { interpreter.arena.close() }
    }

    /// Runs one block within `budget`.
    public func run(_ content: [UInt8], budget: Budget) -> SnippetResult {
        DeepStack.run { runHere(content, budget) }
    }

    private func runHere(_ content: [UInt8], _ budget: Budget) -> SnippetResult {
        guard let pasted = PastedText.session(content) else { return runAsWritten(content, budget) }
        return run(pasted, SnippetParser.parseHere(content: pasted.content, limits: budget.limits), budget)
    }

    private func runAsWritten(_ content: [UInt8], _ budget: Budget) -> SnippetResult {
        let parsed = SnippetParser.parseHere(content: content, limits: budget.limits)
        if let fault = parsed.diagnostics.first, fault.code != .codeLimit {
            for pasted in [PastedText.withoutMagic(content), PastedText.withoutIndent(content)] {
                guard let pasted else { continue }
                let again = SnippetParser.parseHere(content: pasted.content, limits: budget.limits)
                if again.diagnostics.isEmpty { return run(pasted, again, budget) }
            }
        }
        return run(PastedText(content: content), parsed, budget)
    }

    private func run(_ pasted: PastedText, _ parsed: ParsedSnippet, _ budget: Budget) -> SnippetResult {
        var result = run(pasted, parsed, budget, pasted.content)
        guard let map = pasted.map else { return result }
        result.diagnostics = result.diagnostics.map { $0.mapped(map) }
        for i in result.functions.indices { result.functions[i].nameRange = map.original(result.functions[i].nameRange) }
        for i in result.classes.indices { result.classes[i].nameRange = map.original(result.classes[i].nameRange) }
        for i in result.examples.indices where result.examples[i].isComment {
            result.examples[i].statedRange = map.original(result.examples[i].statedRange)
        }
        if result.outcome == .ran, let words = pasted.leavesOut {
            result.outcome = .skipped
            result.reason = Reason(.otherLanguage, words)
        }
        return result
    }

    private func run(_ pasted: PastedText, _ parsed: ParsedSnippet, _ budget: Budget, _ content: [UInt8]) -> SnippetResult {
        if let fault = parsed.diagnostics.first {
            if fault.code == .codeLimit {
                return SnippetResult(outcome: .skipped, reason: Reason(.limit, fault.message), diagnostics: parsed.diagnostics)
            }
            return SnippetResult(outcome: .malformed, diagnostics: parsed.diagnostics)
        }
        let tree = parsed.tree
        let unit = CodeUnit(
            tree: tree, scopes: parsed.scopes, source: content, globals: tree.names.map { interpreter.globalNumber($0) })
        var result = SnippetResult(outcome: .ran)
        let attributes = AttributeCheck(unit: unit, known: names, importsAll: !interpreter.starImports.isEmpty)
        result.diagnostics = attributes.run()
        result.defines = attributes.defines
        names.formUnion(attributes.defines)

        interpreter.begin(unit, budget)
        var last: Value?
        var transcript = Transcript(pasted, unit)
        for statement in tree[tree.body] {
            let before = interpreter.output.count
            do throws(Stop) {
                last = nil
                if case .expression(let value) = tree[statement].kind {
                    let shown = try interpreter.evaluate(value, unit, nil)
                    if case .none = shown {} else { last = shown }
                } else {
                    _ = try interpreter.execute(statement, unit, nil)
                }
                if transcript.wants(statement, unit) {
                    var text = String(decoding: interpreter.output[min(before, interpreter.output.count)...], as: UTF8.self)
                    if let last, transcript.isSession || text.isEmpty { text += (try interpreter.repr(last)) + "\n" }
                    transcript.add(text, statement, unit, isRandom: interpreter.randomEscaped)
                }
            } catch {
                if case .raised(let exception) = error, transcript.expectsException(statement, unit) {
                    let words = (try? interpreter.str(.instance(exception))) ?? ""
                    transcript.addException(exception.kind.name, words, statement, unit)
                    interpreter.forget(statement, unit, Reason(.needsData, "a statement before raised what the session shows"))
                    continue
                }
                transcript.fail(statement, unit)
                let isOver = note(error, statement, unit, &result)
                interpreter.forget(statement, unit, Reason(.needsData, "a statement before could not run"))
                if isOver { break }
            }
        }
        result.examples = transcript.examples
        finish(unit, last, &result)
        return result
    }

    /// Records why a statement stopped. True where nothing after it would have run in Python either.
    private func note(_ stop: Stop, _ statement: PythonTree.ID, _ unit: CodeUnit, _ result: inout SnippetResult) -> Bool {
        switch stop {
        case .missing(let reason):
            if result.reason == nil { result.reason = reason }
            return false
        case .limit(let limit):
            if result.reason == nil { result.reason = Reason(.limit, "\(limit)") }
            result.diagnostics.append(
                Diagnostic(
                    .codeLimit, at: interpreter.sites.last ?? unit.tree[statement].range,
                    "stopped at a limit: \(limit)"))
            return true
        case .raised(let exception):
            let words = (try? interpreter.str(.instance(exception))) ?? ""
            let name = exception.kind.name
            let range = (exception.range ?? unit.tree[statement].range).clamped(to: unit.source.count)
            if interpreter.randomEscaped, !interpreter.isCertain(name) {
                let reason = Reason(.needsData, "depends on random numbers that only the library's own generator gives")
                if result.reason == nil { result.reason = reason }
                return true
            }
            if result.diagnostics.contains(where: { $0.code == .undefinedName && $0.range.clamped(to: 1 << 30).lower >= range.lower && $0.range.upper <= range.upper }) {
                return true
            }
            if name == "AssertionError" {
                var message = words.isEmpty ? "the assert fails" : "the assert fails: \(words)"
                var counterexample: Counterexample?
                if let (left, right) = interpreter.failedSides {
                    message += words.isEmpty ? ": \(Self.short(left)) and \(Self.short(right))" : ""
                    counterexample = Counterexample(inputs: [], expected: .string(right), actual: .string(left))
                }
                result.diagnostics.append(
                    Diagnostic(.failedAssert, at: range, Self.oneLine(message), counterexample: counterexample))
            } else {
                result.diagnostics.append(
                    Diagnostic(.pythonError, at: range, Self.oneLine(words.isEmpty ? name : "\(name): \(words)")))
            }
            return true
        }
    }

    private static func short(_ text: String) -> String { text.count > 60 ? text.prefix(57) + "…" : text }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" }).joined(separator: " ")
    }

    private func finish(_ unit: CodeUnit, _ last: Value?, _ result: inout SnippetResult) {
        result.output = String(decoding: interpreter.output, as: UTF8.self)
        if let last { result.lastValue = interpreter.describe(last) }
        result.dependsOnRandom = interpreter.randomEscaped
        for statement in unit.tree[unit.tree.body] {
            switch unit.tree[statement].kind {
            case .function(let index):
                if let function = snippetFunction(Int(index), statement, unit) { result.functions.append(function) }
            case .classDefinition(let index):
                let item = unit.tree.classes[Int(index)]
                var methods: [String] = []
                for part in unit.tree[item.body] {
                    if case .function(let method) = unit.tree[part].kind {
                        methods.append(unit.tree.name(unit.tree.functions[Int(method)].name))
                    }
                }
                result.classes.append(
                    SnippetClass(name: unit.tree.name(item.name), nameRange: item.nameRange, methods: methods))
            default: break
            }
        }
        result.outcome =
            result.diagnostics.contains { $0.severity == .error } ? .refuted : result.reason != nil ? .skipped : .ran
        if result.outcome == .refuted { result.reason = nil }
        interpreter.end()
    }

    // MARK: Functions

    private func snippetFunction(_ index: Int, _ statement: PythonTree.ID, _ unit: CodeUnit) -> SnippetFunction? {
        let definition = unit.tree.functions[index]
        let name = unit.tree.name(definition.name)
        guard case .function(let function)? = interpreter.global(name), function.unit === unit, function.index == index
        else { return nil }
        let parameters = definition.parameters.map {
            SnippetFunction.Parameter(
                name: unit.tree.name($0.name), kind: $0.kind, defaultText: $0.standard.map { unit.text(unit.tree[$0].range) })
        }
        let library = LibraryUse.of(statement, unit)
        return SnippetFunction(name: name, nameRange: definition.nameRange, parameters: parameters) {
            [self] (tensors, budget) throws(SnippetError) in
            try call(function, tensors, library, budget)
        }
    }

    private func call(
        _ function: FunctionObject, _ tensors: [Tensor], _ library: Library, _ budget: Budget
    ) throws(SnippetError) -> Tensor {
        let outcome: Result<Tensor, SnippetError> = DeepStack.run {
            do throws(SnippetError) {
                return .success(try callHere(function, tensors, library, budget))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    private func callHere(
        _ function: FunctionObject, _ tensors: [Tensor], _ library: Library, _ budget: Budget
    ) throws(SnippetError) -> Tensor {
        interpreter.begin(function.unit, budget)
        interpreter.randomEscaped = false
        interpreter.countedFractions = false
        defer { interpreter.end() }
        do throws(Stop) {
            var arguments: [Value] = []
            for tensor in tensors { arguments.append(try interpreter.argument(tensor, library)) }
            let value = try interpreter.call(.function(function), Arguments(arguments))
            if interpreter.countedFractions { throw interpreter.missing(.needsData, "the function counts its arguments as labels") }
            if interpreter.randomEscaped {
                throw interpreter.missing(.needsData, "the result depends on random numbers")
            }
            if let tensor = interpreter.numeric(value) { return tensor.detached }
        } catch {
            switch error {
            case .missing(let reason): throw SnippetError(.missing, reason.description)
            case .limit(let limit): throw SnippetError(.limit, "\(limit)")
            case .raised(let exception):
                let words = (try? interpreter.str(.instance(exception))) ?? ""
                throw SnippetError(
                    .raised, words.isEmpty ? exception.kind.name : "\(exception.kind.name): \(words)", at: exception.range)
            }
        }
        throw SnippetError(.notNumeric, "\(function.name) does not return an array of numbers")
    }
}
