import LaTeX
import Markdown
import Source

/// Faults of writing that need no meaning: brackets and operands. What the text around an inline formula supplies is
/// not missing.
struct WritingCheck {
    let tree: MathTree
    let span: FormulaSpan
    let note: SourceText
    /// The paragraph, cell or heading around an inline formula.
    let block: ByteRange?

    /// Ranges count bytes of the formula.
    func faults() -> [Diagnostic] {
        let rows = SignRows(tree).rows
        var found: [Diagnostic] = []
        let isFragment = isFragment
        let hasExponential = rows.contains { row in row.items.contains { $0.isExponential } }
        for row in rows {
            found += OperandCheck(row: row, isFragment: isFragment, isBeforeComma: isBeforeComma, hasExponential: hasExponential).faults()
            found += LoneSignCheck(row: row).faults()
            found += emptyParts(row, rows)
        }
        found += MatrixCellCheck(tree: tree).faults()
        var brackets: [Diagnostic] = []
        for row in rows {
            let faults = BracketCheck(row: row).faults()
            // `x^(1)`: one fault, not one for each bracket.
            if row.items.count == 1, let alone = faults.first,
                let partner = brackets.firstIndex(where: { $0.range.lower >= alone.range.upper && $0.related.isEmpty })
            {
                brackets.remove(at: partner)
            }
            brackets += faults
        }
        // One that closes another kind is at fault whatever the text says.
        if !span.display, isLabel(rows) || isBalancedByText() || isBalancedByText(withoutLabels: true) { brackets.removeAll { $0.related.isEmpty } }
        found += brackets
        return found
    }

    /// The formula's last relation or operator may be followed by what stands behind it.
    private var isFragment: Bool {
        var next = span.range.upper
        let bytes = note.bytes
        var lineBreaks = 0
        while next < bytes.count, bytes[next] <= 0x20 {
            if bytes[next] == 0x0A { lineBreaks += 1 }
            next += 1
        }
        guard next < bytes.count else { return false }
        if span.display {
            switch bytes[next] {
            case UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: "\\"), UInt8(ascii: "|"),
                UInt8(ascii: "~"):
                return true
            default: return false
            }
        }
        if lineBreaks >= 2 { return false }
        // `。`
        if bytes[next...].starts(with: [0xE3, 0x80, 0x82]) { return false }
        return bytes[next] != UInt8(ascii: ".")
    }

    /// Right behind an inline formula: a comma begins no operand.
    private var isBeforeComma: Bool {
        let next = span.range.upper
        guard !span.display, next < note.bytes.count else { return false }
        let rest = note.bytes[next...]
        return rest.first == UInt8(ascii: ",") || rest.first == UInt8(ascii: ";") || rest.starts(with: [0xEF, 0xBC, 0x8C]) || rest.starts(with: [0xEF, 0xBC, 0x9B])
    }

    /// Whether the brackets of the words and formulas of the block, taken together, pair; the formula itself as `span` has it.
    ///
    /// - Parameter withoutLabels: `$a)$` and `$($` count for nothing.
    private func isBalancedByText(withoutLabels: Bool = false) -> Bool {
        guard let block else { return true }
        let whole = block.clamped(to: note.bytes.count)
        let own = span.range.clamped(to: note.bytes.count)
        guard whole.contains(own) else { return true }
        var depth = BracketDepth(withoutLabels: withoutLabels)
        depth.add(note.bytes[whole.lower..<own.lower])
        let isLabel = span.latex.count == 1 || span.latex.count < 4 && span.latex.last == UInt8(ascii: ")")
        if !withoutLabels || !isLabel { depth.add(span.latex[...]) }
        depth.add(note.bytes[own.upper..<whole.upper])
        return depth.isBalanced
    }

    /// `$a)$` numbers something, `$($` speaks of the sign.
    private func isLabel(_ rows: [SignRow]) -> Bool {
        guard let items = rows.first?.items else { return false }
        if items.count == 1 { return true }
        guard items.count == 2, case .operand = items[0].kind, case .close(0x29) = items[1].kind else { return false }
        return items[0].range.count <= 2 && !items[1].hasSuperscript
    }

    /// `\frac{1}{}`, `\sqrt{}`. An empty top may be an axiom's: there only an equation tells.
    private func emptyParts(_ row: SignRow, _ rows: [SignRow]) -> [Diagnostic] {
        guard row.items.isEmpty, let whole = rows.first, whole.items.count > 1 else { return [] }
        switch row.place {
        case .numerator:
            guard whole.items.contains(where: { $0.kind == .relation(0x3D) }) else { return [] }
            return [Diagnostic(.missingOperand, at: row.range, "the numerator is missing")]
        case .denominator: return [Diagnostic(.missingOperand, at: row.range, "the denominator is missing")]
        case .root: return [Diagnostic(.missingOperand, at: row.range, "nothing stands under this root")]
        default: return []
        }
    }
}

/// Counts brackets in words and formulas.
private struct BracketDepth {
    var withoutLabels: Bool
    private var depth = 0
    private var least = 0

    init(withoutLabels: Bool) { self.withoutLabels = withoutLabels }

    var isBalanced: Bool { depth == 0 && least >= 0 }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if withoutLabels, bytes[index] == UInt8(ascii: "$"), let end = bytes[(index + 1)...].prefix(4).firstIndex(of: UInt8(ascii: "$")),
                end > index + 1, bytes[end - 1] == UInt8(ascii: ")") || end == index + 2
            {
                index = end + 1
                continue
            }
            switch bytes[index] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case 0xEF where bytes[index...].starts(with: [0xEF, 0xBC, 0x88]): depth += 1
            case 0xEF where bytes[index...].starts(with: [0xEF, 0xBC, 0x89]): depth -= 1
            default: break
            }
            least = min(least, depth)
            index += 1
        }
    }
}
