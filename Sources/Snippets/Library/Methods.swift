import Source
import Tensors

/// Methods of strings, lists, dictionaries and sets. The receiver is the first argument.
extension Interpreter {
    static func method(of value: Value, _ name: String) -> NativeBody? {
        switch value {
        case .string: stringMethods[name]
        case .list: listMethods[name]
        case .tuple: tupleMethods[name]
        case .dictionary: dictionaryMethods[name]
        case .set: setMethods[name]
        case .int, .long, .truth, .float: numberMethods[name]
        default: nil
        }
    }

    // Never changed; the closures hold constants only.
    nonisolated(unsafe) static let numberMethods: [String: NativeBody] = [
        "bit_length": NativeBody { (i, a) throws(Stop) in
            switch a.positional.first {
            case .int(let n)?: return .int(Int.bitWidth - Int(n.magnitude.leadingZeroBitCount))
            case .long(let n)?: return .int(n.bitCount)
            case .truth(let b)?: return .int(b ? 1 : 0)
            default: throw i.error("AttributeError", "'float' object has no attribute 'bit_length'")
            }
        },
        "bit_count": NativeBody { (i, a) throws(Stop) in
            guard case .int(let n)? = a.positional.first else { throw i.unsupported("bit_count") }
            return .int(n.magnitude.nonzeroBitCount)
        },
        "is_integer": NativeBody { (i, a) throws(Stop) in
            guard case .float(let x)? = a.positional.first else { throw i.error("AttributeError", "'int' object has no attribute 'is_integer'") }
            return .truth(x.isFinite && x == x.rounded())
        },
        "conjugate": NativeBody { (_, a) throws(Stop) in a.positional.first ?? .none },
        "as_integer_ratio": NativeBody { (i, a) throws(Stop) in
            guard case .float(let x)? = a.positional.first, x.isFinite else { throw i.unsupported("as_integer_ratio") }
            var top = x, bottom = 1
            while top != top.rounded(), bottom < 1 << 60 { (top, bottom) = (top * 2, bottom * 2) }
            guard let whole = Int(exactly: top) else { throw i.unsupported("as_integer_ratio") }
            return i.tuple([.int(whole), .int(bottom)])
        },
    ]

    private static func text(_ a: Arguments, _ place: Int, _ i: Interpreter) throws(Stop) -> String {
        guard a.positional.count > place, case .string(let text) = a.positional[place] else {
            if a.positional.count > place {
                throw i.error("TypeError", "expected str instance, \(i.typeName(a.positional[place])) found")
            }
            throw i.error("TypeError", "missing argument")
        }
        return text
    }

