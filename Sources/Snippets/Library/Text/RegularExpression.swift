/// A regular expression of Python's `re`, compiled to a program for a backtracking machine with a stack of its own.
///
/// Patterns and texts are arrays of scalars. What is left out: conditional groups, possessive repeats, atomic groups,
/// lookbehind of varying width.
struct RegularExpression: Sendable {
    struct Flags: OptionSet, Sendable, Hashable {
        let rawValue: Int
        // The numbers of Python's flags.
        static let ignoreCase = Flags(rawValue: 2)
        static let multiline = Flags(rawValue: 8)
        static let dotAll = Flags(rawValue: 16)
        static let verbose = Flags(rawValue: 64)
        static let ascii = Flags(rawValue: 256)
    }

    enum Failure: Error {
        /// As `re.error` says it, and where in the pattern.
        case wrong(String, at: Int)
        case unsupported(String)
    }

    struct CharacterSet: Sendable {
        var ranges: [ClosedRange<UInt32>] = []
        /// `\d`, `\w`, `\s` and their complements.
        var classes: [(kind: CharacterClass, isNegated: Bool)] = []
        var isNegated = false
    }

    enum CharacterClass: Sendable { case digit, word, space }

    enum Instruction: Sendable {
        case scalar(UInt32)
        case any
        case set(Int)
        /// The first way is tried first.
        case split(Int, Int)
        case jump(Int)
        case save(Int)
        case lineStart, lineEnd, textStart, textEnd
        case wordBoundary(Bool)
        case reference(Int)
        /// The program behind it, up to a match, holds here without taking anything; `width` scalars back for a lookbehind.
        case look(end: Int, width: Int?, isNegated: Bool)
        /// Keeps where a turn of a loop began, and ends a loop whose turn took nothing.
        case mark(Int)
        case progress(Int)
        case match
    }

    private(set) var program: [Instruction] = []
    private(set) var sets: [CharacterSet] = []
    private(set) var groupCount = 0
    private(set) var names: [(name: String, group: Int)] = []
    private(set) var markCount = 0
    private(set) var flags: Flags

    init(_ pattern: String, flags: Flags) throws(Failure) {
        var parser = RegularExpressionParser(Array(pattern.unicodeScalars.map(\.value)), flags)
        try parser.parse()
        program = parser.program
        sets = parser.sets
        groupCount = parser.groupCount
        names = parser.names
        markCount = parser.markCount
        self.flags = parser.flags
    }

    enum Extent { case anywhere, atStart, whole }

    /// The bounds of the whole match and of each group, -1 where a group took no part; `nil` for no match from `start` on.
    ///
    /// `advancing`: an empty match at `start` does not count.
    func match<E: Error>(
        _ text: [UInt32], from start: Int, _ extent: Extent, advancing: Bool = false, spend: (Int) throws(E) -> Void
    ) throws(E) -> [Int]? {
        guard start <= text.count else { return nil }
        for place in start...text.count {
            var machine = RegularExpressionMachine(self, text, mustEnd: extent == .whole, mustAdvance: advancing && place == start)
            if let captures = try machine.run(from: 0, at: place, spend: spend) { return captures }
            if extent != .anywhere { return nil }
        }
        return nil
    }
}

struct RegularExpressionMachine {
    private let expression: RegularExpression
    private let text: [UInt32]
    private let mustEnd: Bool
    private let mustAdvance: Bool
    private var captures: [Int]
    private var marks: [Int]

    /// A way not tried yet, or a value to put back on the way to it.
    private enum Choice {
        case way(Int, Int)
        case capture(Int, Int)
        case mark(Int, Int)
    }

    init(_ expression: RegularExpression, _ text: [UInt32], mustEnd: Bool = false, mustAdvance: Bool = false, captures: [Int]? = nil) {
        self.expression = expression
        self.text = text
        self.mustEnd = mustEnd
        self.mustAdvance = mustAdvance
        self.captures = captures ?? [Int](repeating: -1, count: 2 * (expression.groupCount + 1))
        marks = [Int](repeating: -1, count: expression.markCount)
    }

    private static let mostChoices = 1 << 20

