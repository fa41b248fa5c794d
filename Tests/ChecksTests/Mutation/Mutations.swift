/// One slip of a pen, made at every place of a formula where it can be made.
enum Mutation: String, CaseIterable {
    case signFlipped, factorDropped, powerChanged, fractionSwapped, transposeDropped, boundChanged, bracketDropped, bracketAdded
    case functionSwapped, indexChanged, numberChanged, operandDropped, relationTurned

    /// What is written and what is written instead.
    private var slips: [(String, String)] {
        switch self {
        case .signFlipped: [(" + ", " - "), (" - ", " + "), ("e^{-x}", "e^{x}"), ("\\exp(-x)", "\\exp(x)")]
        case .factorDropped: [("\\frac{1}{2} ", ""), ("\\frac{1}{n} ", ""), (" 2 ", " "), ("= 3 ", "= "), ("{6}", "{1}")]
        case .powerChanged: [("^2", "^3"), ("^3", "^2"), ("^{2 x}", "^{3 x}"), (")^2", ")")]
        case .fractionSwapped: [("\\frac{a}{b}", "\\frac{b}{a}"), ("\\frac{1}{x}", "\\frac{x}{1}"), ("\\frac{1}{1 + e^{-x}}", "\\frac{1 + e^{-x}}{1}"), ("\\frac{40}{40 + 10}", "\\frac{40 + 10}{40}")]
        case .transposeDropped: [("^\\top", "")]
        case .boundChanged: [("_{i=1}", "_{i=2}"), ("_{k=0}", "_{k=1}"), ("^{n-1}", "^{n}"), ("^{n} i", "^{n+1} i")]
        case .bracketDropped: [(")", ""), ("(", "")]
        case .bracketAdded: [(")", "))")]
        case .functionSwapped: [("\\sin", "\\cos"), ("\\cos", "\\sin"), ("\\max", "\\min"), ("\\log", "\\exp"), ("\\exp", "\\sin")]
        case .indexChanged: [("x_i", "x_k"), ("\\exp(x_j)", "\\exp(x_i)"), ("y_i", "y_k")]
        case .numberChanged: [("0.8", "0.6"), ("2.3026", "2.3206"), ("39", "38"), ("1023", "1024"), ("5^2", "6^2"), ("(2 n + 1)", "(2 n - 1)"), ("= 4 x", "= 2 x")]
        case .operandDropped: [(" + 1$$", " +$$"), ("= 1$$", "=$$"), (" + b^2$$", " +$$")]
        case .relationTurned: [("\\ge", "\\le"), ("\\le ", "\\ge ")]
        }
    }

    /// The text with the slip, once for each place.
    func applied(to text: String) -> [String] {
        var found: [String] = []
        for (old, new) in slips {
            var start = text.startIndex
            while let range = text[start...].firstRange(of: old) {
                // `\left` is no relation.
                let next = range.upperBound < text.endIndex ? text[range.upperBound] : " "
                if !(old.hasPrefix("\\") && !old.hasSuffix(" ") && old.last?.isLetter == true && next.isLetter) {
                    found.append(text.replacingCharacters(in: range, with: new))
                }
                start = range.upperBound
            }
        }
        return found
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