    // Never changed; the closures hold constants only.
    nonisolated(unsafe) static let stringMethods: [String: NativeBody] = {
        var t: [String: NativeBody] = [:]
        t["upper"] = NativeBody { (i, a) throws(Stop) in .string(try text(a, 0, i).uppercased()) }
        t["lower"] = NativeBody { (i, a) throws(Stop) in .string(try text(a, 0, i).lowercased()) }
        t["swapcase"] = NativeBody { (i, a) throws(Stop) in
            .string(try text(a, 0, i).map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined())
        }
        t["casefold"] = NativeBody { (i, a) throws(Stop) in .string(try text(a, 0, i).lowercased().replacing("ß", with: "ss")) }
        for (name, isLast) in [("partition", false), ("rpartition", true)] {
            t[name] = NativeBody { (i, a) throws(Stop) in
                let s = try text(a, 0, i), mark = try text(a, 1, i)
                if mark.isEmpty { throw i.error("ValueError", "empty separator") }
                let scalars = Array(s.unicodeScalars), width = mark.unicodeScalars.count
                guard let place = isLast ? TextSearch.findLast(mark, in: s) : TextSearch.find(mark, in: s) else {
                    return i.tuple(isLast ? [.string(""), .string(""), .string(s)] : [.string(s), .string(""), .string("")])
                }
                return i.tuple([.string(part(scalars, 0, place)), .string(mark), .string(part(scalars, place + width, scalars.count))])
            }
        }
        for (name, isPrefix) in [("removeprefix", true), ("removesuffix", false)] {
            t[name] = NativeBody { (i, a) throws(Stop) in
                let s = try text(a, 0, i), part = try text(a, 1, i)
                if part.isEmpty { return .string(s) }
                if isPrefix { return .string(s.hasPrefix(part) ? String(s.dropFirst(part.count)) : s) }
                return .string(s.hasSuffix(part) ? String(s.dropLast(part.count)) : s)
            }
        }
        t["isnumeric"] = NativeBody { (i, a) throws(Stop) in
            let s = try text(a, 0, i)
            return .truth(!s.isEmpty && s.unicodeScalars.allSatisfy { $0.properties.numericType != nil })
        }
        t["isidentifier"] = NativeBody { (i, a) throws(Stop) in
            let s = try text(a, 0, i)
            guard let first = s.unicodeScalars.first else { return .truth(false) }
            return .truth((first == "_" || first.properties.isXIDStart) && s.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue })
        }
        t["expandtabs"] = NativeBody { (i, a) throws(Stop) in
            var size = 8
            if let given = a.positional.count > 1 ? a.positional[1] : a["tabsize"] {
                guard case .int(let count) = given, count >= 0, count <= 1 << 10 else { throw i.unsupported("expandtabs with this size") }
                size = count
            }
            var column = 0
            var result = ""
            for scalar in try text(a, 0, i).unicodeScalars {
                if scalar == "\t" {
                    let count = size == 0 ? 0 : size - column % size
                    result += String(repeating: " ", count: count)
                    column += count
                } else {
                    result.unicodeScalars.append(scalar)
                    column = scalar == "\n" ? 0 : column + 1
                }
            }
            return .string(result)
        }
        t["rsplit"] = NativeBody { (i, a) throws(Stop) in
            let values = try a.bind(["self", "sep", "maxsplit"], for: "rsplit", i)
            guard case .int(let limit)? = values[2], limit >= 0 else { return try t["split"]?(i, a) ?? .none }
            guard case .string(let mark)? = values[1], !mark.isEmpty else { throw i.unsupported("rsplit on blanks") }
            var rest = Array(try text(a, 0, i).unicodeScalars)
            var parts: [Value] = []
            while parts.count < limit, let place = TextSearch.findLast(mark, in: part(rest, 0, rest.count)) {
                parts.insert(.string(part(rest, place + mark.unicodeScalars.count, rest.count)), at: 0)
                rest = Array(rest[..<place])
            }
            return try i.list([.string(part(rest, 0, rest.count))] + parts)
        }
        t["translate"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count == 2, case .dictionary(let table) = a.positional[1] else { throw i.unsupported("translate") }
            var result = ""
            for scalar in try text(a, 0, i).unicodeScalars {
                switch table[.int(Int(scalar.value))] {
                case nil: result.unicodeScalars.append(scalar)
                case .some(.none): break
                case .some(.int(let code)): if let other = UInt32(exactly: code).flatMap(Unicode.Scalar.init) { result.unicodeScalars.append(other) }
                case .some(let value): result += try i.str(value)
                }
            }
            return .string(result)
        }
        t["maketrans"] = NativeBody { (i, a) throws(Stop) in
            let table = DictionaryObject(i.arena)
            if a.positional.count == 1, case .dictionary(let source) = a.positional[0] {
                for entry in source.live {
                    var key = entry.key
                    if case .string(let text) = key, let scalar = text.unicodeScalars.first { key = .int(Int(scalar.value)) }
                    table.set(try i.hash(key), key, entry.value)
                }
                return .dictionary(table)
            }
            let from = Array(try text(a, 0, i).unicodeScalars), to = Array(try text(a, 1, i).unicodeScalars)
            if from.count != to.count { throw i.error("ValueError", "the first two maketrans arguments must have equal length") }
            for (x, y) in zip(from, to) { table.set(.int(Int(x.value)), .int(Int(x.value)), .int(Int(y.value))) }
            if a.positional.count > 2 { for x in try text(a, 2, i).unicodeScalars { table.set(.int(Int(x.value)), .int(Int(x.value)), .none) } }
            return .dictionary(table)
        }
        t["title"] = NativeBody { (i, a) throws(Stop) in
            var result = "", isStart = true
            for character in try text(a, 0, i) {
                result += isStart ? character.uppercased() : character.lowercased()
                isStart = !character.isLetter
            }
            return .string(result)
        }
        t["capitalize"] = NativeBody { (i, a) throws(Stop) in
            let s = try text(a, 0, i)
            return .string(s.prefix(1).uppercased() + s.dropFirst().lowercased())
        }
        for (name, left, right) in [("strip", true, true), ("lstrip", true, false), ("rstrip", false, true)] {
            t[name] = NativeBody { (i, a) throws(Stop) in
                var set: String?
                if a.positional.count > 1, case .string(let given) = a.positional[1] { set = given }
                return .string(TextSearch.trimmed(try text(a, 0, i), left: left, right: right, of: set))
            }
        }
        t["split"] = NativeBody { (i, a) throws(Stop) in
            let values = try a.bind(["self", "sep", "maxsplit"], for: "split", i)
            let s = try text(a, 0, i)
            var limit = Int.max
            if case .int(let count)? = values[2], count >= 0 { limit = count }
            var parts: [Value] = []
            if case .string(let separator)? = values[1] {
                if separator.isEmpty { throw i.error("ValueError", "empty separator") }
                let scalars = Array(s.unicodeScalars), width = separator.unicodeScalars.count
                var start = 0
                while parts.count < limit, let place = TextSearch.find(separator, in: s, from: start) {
                    parts.append(.string(part(scalars, start, place)))
                    start = place + width
                    try i.spend(1 + scalars.count / 16)
                }
                parts.append(.string(part(scalars, start, scalars.count)))
            } else {
                let scalars = Array(s.unicodeScalars)
                var at = 0
                while at < scalars.count {
                    if TextSearch.isSpace(scalars[at]) {
                        at += 1
                        continue
                    }
                    if parts.count >= limit {
                        parts.append(.string(TextSearch.trimmed(part(scalars, at, scalars.count), left: false)))
                        break
                    }
                    var end = at
                    while end < scalars.count, !TextSearch.isSpace(scalars[end]) { end += 1 }
                    parts.append(.string(part(scalars, at, end)))
                    at = end
                }
            }
            return try i.list(parts)
        }
        t["splitlines"] = NativeBody { (i, a) throws(Stop) in
            var parts: [Value] = [], line = String.UnicodeScalarView()
            for scalar in try text(a, 0, i).unicodeScalars {
                if scalar == "\n" {
                    parts.append(.string(String(line)))
                    line = .init()
                } else {
                    line.append(scalar)
                }
            }
            if !line.isEmpty { parts.append(.string(String(line))) }
            return try i.list(parts)
        }
        t["join"] = NativeBody { (i, a) throws(Stop) in
            let separator = try text(a, 0, i)
            guard a.positional.count > 1 else { throw i.error("TypeError", "str.join() takes exactly one argument (0 given)") }
            var parts: [String] = []
            var size = 0
            for (place, item) in try i.items(a.positional[1]).enumerated() {
                guard case .string(let text) = item else {
                    throw i.error("TypeError", "sequence item \(place): expected str instance, \(i.typeName(item)) found")
                }
                size += text.utf8.count + separator.utf8.count
                if size > 16 << 20 { throw .limit(.memory(i.budget.limits.elementsAlive)) }
                parts.append(text)
            }
            return .string(parts.joined(separator: separator))
        }
        t["replace"] = NativeBody { (i, a) throws(Stop) in
            let s = try text(a, 0, i), old = try text(a, 1, i), new = try text(a, 2, i)
            if old.isEmpty { throw i.unsupported("replace of an empty string") }
            var limit = Int.max
            if a.positional.count > 3, case .int(let count) = a.positional[3], count >= 0 { limit = count }
            let scalars = Array(s.unicodeScalars), width = old.unicodeScalars.count
            var result = "", start = 0
            while limit > 0, let place = TextSearch.find(old, in: s, from: start) {
                limit -= 1
                result += part(scalars, start, place) + new
                start = place + width
                try i.checkLength(result)
                try i.spend(1 + scalars.count / 16)
            }
            return .string(result + part(scalars, start, scalars.count))
        }
        for (name, isFirst) in [("find", true), ("index", true), ("rfind", false), ("rindex", false)] {
            t[name] = NativeBody { (i, a) throws(Stop) in
                let s = try text(a, 0, i), part = try text(a, 1, i)
                let bounds = try i.bounds(a, count: s.unicodeScalars.count)
                let inside = TextSearch.slice(s, bounds)
                if bounds.isValid, let place = isFirst ? TextSearch.find(part, in: inside) : TextSearch.findLast(part, in: inside) {
                    return .int(bounds.lower + place)
                }
                if name.hasSuffix("index") { throw i.error("ValueError", "substring not found") }
                return .int(-1)
            }
        }
        t["count"] = NativeBody { (i, a) throws(Stop) in
            let whole = try text(a, 0, i), part = try text(a, 1, i)
            let bounds = try i.bounds(a, count: whole.unicodeScalars.count)
            if !bounds.isValid { return .int(0) }
            let s = TextSearch.slice(whole, bounds)
            if part.isEmpty { return .int(s.unicodeScalars.count + 1) }
            var count = 0, start = 0
            while let place = TextSearch.find(part, in: s, from: start) {
                count += 1
                start = place + part.unicodeScalars.count
                try i.spend(1 + s.utf8.count / 16)
            }
            return .int(count)
        }
        for (name, atStart) in [("startswith", true), ("endswith", false)] {
            t[name] = NativeBody { (i, a) throws(Stop) in
                let whole = try text(a, 0, i)
                guard a.positional.count > 1 else { throw i.error("TypeError", "\(name) expected at least 1 argument, got 0") }
                let bounds = try i.bounds(a, count: whole.unicodeScalars.count)
                let s = Array(TextSearch.slice(whole, bounds).unicodeScalars)
                let options: [Value]
                if case .tuple(let tuple) = a.positional[1] { options = tuple.items } else { options = [a.positional[1]] }
                for option in options {
                    guard case .string(let text) = option else {
                        throw i.error("TypeError", "\(name) first arg must be str or a tuple of str, not \(i.typeName(option))")
                    }
                    let part = Array(text.unicodeScalars)
                    if bounds.isValid, atStart ? s.starts(with: part) : s.suffix(part.count).elementsEqual(part) { return .truth(true) }
                }
                return .truth(false)
            }
        }
        for (name, test) in [
            ("isdigit", { (s: Unicode.Scalar) in s.properties.numericType == .decimal || s.properties.numericType == .digit }),
            ("isalpha", { $0.properties.isAlphabetic }), ("isspace", { TextSearch.isSpace($0) }),
            ("isalnum", { $0.properties.isAlphabetic || $0.properties.numericType != nil }),
        ] as [(String, (Unicode.Scalar) -> Bool)] {
            t[name] = NativeBody { (i, a) throws(Stop) in
                let s = try text(a, 0, i)
                return .truth(!s.isEmpty && s.unicodeScalars.allSatisfy(test))
            }
        }
        t["isupper"] = NativeBody { (i, a) throws(Stop) in
            let s = try text(a, 0, i)
            return .truth(s == s.uppercased() && s != s.lowercased())
        }
        t["islower"] = NativeBody { (i, a) throws(Stop) in
            let s = try text(a, 0, i)
            return .truth(s == s.lowercased() && s != s.uppercased())
        }
        for (name, sign) in [("ljust", "<"), ("rjust", ">"), ("center", "^")] as [(String, Unicode.Scalar)] {
            t[name] = NativeBody { (i, a) throws(Stop) in
                guard a.positional.count >= 2, case .int(let width) = a.positional[1], width <= 1 << 20 else { throw i.unsupported(name) }
                let s = try text(a, 0, i)
                var spec = FormatSpecification(align: sign, width: max(0, width))
                if a.positional.count > 2, let fill = try text(a, 2, i).unicodeScalars.first { spec.fill = fill }
                guard sign == "^" else { return .string(spec.padded(text: s)) }
                // Where an odd blank goes differs from what format() does.
                let count = s.unicodeScalars.count, missing = max(0, width - count)
                let left = missing / 2 + (missing & width & 1)
                let filler = { (n: Int) in String(repeating: Character(spec.fill), count: n) }
                return .string(filler(left) + s + filler(missing - left))
            }
        }
        t["zfill"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count == 2, case .int(let width) = a.positional[1], width <= 1 << 20 else { throw i.unsupported("zfill") }
            let s = try text(a, 0, i)
            let sign = s.hasPrefix("-") || s.hasPrefix("+") ? String(s.prefix(1)) : ""
            return .string(sign + String(repeating: "0", count: max(0, width - s.unicodeScalars.count)) + s.dropFirst(sign.count))
        }
        t["istitle"] = NativeBody { (i, a) throws(Stop) in
            var isInside = false, hasCased = false
            for character in try text(a, 0, i) {
                if character.isUppercase, isInside { return .truth(false) }
                if character.isLowercase, !isInside { return .truth(false) }
                isInside = character.isUppercase || character.isLowercase
                if isInside { hasCased = true }
            }
            return .truth(hasCased)
        }
        t["format"] = NativeBody { (i, a) throws(Stop) in
            .string(try i.formatTemplate(text(a, 0, i), Arguments(Array(a.positional.dropFirst()), named: a.named)))
        }
        return t
    }()

    private static func part(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[min(start, end)..<end])
        return String(view)
    }

    /// `"{} {name:.2f}".format(…)`.
    private func formatTemplate(_ template: String, _ arguments: Arguments) throws(Stop) -> String {
        let s = Array(template.unicodeScalars)
        var result = "", i = 0, automatic = 0
        while i < s.count {
            if s[i] == "{" || s[i] == "}" {
                if i + 1 < s.count, s[i + 1] == s[i] {
                    result.unicodeScalars.append(s[i])
                    i += 2
                    continue
                }
                if s[i] == "}" { throw error("ValueError", "Single '}' encountered in format string") }
                guard let close = s[i...].firstIndex(of: "}") else {
                    throw error("ValueError", "expected '}' before end of string")
                }
                let field = Self.part(s, i + 1, close)
                if field.contains("{") { throw unsupported("nested fields of format()") }
                i = close + 1
                let pieces = field.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                var name = String(pieces.first ?? "")
                var isRepr = false
                if name.hasSuffix("!r") {
                    name.removeLast(2)
                    isRepr = true
                }
                let value: Value
                var tail = ""
                if let end = name.firstIndex(where: { $0 == "." || $0 == "[" }) {
                    tail = String(name[end...])
                    name = String(name[..<end])
                }
                if name.isEmpty || Int(name) != nil {
                    let place = Int(name) ?? automatic
                    if name.isEmpty { automatic += 1 }
                    guard place >= 0, place < arguments.positional.count else {
                        throw error(
                            "IndexError", "Replacement index \(place) out of range for positional args tuple")
                    }
                    value = arguments.positional[place]
                } else {
                    guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { throw unsupported("this field of format()") }
                    guard let given = arguments[name] else { throw keyError(.string(name)) }
                    value = given
                }
                let part = try followed(value, tail)
                result += try format(isRepr ? .string(repr(part)) : part, pieces.count > 1 ? String(pieces[1]) : "")
                try checkLength(result)
                continue
            }
            result.unicodeScalars.append(s[i])
            i += 1
        }
        return result
    }

    /// `.name` and `[key]` after the name of a field.
    private func followed(_ value: Value, _ tail: String) throws(Stop) -> Value {
        var value = value
        var rest = Substring(tail)
        while let mark = rest.popFirst() {
            if mark == "." {
                let name = rest.prefix { $0 != "." && $0 != "[" }
                value = try attribute(value, String(name))
                rest = rest.dropFirst(name.count)
            } else {
                let key = rest.prefix { $0 != "]" }
                value = try item(value, Int(key).map { .int($0) } ?? .string(String(key)))
                rest = rest.dropFirst(key.count + 1)
            }
        }
        return value
    }

    private static func receiver(_ a: Arguments) -> ListObject? {
        if case .list(let list)? = a.positional.first { list } else { nil }
    }

    // Never changed; the closures hold constants only.
    nonisolated(unsafe) static let listMethods: [String: NativeBody] = {
        var t: [String: NativeBody] = [:]
        func method(_ name: String, _ body: @escaping (Interpreter, ListObject, [Value]) throws(Stop) -> Value) {
            t[name] = NativeBody { (i, a) throws(Stop) in
                guard let list = receiver(a) else { return .none }
                if !a.named.isEmpty, name != "sort" { throw i.error("TypeError", "list.\(name)() takes no keyword arguments") }
                return try body(i, list, Array(a.positional.dropFirst()))
            }
        }
        func one(_ i: Interpreter, _ name: String, _ values: [Value]) throws(Stop) -> Value {
            guard values.count == 1 else {
                throw i.error("TypeError", "list.\(name)() takes exactly one argument (\(values.count) given)")
            }
            return values[0]
        }
        method("append") { (i, list, v) throws(Stop) in
            list.items.append(try one(i, "append", v))
            if list.items.count & 0x3FF == 0 {
                try i.growing(list.items.count)
            }
            return .none
        }
        method("extend") { (i, list, v) throws(Stop) in
            let items = try i.items(one(i, "extend", v))
            try i.growing(list.items.count + items.count)
            list.items.append(contentsOf: items)
            return .none
        }
        method("insert") { (i, list, v) throws(Stop) in
            guard v.count == 2, case .int(let index) = v[0] else { throw i.error("TypeError", "insert expected 2 arguments, got \(v.count)") }
            let place = index < 0 ? max(0, list.items.count + max(index, -list.items.count)) : min(index, list.items.count)
            try i.spend(list.items.count / 64)
            list.items.insert(v[1], at: place)
            return .none
        }
        method("pop") { (i, list, v) throws(Stop) in
            if list.items.isEmpty { throw i.error("IndexError", "pop from empty list") }
            var index = list.items.count - 1
            if let given = v.first {
                guard let place = i.wrapped(try i.index(given, "list"), list.items.count) else {
                    throw i.error("IndexError", "pop index out of range")
                }
                index = place
            }
            try i.spend((list.items.count - index) / 64)
            return list.items.remove(at: index)
        }
        method("remove") { (i, list, v) throws(Stop) in
            let value = try one(i, "remove", v)
            for (place, item) in list.items.enumerated() where try i.equal(item, value) {
                if place < list.items.count { list.items.remove(at: place) }
                return .none
            }
            throw i.error("ValueError", "list.remove(x): x not in list")
        }
        method("clear") { (i, list, _) throws(Stop) in
            i.arena.discard(list.takeContents())
            return .none
        }
        method("index") { (i, list, v) throws(Stop) in
            guard let value = v.first else { throw i.error("TypeError", "index expected at least 1 argument, got 0") }
            let bounds = try i.bounds(Arguments([.none] + v), count: list.items.count)
            for place in bounds.range where place < list.items.count {
                if try i.equal(list.items[place], value) { return .int(place) }
            }
            throw i.error("ValueError", "\(try i.repr(value)) is not in list")
        }
        method("count") { (i, list, v) throws(Stop) in
            let value = try one(i, "count", v)
            var count = 0
            for item in list.items where try i.equal(item, value) { count += 1 }
            return .int(count)
        }
        method("reverse") { (_, list, _) throws(Stop) in
            list.items.reverse()
            return .none
        }
        method("copy") { (i, list, _) throws(Stop) in try i.list(list.items) }
        t["sort"] = NativeBody { (i, a) throws(Stop) in
            guard let list = receiver(a) else { return .none }
            for (name, _) in a.named where name != "key" && name != "reverse" {
                throw i.error("TypeError", "'\(name)' is an invalid keyword argument for sort()")
            }
            list.items = try i.sorted(list.items, key: a["key"], reverse: a["reverse"])
            return .none
        }
        return t
    }()

    // Never changed; the closures hold constants only.
    nonisolated(unsafe) static let tupleMethods: [String: NativeBody] = {
        var t: [String: NativeBody] = [:]
        t["index"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count > 1, case .tuple(let tuple) = a.positional[0] else { throw i.unsupported("index") }
            for place in try i.bounds(a, count: tuple.items.count).range where try i.equal(tuple.items[place], a.positional[1]) { return .int(place) }
            throw i.error("ValueError", "tuple.index(x): x not in tuple")
        }
        t["count"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count == 2, case .tuple(let tuple) = a.positional[0] else { throw i.unsupported("count") }
            var count = 0
            for item in tuple.items where try i.equal(item, a.positional[1]) { count += 1 }
            return .int(count)
        }
        // What `torch.Size` adds.
        t["numel"] = NativeBody { (i, a) throws(Stop) in
            guard case .tuple(let tuple)? = a.positional.first else { throw i.unsupported("numel") }
            var product = Value.int(1)
            for item in tuple.items { product = try i.binary(.multiply, product, item) }
            return product
        }
        return t
    }()

    // Never changed; the closures hold constants only.
    nonisolated(unsafe) static let dictionaryMethods: [String: NativeBody] = {
        var t: [String: NativeBody] = [:]
        func method(_ name: String, _ body: @escaping (Interpreter, DictionaryObject, Arguments) throws(Stop) -> Value) {
            t[name] = NativeBody { (i, a) throws(Stop) in
                guard case .dictionary(let dictionary)? = a.positional.first else { return .none }
                return try body(i, dictionary, Arguments(Array(a.positional.dropFirst()), named: a.named))
            }
        }
        method("keys") { (_, d, _) throws(Stop) in .view(ViewObject(d, .keys)) }
        method("values") { (_, d, _) throws(Stop) in .view(ViewObject(d, .values)) }
        method("items") { (_, d, _) throws(Stop) in .view(ViewObject(d, .items)) }
        method("popitem") { (i, d, _) throws(Stop) in
            guard let entry = d.live.last, d.remove(try i.hash(entry.key)) != nil else { throw i.error("KeyError", "popitem(): dictionary is empty") }
            return i.tuple([entry.key, entry.value])
        }
        method("get") { (i, d, a) throws(Stop) in
            guard let key = a.positional.first else { throw i.error("TypeError", "get expected at least 1 argument, got 0") }
            return try d[i.hash(key)] ?? (a.positional.count > 1 ? a.positional[1] : .none)
        }
        method("setdefault") { (i, d, a) throws(Stop) in
            guard let key = a.positional.first else { throw i.error("TypeError", "setdefault expected at least 1 argument, got 0") }
            if let value = d[try i.hash(key)] { return value }
            let value = a.positional.count > 1 ? a.positional[1] : .none
            d.set(try i.hash(key), key, value)
            return value
        }
        method("pop") { (i, d, a) throws(Stop) in
            guard let key = a.positional.first else { throw i.error("TypeError", "pop expected at least 1 argument, got 0") }
            if let entry = d.remove(try i.hash(key)) { return entry.value }
            if a.positional.count > 1 { return a.positional[1] }
            throw i.keyError(key)
        }
        method("update") { (i, d, a) throws(Stop) in
            if let source = a.positional.first { try i.update(d, source) }
            for (name, value) in a.named { d.set(.string(name), .string(name), value) }
            return .none
        }
        method("copy") { (i, d, _) throws(Stop) in
            let copy = DictionaryObject(i.arena)
            try i.update(copy, .dictionary(d))
            return .dictionary(copy)
        }
        method("clear") { (_, d, _) throws(Stop) in
            d.removeAll()
            return .none
        }
        return t
    }()

    // Never changed; the closures hold constants only.
    nonisolated(unsafe) static let setMethods: [String: NativeBody] = {
        var t: [String: NativeBody] = [:]
        func method(_ name: String, _ body: @escaping (Interpreter, SetObject, [Value]) throws(Stop) -> Value) {
            t[name] = NativeBody { (i, a) throws(Stop) in
                guard case .set(let set)? = a.positional.first, a.named.isEmpty else { throw i.unsupported("set.\(name)") }
                return try body(i, set, Array(a.positional.dropFirst()))
            }
        }
        method("add") { (i, set, v) throws(Stop) in
            for value in v { set.insert(try i.hash(value), value) }
            return .none
        }
        method("discard") { (i, set, v) throws(Stop) in
            for value in v { set.remove(try i.hash(value)) }
            return .none
        }
        method("remove") { (i, set, v) throws(Stop) in
            for value in v where try !set.remove(i.hash(value)) { throw i.keyError(value) }
            return .none
        }
        method("update") { (i, set, v) throws(Stop) in
            for source in v { for item in try i.items(source) { set.insert(try i.hash(item), item) } }
            return .none
        }
        method("copy") { (i, set, _) throws(Stop) in
            let copy = SetObject(i.arena)
            for (key, item) in zip(set.keys, set.items) { copy.insert(key, item) }
            return .set(copy)
        }
        method("pop") { (i, set, _) throws(Stop) in
            guard let key = set.keys.first, let item = set.order[key] else { throw i.error("KeyError", "pop from an empty set") }
            i.randomEscaped = i.randomEscaped || set.count > 1
            set.remove(key)
            return item
        }
        method("clear") { (i, set, _) throws(Stop) in
            i.arena.discard(set.takeContents())
            return .none
        }
        for (name, operation) in [("issubset", PythonTree.ComparisonOperator.lessEqual), ("issuperset", .greaterEqual)] {
            method(name) { (i, set, v) throws(Stop) in
                let other = SetObject(i.arena)
                for item in try i.items(v.first ?? .none) { other.insert(try i.hash(item), item) }
                return try i.compare(operation, .set(set), .set(other))
            }
        }
        method("isdisjoint") { (i, set, v) throws(Stop) in
            for item in try i.items(v.first ?? .none) where try set.contains(i.hash(item)) { return .truth(false) }
            return .truth(true)
        }
        for (name, operation) in [
            ("symmetric_difference", PythonTree.BinaryOperator.bitXor), ("intersection_update", .bitAnd), ("difference_update", .subtract),
        ] {
            method(name) { (i, set, v) throws(Stop) in
                let other = SetObject(i.arena)
                for source in v { for item in try i.items(source) { other.insert(try i.hash(item), item) } }
                let result = try i.binary(operation, .set(set), .set(other))
                guard name.hasSuffix("update"), case .set(let new) = result else { return result }
                set.replace(new)
                return .none
            }
        }
        for (name, operation) in [
            ("union", PythonTree.BinaryOperator.bitOr), ("intersection", .bitAnd), ("difference", .subtract),
        ] {
            method(name) { (i, set, v) throws(Stop) in
                var result = Value.set(set)
                for source in v {
                    let other = SetObject(i.arena)
                    for item in try i.items(source) { other.insert(try i.hash(item), item) }
                    result = try i.binary(operation, result, .set(other))
                }
                return result
            }
        }
        return t
    }()
}
