import LaTeX
import Source

/// Math tree → MathML Core.
public struct MathMLRenderer: Sendable {
    public var display: Bool
    /// Source to be carried as `<annotation encoding="application/x-tex">`; `nil` for none.
    public var annotation: [UInt8]?

    public init(display: Bool, annotation: [UInt8]? = nil) {
        self.display = display
        self.annotation = annotation
    }

    /// Appends one `<math>` element, well-formed XML in UTF-8.
    public func render(_ tree: MathTree, to out: inout ByteBuffer) {}
}
