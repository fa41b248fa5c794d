/// What raw HTML may bring into a page.
enum HTMLPolicy {
    enum Content {
        case inline, block, void
    }

    /// Elements that are written; everything else loses its tags and keeps its text, or is left out whole.
    static let elements: [String: Content] = [
        "a": .inline, "abbr": .inline, "b": .inline, "bdi": .inline, "bdo": .inline, "big": .inline, "cite": .inline,
        "code": .inline, "del": .inline, "dfn": .inline, "em": .inline, "i": .inline, "ins": .inline, "kbd": .inline,
        "mark": .inline, "q": .inline, "rp": .inline, "rt": .inline, "ruby": .inline, "s": .inline, "samp": .inline,
        "small": .inline, "span": .inline, "strike": .inline, "strong": .inline, "sub": .inline, "sup": .inline,
        "time": .inline, "tt": .inline, "u": .inline, "var": .inline,
        "article": .block, "aside": .block, "blockquote": .block, "caption": .block, "colgroup": .block, "dd": .block,
        "details": .block, "div": .block, "dl": .block, "dt": .block, "figcaption": .block, "figure": .block,
        "h1": .block, "h2": .block, "h3": .block, "h4": .block, "h5": .block, "h6": .block, "li": .block, "ol": .block,
        "p": .block, "pre": .block, "section": .block, "summary": .block, "table": .block, "tbody": .block,
        "td": .block, "tfoot": .block, "th": .block, "thead": .block, "tr": .block, "ul": .block,
        "br": .void, "col": .void, "hr": .void, "img": .void, "wbr": .void,
    ]

    /// Elements that are written as another: they would be landmarks of the page or are obsolete.
    static let renamed: [String: String] = [
        "center": "div", "main": "div", "nav": "div", "header": "div", "footer": "div", "address": "div", "font": "span",
    ]

    /// Elements whose text is not for readers.
    static let rawText: Set<String> = [
        "script", "style", "iframe", "textarea", "title", "xmp", "noembed", "noframes", "noscript", "plaintext",
    ]
    static let leftOutWhole: Set<String> = ["object", "math", "svg", "template", "select", "canvas", "applet"]

    /// Elements that need one of these open around them.
    static let parents: [String: Set<String>] = [
        "li": ["ul", "ol"], "dt": ["dl"], "dd": ["dl"], "caption": ["table"], "colgroup": ["table"],
        "col": ["table", "colgroup"], "thead": ["table"], "tbody": ["table"], "tfoot": ["table"],
        "tr": ["table", "thead", "tbody", "tfoot"], "td": ["tr"], "th": ["tr"], "summary": ["details"],
        "figcaption": ["figure"], "rt": ["ruby"], "rp": ["ruby"],
    ]

    /// Elements that an element of these kinds ends when it opens, up to the nearest parent of its own.
    static let endedBy: [String: Set<String>] = [
        "li": ["li"], "dt": ["dt", "dd"], "dd": ["dt", "dd"], "tr": ["tr"], "td": ["td", "th"], "th": ["td", "th"],
        "thead": ["thead", "tbody", "tfoot"], "tbody": ["thead", "tbody", "tfoot"], "tfoot": ["thead", "tbody", "tfoot"],
        "a": ["a"], "rt": ["rt", "rp"], "rp": ["rt", "rp"],
    ]

    /// Elements that may stay open over the blocks of Markdown that follow.
    static let spansBlocks: Set<String> = [
        "div", "details", "figure", "blockquote", "section", "article", "aside",
    ]

    /// Attributes without consequences beyond their element.
    static let attributes: [String: Set<String>] = [
        "": ["title", "lang", "dir", "id"],
        // Names of places: whoever writes the page keeps those that clash with none of its own.
        "a": ["name"], "img": ["alt"], "ol": ["reversed"], "details": ["open"], "time": ["datetime"],
    ]
    /// Attributes that hold a whole number.
    static let numbers: [String: Set<String>] = [
        "td": ["colspan", "rowspan"], "th": ["colspan", "rowspan"], "col": ["span"], "colgroup": ["span"],
        "ol": ["start"], "li": ["value"],
    ]

    // MARK: Addresses

    /// Whether a link (or the source of an image) may point there: `http`, `https`, relative; `mailto` for links;
    /// `data:image/png`, `jpeg`, `gif`, `webp` for images.
    static func isSafe(address: String, isImage: Bool) -> Bool {
        // Browsers drop tabs and line ends anywhere and blanks and controls around an address.
        let bytes = Array(address.utf8).filter { $0 > 0x20 && $0 != 0x7F }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return true }
        let head = bytes[..<colon]
        if head.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) {
            return true
        }
        switch String(decoding: head.map(Byte.lower), as: UTF8.self) {
        case "http", "https": return true
        case "mailto": return !isImage
        case "data":
            guard isImage else { return false }
            let type = String(decoding: bytes[(colon + 1)...].prefix(16).map(Byte.lower), as: UTF8.self)
            return ["image/png", "image/jpeg", "image/gif", "image/webp"].contains {
                type.hasPrefix($0) && (type.utf8.count == $0.utf8.count || [0x3B, 0x2C].contains(Array(type.utf8)[$0.utf8.count]))
            }
        default: return false
        }
    }

    // MARK: Style

    /// The declarations of `style` that stay, and the properties that do not.
    static func style(_ text: String) -> (kept: [String], removed: [String]) {
        var kept: [String] = []
        var removed: [String] = []
        for declaration in text.split(separator: ";").prefix(32) {
            guard let colon = declaration.firstIndex(of: ":") else { continue }
            let name = trimmed(declaration[..<colon])
            let value = trimmed(declaration[declaration.index(after: colon)...])
            let isKept =
                switch name {
                case "zoom": isLength(value, units: ["", "%"], limit: value.hasSuffix("%") ? 1000 : 10)
                case "width": isLength(value, units: ["px", "%", "em", "rem", "vw"], limit: 4096)
                case "text-align": ["left", "right", "center", "justify", "start", "end", "-webkit-center"].contains(value)
                default: false
                }
            if isKept {
                kept.append("\(name):\(value)")
            } else if !name.isEmpty {
                removed.append(name)
            }
        }
        return (kept, removed)
    }

    private static func trimmed(_ text: Substring) -> String {
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, Byte.isSpace(first) { bytes = bytes.dropFirst() }
        while let last = bytes.last, Byte.isSpace(last) { bytes = bytes.dropLast() }
        return String(decoding: bytes.map(Byte.lower), as: UTF8.self)
    }

    /// A positive decimal number with one of the units, at most `limit`.
    static func isLength(_ text: String, units: [String], limit: Double) -> Bool {
        let digits = text.utf8.prefix { Byte.isDigit($0) || $0 == UInt8(ascii: ".") }
        guard digits.count > 0, digits.count <= 8, let number = Double(String(Substring(digits))),
            number > 0, number <= limit
        else { return false }
        return units.contains(String(Substring(text.utf8.dropFirst(digits.count))))
    }
}
