import Source

/// Output of one page. Every text and attribute value that passes through it is escaped; tags and attribute names are
/// literals of this target.
struct HTMLWriter {
    struct Attribute {
        var name: StaticString
        /// `nil`: an attribute without a value (`disabled`).
        var value: String?

        init(_ name: StaticString, _ value: String? = nil) {
            self.name = name
            self.value = value
        }

        static func id(_ value: String) -> Attribute { Attribute("id", value) }
        static func href(_ value: String) -> Attribute { Attribute("href", value) }
        static func label(_ value: String) -> Attribute { Attribute("aria-label", value) }
        static func title(_ value: String) -> Attribute { Attribute("title", value) }
        static func role(_ value: String) -> Attribute { Attribute("role", value) }
        /// The words of the interface are English on pages in any language.
        static let english = Attribute("lang", "en")
        static let hidden = Attribute("aria-hidden", "true")
    }

    private(set) var out: ByteBuffer

    init(capacity: Int = 0) { out = ByteBuffer(capacity: capacity) }

    var count: Int { out.bytes.count }

    mutating func open(_ tag: StaticString, _ className: String? = nil, _ attributes: [Attribute] = []) {
        out.append(byte: UInt8(ascii: "<"))
        out.append(tag)
        if let className { attribute(Attribute("class", className)) }
        for one in attributes { attribute(one) }
        out.append(byte: UInt8(ascii: ">"))
    }

    private mutating func attribute(_ attribute: Attribute) {
        out.append(byte: UInt8(ascii: " "))
        out.append(attribute.name)
        guard let value = attribute.value else { return }
        out.append("=\"")
        out.append(escaping: value)
        out.append(byte: UInt8(ascii: "\""))
    }

    mutating func close(_ tag: StaticString) {
        out.append("</")
        out.append(tag)
        out.append(byte: UInt8(ascii: ">"))
    }

    /// A start tag of a note's own HTML, let through by the allow-list.
    mutating func open(allowed name: String, _ attributes: [(name: String, value: String)]) {
        out.append(byte: UInt8(ascii: "<"))
        out.append(string: name)
        for (name, value) in attributes {
            out.append(byte: UInt8(ascii: " "))
            out.append(string: name)
            out.append("=\"")
            out.append(escaping: value)
            out.append(byte: UInt8(ascii: "\""))
        }
        out.append(byte: UInt8(ascii: ">"))
    }

    mutating func close(allowed name: String) {
        out.append("</")
        out.append(string: name)
        out.append(byte: UInt8(ascii: ">"))
    }

    mutating func text(_ text: String) { out.append(escaping: text) }

    mutating func text(_ text: some Sequence<UInt8>) { out.append(escaping: text) }

    mutating func newline() { out.append(byte: 0x0A) }

    /// A whole element around one text.
    mutating func element(
        _ tag: StaticString, _ className: String?, _ attributes: [Attribute], _ content: String
    ) {
        open(tag, className, attributes)
        text(content)
        close(tag)
    }

    mutating func element(_ tag: StaticString, _ content: String) { element(tag, nil, [], content) }

    mutating func element(_ tag: StaticString, _ className: String, _ content: String) {
        element(tag, className, [], content)
    }

    mutating func element(_ tag: StaticString, _ attributes: [Attribute], _ content: String) {
        element(tag, nil, attributes, content)
    }

    /// Words of a message: what stands between backticks is code.
    mutating func prose(_ words: String) {
        let parts = words.split(separator: "`", omittingEmptySubsequences: false)
        // An odd backtick at the end is one that was meant.
        let isPaired = parts.count % 2 == 1
        for (place, part) in parts.enumerated() {
            if place % 2 == 1, isPaired || place < parts.count - 1, !part.isEmpty {
                element("code", String(part))
            } else {
                if place % 2 == 1 { text("`") }
                text(String(part))
            }
        }
    }

    mutating func link(_ href: String, _ content: String) { element("a", nil, [.href(href)], content) }

    /// Markup that this target or a renderer below it has made.
    mutating func markup(_ text: StaticString) { out.append(text) }

    mutating func markup(_ other: HTMLWriter) { out.append(other.out.bytes) }

    /// Hands the buffer to a renderer that writes well-formed markup itself.
    mutating func withBuffer(_ body: (inout ByteBuffer) -> Void) { body(&out) }

    /// Takes back what was written from `mark` on.
    mutating func truncate(to mark: Int) {
        guard mark >= 0, mark < out.bytes.count else { return }
        out.bytes.removeSubrange(mark...)
    }

    /// Whether nothing but blanks was written from `mark` on.
    func isBlank(from mark: Int) -> Bool {
        guard mark < out.bytes.count else { return true }
        return out.bytes[max(0, mark)...].allSatisfy { $0 == 0x20 || $0 == 0x0A }
    }

    /// The last character written, where it is one of a text.
    var lastScalar: Unicode.Scalar? {
        var start = out.bytes.count - 1
        while start > 0, out.bytes[start] & 0xC0 == 0x80 { start -= 1 }
        guard start >= 0, start < out.bytes.count else { return nil }
        return Unicode.Scalar(UTF8Decoder.scalar(in: Array(out.bytes[start...]), at: 0).scalar)
    }
}
