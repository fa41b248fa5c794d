import Source
import Tensors

/// The mathematics that everyone knows, by its folded name.
enum Builtin: Sendable {
    case unary(ExpressionTree.UnaryOperation)
    case logarithm
    case exponential
    /// Of several arguments, or of all elements of one array.
    case maximum, minimum
    case argmax, argmin
    case sum, product, mean
    case variance, expectation, covariance, probability
    case norm
    case sign
    case binary(ExpressionTree.BinaryOperation)
    case greatestCommonDivisor, leastCommonMultiple, modulo
    /// One over another function, and another function of one over the argument.
    case reciprocal(ExpressionTree.UnaryOperation), ofReciprocal(ExpressionTree.UnaryOperation)
    case limit, supremum, infimum
    case identityMatrix
    case indicator
    case softmaxLike

    var isSupremum: Bool { if case .supremum = self { true } else { false } }

    static func named(_ name: String) -> Builtin? { table[name] }

    static var names: [String] { table.keys.sorted() }

    private static let table: [String: Builtin] = [
        "exp": .exponential,
        "log": .logarithm, "ln": .unary(.elementwise(.log)), "lg": .unary(.elementwise(.log10)), "lb": .unary(.elementwise(.log2)),
        "sin": .unary(.elementwise(.sin)), "cos": .unary(.elementwise(.cos)), "tan": .unary(.elementwise(.tan)),
        "tg": .unary(.elementwise(.tan)), "sec": .unary(.sec), "csc": .unary(.csc), "cot": .unary(.cot),
        "arcsin": .unary(.elementwise(.asin)), "arccos": .unary(.elementwise(.acos)), "arctan": .unary(.elementwise(.atan)),
        "asin": .unary(.elementwise(.asin)), "acos": .unary(.elementwise(.acos)), "atan": .unary(.elementwise(.atan)),
        "sinh": .unary(.elementwise(.sinh)), "cosh": .unary(.elementwise(.cosh)), "tanh": .unary(.elementwise(.tanh)),
        "sh": .unary(.elementwise(.sinh)), "ch": .unary(.elementwise(.cosh)), "th": .unary(.elementwise(.tanh)),
        "arsinh": .unary(.asinh), "arcosh": .unary(.acosh), "artanh": .unary(.atanh),
        "asinh": .unary(.asinh), "acosh": .unary(.acosh), "atanh": .unary(.atanh),
        "arcsinh": .unary(.asinh), "arccosh": .unary(.acosh), "arctanh": .unary(.atanh),
        "sqrt": .unary(.elementwise(.sqrt)), "abs": .unary(.magnitude), "floor": .unary(.elementwise(.floor)),
        "ceil": .unary(.elementwise(.ceil)), "round": .unary(.elementwise(.round)), "erf": .unary(.elementwise(.erf)),
        "gamma": .unary(.gamma),
        "max": .maximum, "min": .minimum, "sup": .supremum, "inf": .infimum,
        "argmax": .argmax, "argmin": .argmin,
        "sum": .sum, "prod": .product, "mean": .mean, "avg": .mean,
        "var": .variance, "variance": .variance, "cov": .covariance, "pr": .probability,
        "det": .unary(.determinant), "tr": .unary(.trace), "trace": .unary(.trace), "diag": .unary(.diagonal),
        "vec": .unary(.vectorize),
        "sign": .unary(.elementwise(.sign)), "sgn": .unary(.elementwise(.sign)),
        "gcd": .greatestCommonDivisor, "lcm": .leastCommonMultiple, "mod": .modulo, "lim": .limit,
        "coth": .reciprocal(.elementwise(.tanh)), "sech": .reciprocal(.elementwise(.cosh)), "csch": .reciprocal(.elementwise(.sinh)),
        "arccot": .ofReciprocal(.elementwise(.atan)), "arcsec": .ofReciprocal(.elementwise(.acos)), "arccsc": .ofReciprocal(.elementwise(.asin)),
        "acot": .ofReciprocal(.elementwise(.atan)), "asec": .ofReciprocal(.elementwise(.acos)), "acsc": .ofReciprocal(.elementwise(.asin)),
        "arcoth": .ofReciprocal(.atanh), "arccoth": .ofReciprocal(.atanh), "acoth": .ofReciprocal(.atanh),
        "arsech": .ofReciprocal(.acosh), "arcsech": .ofReciprocal(.acosh), "asech": .ofReciprocal(.acosh),
        "arcsch": .ofReciprocal(.asinh), "arccsch": .ofReciprocal(.asinh), "acsch": .ofReciprocal(.asinh),
        "ctg": .unary(.cot), "cosec": .unary(.csc), "arctg": .unary(.elementwise(.atan)),
    ]
}

/// Folds a function's name for lookup: lower case without spaces, hyphens and underscores.
public enum NameFolding {
    public static func fold(_ name: String) -> String {
        var out = ""
        for scalar in name.lowercased().unicodeScalars where !" -_\u{A0}\u{2009}".unicodeScalars.contains(scalar) {
            out.unicodeScalars.append(scalar)
        }
        return out
    }

    /// The name nearest to `name` when it is near enough to be a slip of the pen: one edit, or two of a long name.
    public static func nearest(to name: String, among names: [String]) -> String? {
        let folded = Array(fold(name).utf8)
        // Short names differ by one letter and are all right (ELU, ReLU, SELU); a letter before or a digit behind names a
        // variant.
        guard folded.count >= 6, folded.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return nil }
        let allowed = folded.count >= 8 ? 2 : 1
        var best: (distance: Int, name: String)?
        for candidate in names {
            let other = Array(fold(candidate).utf8)
            guard other.count >= 5, other.first == folded.first, abs(other.count - folded.count) <= allowed else { continue }
            let distance = EditDistance.between(folded, other, limit: allowed)
            if distance > 0, distance <= allowed, distance < (best?.distance ?? .max) || (distance == best?.distance && candidate < (best?.name ?? "")) {
                best = (distance, candidate)
            }
        }
        return best?.name
    }
}
