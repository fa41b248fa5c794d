private import CCMark

/// A document as libcmark parsed it. The only file that knows libcmark.
struct CMarkDocument: ~Copyable {
    private let root: OpaquePointer?

    init(_ text: [UInt8]) {
        root = text.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
            }
        }
    }

    deinit {
        if let root { cmark_node_free(root) }
    }

    /// Every node as one event (leaves) or two, in document order.
    func forEachEvent(_ body: (CMarkEvent) -> Void) {
        guard let root, let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let type = cmark_iter_next(iterator)
            if type == CMARK_EVENT_DONE || type == CMARK_EVENT_NONE { return }
            guard let node = cmark_iter_get_node(iterator), let kind = Self.kind(of: node) else { continue }
            let phase: CMarkEvent.Phase =
                kind.isLeaf ? .leaf : type == CMARK_EVENT_ENTER ? .enter : .exit
            body(
                CMarkEvent(
                    phase: phase, kind: kind,
                    startLine: Int(cmark_node_get_start_line(node)), startColumn: Int(cmark_node_get_start_column(node)),
                    endLine: Int(cmark_node_get_end_line(node)), endColumn: Int(cmark_node_get_end_column(node))))
        }
    }

    private static func kind(of node: OpaquePointer) -> CMarkEvent.Kind? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_LIST:
            .list(
                ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
                start: Int(cmark_node_get_list_start(node)), tight: cmark_node_get_list_tight(node) != 0)
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK:
            .codeBlock(info: bytes(cmark_node_get_fence_info(node)), literal: bytes(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_BLOCK: .htmlBlock(bytes(cmark_node_get_literal(node)))
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_TEXT: .text(bytes(cmark_node_get_literal(node)))
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .code(bytes(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_INLINE: .htmlInline(bytes(cmark_node_get_literal(node)))
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK:
            .link(destination: bytes(cmark_node_get_url(node)), title: bytes(cmark_node_get_title(node)))
        case CMARK_NODE_IMAGE:
            .image(destination: bytes(cmark_node_get_url(node)), title: bytes(cmark_node_get_title(node)))
        default: nil
        }
    }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
        guard let text else { return [] }
        var count = 0
        while text[count] != 0 { count += 1 }
        return text.withMemoryRebound(to: UInt8.self, capacity: count) {
            Array(UnsafeBufferPointer(start: $0, count: count))
        }
    }
}

/// One step through libcmark's tree. Lines and columns are 1-based, columns count bytes.
struct CMarkEvent {
    enum Phase { case enter, exit, leaf }

    enum Kind {
        case document, blockQuote, item, paragraph, thematicBreak
        case list(ordered: Bool, start: Int, tight: Bool)
        case codeBlock(info: [UInt8], literal: [UInt8])
        case htmlBlock([UInt8])
        case heading(level: Int)
        case text([UInt8])
        case softBreak, lineBreak
        case code([UInt8])
        case htmlInline([UInt8])
        case emphasis, strong
        case link(destination: [UInt8], title: [UInt8])
        case image(destination: [UInt8], title: [UInt8])

        var isLeaf: Bool {
            switch self {
            case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline: true
            default: false
            }
        }
    }

    var phase: Phase
    var kind: Kind
    var startLine: Int
    var startColumn: Int
    var endLine: Int
    var endColumn: Int
}
