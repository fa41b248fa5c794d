import Source

/// What notes use beyond CommonMark's inlines, found in the flat list of a leaf block.
struct InlineDialects {
    let dialect: NoteReader.Dialect

    func apply(_ items: [InlineItem]) -> [InlineItem] {
        var items = matchDelimiters(items)
        items = merge(items)
        if dialect.contains(.footnotes) { items = InlineFootnotes.find(items) }
        if dialect.contains(.imageSizes) { sizeImages(&items) }
        if dialect.contains(.autolinks) || dialect.contains(.tags) { items = splitText(items) }
        return items
    }

    /// Pairs runs of one kind within the same parent.
    private func matchDelimiters(_ items: [InlineItem]) -> [InlineItem] {
        var result = items
        // Open runs of `~~`, `~` and `==` at each depth of nesting.
        var levels: [[(index: Int, byte: UInt8, count: Int)]] = [[]]
        for (index, item) in items.enumerated() {
            switch item {
            case .open: levels.append([])
            case .close: if levels.count > 1 { levels.removeLast() }
            case .delimiter(let byte, let count, let canOpen, let canClose):
                let last = levels.count - 1
                if canClose, let opener = levels[last].lastIndex(where: { $0.byte == byte && $0.count == count }),
                    levels[last][opener].index + 1 < index
                {
                    let span = InlineSpan(
                        kind: byte == UInt8(ascii: "=") ? .highlight : .strikethrough, delimiter: .run(byte, count))
                    result[levels[last][opener].index] = .open(span)
                    result[index] = .close
                    levels[last].removeLast(levels[last].count - opener)
                } else if canOpen, levels[last].count < 64 {
                    levels[last].append((index, byte, count))
                }
            default: break
            }
        }
        return result
    }

    private func merge(_ items: [InlineItem]) -> [InlineItem] {
        var result: [InlineItem] = []
        result.reserveCapacity(items.count)
        var pending: [UInt8] = []
        func flush() {
            guard !pending.isEmpty else { return }
            result.append(.text(pending))
            pending = []
        }
        for item in items {
            switch item {
            case .text(let bytes): pending.append(contentsOf: bytes)
            case .delimiter(let byte, let count, _, _): pending.append(contentsOf: repeatElement(byte, count: count))
            default:
                flush()
                result.append(item)
            }
        }
        flush()
        return result
    }

    /// `![alt|300x200](…)` and `![300](…)`.
    private func sizeImages(_ items: inout [InlineItem]) {
        for index in items.indices {
            guard case .open(var span) = items[index], case .image(let destination, let title, _, _) = span.kind,
                index + 2 < items.count, case .text(let alternative) = items[index + 1],
                case .close = items[index + 2], let size = ImageSize(alternative)
            else { continue }
            span.kind = .image(destination: destination, title: title, width: size.width, height: size.height)
            items[index] = .open(span)
            items[index + 1] = .text(Array(alternative[..<size.textEnd]))
        }
    }

    private func splitText(_ items: [InlineItem]) -> [InlineItem] {
        var result: [InlineItem] = []
        result.reserveCapacity(items.count)
        var links = 0
        var spans: [Bool] = []
        var afterBlank = true
        for item in items {
            switch item {
            case .open(let span):
                spans.append(span.isLink)
                links += span.isLink ? 1 : 0
                result.append(item)
            case .close:
                if spans.popLast() == true { links -= 1 }
                result.append(item)
                afterBlank = false
            case .text(let bytes) where links == 0:
                TextSplitter(dialect: dialect, bytes: bytes, afterBlank: afterBlank).split(into: &result)
                afterBlank = Byte.isSpace(bytes.last ?? 0)
            case .softBreak, .lineBreak:
                result.append(item)
                afterBlank = true
            default:
                result.append(item)
                afterBlank = false
            }
        }
        return result
    }
}

/// The size at the end of an image's alternative text.
struct ImageSize {
    var width: Int
    var height: Int?
    /// Where the text proper ends.
    var textEnd: Int

    init?(_ text: [UInt8]) {
        let bar = text.lastIndex(of: UInt8(ascii: "|"))
        var i = bar.map { $0 + 1 } ?? 0
        func number() -> Int? {
            var value = 0
            let start = i
            while i < text.count, i - start < 5, Byte.isDigit(text[i]) {
                value = value * 10 + Int(text[i] - 0x30)
                i += 1
            }
            return i > start && value > 0 ? value : nil
        }
        guard let width = number() else { return nil }
        self.width = width
        if i < text.count, text[i] == UInt8(ascii: "x") {
            i += 1
            guard let height = number() else { return nil }
            self.height = height
        }
        guard i == text.count else { return nil }
        // A number alone is a size only where it could be one: `![2](…)` is the second picture.
        if bar == nil, width < 16 { return nil }
        textEnd = bar ?? 0
    }
}
