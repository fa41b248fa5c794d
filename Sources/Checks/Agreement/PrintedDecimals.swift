/// Decimals as an author printed them, and whether a value is what was printed.
enum PrintedDecimals {
    /// How many decimals the numbers of `text` show at least; `nil` when it holds none, or an exponent.
    ///
    /// `0.6652` gives 4, `[0.09, 0.2447]` gives 2, `3` gives 0.
    static func decimals(in text: String) -> Int? {
        var least: Int?
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            guard BindingParser.isDigit(bytes[index]) else {
                if BindingParser.isLetter(bytes[index]) { return nil }
                index += 1
                continue
            }
            while index < bytes.count, BindingParser.isDigit(bytes[index]) { index += 1 }
            var decimals = 0
            if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
                index += 1
                while index < bytes.count, BindingParser.isDigit(bytes[index]) {
                    decimals += 1
                    index += 1
                }
            }
            if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") { return nil }
            least = min(least ?? decimals, decimals)
        }
        return least
    }

    enum Verdict: Equatable { case same, unclear, different }

    /// Compares a value with one printed to `decimals` places: the same when it rounds to it, different when it is
    /// more than one unit of the last place away (between the two somebody cut instead of rounding).
    static func compare(_ value: Double, printed: Double, decimals: Int) -> Verdict {
        var unit = 1.0
        for _ in 0..<min(max(decimals, 0), 300) { unit /= 10 }
        let error = abs(value - printed)
        guard error.isFinite else { return value == printed ? .same : .different }
        // The half unit itself has no exact double.
        let slack = 4 * max(abs(value), abs(printed)) * Double.ulpOfOne
        if error <= unit / 2 + slack { return .same }
        return error <= unit + slack ? .unclear : .different
    }
}
