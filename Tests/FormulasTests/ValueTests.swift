import Formulas
import LaTeX
import Source
import Tensors
import TestSupport
import Testing

/// A formula, its data and what another program says that it is.
struct ValueCase: Sendable, CustomTestStringConvertible {
    var latex: String
    var bindings: [(name: String, value: Tensor)]
    var value: JSONValue

    var testDescription: String { latex }

    static func load(_ path: String) throws -> [ValueCase] {
        let list = try Fixtures.reference(path)
        return try (list.elements ?? []).map { entry in
            guard case .object(let members)? = entry["bindings"] else { throw Fixtures.MissingFile(path: path) }
            return ValueCase(
                latex: entry["latex"]?.string ?? "",
                bindings: try members.sorted { $0.key < $1.key }.map { ($0.key, try tensor($0.value)) },
                value: entry["value"] ?? .null)
        }
    }
}

func tensor(_ value: JSONValue) throws -> Tensor {
    if let number = value.double { return Tensor(number) }
    let parts = try (value.elements ?? []).map(tensor)
    return try Tensor.stack(parts)
}

func agrees(_ found: Tensor, _ expected: JSONValue) -> Bool {
    if case .bool(let truth) = expected { return found.kind == .boolean && found.scalar == (truth ? 1 : 0) }
    guard let expected = try? tensor(expected), expected.shape == found.shape else { return false }
    return zip(found.elements, expected.elements).allSatisfy { a, b in
        (a - b).magnitude <= 1e-9 * max(1, b.magnitude) || a.isNaN && b.isNaN || a == b
    }
}

@Suite struct ValueTests {
    @Test(arguments: try ValueCase.load("formulas/values.json"))
    func value(_ test: ValueCase) throws {
        let formula = FormulaParser.parse(Array(test.latex.utf8))
        do {
            let answer = try FormulaEvaluation.evaluate(formula, bindings: test.bindings, budget: Budget())
            #expect(agrees(answer.value, test.value), "\(test.latex) is \(answer.value), expected \(test.value)")
        } catch {
            Issue.record("\(test.latex): \(error.code) at \(error.range): \(error.message)")
        }
    }
}
