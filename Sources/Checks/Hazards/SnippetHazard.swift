import Catalogue
import Snippets
import Source
import Tensors

/// A function that is the catalogue entry on ordinary data and loses its value on extreme data, where the entry has one.
struct SnippetHazard {
    var code: FindingCode
    var inputs: [(name: String, value: Tensor)]
    var expected: Tensor
    /// Infinite or not a number somewhere; `nil` where Python raises an error.
    var actual: Tensor?
    var raised: String?

    func diagnostic(_ comparison: SnippetComparison, at range: ByteRange) -> Diagnostic {
        let name = comparison.function.name
        let entry = comparison.implementation.name
        let place = inputs.map { "\($0.name) = \(ValueWords.text($0.value))" }.joined(separator: ", ")
        let outcome = actual.map { "gives \(ValueWords.text($0))" } ?? "raises \(raised ?? "an error")"
        return Diagnostic(
            code, at: range,
            "`\(name)` \(code == .overflow ? "overflows" : "takes the logarithm of zero"): at \(place) it \(outcome), "
                + "\(entry) gives \(ValueWords.text(expected))",
            help: code == .overflow
                ? "subtract the maximum before the exponential, or use a form that stays finite (log-sum-exp, `logaddexp`)"
                : "clip the argument of the logarithm or add a small number, or compute the logarithm from the scores",
            counterexample: Counterexample(
                inputs: inputs.map { ($0.name, JSONValue($0.value)) }, expected: JSONValue(expected),
                actual: actual.map { JSONValue($0) } ?? .string(raised ?? "")))
    }
}

extension SnippetComparison {
    /// Runs the function on the entry's stress samples in the convention in which it is the entry.
    ///
    /// What is lost must have a cause that goes away: with the large numbers, an overflow; with the zeros, a logarithm of zero, if the function
    /// takes one. A value lost for any other reason (a division by zero) is not told.
    func hazard(_ convention: Convention, in content: [UInt8]) -> SnippetHazard? {
        // Stress samples are written for the entry's own parameters.
        guard convention.variant.parameters == nil else { return nil }
        let parameters = implementation.parameters
        for stress in implementation.stressSamples {
            guard stress.count == parameters.count,
                StressArguments.areOrdinary(stress)
            else { continue }
            for arguments in StressArguments.cases(stress, parameters, convention.layout) {
                if let hazard = hazard(convention, arguments, content) { return hazard }
            }
        }
        return nil
    }

    private enum Value {
        case finite
        case lost(Tensor?, raised: String?)
        /// It cannot be called so.
        case none
    }

    private func hazard(_ convention: Convention, _ arguments: [Tensor], _ content: [UInt8]) -> SnippetHazard? {
        let expected: Tensor
        do throws(TensorError) {
            expected = try convention.variant.evaluate(arguments)
        } catch {
            return nil
        }
        guard expected.elements.allSatisfy(\.isFinite), case .lost(let actual, let raised) = value(convention, arguments) else { return nil }
        if let actual, actual.count != expected.count { return nil }

        let takesLogarithm = mentionsLogarithm(in: content)
        let code: FindingCode
        if takesLogarithm, let moved = StressArguments.awayFromZero(arguments, implementation.parameters), case .finite = value(convention, moved) {
            code = .logOfZero
        } else if let smaller = StressArguments.scaled(arguments, to: 700), case .finite = value(convention, smaller) {
            // exp(700) is finite, exp(710) is not.
            code = .overflow
        } else if takesLogarithm, let small = StressArguments.scaled(arguments, to: 1), case .finite = value(convention, small) {
            // An exponential that has become zero.
            code = .logOfZero
        } else {
            return nil
        }
        let given = zip(function.parameters, given(convention, arguments)).map { (name: $0.name, value: $1) }
        return SnippetHazard(code: code, inputs: given, expected: expected, actual: actual, raised: raised)
    }

    private func given(_ convention: Convention, _ arguments: [Tensor]) -> [Tensor] {
        convention.order.map { convention.layout == .columns ? Self.transposed(arguments[$0]) : arguments[$0] }
    }

    private func value(_ convention: Convention, _ arguments: [Tensor]) -> Value {
        do throws(SnippetError) {
            let value = try function.call(given(convention, arguments), budget: budget())
            if value.elements.allSatisfy(\.isFinite) { return .finite }
            return .lost(convention.layout == .columns ? Self.transposed(value) : value, raised: nil)
        } catch {
            let isArithmetic = error.message.hasPrefix("OverflowError") || error.message.hasPrefix("ValueError: math domain error")
            return error.kind == .raised && isArithmetic ? .lost(nil, raised: error.message) : .none
        }
    }

    /// Whether the body of the function speaks of a logarithm: `log(`, `log2`, `log1p`, `log_softmax`; not `logits`.
    private func mentionsLogarithm(in content: [UInt8]) -> Bool {
        let definition = Self.definitionRange(of: function, in: content)
        var lineStart = min(definition.lower, content.count)
        while lineStart > 0, content[lineStart - 1] != 0x0A { lineStart -= 1 }
        let indent = definition.lower - lineStart
        var index = min(definition.upper, content.count)
        var isFirst = true
        while index < content.count {
            var end = index
            while end < content.count, content[end] != 0x0A { end += 1 }
            let line = content[index..<end]
            let blanks = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
            if !isFirst, blanks < line.count, blanks <= indent { return false }
            var at = index
            while at + 2 < end {
                if content[at] == UInt8(ascii: "l"), content[at + 1] == UInt8(ascii: "o"), content[at + 2] == UInt8(ascii: "g"),
                    at + 3 >= content.count || content[at + 3] != UInt8(ascii: "i")
                {
                    return true
                }
                at += 1
            }
            isFirst = false
            index = end + 1
        }
        return false
    }
}
