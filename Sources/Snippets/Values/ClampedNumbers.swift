extension Double {
    /// The whole number towards zero; the nearest there is beyond the range of a word, 0 for what is no number.
    var clampedToWord: Int {
        if isNaN { return 0 }
        return Int(exactly: rounded(.towardZero)) ?? (self < 0 ? .min : .max)
    }
}

extension Int {
    /// The product, or the largest number where it does not fit.
    func clampedProduct(_ other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }
}
