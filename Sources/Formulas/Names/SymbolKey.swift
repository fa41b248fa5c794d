import LaTeX
import Source

/// What identifies a symbol: its letter, decorations and labels, spelt as one plain name.
///
/// `\hat{y}` is `y_hat`, `\alpha` and `α` are `alpha`, `x_{0}` is `x_0`, `w_{ij}` is `w_ij`, `n_\mathrm{in}` is
/// `n_in`, `x^{(i)}` is `x^(i)`, `W^{[l]}` is `W^[l]`, `w^*` is `w^*`, `f'` is `f'`. Bold, italic and calligraphic
/// style is not part of a key.
public struct SymbolKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let name: String

    /// A name that is canonical already.
    public init(canonical name: String) { self.name = name }

    /// A name as a person types it: `y_hat`, `alpha`, `α`, `x0`.
    public init(plain: String) {
        var name = ""
        for scalar in plain.unicodeScalars {
            if let greek = GreekLetters.name(of: scalar.value) {
                name += greek
            } else if scalar != " ", scalar != "{", scalar != "}" {
                name.unicodeScalars.append(scalar)
            }
        }
        self.name = name
    }

    /// A symbol's LaTeX, or its plain name: whichever `text` is.
    public init(latex text: String) {
        if let key = SymbolSpelling.key(latex: text) {
            self = key
        } else {
            self.init(plain: text)
        }
    }

    public static func < (a: SymbolKey, b: SymbolKey) -> Bool { a.name < b.name }

    public var description: String { name }
}

/// Names of Greek letters, one name for the variant forms.
public enum GreekLetters {
    private static let names: [String] = [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ]

    /// Whether a name without a backslash is a letter's: `alpha`, `Sigma`.
    public static func isName(_ name: String) -> Bool { names.contains(name.prefix(1).lowercased() + name.dropFirst()) }

    public static func name(of scalar: UInt32) -> String? {
        switch scalar {
        case 0x3B1...0x3C9: return names[Int(scalar - 0x3B1)]
        case 0x391...0x3A9 where scalar != 0x3A2:
            let name = names[Int(scalar - 0x391)]
            return name.prefix(1).uppercased() + name.dropFirst()
        case 0x3D1: return "theta"
        case 0x3D5: return "phi"
        case 0x3D6: return "pi"
        case 0x3F0: return "kappa"
        case 0x3F1: return "rho"
        case 0x3F5: return "epsilon"
        default: return nil
        }
    }
}
