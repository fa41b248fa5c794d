import Source

/// Which bars open and which close: `|x||y|`, `||x| - |y||`, `2|x| + |y|`.
enum BarPairing {
    /// More bars in one row are paired in the order in which they stand.
    private static let most = 14

    /// Whether an operand may end at this token, or begin with it.
    private static func endsOperand(_ token: Token) -> Bool {
        switch token.kind {
        case .letter, .number, .text, .close, .fraction, .radical, .fenced, .accent, .stack, .table, .group, .ellipsis: true
        case .word: true
        case .sign(let sign): sign == Sign.exclamation || sign == Sign.infinity || sign == Sign.percent
        default: false
        }
    }

    private static func beginsOperand(_ token: Token, afterOperand: Bool) -> Bool {
        switch token.kind {
        case .letter, .number, .text, .open, .fraction, .radical, .fenced, .accent, .stack, .table, .group, .word, .large: true
        // Behind an operand a sign joins two; elsewhere it is the operand's own.
        case .sign(let sign): sign == Sign.minus || sign == Sign.plus ? !afterOperand : sign == Sign.infinity || sign == Sign.partial || sign == Sign.nabla
        default: false
        }
    }

    /// The place of the bar that closes the one at `start`, among tokens of one row. `isCertain` where every way to pair
    /// all bars, or every way that the blanks suggest, gives the same.
    static func partner(of start: Int, in tokens: [Token], sign: UInt32) -> (end: Int, isCertain: Bool)? {
        var places: [Int] = []
        var depth = 0
        scan: for k in start..<tokens.count {
            switch tokens[k].kind {
            case .open: depth += 1
            case .close:
                depth -= 1
                if depth < 0 { break scan }
            case .bar(sign) where depth == 0: places.append(k)
            default: break
            }
        }
        guard places.count > 1, places.count <= most else { return nil }
        var search = Search(tokens: tokens, places: places)
        search.go(1, [true], 1, 0)
        // Nobody writes the absolute value of an absolute value: `|x||y||z|` is a product.
        let sensible = search.found.filter { !search.wrapsPair($0.opens) }
        if !sensible.isEmpty { search.found = sensible }
        guard let best = search.found.min(by: { $0.against < $1.against }) else { return nil }
        let ends = Set(search.found.filter { $0.against == best.against }.compactMap { search.partner($0.opens) })
        // Among equals the nearest partner is the usual one.
        guard let end = ends.min() else { return nil }
        return (end, ends.count == 1)
    }

    private struct Search {
        let tokens: [Token]
        let places: [Int]
        /// Which bars open, and how many stand against their blanks.
        var found: [(opens: [Bool], against: Int)] = []

        mutating func go(_ k: Int, _ opens: [Bool], _ depth: Int, _ against: Int) {
            guard k < places.count else {
                if depth == 0 { found.append((opens, against)) }
                return
            }
            guard depth <= places.count - k else { return }
            let place = places[k]
            let before = tokens[place - 1]
            let isBehindBar = places[k - 1] == place - 1
            let after = place + 1 < tokens.count ? tokens[place + 1] : nil
            let isBeforeBar = k + 1 < places.count && places[k + 1] == place + 1
            let afterOperand = isBehindBar ? !(opens[k - 1]) : endsOperand(before)
            let gapBefore = before.range.end != tokens[place].core.start
            let gapAfter = after.map { $0.range.start != tokens[place].range.end } ?? false
            if depth > 0, afterOperand {
                go(k + 1, opens + [false], depth - 1, against + (gapBefore && !gapAfter && after != nil ? 1 : 0))
            }
            let canBegin = isBeforeBar || after.map { beginsOperand($0, afterOperand: afterOperand) } ?? false
            if canBegin, !tokens[place].hasScripts { go(k + 1, opens + [true], depth + 1, against + (gapAfter && !gapBefore ? 1 : 0)) }
        }

        /// Whether two bars side by side open what two bars side by side close.
        func wrapsPair(_ opens: [Bool]) -> Bool {
            var stack: [Int] = []
            var closed: (open: Int, close: Int)?
            for (k, isOpen) in opens.enumerated() {
                if isOpen {
                    stack.append(k)
                } else if let open = stack.popLast() {
                    if let inner = closed, inner.open == open + 1, inner.close == k - 1, places[open] + 1 == places[open + 1], places[k - 1] + 1 == places[k] { return true }
                    closed = (open, k)
                }
            }
            return false
        }

        func partner(_ opens: [Bool]) -> Int? {
            var depth = 0
            for (k, isOpen) in opens.enumerated() {
                depth += isOpen ? 1 : -1
                if depth == 0 { return places[k] }
            }
            return nil
        }
    }

    /// Takes `||` apart where its bars belong to two absolute values; `joined` holds where such pairs begin.
    static func split(_ tokens: inout [Token], joined: Set<Int>) {
        var groups: [[Int]] = [[]]
        var all: [[Int]] = []
        for (k, token) in tokens.enumerated() {
            switch token.kind {
            case .open: groups.append([])
            case .close: if groups.count > 1 { all.append(groups.removeLast()) }
            case .bar: groups[groups.count - 1].append(k)
            default: break
            }
        }
        all += groups
        var apart: Set<Int> = []
        for group in all {
            let pairs = group.filter { joined.contains(tokens[$0].core.lower) }
            guard !pairs.isEmpty, pairs.count < group.count else { continue }
            if pairs.count % 2 == 1 || !isNorm(group, pairs, tokens) { apart.formUnion(pairs) }
        }
        guard !apart.isEmpty else { return }
        var out: [Token] = []
        for (k, token) in tokens.enumerated() {
            guard apart.contains(k) else {
                out.append(token)
                continue
            }
            let middle = token.core.lower + 1
            out.append(Token(.bar(Sign.bar), range: .init(token.core.lower, middle)))
            var second = token
            second.kind = .bar(Sign.bar)
            second.core = .init(middle, token.core.upper)
            second.range = .init(middle, token.range.upper)
            out.append(second)
        }
        tokens = out
    }

    /// Single bars between two double ones pair among themselves.
    private static func isNorm(_ group: [Int], _ pairs: [Int], _ tokens: [Token]) -> Bool {
        for k in stride(from: 0, to: pairs.count - 1, by: 2) {
            // `|A||B||C|`: behind an operand in open bars the first of two bars closes them.
            let place = pairs[k]
            let open = group.count { $0 < place } - pairs[..<k].count
            if open % 2 == 1, place > 0, place + 1 < tokens.count, endsOperand(tokens[place - 1]), beginsOperand(tokens[place + 1], afterOperand: false) { return false }
            let inner = group.filter { $0 > pairs[k] && $0 < pairs[k + 1] }
            guard inner.count % 2 == 0 else { return false }
            if let first = inner.first, first > 0, first + 1 < tokens.count, endsOperand(tokens[first - 1]),
                !beginsOperand(tokens[first + 1], afterOperand: true)
            {
                return false
            }
        }
        return true
    }
}
