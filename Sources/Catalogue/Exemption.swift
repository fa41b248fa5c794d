/// Something that every entry must have and this one goes without, with the reason.
public struct Exemption: Sendable, Hashable {
    public enum Demand: String, Sendable, Hashable {
        /// A gradient that agrees with an outside source.
        case gradient
    }

    public let demand: Demand
    public let reason: String

    /// The value is constant between jumps, so that its gradient says nothing.
    static let constantBetweenJumps = Exemption(demand: .gradient, reason: "constant between jumps")
}
