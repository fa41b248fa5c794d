import Source

/// A block quote or a list item that is open.
struct Container: Equatable {
    var isQuote: Bool
    /// Columns by which the lines of an item are indented; 0 for a quote.
    var indent: Int
    /// An item that starts with a blank line ends at the next blank line.
    var hasContent: Bool
}

enum OpenLeaf: Equatable {
    case none, paragraph, indented
    case fence(byte: UInt8, count: Int)
    case html(kind: Int)
}

/// What a line is, given the lines before it.
enum LineKind: Equatable {
    case blank
    case paragraphStart(content: Int)
    case paragraphContinuation(content: Int)
    case heading(content: Int)
    case htmlStart(kind: Int, content: Int)
    case htmlContent(content: Int)
    case fenceOpen
    /// Fence content and ends, indented code, thematic breaks, setext underlines.
    case other
}

/// CommonMark's block phase, reduced to what the search for mathematics has to know: which containers are open, and
/// what leaf a line belongs to. Containers beyond the limit are not opened and their markers escaped.
struct BlockState {
    var containers: [Container] = []
    var leaf = OpenLeaf.none
    /// Lines before this one were decided to be code or prose as a whole.
    var indentedUntil = 0
    var indentedIsProse = false
}

extension BlockScanner {
    /// Consumes the prefixes of open containers.
    func matchContainers(_ line: Int, _ containers: [Container]) -> (cursor: LineCursor, matched: Int) {
        let range = lines.content(ofLine: line, in: bytes)
        var cursor = LineCursor(max(range.lower, start), end: max(range.upper, start))
        var matched = 0
        for container in containers {
            let (indent, next) = cursor.indentation(bytes)
            let isBlank = next >= cursor.end
            if container.isQuote {
                guard !isBlank, indent <= 3, bytes[next] == UInt8(ascii: ">") else { break }
                cursor.skipBlanks(bytes)
                cursor.advance(to: next + 1)
                if cursor.position < cursor.end, Byte.isBlank(bytes[cursor.position]) {
                    cursor.advance(columns: 1, bytes)
                }
            } else if indent >= container.indent {
                cursor.advance(columns: container.indent, bytes)
            } else if isBlank, container.hasContent {
                cursor.skipBlanks(bytes)
            } else {
                break
            }
            matched += 1
        }
        return (cursor, matched)
    }