    mutating func run<E: Error>(from first: Int, at place: Int, spend: (Int) throws(E) -> Void) throws(E) -> [Int]? {
        var choices: [Choice] = []
        var (step, at) = (first, place)
        let caseless = expression.flags.contains(.ignoreCase)
        var spent = 0
        while true {
            spent += 1
            if spent == 64 {
                try spend(64)
                spent = 0
            }
            var fails = false
            switch expression.program[step] {
            case .scalar(let wanted):
                if at < text.count, text[at] == wanted || caseless && Self.folded(text[at]) == Self.folded(wanted) { at += 1 } else { fails = true }
                step += 1
            case .any:
                if at < text.count, text[at] != 0x0A || expression.flags.contains(.dotAll) { at += 1 } else { fails = true }
                step += 1
            case .set(let index):
                if at < text.count, holds(expression.sets[index], text[at], caseless) { at += 1 } else { fails = true }
                step += 1
            case .split(let one, let other):
                if choices.count > Self.mostChoices { try spend(1 << 40) }
                choices.append(.way(other, at))
                step = one
            case .jump(let target): step = target
            case .save(let slot):
                choices.append(.capture(slot, captures[slot]))
                captures[slot] = at
                step += 1
            case .lineStart:
                fails = !(at == 0 || expression.flags.contains(.multiline) && text[at - 1] == 0x0A)
                step += 1
            case .lineEnd:
                fails = !(at == text.count || at == text.count - 1 && text[at] == 0x0A
                    || expression.flags.contains(.multiline) && text[at] == 0x0A)
                step += 1
            case .textStart:
                fails = at != 0
                step += 1
            case .textEnd:
                fails = at != text.count
                step += 1
            case .wordBoundary(let wanted):
                let before = at > 0 && isWord(text[at - 1]), after = at < text.count && isWord(text[at])
                fails = (before != after) != wanted
                step += 1
            case .reference(let group):
                let (low, high) = (captures[2 * group], captures[2 * group + 1])
                if low >= 0, high >= low, at + high - low <= text.count,
                    (0..<(high - low)).allSatisfy({ text[low + $0] == text[at + $0] || caseless && Self.folded(text[low + $0]) == Self.folded(text[at + $0]) })
                {
                    at += high - low
                } else {
                    fails = true
                }
                step += 1
            case .look(let end, let width, let isNegated):
                let from = at - (width ?? 0)
                var found: [Int]?
                if from >= 0 {
                    var inner = RegularExpressionMachine(expression, text, captures: captures)
                    found = try inner.run(from: step + 1, at: from, spend: spend)
                }
                fails = (found == nil) != isNegated
                if let found, !isNegated {
                    for slot in captures.indices.dropFirst(2) where captures[slot] != found[slot] {
                        choices.append(.capture(slot, captures[slot]))
                        captures[slot] = found[slot]
                    }
                }
                step = end
            case .mark(let slot):
                choices.append(.mark(slot, marks[slot]))
                marks[slot] = at
                step += 1
            case .progress(let slot):
                fails = marks[slot] == at
                step += 1
            case .match:
                if !mustEnd || at == text.count, !mustAdvance || at != place {
                    captures[0] = place
                    captures[1] = at
                    try spend(spent)
                    return captures
                }
                fails = true
            }
            guard fails else { continue }
            var isOver = true
            while let choice = choices.popLast() {
                switch choice {
                case .capture(let slot, let value): captures[slot] = value
                case .mark(let slot, let value): marks[slot] = value
                case .way(let next, let place):
                    (step, at) = (next, place)
                    isOver = false
                }
                if !isOver { break }
            }
            if isOver {
                try spend(spent)
                return nil
            }
        }
    }

    private static func folded(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A ? scalar | 0x20 : scalar }
        guard let known = Unicode.Scalar(scalar) else { return scalar }
        let lower = known.properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower.first?.value ?? scalar : scalar
    }

    private func isWord(_ scalar: UInt32) -> Bool { belongs(scalar, .word) }

    private func belongs(_ scalar: UInt32, _ kind: RegularExpression.CharacterClass) -> Bool {
        if scalar < 0x80 {
            switch kind {
            case .digit: return scalar >= 0x30 && scalar <= 0x39
            case .space: return scalar == 0x20 || scalar >= 0x09 && scalar <= 0x0D || scalar >= 0x1C && scalar <= 0x1F && !expression.flags.contains(.ascii)
            case .word: return scalar >= 0x30 && scalar <= 0x39 || scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A || scalar == 0x5F
            }
        }
        guard !expression.flags.contains(.ascii), let known = Unicode.Scalar(scalar) else { return false }
        switch kind {
        case .digit: return known.properties.generalCategory == .decimalNumber
        case .space: return known.properties.isWhitespace
        case .word: return known.properties.isAlphabetic || known.properties.numericType != nil
        }
    }

    private func holds(_ set: RegularExpression.CharacterSet, _ scalar: UInt32, _ caseless: Bool) -> Bool {
        func isIn(_ scalar: UInt32) -> Bool {
            set.ranges.contains { $0.contains(scalar) } || set.classes.contains { belongs(scalar, $0.kind) != $0.isNegated }
        }
        var found = isIn(scalar)
        if !found, caseless, let known = Unicode.Scalar(scalar) {
            let others = [known.properties.lowercaseMapping, known.properties.uppercaseMapping]
            found = others.contains { $0.unicodeScalars.count == 1 && isIn($0.unicodeScalars.first?.value ?? scalar) }
        }
        return found != set.isNegated
    }
}
