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

    public init() {}

    /// With `inline` (HTML within a paragraph) elements that would end the paragraph become `span`.
    public mutating func push(_ html: String, inline: Bool = false) -> [HTMLEvent] { [.text(html)] }

    public mutating func enter() {}

    public mutating func leave() -> [HTMLEvent] { [] }

    public mutating func endBlock() -> [HTMLEvent] { [] }

    /// Closes everything: the end of the page.
    public mutating func finish() -> [HTMLEvent] { [] }
}
