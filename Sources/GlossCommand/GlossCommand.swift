import Catalogue
import Checks
import Site
import Source

/// The command line: `gloss build`, `check`, `eval` and the rest.
public enum Gloss {
    public static func main() -> Int32 { 0 }
}
