/// A piece of safe HTML. Whoever writes it escapes text and attribute values.
public enum HTMLEvent: Sendable, Hashable {
    /// A start tag; `isVoid` ones (`img`, `br`) have no end tag.
    case open(name: String, attributes: [HTMLAttribute], isVoid: Bool)
    case close(name: String)
    /// Characters, references resolved.
    case text(String)
}

public struct HTMLAttribute: Sendable, Hashable {
    /// In lower case.
    public var name: String
    /// References resolved.
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
