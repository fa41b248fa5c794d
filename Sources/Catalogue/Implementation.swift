import DeepLearning
import Tensors

/// One entry of the catalogue: what notes are checked against.
public struct Implementation: Sendable {
    public let name: String
    public init(_ name: String) { self.name = name }
}
