import Formulas
import Source
import Tensors

/// Prints or writes a value that may be longer than memory should hold.
struct LongShow {
    /// Where `--out` writes.
    var file: String?
    var asJSON: Bool
    var mostShown: Int
    var terminal: Terminal

    func show(_ answer: LongAnswer) throws(EvaluationFailure) {
        switch answer {
        case .number(let answer):
            if let file { try write(answer.value, to: file) }
            warn(answer.warnings)
            if asJSON {
                terminal.print(ShellEvaluator.object(answer, wantsGradient: false, writtenTo: file).serialized())
            } else if file == nil {
                terminal.print(ValueText.lines(answer.value, mostShown: mostShown))
            }
        case .array(let result):
            if let file {
                let warnings = try write(result, to: file)
                warn(warnings)
                guard asJSON else { return }
                let object: JSONValue = .object([
                    "ok": true, "value": .null, "file": .string(file), "shape": .array(result.shape.map { .integer($0) }),
                    "warnings": .array(warnings.map { .string($0.message) }),
                ])
                terminal.print(object.serialized())
            } else if asJSON || result.count <= mostShown {
                let whole = try tensor(result)
                try show(.number(whole))
            } else {
                try printEdges(result)
            }
        }
    }

    private func warn(_ warnings: [EvaluationWarning]) {
        if asJSON { return }
        for warning in warnings { terminal.printError("warning: \(warning.message)") }
    }

    private func evaluated<T>(_ body: () throws(EvaluationError) -> T) throws(EvaluationFailure) -> T {
        do { return try body() } catch { throw EvaluationFailure(code: error.code.rawValue, message: error.message, range: error.range) }
    }

    /// The value in memory, for what shows every element.
    private func tensor(_ result: LongResult) throws(EvaluationFailure) -> FormulaAnswer {
        var elements: [Double] = []
        elements.reserveCapacity(result.count)
        let warnings = try evaluated { () throws(EvaluationError) in try result.forEachBlock { elements.append(contentsOf: $1) } }
        do throws(TensorError) {
            return FormulaAnswer(value: try Tensor(shape: result.shape, elements: elements, kind: result.kind), warnings: warnings)
        } catch {
            throw EvaluationFailure(code: "limit", message: error.description, range: .empty(at: 0))
        }
    }

    /// The first and last elements; the others are computed for their warnings only.
    private func printEdges(_ result: LongResult) throws(EvaluationFailure) {
        let places = ValueText.edges(of: result.shape)
        var found: [Int: Double] = [:]
        var next = 0
        let warnings = try evaluated { () throws(EvaluationError) in
            try result.forEachBlock { start, block in
                while next < places.count, places[next] < start + block.count {
                    found[places[next]] = block[places[next] - start]
                    next += 1
                }
            }
        }
        warn(warnings)
        terminal.print(ValueText.elided(shape: result.shape, kind: result.kind) { found[$0] ?? .nan })
    }

    private func write(_ result: LongResult, to path: String) throws(EvaluationFailure) -> [EvaluationWarning] {
        do throws(FileError) {
            var writer = try NumPyWriter(path, shape: result.shape, kind: result.kind)
            var failure: FileError?
            var warnings: [EvaluationWarning] = []
            do throws(EvaluationError) {
                // Few large writes: a call of the system for each block takes as long as the formula.
                var buffer: [Double] = []
                buffer.reserveCapacity(1 << 16)
                warnings = try result.forEachBlock { (start, block) throws(TensorError) in
                    buffer.append(contentsOf: block)
                    guard buffer.count >= 1 << 15 || start + block.count == result.count else { return }
                    defer { buffer.removeAll(keepingCapacity: true) }
                    do throws(FileError) {
                        try buffer.withUnsafeBufferPointer { part throws(FileError) in try writer.append(part) }
                    } catch {
                        failure = error
                        throw .invalidArgument(error.reason, operation: path)
                    }
                }
            } catch {
                if let failure { throw failure }
                throw FileError(path: path, reason: error.message)
            }
            try writer.finish()
            return warnings
        } catch {
            throw EvaluationFailure(code: "not-written", message: "\(error.path): \(error.reason)", range: .empty(at: 0))
        }
    }

    private func write(_ value: Tensor, to path: String) throws(EvaluationFailure) {
        do throws(FileError) {
            var writer = try NumPyWriter(path, shape: value.shape, kind: value.kind)
            let elements = value.elements
            try elements.withUnsafeBufferPointer { block throws(FileError) in try writer.append(block) }
            try writer.finish()
        } catch {
            throw EvaluationFailure(code: "not-written", message: "\(error.path): \(error.reason)", range: .empty(at: 0))
        }
    }
}
