/// Pandoc's and Obsidian's `^[the footnote itself]`, found in the flat list of a leaf block.
enum InlineFootnotes {
    private struct Opening {
        /// Spans that were open before it.
        var depth: Int
        /// Brackets in its text that are open.
        var brackets = 0
        var position: (item: Int, byte: Int)
    }

    static func find(_ items: [InlineItem]) -> [InlineItem] {
        let pairs = pairs(items)
        guard !pairs.isEmpty else { return items }
        var cuts: [Int: [(byte: Int, opens: Bool)]] = [:]
        for pair in pairs {
            cuts[pair.open.item, default: []].append((pair.open.byte, true))
            cuts[pair.close.item, default: []].append((pair.close.byte, false))
        }
        var result: [InlineItem] = []
        result.reserveCapacity(items.count + 4 * pairs.count)
        for (index, item) in items.enumerated() {
            guard let places = cuts[index], case .text(let text) = item else {
                result.append(item)
                continue
            }
            var from = 0
            for place in places.sorted(by: { $0.byte < $1.byte }) {
                if place.byte > from { result.append(.text(Array(text[from..<place.byte]))) }
                if place.opens {
                    result.append(.open(.init(kind: .footnoteReference(label: ""), delimiter: .inlineFootnote)))
                } else {
                    result.append(.close)
                }
                from = place.byte + (place.opens ? 2 : 1)
            }
            if from < text.count { result.append(.text(Array(text[from...]))) }
        }
        return result
    }

    /// Where each footnote opens and closes; both within the same span, and none within another.
    private static func pairs(_ items: [InlineItem]) -> [(open: (item: Int, byte: Int), close: (item: Int, byte: Int))] {
        var pairs: [(open: (item: Int, byte: Int), close: (item: Int, byte: Int))] = []
        var opening: Opening?
        var depth = 0
        for (index, item) in items.enumerated() {
            switch item {
            case .open: depth += 1
            case .close:
                depth -= 1
                if let open = opening, depth < open.depth { opening = nil }
            case .text(let text):
                var i = 0
                while i < text.count {
                    let c = text[i]
                    if opening == nil {
                        if c == UInt8(ascii: "^"), i + 1 < text.count, text[i + 1] == UInt8(ascii: "[") {
                            opening = Opening(depth: depth, position: (index, i))
                            i += 1
                        }
                    } else if c == UInt8(ascii: "[") {
                        opening?.brackets += 1
                    } else if c == UInt8(ascii: "]"), let open = opening {
                        if open.brackets > 0 {
                            opening?.brackets -= 1
                        } else if depth == open.depth {
                            pairs.append((open.position, (index, i)))
                            opening = nil
                        }
                    }
                    i += 1
                }
            default: break
            }
        }
        return pairs
    }
}
