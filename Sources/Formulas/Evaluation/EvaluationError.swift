import Source
import Tensors

/// Why a formula has no value: a code for programs, words for people and the bytes of the formula at fault.
public struct EvaluationError: Error, Sendable, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        case malformed
        case unsupported
        case ambiguous
        case undefinedFunction = "undefined-function"
        case undefinedSymbol = "undefined-symbol"
        case unboundIndex = "unbound-index"
        case shapeMismatch = "shape-mismatch"
        case indexOutOfRange = "index-out-of-range"
        case notEvaluable = "not-evaluable"
        case domain
        case limit
    }

    public var code: Code
    public var message: String
    public var range: ByteRange

    public init(_ code: Code, at range: ByteRange, _ message: String) {
        self.code = code
        self.message = message
        self.range = range
    }
}

/// Something that a value hides: an overflow, 0/0, the logarithm of zero.
public struct EvaluationWarning: Sendable, Hashable {
    public enum Code: String, Sendable { case overflow, notANumber = "not-a-number", divisionByZero = "division-by-zero", logOfZero = "log-of-zero" }
    public var code: Code
    public var message: String
    public var range: ByteRange

    public init(_ code: Code, at range: ByteRange, _ message: String) {
        self.code = code
        self.message = message
        self.range = range
    }
}

/// The value of an expression and what agreement needs to know of the way to it.
public struct Evaluated: Sendable {
    public var value: Tensor
    /// The largest magnitude of any finite intermediate value, inputs included.
    public var magnitude: Double
    public var warnings: [EvaluationWarning]
    /// A sum or product ran from a bound to one more than a step below it: no formula for such sums need hold there.
    public var hasReversedRange = false

    public init(value: Tensor, magnitude: Double, warnings: [EvaluationWarning] = []) {
        self.value = value
        self.magnitude = magnitude
        self.warnings = warnings
    }
}
