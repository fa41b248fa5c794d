extension JSONValue {
    /// The text: keys sorted by their UTF-8, numbers that round-trip, no blanks unless `indented`.
    public func serialized(indented: Bool = false) -> String {
        var out = ByteBuffer()
        write(to: &out, indent: indented ? 0 : nil)
        return out.string
    }

    public func write(to out: inout ByteBuffer, indent: Int? = nil) {
        switch self {
        case .null: out.append("null")
        case .bool(let value): out.append(string: value ? "true" : "false")
        case .integer(let value): out.append(integer: value)
        case .number(let value): Self.write(value, to: &out)
        case .string(let text): Self.write(text, to: &out)
        case .array(let elements):
            // Arrays of numbers stay on one line: a matrix reads as rows.
            let isFlat = elements.allSatisfy(\.isScalar)
            Self.writeList(elements, "[", "]", isFlat ? nil : indent, &out) { element, inner, out in
                element.write(to: &out, indent: isFlat ? nil : inner)
            }
        case .object(let members):
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            Self.writeList(sorted, "{", "}", indent, &out) { member, inner, out in
                Self.write(member.key, to: &out)
                out.append(inner == nil ? ":" : ": ")
                member.value.write(to: &out, indent: inner)
            }
        }
    }

    private var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], _ open: StaticString, _ close: StaticString, _ indent: Int?, _ out: inout ByteBuffer,
        _ body: (Element, Int?, inout ByteBuffer) -> Void
    ) {
        out.append(open)
        let inner = indent.map { $0 + 2 }
        for (index, element) in elements.enumerated() {
            if index > 0 { out.append(byte: UInt8(ascii: ",")) }
            if let inner { newline(inner, &out) }
            body(element, inner, &out)
        }
        if let indent, !elements.isEmpty { newline(indent, &out) }
        out.append(close)
    }

    private static func newline(_ indent: Int, _ out: inout ByteBuffer) {
        out.append(byte: 0x0A)
        for _ in 0..<indent { out.append(byte: 0x20) }
    }

    private static func write(_ value: Double, to out: inout ByteBuffer) {
        if value.isNaN {
            out.append("\"NaN\"")
        } else if value.isInfinite {
            out.append(string: value > 0 ? "\"Infinity\"" : "\"-Infinity\"")
        } else if value == value.rounded(), abs(value) < 1e15, !(value == 0 && value.sign == .minus) {
            out.append(integer: Int(value))
        } else {
            out.append(string: "\(value)")
        }
    }

    /// Escapes what JSON asks for, and U+007F to U+009F, U+2028 and U+2029, which terminals and scripts act on.
    private static func write(_ text: String, to out: inout ByteBuffer) {
        out.append(byte: UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: out.append("\\\"")
            case 0x5C: out.append("\\\\")
            case 0x0A: out.append("\\n")
            case 0x0D: out.append("\\r")
            case 0x09: out.append("\\t")
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029:
                let digits = String(scalar.value, radix: 16)
                out.append("\\u")
                for _ in digits.utf8.count..<4 { out.append(byte: UInt8(ascii: "0")) }
                out.append(string: digits)
            default: out.append(scalar: scalar.value)
            }
        }
        out.append(byte: UInt8(ascii: "\""))
    }
}
