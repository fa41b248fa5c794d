import Markdown
import Source

/// Which formula or code block each finding of a note lies in.
struct FindingPlaces {
    enum Place {
        case formula(Int)
        case code(Int)
        case elsewhere
    }

    /// In the order of the note; none overlaps another.
    private let spans: [(range: ByteRange, place: Place)]

    init(_ note: Note) {
        let formulas = note.formulas.enumerated().map { (range: $1.range, place: Place.formula($0)) }
        let code = note.code.enumerated().map { (range: $1.range, place: Place.code($0)) }
        spans = (formulas + code).sorted { $0.range.lower < $1.range.lower }
    }

    func place(of finding: Finding) -> Place {
        let range = finding.diagnostic.range
        // The last one that begins at or before it.
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].range.lower <= range.lower { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return .elsewhere }
        let found = spans[low - 1]
        return range.upper <= found.range.upper && range.lower < found.range.upper ? found.place : .elsewhere
    }
}
