import Source

/// String literals: prefixes, escapes, f-strings, joined neighbours.
extension Parser {
    mutating func strings() throws(SyntaxFault) -> ID? {
        if let known = try recall(.strings) { return known }
        let start = mark
        while try accept(.string) {}
        var parts: [ID] = []
        var literal: [UInt8] = []
        var isBytes = false
        var isFormatted = false
        for index in start..<mark {
            let token = tokens[index]
            let bytes = tokenizer.bytes
            var cursor = Int(token.start)
            var isRaw = false
            var isFormat = false
            var isByteString = false
            while bytes[cursor] != UInt8(ascii: "'"), bytes[cursor] != UInt8(ascii: "\"") {
                switch bytes[cursor] | 0x20 {
                case "r": isRaw = true
                case "f": isFormat = true
                case "b": isByteString = true
                default: break
                }
                cursor += 1
            }
            if index > start, isByteString != isBytes { throw fault("cannot mix bytes and nonbytes literals") }
            isBytes = isByteString
            isFormatted = isFormatted || isFormat
            let isTriple =
                cursor + 2 < Int(token.end) && bytes[cursor + 1] == bytes[cursor] && bytes[cursor + 2] == bytes[cursor]
            let quotes = isTriple ? 3 : 1
            let body = (cursor + quotes)..<max(cursor + quotes, Int(token.end) - quotes)
            if isFormat {
                try formatString(body, token: index, isRaw: isRaw, level: 0, literal: &literal, parts: &parts)
            } else {
                if isByteString, let wide = body.first(where: { bytes[$0] >= 0x80 }) {
                    _ = wide
                    throw fault("bytes can only contain ASCII literal characters", range(index))
                }
                try unescape(body, isRaw: isRaw, isBytes: isByteString, token: index, into: &literal)
            }
        }
        if !isFormatted {
            let id = tree.addString(String(decoding: literal, as: UTF8.self))
            return remember(
                .strings, at: start, node(isBytes ? .bytes(id) : .string(id), from: start))
        }
        flush(&literal, into: &parts, token: start)
        return remember(.strings, at: start, node(.joined(tree.list(parts)), from: start))
    }

    private mutating func flush(_ literal: inout [UInt8], into parts: inout [ID], token: Int) {
        if literal.isEmpty { return }
        let id = tree.addString(String(decoding: literal, as: UTF8.self))
        parts.append(tree.add(.string(id), range(token)))
        literal = []
    }

    // MARK: Escapes

    private func unescape(
        _ body: Range<Int>, isRaw: Bool, isBytes: Bool, token: Int, into output: inout [UInt8]
    ) throws(SyntaxFault) {
        let bytes = tokenizer.bytes
        var i = body.lowerBound
        while i < body.upperBound {
            let c = bytes[i]
            if c == 0x0D {
                // Lines inside strings end at LF, whatever the file says.
                output.append(0x0A)
                i += i + 1 < body.upperBound && bytes[i + 1] == 0x0A ? 2 : 1
                continue
            }
            guard c == UInt8(ascii: "\\"), !isRaw, i + 1 < body.upperBound else {
                output.append(c)
                i += 1
                continue
            }
            let escape = bytes[i + 1]
            i += 2
            switch escape {
            case 0x0A: break
            case 0x0D: if i < body.upperBound, bytes[i] == 0x0A { i += 1 }
            case "\\", "'", "\"": output.append(escape)
            case "a": output.append(7)
            case "b": output.append(8)
            case "f": output.append(12)
            case "n": output.append(10)
            case "r": output.append(13)
            case "t": output.append(9)
            case "v": output.append(11)
            case 0x30...0x37:
                var value = UInt32(escape - 0x30)
                var count = 1
                while count < 3, i < body.upperBound, bytes[i] >= 0x30, bytes[i] <= 0x37 {
                    value = value * 8 + UInt32(bytes[i] - 0x30)
                    i += 1
                    count += 1
                }
                append(value, to: &output)
            case "x", "u", "U":
                if escape != UInt8(ascii: "x"), isBytes {
                    output += [UInt8(ascii: "\\"), escape]
                    break
                }
                let width = escape == UInt8(ascii: "x") ? 2 : escape == UInt8(ascii: "u") ? 4 : 8
                let digits = bytes[i..<min(body.upperBound, i + width)]
                let text = String(decoding: digits, as: UTF8.self)
                guard digits.count == width, let value = UInt32(text, radix: 16), text.first != "+" else {
                    let kind = width == 2 ? "\\xXX" : width == 4 ? "\\uXXXX" : "\\UXXXXXXXX"
                    let from = i - 2 - body.lowerBound
                    let good = digits.prefix { Self.isHexadecimal($0) }.count
                    if isBytes { throw fault("(value error) invalid \\x escape at position \(from)") }
                    throw fault(
                        "(unicode error) 'unicodeescape' codec can't decode bytes in position "
                            + "\(from)-\(from + 1 + good): truncated \(kind) escape")
                }
                append(value, to: &output)
                i += width
            case "N" where !isBytes:
                // Names of characters are not known here; the replacement keeps the string's length.
                if i < body.upperBound, bytes[i] == UInt8(ascii: "{"),
                    let close = bytes[i..<body.upperBound].firstIndex(of: UInt8(ascii: "}"))
                {
                    append(0xFFFD, to: &output)
                    i = close + 1
                } else {
                    let from = i - 2 - body.lowerBound
                    throw fault(
                        "(unicode error) 'unicodeescape' codec can't decode bytes in position "
                            + "\(from)-\(from + 1): malformed \\N character escape")
                }
            default: output += [UInt8(ascii: "\\"), escape]
            }
        }
    }

