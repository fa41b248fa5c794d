/// What an evaluation may still spend. One object is handed to every parser and evaluator that takes part, so that
/// nesting one in another cannot reset it.
///
/// Steps, elements and depth decide; the clock, read through `isExpired` every few thousand steps, is a backstop for
/// what they fail to count. A budget belongs to one task at a time, and none of its methods calls another's code: what is
/// counted for every node need not be guarded against overlapping access.
public final class Budget {
    public let limits: Limits
    @exclusivity(unchecked) public private(set) var steps = 0
    public private(set) var elementsAlive = 0
    public private(set) var depth = 0
    public private(set) var outputBytes = 0
    private let isExpired: () -> Bool
    @exclusivity(unchecked) private var nextClockRead = 4096

    public init(_ limits: Limits = Limits(), isExpired: @escaping () -> Bool = { false }) {
        self.limits = limits
        self.isExpired = isExpired
    }

    /// Counts `count` steps: a loop iteration, a node evaluated, a statement run, an element computed.
    @inline(__always)
    public func spend(_ count: Int = 1) throws(LimitExceeded) {
        steps &+= max(count, 0)
        if steps > limits.steps { throw .steps(limits.steps) }
        if steps >= nextClockRead { try readClock() }
    }

    private func readClock() throws(LimitExceeded) {
        nextClockRead = steps + 4096
        if isExpired() { throw .time(limits.seconds) }
    }

    /// Checks that a tensor of `count` elements may be made.
    @inline(__always)
    public func allow(elements count: Int) throws(LimitExceeded) {
        if count < 0 || count > limits.elementsInTensor { throw .elements(limits.elementsInTensor) }
        try spend(count / 64)
    }

    /// Counts elements that stay alive (interpreter variables, tape entries) until `release`.
    public func retain(elements count: Int) throws(LimitExceeded) {
        try allow(elements: count)
        elementsAlive += count
        if elementsAlive > limits.elementsAlive { throw .memory(limits.elementsAlive) }
    }

    public func release(elements count: Int) { elementsAlive = max(0, elementsAlive - count) }

    public func allow(flops: Int) throws(LimitExceeded) {
        if flops < 0 || flops > limits.flopsInCall { throw .flops(limits.flopsInCall) }
        try spend(flops / 64)
    }

    public func enter() throws(LimitExceeded) {
        depth += 1
        if depth > limits.recursion { throw .recursion(limits.recursion) }
    }

    public func leave() { depth -= 1 }

    public func write(bytes: Int) throws(LimitExceeded) {
        outputBytes += bytes
        if outputBytes > limits.outputBytes { throw .output(limits.outputBytes) }
    }
}

/// A limit that was reached, with its value.
public enum LimitExceeded: Error, Sendable, Hashable, CustomStringConvertible {
    case steps(Int)
    case time(Double)
    case recursion(Int)
    case elements(Int)
    case memory(Int)
    case flops(Int)
    case output(Int)
    case digits(Int)

    public var description: String {
        switch self {
        case .steps(let n): "more than \(n) steps"
        case .time(let seconds): "longer than \(seconds) s"
        case .recursion(let n): "recursion deeper than \(n)"
        case .elements(let n): "a tensor of more than \(n) elements"
        case .memory(let n): "more than \(n) elements alive"
        case .flops(let n): "more than \(n) floating-point operations in one call"
        case .output(let n): "more than \(n) bytes of output"
        case .digits(let n): "an integer of more than \(n) digits"
        }
    }
}
