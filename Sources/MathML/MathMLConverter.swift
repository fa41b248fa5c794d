import LaTeX
import Source

/// LaTeX → MathML, formula after formula with the storage of those before: the shortest way where only the markup is
/// wanted. A formula of ordinary length allocates nothing.
///
/// The bytes are those of `FormulaParser` and `MathMLRenderer`.
public struct MathMLConverter: ~Copyable {
    private var reader: FormulaReader
    private var markup = MarkupBuffer()
    private let macros: Macros

    public init(macros: Macros = Macros(), limits: Limits = Limits()) {
        reader = FormulaReader(limits: limits)
        self.macros = macros
    }

    /// Calls `body` with one `<math>` element in UTF-8, which lives until it returns, and with the findings.
    public mutating func convert<Result>(
        _ latex: [UInt8], display: Bool, _ body: (UnsafeBufferPointer<UInt8>, [Diagnostic]) -> Result
    ) -> Result {
        markup.removeAll()
        return reader.read(latex, macros: macros) { tree, diagnostics, _ in
            MathMLRenderer(display: display).write(tree, to: &markup)
            return body(markup.bytes, diagnostics)
        }
    }
}
