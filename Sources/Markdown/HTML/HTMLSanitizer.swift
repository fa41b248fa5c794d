/// Turns raw HTML of a note into events from an allow-list whose tags always balance.
///
/// One sanitiser serves a page. Push the string of every `htmlInline`, every piece of an `htmlBlock`, in order. Call
/// `enter` where the page opens an element of its own and `leave` before it closes that element: what the note's HTML
/// opened in between is closed first, and its end tags cannot close what was opened outside. Call `endBlock` after
/// each block: elements that hold text (`b`, `a`, `p`) end there, those that hold blocks (`div`, `details`) stay open
/// until their end tag or `leave`.
public struct HTMLSanitizer: Sendable {
    /// What was left out, as messages: `<script>`, `onclick`; in order.
    public private(set) var removed: [String] = []

    private struct Element {
        /// As the note has it.
        var name: String
        var written: String
    }

    private var open: [Element] = []
    /// Elements below these counts were opened outside.
    private var floors: [Int] = [0]
    /// An element that is left out with its contents and did not end in the piece before.
    private var skipping: (name: String, depth: Int)?

    private static let depth = 64

    public init() {}

    /// Whether a link of the note, or an image's source with `isImage`, may go into the page.
    public static func isSafe(address: String, isImage: Bool = false) -> Bool {
        HTMLPolicy.isSafe(address: address, isImage: isImage)
    }

    private var floor: Int { floors.last ?? 0 }

    /// With `inline` (HTML within a paragraph) elements that would end the paragraph become `span`.
    public mutating func push(_ html: String, inline: Bool = false) -> [HTMLEvent] {
        var events: [HTMLEvent] = []
        var tokens = HTMLTokenizer(html)
        if let skipping, HTMLPolicy.rawText.contains(skipping.name) {
            tokens.skip(to: skipping.name)
            self.skipping = nil
        }
        while let token = tokens.next() {
            switch token {
            case .text(let bytes):
                guard skipping == nil else { continue }
                events.append(.text(CharacterReferences.resolve(bytes[...])))
            case .start(let name, let attributes):
                if var skip = skipping {
                    if skip.name == name { skip.depth += 1 }
                    skipping = skip
                } else if HTMLPolicy.rawText.contains(name) {
                    removed.append("<\(name)>")
                    if !inline { tokens.skip(to: name) }
                } else if HTMLPolicy.leftOutWhole.contains(name) {
                    removed.append("<\(name)>")
                    if !inline { skipping = (name, 1) }
                } else {
                    start(name, attributes, inline, &events)
                }
            case .end(let name):
                if var skip = skipping {
                    if skip.name == name { skip.depth -= 1 }
                    skipping = skip.depth > 0 ? skip : nil
                } else {
                    end(name, &events)
                }
            }
        }
        return events
    }

    public mutating func enter() { floors.append(open.count) }

    public mutating func leave() -> [HTMLEvent] {
        let events = close(to: floor)
        if floors.count > 1 { floors.removeLast() }
        return events
    }

    public mutating func endBlock() -> [HTMLEvent] {
        skipping = nil
        var keep = floor
        while keep < open.count, HTMLPolicy.spansBlocks.contains(open[keep].written) { keep += 1 }
        return close(to: keep)
    }

    /// Closes everything: the end of the page.
    public mutating func finish() -> [HTMLEvent] {
        floors = [0]
        skipping = nil
        return close(to: 0)
    }

    private mutating func close(to count: Int) -> [HTMLEvent] {
        var events: [HTMLEvent] = []
        while open.count > count, let last = open.popLast() { events.append(.close(name: last.written)) }
        return events
    }

    private mutating func start(_ name: String, _ attributes: [HTMLAttribute], _ inline: Bool, _ events: inout [HTMLEvent]) {
        var written = HTMLPolicy.renamed[name] ?? name
        guard let content = HTMLPolicy.elements[written] else {
            removed.append("<\(name)>")
            return
        }
        if inline, content == .block { written = "span" }
        if inline, written == "hr" || written == "col" { return }
        if let parents = HTMLPolicy.parents[written] {
            guard open[floor...].contains(where: { parents.contains($0.written) }) else { return }
        }
        if !inline, content == .block || written == "hr" { endParagraph(&events) }
        if let ended = HTMLPolicy.endedBy[written] { implyEnd(of: ended, for: written, &events) }
        let safe = SafeAttributes(written, attributes, isCentered: name == "center")
        removed.append(contentsOf: safe.removed)
        if content == .void {
            if written == "img", !safe.attributes.contains(where: { $0.name == "src" }) {
                // Without a source that may stay, its words stay.
                if let text = safe.attributes.first(where: { $0.name == "alt" })?.value { events.append(.text(text)) }
                return
            }
            events.append(.open(name: written, attributes: safe.attributes, isVoid: true))
            return
        }
        guard open.count - floor < Self.depth else { return }
        open.append(Element(name: name, written: written))
        events.append(.open(name: written, attributes: safe.attributes, isVoid: false))
    }

    /// A block within `p` or a heading ends it, as in browsers.
    private mutating func endParagraph(_ events: inout [HTMLEvent]) {
        guard let index = open[floor...].lastIndex(where: { $0.written == "p" }) else { return }
        // A table or list within the paragraph would have ended it already.
        events += close(to: index)
    }

    private mutating func implyEnd(of ended: Set<String>, for name: String, _ events: inout [HTMLEvent]) {
        let parents = HTMLPolicy.parents[name] ?? []
        var index = open.count
        while index > floor {
            index -= 1
            if parents.contains(open[index].written) { return }
            if ended.contains(open[index].written) {
                events += close(to: index)
                return
            }
        }
    }

    private mutating func end(_ name: String, _ events: inout [HTMLEvent]) {
        guard let index = open[floor...].lastIndex(where: { $0.name == name }) else { return }
        events += close(to: index)
    }
}
