import Formulas

/// Two numbers of which authors print one: as many decimals as they print must be right.
enum NumericComparison {
    enum Verdict: Equatable {
        case same(error: Double)
        case unclear
        case different
    }

    /// - Parameters:
    ///   - isExact: what is computed comes from no number that may be rounded itself: only cutting explains another last digit.
    ///   - holdsNumeral: a side is a number, perhaps by a power of ten.
    static func judge(
        _ x: Double, _ printedX: Formulas.PrintedNumber?, _ y: Double, _ printedY: Formulas.PrintedNumber?,
        _ relation: Relation.Kind, magnitude: Double, isExact: Bool = false, holdsNumeral: Bool = false
    ) -> Verdict {
        let scale = max(magnitude, max(abs(x), abs(y)))
        let error = scale > 0 ? abs(x - y) / scale : 0
        switch relation {
        case .less, .lessOrEqual: return order(x, y, strict: relation == .less, scale)
        case .greater, .greaterOrEqual: return order(y, x, strict: relation == .greater, scale)
        default: break
        }
        if error <= Comparison.agreement, relation != .approximately { return .same(error: error) }
        let largest = max(abs(x), abs(y))
        let relative = largest > 0 ? abs(x - y) / largest : 0
        // Of two printed numbers the one with fewer decimals is the rounded one.
        var printed: (value: Double, decimals: Int, other: Double)?
        if let printedY { printed = (printedY.value, printedY.decimals, x) }
        if let printedX, printedX.decimals < printed?.decimals ?? .max { printed = (printedX.value, printedX.decimals, y) }
        if let printed, relation == .approximately || printed.decimals > 0 {
            switch PrintedDecimals.compare(printed.other, printed: printed.value, decimals: printed.decimals) {
            case .same: return .same(error: error)
            case .unclear:
                let isCut = abs(printed.value) <= abs(printed.other) && printed.value * printed.other >= 0
                return isExact && !isCut && (printed.decimals > 0 || relation != .approximately) ? .different : .unclear
            case .different:
                // Said to be near: a rough number is no mistake, one in which a digit is wrong is.
                if relation == .approximately, printed.decimals == 0 { return relative > 0.2 ? .different : .unclear }
                return .different
            }
        }
        if relation == .approximately {
            if relative <= 5e-3 { return .same(error: relative) }
            // A rule or a scheme may be as crude as it likes.
            return holdsNumeral && relative > 0.2 ? .different : .unclear
        }
        return error > Comparison.difference ? .different : .unclear
    }

    private static func order(_ x: Double, _ y: Double, strict: Bool, _ scale: Double) -> Verdict {
        if x < y || (!strict && x <= y + Comparison.agreement * scale) { return .same(error: 0) }
        return x > y + Comparison.difference * scale || (strict && x == y) ? .different : .unclear
    }
}
