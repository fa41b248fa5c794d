import Source

enum FractionCommand: Sendable, Equatable {
    case plain(MathTree.Fraction)
    /// `\genfrac{(}{)}{0pt}{0}{a}{b}`
    case general
    /// `\cfrac[l]{a}{b}`
    case continued

    var standsInArgument: Bool { self != .continued }
}

/// `\over` and its like: they take what stands before them in their group.
enum InfixCommand: Sendable {
    case plain(MathTree.Fraction)
    /// `\above 1pt`
    case above
    /// `\overwithdelims()`, `\atopwithdelims()`, `\abovewithdelims() 1pt`
    case delimited(hasBar: Bool, hasLength: Bool)
}

extension CommandTable {
    static let fractions: [(String, Command)] = [
        ("frac", .fraction(.plain(.init()))),
        ("dfrac", .fraction(.plain(.init(style: .display)))),
        ("tfrac", .fraction(.plain(.init(style: .text)))),
        ("cfrac", .fraction(.continued)),
        ("binom", .fraction(.plain(.init(hasBar: false, open: 0x28, close: 0x29)))),
        ("dbinom", .fraction(.plain(.init(hasBar: false, open: 0x28, close: 0x29, style: .display)))),
        ("tbinom", .fraction(.plain(.init(hasBar: false, open: 0x28, close: 0x29, style: .text)))),
        ("genfrac", .fraction(.general)), ("nicefrac", .fraction(.plain(.init(style: .text)))),
        ("sfrac", .fraction(.plain(.init(style: .text)))),
        ("over", .infix(.plain(.init()))),
        ("choose", .infix(.plain(.init(hasBar: false, open: 0x28, close: 0x29)))),
        ("atop", .infix(.plain(.init(hasBar: false)))),
        ("brace", .infix(.plain(.init(hasBar: false, open: 0x7B, close: 0x7D)))),
        ("brack", .infix(.plain(.init(hasBar: false, open: 0x5B, close: 0x5D)))),
        ("above", .infix(.above)), ("overwithdelims", .infix(.delimited(hasBar: true, hasLength: false))),
        ("atopwithdelims", .infix(.delimited(hasBar: false, hasLength: false))),
        ("abovewithdelims", .infix(.delimited(hasBar: true, hasLength: true))),
    ]
}

extension Parser {
    mutating func parseFraction(_ form: FractionCommand, from start: Int) -> ID {
        switch form {
        case .plain(let fraction):
            return parseFraction(fraction, from: start)
        case .continued:
            _ = rawOptional()
            return parseFraction(MathTree.Fraction(style: .continued), from: start)
        case .general:
            return parseGeneralFraction(from: start)
        }
    }

    private mutating func parseFraction(_ fraction: MathTree.Fraction, from start: Int) -> ID {
        let isBinomial = !fraction.hasBar
        let top = parseArgument(isBinomial ? "the upper argument" : "the numerator", from: start)
        let bottom = parseArgument(isBinomial ? "the lower argument" : "the denominator", from: start)
        return add(.fraction(top: top, bottom: bottom, fraction), range(from: start))
    }

    private mutating func parseGeneralFraction(from start: Int) -> ID {
        var fraction = MathTree.Fraction()
        fraction.open = delimiterArgument(from: start)
        fraction.close = delimiterArgument(from: start)
        if let thickness = rawArgument("the thickness", from: start), !thickness.bytes.allSatisfy({ $0 == 0x20 }) {
            if let length = self.length(thickness.bytes, at: thickness.range) { fraction.hasBar = length != 0 }
        }
        if let style = rawArgument("the style", from: start) {
            switch style.bytes {
            case [], [0x20]: break
            case [UInt8(ascii: "0")]: fraction.style = .display
            case [UInt8(ascii: "1")], [UInt8(ascii: "2")], [UInt8(ascii: "3")]: fraction.style = .text
            default:
                if !style.bytes.allSatisfy({ $0 &- 0x30 < 10 }) {
                    pending.append(report(.badArgument, at: style.range, "the style of \\genfrac is 0, 1, 2, 3 or empty"))
                }
            }
        }
        return parseFraction(fraction, from: start)
    }

    private mutating func delimiterArgument(from start: Int) -> UInt32 {
        skipSpaces()
        guard peek() == UInt8(ascii: "{") else { return parseDelimiterToken(from: start) ?? 0 }
        position += 1
        skipSpaces()
        var scalar: UInt32 = 0
        if peek() != UInt8(ascii: "}") { scalar = parseDelimiterToken(from: start) ?? 0 }
        skipSpaces()
        if peek() == UInt8(ascii: "}") {
            position += 1
        } else {
            pending.append(report(.badArgument, at: .empty(at: here), "expected one delimiter in braces"))
        }
        return scalar
    }

    mutating func parseInfix(_ form: InfixCommand, from start: Int, in row: inout Row) {
        let range = range(from: start)
        var fraction = MathTree.Fraction()
        switch form {
        case .plain(let plain): fraction = plain
        case .above: fraction.hasBar = parseLength(for: "\\above") != 0
        case .delimited(let hasBar, let hasLength):
            fraction.open = parseDelimiterToken(from: start) ?? 0
            fraction.close = parseDelimiterToken(from: start) ?? 0
            fraction.hasBar = hasLength ? parseLength(for: "\\abovewithdelims") != 0 : hasBar
        }
        closeSegment(&row)
        row.font = nil
        row.style = nil
        row.scale = nil
        row.colour = nil
        row.hasSwitch = false
        if let earlier = row.infix {
            pending.append(
                report(
                    .badArgument, at: range, "a second \(sourceName(at: start)) in one group",
                    help: "group with braces: {a \\over b} \\over c",
                    related: [Related(at: earlier.range, "the first one")]))
            return
        }
        let top = makeItem(from: row.first, pendingRange(from: row.first, or: row.start))
        row.infix = (fraction, top, range)
        row.segment = pending.count
    }
}