    mutating func classify(_ line: Int) -> LineKind {
        var (cursor, matched) = matchContainers(line, state.containers)
        let allMatched = matched == state.containers.count
        if allMatched {
            if let kind = continueLeaf(line, cursor) { return kind }
        } else if state.leaf != .paragraph {
            state.leaf = .none
        }
        // From here on the open leaf is a paragraph or none.
        var inParagraph = state.leaf == .paragraph && allMatched
        var mayBeLazy = state.leaf == .paragraph
        var opened = false
        while true {
            let (indent, next) = cursor.indentation(bytes)
            if next >= cursor.end { break }
            if indent >= 4 {
                if mayBeLazy { break }
                close(to: matched)
                return indented(line, cursor, next)
            }
            let c = bytes[next]
            if c == UInt8(ascii: ">") {
                if state.containers.count >= limits.nestedContainers, matched >= limits.nestedContainers {
                    escapeContainer(at: next)
                    break
                }
                close(to: matched)
                cursor.skipBlanks(bytes)
                cursor.advance(to: next + 1)
                if cursor.position < cursor.end, Byte.isBlank(bytes[cursor.position]) {
                    cursor.advance(columns: 1, bytes)
                }
                open(Container(isQuote: true, indent: 0, hasContent: true))
            } else if c == UInt8(ascii: "#"), let content = headingContent(next, cursor.end) {
                close(to: matched)
                addContent()
                return .heading(content: content)
            } else if let fence = fence(at: next, cursor.end) {
                close(to: matched)
                addContent()
                state.leaf = .fence(byte: fence.byte, count: fence.count)
                return .fenceOpen
            } else if c == UInt8(ascii: "<"),
                let kind = HTMLBlockStart.kind(bytes, at: next, end: cursor.end, interruptsParagraph: inParagraph || (mayBeLazy && !opened))
            {
                close(to: matched)
                addContent()
                state.leaf = HTMLBlockStart.ends(kind, bytes, next..<cursor.end) ? .none : .html(kind: kind)
                return .htmlStart(kind: kind, content: cursor.position)
            } else if inParagraph, isSetextUnderline(next, cursor.end) {
                state.leaf = .none
                return .other
            } else if isThematicBreak(next, cursor.end) {
                close(to: matched)
                addContent()
                return .other
            } else if let item = listItem(cursor, indent: indent, at: next, interruptsParagraph: inParagraph) {
                if matched >= limits.nestedContainers {
                    escapeContainer(at: item.markerEnd - 1)
                    break
                }
                close(to: matched)
                cursor = item.cursor
                open(Container(isQuote: false, indent: item.indent, hasContent: false))
            } else if c == UInt8(ascii: "["), matched < limits.nestedContainers,
                let note = footnoteMarker(cursor, at: next, interruptsParagraph: inParagraph)
            {
                close(to: matched)
                scan.edits.append(.init(start: next, end: note.content, replacement: .footnote(label: note.label)))
                cursor.skipBlanks(bytes)
                cursor.advance(to: note.content)
                open(Container(isQuote: false, indent: indent + 4, hasContent: false))
            } else {
                break
            }
            matched = state.containers.count
            opened = true
            inParagraph = false
            mayBeLazy = false
        }
        let (_, next) = cursor.indentation(bytes)
        if next >= cursor.end {
            if !opened, state.leaf == .paragraph || !allMatched { close(to: matched) }
            if state.leaf == .paragraph { state.leaf = .none }
            return .blank
        }
        if state.leaf == .paragraph, !opened { return .paragraphContinuation(content: cursor.position) }
        close(to: matched)
        addContent()
        state.leaf = .paragraph
        return .paragraphStart(content: next)
    }

    /// A line within an open fence, HTML block or indented block; `nil` where the line has to be read afresh.
    private mutating func continueLeaf(_ line: Int, _ cursor: LineCursor) -> LineKind? {
        let (indent, next) = cursor.indentation(bytes)
        let isBlank = next >= cursor.end
        switch state.leaf {
        case .none, .paragraph: return nil
        case .fence(let byte, let count):
            if indent <= 3, !isBlank, bytes[next] == byte {
                var p = next
                while p < cursor.end, bytes[p] == byte { p += 1 }
                let run = p - next
                while p < cursor.end, Byte.isBlank(bytes[p]) { p += 1 }
                if run >= count, p == cursor.end { state.leaf = .none }
            }
            return .other
        case .html(let kind):
            if kind >= 6, isBlank {
                state.leaf = .none
                return .blank
            }
            if kind < 6, HTMLBlockStart.ends(kind, bytes, cursor.position..<cursor.end) { state.leaf = .none }
            return .htmlContent(content: cursor.position)
        case .indented:
            if indent >= 4 || isBlank { return .other }
            state.leaf = .none
            return nil
        }
    }

    private mutating func close(to count: Int) {
        state.containers.removeLast(max(0, state.containers.count - count))
        state.leaf = .none
    }

    private mutating func open(_ container: Container) {
        addContent()
        state.containers.append(container)
        scan.deepest = max(scan.deepest, state.containers.count)
    }

    private mutating func addContent() {
        if !state.containers.isEmpty { state.containers[state.containers.count - 1].hasContent = true }
    }

    private mutating func escapeContainer(at marker: Int) {
        scan.edits.append(.init(start: marker, end: marker, replacement: .bytes([Byte.backslash])))
        guard !reportedNesting else { return }
        reportedNesting = true
        scan.diagnostics.append(
            Diagnostic(
                .nestingTooDeep, at: ByteRange(marker, marker + 1),
                "more than \(limits.nestedContainers) nested lists and quotes; deeper ones are shown as text"))
    }
}
