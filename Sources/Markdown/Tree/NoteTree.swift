import Source

/// The blocks and inlines of a note in one flat array: children before parents, lists as ranges of a second array.
///
/// Every range lies in the note and holds the ranges of its children. Ranges of blocks, formulas and code are exact;
/// those of other inlines are the best that can be had from libcmark. At most 64 containers (the limit) and 100
/// inlines nest, so that a reader may recurse.
public struct NoteTree: Sendable {
    public typealias ID = UInt32

    public struct Node: Sendable {
        public var kind: Kind
        /// Bytes of the note.
        public var range: ByteRange
        /// A range of `NoteTree.lists`.
        public var children: Range<UInt32>

        public init(kind: Kind, range: ByteRange, children: Range<UInt32> = 0..<0) {
            self.kind = kind
            self.range = range
            self.children = children
        }
    }

    public enum Kind: Sendable {
        // Blocks
        case document
        case heading(level: Int)
        case paragraph
        case blockQuote
        /// `> [!note] Title`: the kind in lower case; the title is the first child, a paragraph, where there is one.
        case callout(kind: String, hasTitle: Bool, folding: Folding)
        case list(ordered: Bool, start: Int, tight: Bool)
        case item(task: Task)
        /// Index into `Note.code`.
        case codeBlock(Int)
        case thematicBreak
        /// Raw HTML as it stands, mathematics included; whoever renders it sends it through `HTMLSanitizer`.
        ///
        /// Where mathematics stands in its text, the children are the pieces in order: `htmlInline` and `formula`.
        /// Without children the string is the one piece. Either way push the pieces, in order, into one sanitiser.
        case htmlBlock(String)
        case table(columns: [Alignment])
        case tableRow(isHeader: Bool)
        case tableCell
        case footnoteDefinition(label: String)
        // Inlines
        case text(String)
        case softBreak
        case lineBreak
        case code(String)
        case emphasis
        case strong
        case strikethrough
        case highlight
        case link(destination: String, title: String)
        /// The children are the alternative text; `width` and `height` come from `![alt|300x200](…)` and `![300](…)`.
        case image(destination: String, title: String, width: Int?, height: Int?)
        case wikilink(target: String)
        case tag(String)
        case htmlInline(String)
        /// Index into `Note.formulas`.
        case formula(Int)
        /// An inline footnote (`^[…]`) has its definition as its child.
        case footnoteReference(label: String)
        /// What readers of the page do not see: Obsidian's `%%…%%` and ` ^id`, the attributes `{#id}` and `{: .class}`.
        case comment
    }

    /// Whether a callout folds, and how it is shown first: `[!note]+` open, `[!note]-` closed.
    public enum Folding: Sendable { case none, open, closed }

    public enum Task: Sendable { case none, open, done }

    public enum Alignment: Sendable { case none, left, center, right }

    public var nodes: [Node]
    public var lists: [ID]
    public var root: ID

    /// An empty document.
    public init() {
        nodes = [Node(kind: .document, range: .empty(at: 0))]
        lists = []
        root = 0
    }

    public subscript(id: ID) -> Node { nodes[Int(id)] }

    public func children(of id: ID) -> ArraySlice<ID> {
        let range = nodes[Int(id)].children
        return lists[Int(range.lowerBound)..<Int(range.upperBound)]
    }
}
