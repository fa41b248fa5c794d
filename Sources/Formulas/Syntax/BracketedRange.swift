import LaTeX
import Source

extension MathTree {
    /// `range` with the brackets that open before it and close in it: `A)^{-1} B` becomes `(A)^{-1} B`.
    func widened(_ range: ByteRange) -> ByteRange {
        var opens: [Int] = []
        var unmatched = 0
        var inside: [(place: Int, isOpen: Bool)] = []
        var lower = range.lower
        for node in nodes {
            switch node.kind {
            case .atom(let atom) where atom.atomClass == .open:
                if node.range.lower < range.lower { opens.append(node.range.lower) } else if node.range.lower < range.upper { inside.append((node.range.lower, true)) }
            case .atom(let atom) where atom.atomClass == .close:
                if node.range.lower >= range.lower, node.range.lower < range.upper { inside.append((node.range.lower, false)) }
            case .fenced where node.range.lower < range.lower && range.lower < node.range.upper && node.range.upper <= range.upper:
                lower = min(lower, node.range.lower)
            default: break
            }
        }
        var depth = 0
        for (_, isOpen) in inside.sorted(by: { $0.place < $1.place }) {
            depth += isOpen ? 1 : -1
            unmatched = max(unmatched, -depth)
        }
        opens.sort()
        if unmatched > 0, unmatched <= opens.count { lower = min(lower, opens[opens.count - unmatched]) }
        return ByteRange(lower, range.upper)
    }
}