    private static func isHexadecimal(_ c: UInt8) -> Bool {
        switch c {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }

    private func append(_ value: UInt32, to output: inout [UInt8]) {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        output.append(contentsOf: String(Character(scalar)).utf8)
    }

    // MARK: f-strings

    /// Reads `body` of an f-string. `level` 1 is the inside of a format specification.
    private mutating func formatString(
        _ body: Range<Int>, token: Int, isRaw: Bool, level: Int, literal: inout [UInt8], parts: inout [ID]
    ) throws(SyntaxFault) {
        var cursor = body.lowerBound
        while cursor < body.upperBound {
            let stop = try literalPart(&cursor, body, token: token, isRaw: isRaw, level: level, into: &literal)
            if stop { return }
            guard cursor < body.upperBound else { return }
            try replacementField(&cursor, body, token: token, isRaw: isRaw, level: level, &literal, &parts)
        }
    }

    /// Text up to the next field. Returns true at the `}` that ends a specification.
    private mutating func literalPart(
        _ cursor: inout Int, _ body: Range<Int>, token: Int, isRaw: Bool, level: Int, into literal: inout [UInt8]
    ) throws(SyntaxFault) -> Bool {
        let bytes = tokenizer.bytes
        var start = cursor
        while cursor < body.upperBound {
            let c = bytes[cursor]
            if c == UInt8(ascii: "\\"), !isRaw, cursor + 1 < body.upperBound {
                let next = bytes[cursor + 1]
                if next == UInt8(ascii: "N"), cursor + 2 < body.upperBound, bytes[cursor + 2] == UInt8(ascii: "{") {
                    while cursor < body.upperBound, bytes[cursor] != UInt8(ascii: "}") { cursor += 1 }
                    cursor = min(cursor + 1, body.upperBound)
                    continue
                }
                // A brace after a backslash still opens a field.
                cursor += next == UInt8(ascii: "{") || next == UInt8(ascii: "}") ? 1 : 2
                continue
            }
            if c == UInt8(ascii: "{") || c == UInt8(ascii: "}") {
                if level == 0 {
                    if cursor + 1 < body.upperBound, bytes[cursor + 1] == c {
                        try unescape(start..<(cursor + 1), isRaw: isRaw, isBytes: false, token: token, into: &literal)
                        cursor += 2
                        start = cursor
                        continue
                    }
                    if c == UInt8(ascii: "}") {
                        throw fault("f-string: single '}' is not allowed", wholeStrings(token))
                    }
                }
                try unescape(start..<cursor, isRaw: isRaw, isBytes: false, token: token, into: &literal)
                return c == UInt8(ascii: "}")
            }
            cursor += 1
        }
        cursor = min(cursor, body.upperBound)
        try unescape(start..<cursor, isRaw: isRaw, isBytes: false, token: token, into: &literal)
        return false
    }

    /// Where CPython puts faults of f-strings that are not faults of an expression in them.
    private func wholeStrings(_ token: Int) -> ByteRange { range(tokens.count - 1) }

    private mutating func replacementField(
        _ cursor: inout Int, _ body: Range<Int>, token: Int, isRaw: Bool, level: Int, _ literal: inout [UInt8],
        _ parts: inout [ID]
    ) throws(SyntaxFault) {
        if level >= 2 { throw fault("f-string: expressions nested too deeply", wholeStrings(token)) }
        let bytes = tokenizer.bytes
        let open = cursor
        cursor += 1
        let start = cursor
        try passExpression(&cursor, body, token: token)
        let end = cursor
        guard end < body.upperBound else { throw fault("f-string: expecting '}'", wholeStrings(token)) }
        let isBlank = bytes[start..<end].allSatisfy {
            $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0C || $0 == 0x0D
        }
        if isBlank {
            let sign = Character(Unicode.Scalar(bytes[end]))
            throw fault(
                sign == "}" ? "f-string: empty expression not allowed" : "f-string: expression required before '\(sign)'",
                wholeStrings(token))
        }
        let value = try fieldExpression(start..<end)
        if bytes[cursor] == UInt8(ascii: "=") {
            cursor += 1
            while cursor < body.upperBound, bytes[cursor] == 0x20 || bytes[cursor] == 0x09 { cursor += 1 }
            literal.append(contentsOf: bytes[start..<cursor])
        }
        let isDebug = cursor > end
        var conversion: UInt8 = 0
        if cursor < body.upperBound, bytes[cursor] == UInt8(ascii: "!") {
            cursor += 1
            guard cursor < body.upperBound else { throw fault("f-string: expecting '}'", wholeStrings(token)) }
            conversion = bytes[cursor]
            cursor += 1
            if ![UInt8(ascii: "s"), UInt8(ascii: "r"), UInt8(ascii: "a")].contains(conversion) {
                throw fault(
                    "f-string: invalid conversion character: expected 's', 'r', or 'a'", wholeStrings(token))
            }
        }
        guard cursor < body.upperBound else { throw fault("f-string: expecting '}'", wholeStrings(token)) }
        var format: ID?
        if bytes[cursor] == UInt8(ascii: ":") {
            cursor += 1
            var inner: [UInt8] = []
            var innerParts: [ID] = []
            let stop = try formatParts(&cursor, body, token: token, isRaw: isRaw, level: level + 1, &inner, &innerParts)
            _ = stop
            flush(&inner, into: &innerParts, token: token)
            format = tree.add(.joined(tree.list(innerParts)), range(token))
        }
        guard cursor < body.upperBound, bytes[cursor] == UInt8(ascii: "}") else {
            throw fault("f-string: expecting '}'", wholeStrings(token))
        }
        cursor += 1
        if isDebug, conversion == 0, format == nil { conversion = UInt8(ascii: "r") }
        flush(&literal, into: &parts, token: token)
        parts.append(
            tree.add(
                .formatted(value, conversion: conversion, format: format),
                ByteRange(open, cursor).shifted(by: shift)))
    }

    private mutating func formatParts(
        _ cursor: inout Int, _ body: Range<Int>, token: Int, isRaw: Bool, level: Int, _ literal: inout [UInt8],
        _ parts: inout [ID]
    ) throws(SyntaxFault) -> Bool {
        while cursor < body.upperBound {
            if try literalPart(&cursor, body, token: token, isRaw: isRaw, level: level, into: &literal) { return true }
            guard cursor < body.upperBound else { return false }
            try replacementField(&cursor, body, token: token, isRaw: isRaw, level: level, &literal, &parts)
        }
        return false
    }

    /// Moves `cursor` to what ends the expression: `}`, `!`, `:` or `=`.
    private mutating func passExpression(_ cursor: inout Int, _ body: Range<Int>, token: Int) throws(SyntaxFault) {
        let bytes = tokenizer.bytes
        var open: [UInt8] = []
        var quote: (byte: UInt8, isTriple: Bool)?
        scan: while cursor < body.upperBound {
            let c = bytes[cursor]
            func isTripled(_ byte: UInt8) -> Bool {
                cursor + 2 < body.upperBound && bytes[cursor + 1] == byte && bytes[cursor + 2] == byte
            }
            if c == UInt8(ascii: "\\") {
                throw fault("f-string expression part cannot include a backslash", wholeStrings(token))
            }
            if let inside = quote {
                if c == inside.byte, !inside.isTriple || isTripled(c) {
                    cursor += inside.isTriple ? 2 : 0
                    quote = nil
                }
                cursor += 1
                continue
            }
            switch c {
            case "'", "\"":
                let isTriple = isTripled(c)
                quote = (c, isTriple)
                cursor += isTriple ? 2 : 0
            case "(", "[", "{":
                if open.count >= limits.pythonBrackets {
                    throw fault("f-string: too many nested parenthesis", wholeStrings(token))
                }
                open.append(c)
            case "#": throw fault("f-string expression part cannot include '#'", wholeStrings(token))
            case "!", ":", "}", "=", "<", ">":
                if open.isEmpty {
                    if cursor + 1 < body.upperBound, bytes[cursor + 1] == UInt8(ascii: "="),
                        c != UInt8(ascii: ":"), c != UInt8(ascii: "}")
                    {
                        cursor += 2
                        continue scan
                    }
                    if c == UInt8(ascii: "<") || c == UInt8(ascii: ">") { break }
                    return
                }
                if c == UInt8(ascii: "}") { try close(c, &open, token: token) }
            case ")", "]": try close(c, &open, token: token)
            default: break
            }
            cursor += 1
        }
        if quote != nil { throw fault("f-string: unterminated string", wholeStrings(token)) }
        if let last = open.last {
            throw fault("f-string: unmatched '\(Character(Unicode.Scalar(last)))'", wholeStrings(token))
        }
    }

    private func close(_ c: UInt8, _ open: inout [UInt8], token: Int) throws(SyntaxFault) {
        let sign = Character(Unicode.Scalar(c))
        guard let last = open.popLast() else {
            throw fault("f-string: unmatched '\(sign)'", wholeStrings(token))
        }
        let fits: UInt8 = last == UInt8(ascii: "(") ? UInt8(ascii: ")") : last + 2
        if fits != c {
            throw fault(
                "f-string: closing parenthesis '\(sign)' does not match opening parenthesis "
                    + "'\(Character(Unicode.Scalar(last)))'", wholeStrings(token))
        }
    }

    /// Parses the expression of a field as if it stood in parentheses.
    private mutating func fieldExpression(_ body: Range<Int>) throws(SyntaxFault) -> ID {
        try deepen()
        defer { depth -= 1 }
        let inner = [UInt8(ascii: "(")] + tokenizer.bytes[body] + [UInt8(ascii: ")")]
        let saved = (tokenizer, tokens, mark, memory, shift, explains)
        shift += body.lowerBound - 1
        tokenizer = Tokenizer(inner, limits: limits)
        defer { (tokenizer, tokens, mark, memory, shift, explains) = saved }
        for pass in [false, true] {
            tokens = []
            memory = []
            mark = 0
            explains = pass
            tokenizer = Tokenizer(inner, limits: limits)
            let lastLooked: Int
            do {
                if let value = try starExpressions() { return value }
                lastLooked = tokens.count - 1
            } catch {
                throw SyntaxFault(
                    error.kind == .limit || error.isLexical ? error.message : "f-string: " + error.message, error.start,
                    error.end,
                    kind: error.kind, isLexical: true)
            }
            if !pass { continue }
            let token = tokens[max(0, lastLooked)]
            throw SyntaxFault(
                "f-string: invalid syntax", Int(token.start) + shift, Int(token.end) + shift, isLexical: true)
        }
        throw fault("f-string: invalid syntax")
    }
}
