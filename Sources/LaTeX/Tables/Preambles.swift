import Source

/// What stands between `\begin{…}` and the first cell: columns, numbers of pairs, placements.
extension Parser {
    mutating func readPreamble(of open: inout OpenTable, _ name: String, from start: Int) {
        switch open.form {
        case .array where name.hasPrefix("IEEE"):
            guard let raw = rawArgument("the columns", from: start) else { return }
            let letters = raw.bytes.filter { "rclRCL".utf8.contains($0) }.map { $0 | 0x20 }
            open.table.columns = parseColumns(letters, raw.range)
        case .array where name == "array" || name == "darray":
            skipPlacement()
            skipSpaces()
            let c = peek()
            guard c == UInt8(ascii: "{") || c == UInt8(ascii: "l") || c == UInt8(ascii: "c") || c == UInt8(ascii: "r") else {
                pending.append(
                    report(
                        .missingArgument, at: .empty(at: isAtEnd ? sourceCount : here), "expected the columns of \(name) in braces \(beforeWhat())",
                        help: "\\begin{\(name)}{lcr} for three columns", related: [Related(at: open.opening, "for this environment")]))
                return
            }
            guard let raw = rawArgument("the columns", from: start) else { return }
            open.table.columns = parseColumns(raw.bytes, raw.range)
        case .array where name.hasPrefix("eqnarray"):
            open.table.columns = [.init(.right), .init(.center), .init(.left)]
            open.maximum = 3
            open.isStrict = true
        case .matrix where name.hasSuffix("*"):
            guard let raw = rawOptional() else { return }
            guard raw.bytes.contains(where: { $0 > 0x20 }) else {
                pending.append(report(.badArgument, at: raw.range, "expected l, c or r for the columns of \(name)"))
                return
            }
            let inner = ByteRange(raw.range.lower + 1, max(raw.range.lower + 1, raw.range.upper - 1))
            open.table.columns = parseColumns(raw.bytes.filter { $0 != 0x20 }, inner)
        case .alignedAt:
            skipPlacement()
            guard let raw = rawArgument("the number of pairs", from: start) else { return }
            guard let pairs = Int(String(decoding: raw.bytes.filter { $0 != 0x20 }, as: UTF8.self)), pairs > 0 else {
                pending.append(report(.badArgument, at: raw.range, "expected the number of pairs of columns"))
                return
            }
            open.maximum = min(pairs, limits.formulaCells) * 2
            open.isStrict = true
        case .subarray:
            guard let raw = rawArgument("the column", from: start) else { return }
            open.table.columns = parseColumns(raw.bytes, raw.range)
            if open.table.columns.count > 1 {
                pending.append(report(.badArgument, at: raw.range, "a subarray has one column"))
            }
            open.maximum = 1
            open.isStrict = true
        case .split:
            open.maximum = 2
            open.isStrict = true
        case .equation:
            open.maximum = 1
            open.isStrict = true
        case .aligned, .gathered:
            if name == "lgathered" { open.table.columns = [.init(.left)] }
            if name == "rgathered" { open.table.columns = [.init(.right)] }
            skipPlacement()
            if name == "multlined", rawOptional() != nil { skipPlacement() }
            if name.hasPrefix("multline") {
                open.maximum = 1
                open.isStrict = true
            }
        case .matrix:
            skipAugmentation(of: &open)
        case .array, .cases, .diagram:
            break
        }
    }

    /// `[cc|c]` after `\begin{bmatrix}`, as many define it for augmented matrices.
    private mutating func skipAugmentation(of open: inout OpenTable) {
        guard peek() == UInt8(ascii: "["), let raw = rawOptional() else { return }
        guard raw.bytes.contains(UInt8(ascii: "|")), raw.bytes.allSatisfy({ "lcr| ".utf8.contains($0) }) else {
            // A bracket of the first cell.
            position -= raw.bytes.count + 2
            return
        }
        open.table.columns = parseColumns(raw.bytes, raw.range)
    }

