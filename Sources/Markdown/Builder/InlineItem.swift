import Source

/// The inlines of one leaf block between libcmark and the tree: a flat list in which the dialects are found.
enum InlineItem {
    case text([UInt8])
    /// Index into `Scan.marks`.
    case mark(Int)
    case open(InlineSpan)
    case close
    /// A run of `~` or `=` that may open or close a span; what stays unmatched is text.
    case delimiter(byte: UInt8, count: Int, canOpen: Bool, canClose: Bool)
    case softBreak, lineBreak
    case code([UInt8])
    case html([UInt8])
    case tag([UInt8])
}

struct InlineSpan {
    enum Delimiter {
        /// This many `*` or `_` on each side.
        case emphasis(Int)
        /// `[…](…)`, `![…](…)`, `<…>`.
        case link
        /// This many of one byte on each side.
        case run(UInt8, Int)
        /// `^[` and `]`.
        case inlineFootnote
        /// Nothing in the source but the text itself: a bare address.
        case bare
    }

    var kind: NoteTree.Kind
    var delimiter: Delimiter

    var isLink: Bool {
        switch kind {
        case .link, .image: true
        default: false
        }
    }
}

/// Collects the events of one leaf block as items; placeholders become marks.
struct InlineCollector {
    private(set) var items: [InlineItem] = []
    /// Marks that turned out to stand where there is no mathematics: in code, a destination, a tag.
    private(set) var rejected: [Int] = []
    private let placeholder: Placeholder
    private let restore: ([UInt8]) -> (bytes: [UInt8], marks: [Int])
    private let dialect: NoteReader.Dialect
    private var lastByte = Byte.newline

    init(
        _ placeholder: Placeholder, _ dialect: NoteReader.Dialect,
        restore: @escaping ([UInt8]) -> (bytes: [UInt8], marks: [Int])
    ) {
        self.placeholder = placeholder
        self.dialect = dialect
        self.restore = restore
    }

    private mutating func restored(_ bytes: [UInt8]) -> [UInt8] {
        let (text, marks) = restore(bytes)
        rejected.append(contentsOf: marks)
        return text
    }

    mutating func add(_ event: CMarkEvent) {
        switch event.kind {
        case .text(let bytes): text(bytes)
        case .softBreak: items.append(.softBreak)
        case .lineBreak: items.append(.lineBreak)
        case .code(let bytes): items.append(.code(restored(bytes)))
        case .htmlInline(let bytes): items.append(.html(restored(bytes)))
        case .emphasis: span(event.phase, .init(kind: .emphasis, delimiter: .emphasis(1)))
        case .strong: span(event.phase, .init(kind: .strong, delimiter: .emphasis(2)))
        case .link(let destination, let title):
            guard event.phase == .enter else { return items.append(.close) }
            let kind = NoteTree.Kind.link(
                destination: String(decoding: restored(destination), as: UTF8.self),
                title: String(decoding: restored(title), as: UTF8.self))
            items.append(.open(.init(kind: kind, delimiter: .link)))
        case .image(let destination, let title):
            guard event.phase == .enter else { return items.append(.close) }
            let kind = NoteTree.Kind.image(
                destination: String(decoding: restored(destination), as: UTF8.self),
                title: String(decoding: restored(title), as: UTF8.self), width: nil, height: nil)
            items.append(.open(.init(kind: kind, delimiter: .link)))
        default: break
        }
        switch event.kind {
        case .text(let bytes): lastByte = bytes.last ?? lastByte
        case .softBreak, .lineBreak: lastByte = Byte.newline
        default: lastByte = UInt8(ascii: "*")
        }
    }

    private mutating func span(_ phase: CMarkEvent.Phase, _ span: InlineSpan) {
        items.append(phase == .enter ? .open(span) : .close)
    }

    /// Splits at placeholders and at runs of `~~` and `==`.
    private mutating func text(_ bytes: [UInt8]) {
        var from = 0
        var i = 0
        func isDelimiter(_ c: UInt8) -> Bool {
            c == UInt8(ascii: "~") && dialect.contains(.strikethrough)
                || c == UInt8(ascii: "=") && dialect.contains(.highlights)
        }
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "z"), let mark = placeholder.index(in: bytes, at: i) {
                if i > from { items.append(.text(Array(bytes[from..<i]))) }
                items.append(.mark(mark))
                i += placeholder.count
                from = i
            } else if isDelimiter(bytes[i]) {
                let c = bytes[i]
                let start = i
                while i < bytes.count, bytes[i] == c { i += 1 }
                let count = i - start
                guard count == 2 || count == 1 && c == UInt8(ascii: "~") else { continue }
                let before = start > 0 ? bytes[start - 1] : lastByte
                let after = i < bytes.count ? bytes[i] : Byte.newline
                // What follows the text node is another inline unless it ends the line; either can hold a span.
                let endsNode = i == bytes.count
                var canOpen = endsNode || !Byte.isSpace(after)
                var canClose = !Byte.isSpace(before)
                if count == 1 {
                    // A single tilde stands for a range (1~2) or "about" far more often than for struck text.
                    canOpen = canOpen && !Byte.isAlphanumeric(before) && before < 0x80
                    canClose = canClose && (endsNode || !Byte.isAlphanumeric(after) && after < 0x80)
                }
                if start > from { items.append(.text(Array(bytes[from..<start]))) }
                items.append(.delimiter(byte: c, count: count, canOpen: canOpen, canClose: canClose))
                from = i
            } else {
                i += 1
            }
        }
        if from < bytes.count { items.append(.text(from == 0 ? bytes : Array(bytes[from...]))) }
    }
}
