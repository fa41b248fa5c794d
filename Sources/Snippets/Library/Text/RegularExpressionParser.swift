/// Reads a pattern and writes the program that matches it.
struct RegularExpressionParser {
    typealias Failure = RegularExpression.Failure
    typealias Instruction = RegularExpression.Instruction

    private let pattern: [UInt32]
    private var at = 0
    private var depth = 0
    var flags: RegularExpression.Flags
    var program: [Instruction] = []
    var sets: [RegularExpression.CharacterSet] = []
    var groupCount = 0
    var names: [(name: String, group: Int)] = []
    var markCount = 0
    private var openGroups: Set<Int> = []

    /// Repeats are written out: the program may grow to this.
    private static let mostInstructions = 20_000
    private static let mostNested = 50

    init(_ pattern: [UInt32], _ flags: RegularExpression.Flags) {
        self.pattern = pattern
        self.flags = flags
    }

    mutating func parse() throws(Failure) {
        try alternatives()
        if at < pattern.count { throw .wrong("unbalanced parenthesis", at: at) }
        program.append(.match)
    }

    private func peek(_ ahead: Int = 0) -> UInt32? { at + ahead < pattern.count ? pattern[at + ahead] : nil }

    private static func code(_ character: Unicode.Scalar) -> UInt32 { character.value }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek() == character.value else { return false }
        at += 1
        return true
    }

    private func grown() throws(Failure) {
        if program.count > Self.mostInstructions { throw .unsupported("a pattern with so many repeats") }
    }

    // MARK: Alternatives, sequences, repeats

    private mutating func alternatives() throws(Failure) {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.mostNested { throw .unsupported("a pattern nested so deep") }
        let start = program.count
        var branches: [[Instruction]] = []
        repeat {
            try sequence()
            branches.append(Array(program[start...]))
            program.removeSubrange(start...)
        } while take("|")
        var ends: [Int] = []
        for body in branches.dropLast() {
            let split = program.count
            program.append(.jump(0))
            append(body, writtenAt: start)
            ends.append(program.count)
            program.append(.jump(0))
            program[split] = .split(split + 1, program.count)
        }
        append(branches.last ?? [], writtenAt: start)
        for end in ends { program[end] = .jump(program.count) }
        try grown()
    }

    /// Instructions that were written from `start` on, at the end of the program.
    private mutating func append(_ body: [Instruction], writtenAt start: Int) {
        let offset = program.count - start
        for instruction in body {
            switch instruction {
            case .split(let a, let b): program.append(.split(a + offset, b + offset))
            case .jump(let a): program.append(.jump(a + offset))
            case .look(let end, let width, let isNegated): program.append(.look(end: end + offset, width: width, isNegated: isNegated))
            default: program.append(instruction)
            }
        }
    }

    private mutating func sequence() throws(Failure) {
        while let next = peek(), next != Self.code("|"), next != Self.code(")") {
            if flags.contains(.verbose) {
                if next == 0x20 || next >= 0x09 && next <= 0x0D {
                    at += 1
                    continue
                }
                if next == Self.code("#") {
                    while let other = peek(), other != 0x0A { _ = other; at += 1 }
                    continue
                }
            }
            let start = program.count
            if next == Self.code("{") { try repeats(of: start) }
            try item()
            try repeats(of: start)
            try grown()
        }
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let next = peek(), next >= 0x30, next <= 0x39 {
            value = min((value ?? 0) * 10 + Int(next - 0x30), 1 << 20)
            at += 1
        }
        return value
    }

    private mutating func repeats(of start: Int) throws(Failure) {
        var isRepeated = false
        while let next = peek() {
            let place = at
            var (least, most): (Int, Int?) = (0, nil)
            switch next {
            case Self.code("*"): at += 1
            case Self.code("+"):
                at += 1
                least = 1
            case Self.code("?"):
                at += 1
                most = 1
            case Self.code("{"):
                at += 1
                let low = number()
                var high = low
                if take(",") { high = number() } else if low == nil { high = nil }
                guard take("}"), low != nil || high != nil || pattern[place..<at].count == 3 else {
                    // `{` that is no repeat stands for itself.
                    at = place
                    return
                }
                if pattern[place + 1] == Self.code("}") {
                    at = place
                    return
                }
                (least, most) = (low ?? 0, high)
                if let most, most < least { throw .wrong("min repeat greater than max repeat", at: place + 1) }
            default: return
            }
            if isRepeated { throw .wrong("multiple repeat", at: place) }
            if program.count == start || program.count == start + 1 && takesNothing(program[start]) { throw .wrong("nothing to repeat", at: place) }
            isRepeated = true
            if peek() == Self.code("+") { throw .unsupported("a possessive repeat") }
            let isLazy = take("?")
            try write(Array(program[start...]), at: start, least, most, isLazy)
        }
    }

    private func takesNothing(_ instruction: Instruction) -> Bool {
        switch instruction {
        case .lineStart, .lineEnd, .textStart, .textEnd, .wordBoundary: true
        default: false
        }
    }

    /// Writes `body`, which stands at `start`, as often as it is to match.
    private mutating func write(_ body: [Instruction], at start: Int, _ least: Int, _ most: Int?, _ isLazy: Bool) throws(Failure) {
        let copies = least + (most.map { $0 - least } ?? 1)
        if body.count * max(copies, 1) > Self.mostInstructions { throw .unsupported("a pattern with so many repeats") }
        program.removeSubrange(start...)
        func split(_ inside: Int, _ outside: Int) -> Instruction { isLazy ? .split(outside, inside) : .split(inside, outside) }
        for _ in 0..<least { append(body, writtenAt: start) }
        guard let most else {
            let mark = markCount
            markCount += 1
            let loop = program.count
            program.append(.jump(0))
            program.append(.mark(mark))
            append(body, writtenAt: start)
            program.append(.progress(mark))
            program.append(.jump(loop))
            program[loop] = split(loop + 1, program.count)
            return
        }
        var holes: [Int] = []
        for _ in 0..<max(0, most - least) {
            holes.append(program.count)
            program.append(.jump(0))
            append(body, writtenAt: start)
        }
        for hole in holes { program[hole] = split(hole + 1, program.count) }
    }

    // MARK: Items

    private mutating func item() throws(Failure) {
        guard let next = peek() else { return }
        let place = at
        at += 1
        switch next {
        case Self.code("."): program.append(.any)
        case Self.code("^"): program.append(.lineStart)
        case Self.code("$"): program.append(.lineEnd)
        case Self.code("["): try set(place)
        case Self.code("("): try group(place)
        case Self.code("\\"): try escape(place)
        case Self.code("*"), Self.code("+"), Self.code("?"): throw .wrong("nothing to repeat", at: place)
        default: program.append(.scalar(next))
        }
    }

    private mutating func group(_ place: Int) throws(Failure) {
        var index: Int?
        if take("?") {
            guard let kind = peek() else { throw .wrong("unexpected end of pattern", at: at) }
            at += 1
            switch kind {
            case Self.code(":"): break
            case Self.code("#"):
                while let next = peek(), next != Self.code(")") { _ = next; at += 1 }
                guard take(")") else { throw .wrong("missing ), unterminated comment", at: place) }
                return
            case Self.code("="), Self.code("!"): return try look(place, isBehind: false, isNegated: kind == Self.code("!"))
            case Self.code("<") where peek() == Self.code("=") || peek() == Self.code("!"):
                let isNegated = peek() == Self.code("!")
                at += 1
                return try look(place, isBehind: true, isNegated: isNegated)
            case Self.code("P"):
                if take("=") {
                    let name = try name(until: ")", place)
                    guard let known = names.first(where: { $0.name == name }) else { throw .wrong("unknown group name '\(name)'", at: place + 4) }
                    program.append(.reference(known.group))
                    return
                }
                guard take("<") else { throw .wrong("unknown extension", at: place + 1) }
                let name = try name(until: ">", place)
                groupCount += 1
                index = groupCount
                if names.contains(where: { $0.name == name }) { throw .wrong("redefinition of group name '\(name)'", at: place + 4) }
                names.append((name, groupCount))
            default:
                at -= 1
                var wanted = flags
                while let letter = peek(), let flag = Self.flag(letter) {
                    wanted.insert(flag)
                    at += 1
                }
                if take(")") {
                    if place > 0 { throw .wrong("global flags not at the start of the expression", at: place) }
                    flags = wanted
                    return
                }
                guard take(":") else { throw .unsupported("this extension of a pattern") }
                // The machine knows one set of flags for the whole pattern.
                if wanted != flags { throw .unsupported("flags for a part of a pattern") }
            }
        } else {
            groupCount += 1
            index = groupCount
        }
        if let index {
            openGroups.insert(index)
            program.append(.save(2 * index))
        }
        try alternatives()
        guard take(")") else { throw .wrong("missing ), unterminated subpattern", at: place) }
        if let index {
            openGroups.remove(index)
            program.append(.save(2 * index + 1))
        }
    }

    private mutating func look(_ place: Int, isBehind: Bool, isNegated: Bool) throws(Failure) {
        let start = program.count
        program.append(.look(end: 0, width: nil, isNegated: isNegated))
        try alternatives()
        guard take(")") else { throw .wrong("missing ), unterminated subpattern", at: place) }
        program.append(.match)
        var width: Int?
        if isBehind {
            var count = 0
            for instruction in program[(start + 1)...] {
                switch instruction {
                case .scalar, .any, .set: count += 1
                case .split, .jump, .reference, .look: throw .unsupported("a lookbehind of this form")
                default: break
                }
            }
            width = count
        }
        program[start] = .look(end: program.count, width: width, isNegated: isNegated)
    }

    private static func flag(_ letter: UInt32) -> RegularExpression.Flags? {
        switch letter {
        case code("i"): .ignoreCase
        case code("m"): .multiline
        case code("s"): .dotAll
        case code("x"): .verbose
        case code("a"): .ascii
        case code("u"): []
        default: nil
        }
    }

    private mutating func name(until end: Unicode.Scalar, _ place: Int) throws(Failure) -> String {
        var name = ""
        while let next = peek(), next != end.value, let scalar = Unicode.Scalar(next) {
            name.unicodeScalars.append(scalar)
            at += 1
        }
        guard take(end) else { throw .wrong("missing \(end), unterminated name", at: place + 4) }
        guard let first = name.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else {
            throw .wrong(name.isEmpty ? "missing group name" : "bad character in group name '\(name)'", at: place + 4)
        }
        return name
    }

    // MARK: Escapes and sets

    private mutating func add(_ set: RegularExpression.CharacterSet) {
        sets.append(set)
        program.append(.set(sets.count - 1))
    }

    private static func characterClass(_ letter: UInt32) -> (kind: RegularExpression.CharacterClass, isNegated: Bool)? {
        switch letter {
        case code("d"): (.digit, false)
        case code("D"): (.digit, true)
        case code("w"): (.word, false)
        case code("W"): (.word, true)
        case code("s"): (.space, false)
        case code("S"): (.space, true)
        default: nil
        }
    }

    private mutating func escape(_ place: Int) throws(Failure) {
        guard let letter = peek() else { throw .wrong("bad escape (end of pattern)", at: place) }
        if let known = Self.characterClass(letter) {
            at += 1
            var set = RegularExpression.CharacterSet()
            set.classes = [known]
            return add(set)
        }
        switch letter {
        case Self.code("A"): program.append(.textStart)
        case Self.code("Z"): program.append(.textEnd)
        case Self.code("b"): program.append(.wordBoundary(true))
        case Self.code("B"): program.append(.wordBoundary(false))
        case 0x31...0x39:
            var group = Int(letter - 0x30)
            at += 1
            if let next = peek(), next >= 0x30, next <= 0x39 {
                group = group * 10 + Int(next - 0x30)
                at += 1
            }
            guard group <= groupCount else { throw .wrong("invalid group reference \(group)", at: place + 1) }
            if openGroups.contains(group) { throw .wrong("cannot refer to an open group", at: place) }
            program.append(.reference(group))
            return
        default:
            program.append(.scalar(try escapedScalar(place)))
            return
        }
        at += 1
    }

    /// What `\n`, `\t`, `\x41`, `\.` stand for, behind the backslash.
    private mutating func escapedScalar(_ place: Int) throws(Failure) -> UInt32 {
        guard let letter = peek() else { throw .wrong("bad escape (end of pattern)", at: place) }
        at += 1
        switch letter {
        case Self.code("n"): return 0x0A
        case Self.code("t"): return 0x09
        case Self.code("r"): return 0x0D
        case Self.code("f"): return 0x0C
        case Self.code("v"): return 0x0B
        case Self.code("a"): return 0x07
        case Self.code("0"): return 0
        case Self.code("x"), Self.code("u"):
            let count = letter == Self.code("x") ? 2 : 4
            var value: UInt32 = 0
            for _ in 0..<count {
                guard let next = peek(), let scalar = Unicode.Scalar(next), let digit = Character(scalar).hexDigitValue else {
                    throw .wrong("incomplete escape", at: place)
                }
                value = value << 4 | UInt32(digit)
                at += 1
            }
            return value
        default:
            if letter < 0x80, letter | 0x20 >= 0x61, letter | 0x20 <= 0x7A, let scalar = Unicode.Scalar(letter) {
                throw .wrong("bad escape \\\(scalar)", at: place)
            }
            return letter
        }
    }

    private mutating func set(_ place: Int) throws(Failure) {
        var set = RegularExpression.CharacterSet()
        set.isNegated = take("^")
        var isFirst = true
        while true {
            guard let next = peek() else { throw .wrong("unterminated character set", at: place) }
            if next == Self.code("]"), !isFirst {
                at += 1
                return add(set)
            }
            isFirst = false
            let first = at
            guard let low = try member(&set, place) else { continue }
            guard peek() == Self.code("-"), let after = peek(1), after != Self.code("]") else {
                set.ranges.append(low...low)
                continue
            }
            at += 1
            let high = try member(&set, place)
            guard let high, high >= low else {
                var range = String.UnicodeScalarView()
                range.append(contentsOf: pattern[first..<at].compactMap(Unicode.Scalar.init))
                throw .wrong("bad character range \(String(range))", at: first)
            }
            set.ranges.append(low...high)
        }
    }

    /// One scalar of a set; `nil` for a class, which is added.
    private mutating func member(_ set: inout RegularExpression.CharacterSet, _ place: Int) throws(Failure) -> UInt32? {
        guard let next = peek() else { throw .wrong("unterminated character set", at: place) }
        at += 1
        guard next == Self.code("\\") else { return next }
        guard let letter = peek() else { throw .wrong("bad escape (end of pattern)", at: at - 1) }
        if let known = Self.characterClass(letter) {
            at += 1
            set.classes.append(known)
            return nil
        }
        if letter == Self.code("b") {
            at += 1
            return 0x08
        }
        return try escapedScalar(at - 1)
    }
}