    /// `[t]`, `[c]`, `[b]` after `\begin{aligned}`.
    mutating func skipPlacement() {
        guard position + 2 < limit, text[position] == UInt8(ascii: "["), text[position + 2] == UInt8(ascii: "]") else {
            return
        }
        let c = text[position + 1]
        if c == UInt8(ascii: "t") || c == UInt8(ascii: "c") || c == UInt8(ascii: "b") { position += 3 }
    }

    /// `{c|rl}`, with `*{3}{c}`, `@{}`, `!{}`, `p{2cm}`.
    mutating func parseColumns(_ bytes: [UInt8], _ range: ByteRange) -> [MathTree.Table.Column] {
        var columns: [MathTree.Table.Column] = []
        var rules = 0
        var i = 0
        var queue = bytes
        var repeats = 0
        func group(at index: Int) -> Range<Int>? {
            // `*2{c}`: one token is a group of its own.
            if index < queue.count, queue[index] &- 0x30 < 10 { return index..<(index + 1) }
            guard index < queue.count, queue[index] == UInt8(ascii: "{") else { return nil }
            var depth = 0
            for k in index..<queue.count {
                if queue[k] == UInt8(ascii: "{") { depth += 1 }
                if queue[k] == UInt8(ascii: "}") {
                    depth -= 1
                    if depth == 0 { return (index + 1)..<k }
                }
            }
            return nil
        }
        var dashed: Set<Int> = []
        loop: while i < queue.count, columns.count <= limits.formulaCells {
            let c = queue[i]
            i += 1
            switch c {
            case UInt8(ascii: "l"), UInt8(ascii: "c"), UInt8(ascii: "r"):
                let alignment: MathTree.Table.Column.Alignment =
                    c == UInt8(ascii: "l") ? .left : c == UInt8(ascii: "r") ? .right : .center
                columns.append(.init(alignment, rulesBefore: rules))
                rules = 0
            case UInt8(ascii: "|"), UInt8(ascii: ":"):
                rules += 1
                if c == UInt8(ascii: ":") { dashed.insert(columns.count) }
            case 0x20, 0x09, 0x0A, 0x0D:
                continue
            case UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: ">"), UInt8(ascii: "<"):
                guard let inner = group(at: i) else { break loop }
                i = inner.upperBound + 1
            case UInt8(ascii: "w"), UInt8(ascii: "W"):
                guard let kind = group(at: i), let width = group(at: kind.upperBound + 1) else { break loop }
                i = width.upperBound + 1
                let letter = queue[kind].first ?? UInt8(ascii: "c")
                columns.append(
                    .init(letter == UInt8(ascii: "l") ? .left : letter == UInt8(ascii: "r") ? .right : .center, rulesBefore: rules))
                rules = 0
            case UInt8(ascii: "p"), UInt8(ascii: "m"), UInt8(ascii: "b"):
                guard let inner = group(at: i) else { break loop }
                i = inner.upperBound + 1
                columns.append(.init(.left, rulesBefore: rules))
                rules = 0
            case UInt8(ascii: "*"):
                guard let count = group(at: i),
                    let pattern = group(at: queue[i] == UInt8(ascii: "{") ? count.upperBound + 1 : count.upperBound),
                    let times = Int(String(decoding: queue[count], as: UTF8.self)), times >= 0, times <= 256, repeats < 8
                else { break loop }
                repeats += 1
                let piece = Array(queue[pattern])
                var next: [UInt8] = []
                for _ in 0..<times { next.append(contentsOf: piece) }
                next.append(contentsOf: queue[(pattern.upperBound + 1)...])
                queue = next
                i = 0
            default:
                let shown = String(decoding: [c], as: UTF8.self)
                pending.append(
                    report(.badArgument, at: range, "\(shown) is not a column of an array", help: "l, c, r or |"))
                return columns
            }
        }
        if i < queue.count || (i == queue.count && columns.isEmpty && !queue.isEmpty && rules == 0 && !queue.allSatisfy { $0 == 0x20 }) {
            pending.append(report(.badArgument, at: range, "the columns of the array do not parse", help: "l, c, r or |"))
        }
        if rules > 0 { columns.append(.init(.center, rulesBefore: rules)) }
        for column in dashed where columns.indices.contains(column) { columns[column].isDashed = true }
        return columns
    }
}
