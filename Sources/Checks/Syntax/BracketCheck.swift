import LaTeX
import Source

/// Brackets without a partner.
///
/// Half-open intervals, written either way, kets and roundings pair; a bracket that the sentence around an inline
/// formula closes is not missing.
struct BracketCheck {
    let row: SignRow

    private struct Unmatched {
        var item: Int
        var scalar: UInt32
        var isOpen: Bool
    }

    func faults() -> [Diagnostic] {
        var open: [Unmatched] = []
        var lone: [Unmatched] = []
        var mixed: [Diagnostic] = []
        // `|x\rangle`, `\langle x|`: kets.
        let hasBar = row.items.contains { $0.kind == .bar }
        for (k, item) in row.items.enumerated() {
            switch item.kind {
            case .open(0x27E8) where hasBar, .close(0x27E9) where hasBar: continue
            case .open(let scalar): open.append(Unmatched(item: k, scalar: scalar, isOpen: true))
            case .close(let scalar):
                guard let place = open.lastIndex(where: { Self.pair($0.scalar, scalar) }) else {
                    lone.append(Unmatched(item: k, scalar: scalar, isOpen: false))
                    continue
                }
                let partner = open[place]
                lone += open[(place + 1)...]
                open.removeSubrange(place...)
                if let fault = mismatch(partner, k, scalar) { mixed.append(fault) }
            default: break
            }
        }
        lone += open
        lone.removeAll { isOfList($0) }
        lone = withoutIntervals(lone.sorted { $0.item < $1.item })
        // `\{` before a table is the brace of cases.
        lone.removeAll { entry in
            entry.scalar == 0x7B && row.items[entry.item...].contains { $0.kind == .cell || $0.kind == .line }
        }
        return mixed + lone.map(diagnostic)
    }

    /// `1) x = 2`: the number of a list.
    private func isOfList(_ entry: Unmatched) -> Bool {
        guard !entry.isOpen, entry.scalar == 0x29, entry.item > 0, row.items[entry.item - 1].kind == .operand, row.items[entry.item - 1].range.count <= 2 else { return false }
        return entry.item == 1 || [.cell, .line].contains(row.items[entry.item - 2].kind)
    }

    private func diagnostic(_ entry: Unmatched) -> Diagnostic {
        let range = row.items[entry.item].range
        if row.items.count == 1, entry.isOpen {
            switch row.place {
            case .root:
                return Diagnostic(
                    .unbalancedBracket, at: range, "the root covers the bracket alone", help: #"write `\sqrt{…}`"#)
            case .script:
                return Diagnostic(
                    .unbalancedBracket, at: range, "only the bracket is raised or lowered",
                    help: "put braces around what the script is to hold: `^{(…)}`")
            default: break
            }
        }
        return Diagnostic(.unbalancedBracket, at: range, "this bracket has no partner")
    }

    /// `(` and `]` pair: an interval. So do the brackets of floors and ceilings.
    private static func pair(_ open: UInt32, _ close: UInt32) -> Bool {
        switch open {
        case 0x28, 0x5B: close == 0x29 || close == 0x5D
        case 0x7B: close == 0x7D
        case 0x27E8: close == 0x27E9
        case 0x2308, 0x230A: close == 0x2309 || close == 0x230B
        case 0x27E6: close == 0x27E7
        default: false
        }
    }

    /// `(a + b]`: no interval, which has two ends.
    private func mismatch(_ open: Unmatched, _ place: Int, _ close: UInt32) -> Diagnostic? {
        guard (open.scalar == 0x28 && close == 0x5D) || (open.scalar == 0x5B && close == 0x29) else { return nil }
        let inside = row.items[(open.item + 1)..<place]
        let hasTwoEnds = inside.contains { item in
            switch item.kind {
            case .comma, .stop, .ellipsis, .words, .cell, .line, .relation, .bar: true
            default: false
            }
        }
        guard !hasTwoEnds, inside.count >= 1 else { return nil }
        return Diagnostic(
            .unbalancedBracket, at: row.items[place].range, "this bracket closes another kind of bracket",
            related: [Related(at: row.items[open.item].range, "opened here")])
    }

    /// `[0, 1[`, `]0, 1]`, `]0, 1[`: two square brackets with a comma between them.
    private func withoutIntervals(_ lone: [Unmatched]) -> [Unmatched] {
        var left: [Unmatched] = []
        for entry in lone {
            if let last = left.last, last.scalar == 0x5B || last.scalar == 0x5D || last.scalar == 0x28,
                entry.scalar == 0x5B || entry.scalar == 0x5D || entry.scalar == 0x29,
                row.items[last.item..<entry.item].contains(where: { $0.kind == .comma || $0.kind == .stop(0x3B) })
            {
                left.removeLast()
            } else {
                left.append(entry)
            }
        }
        return left
    }
}
