import Checks
import CAssets
import Catalogue
import Formulas
import LaTeX
import Markdown
import MathML
import Source
import Tensors

/// One file of the site: path below the output folder, with `/`, and bytes.
public struct SiteFile: Sendable {
    public var path: String
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
