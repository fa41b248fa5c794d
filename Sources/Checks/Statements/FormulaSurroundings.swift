import Formulas
import Markdown
import Source

/// What stands around a formula, found when a check first asks for it: most statements ask for little.
///
/// It belongs to one walk through one note, on one thread.
final class FormulaSurroundings {
    private let note: Note
    private let outline: NoteOutline
    private let cueFinder: CueFinder
    private let noteMentions: NoteMentions
    private let words: SectionWords
    private let index: Int
    private let offset: Int
    private let restricting: [Bool]

    init(_ index: Int, in walk: NoteWalk) {
        note = walk.note
        outline = walk.outline
        cueFinder = walk.cueFinder
        noteMentions = walk.mentions
        words = walk.words
        restricting = walk.restricting
        self.index = index
        offset = walk.note.formulas[index].range.lower
    }

    private(set) lazy var cues: [Cue] = cueFinder.cues(for: outline.formulaNodes[index], at: offset)

    /// Entries that words near the formula name, the nearest first.
    private(set) lazy var mentions: [String] = noteMentions.near(offset)

    private lazy var passage = cueFinder.passage(around: outline.formulaNodes[index]) { [restricting] formula in
        String(Character(restricting.indices.contains(formula) && !restricting[formula] ? Supposition.declaration : Supposition.restriction))
    }

    /// The words right before the formula, and between it and the next, for conditions.
    private(set) lazy var sentence: String = passage.sentence + " " + passage.after

    /// The words of the sentence right before the formula.
    private(set) lazy var before: String = passage.sentence

    /// The first words between the formula and the next.
    private(set) lazy var after: String = passage.after

    /// Whether words around the formula take back what it says.
    private(set) lazy var isQualified: Bool = Condition.isQualified(sentence)

    /// Whether they make it a condition, a task or a wish.
    private(set) lazy var isConditional: Bool = Condition.isStated(in: sentence)

    /// What is supposed before it.
    private(set) lazy var supposition: Supposition.Finding = Supposition.find(
        in: passage.sentence, previous: passage.previous, isDisplay: note.formulas[index].display)

    /// The rest of the paragraph behind the formula, a line at most, as it is written.
    private(set) lazy var following: String = {
        guard let block = outline.textBlock(of: index) else { return "" }
        let start = note.formulas[index].range.upper
        let bytes = note.source.bytes
        let end = min(block.upper, start + 80, bytes.count)
        guard start < end else { return "" }
        return String(decoding: bytes[start..<end].prefix { $0 != 0x0A && $0 != 0x7C }, as: UTF8.self)
    }()

    /// The section near the formula, and what leads to it in the section around.
    private lazy var parts: [ByteRange] = {
        let headings = outline.headings(around: offset)
        let start = max(headings.first?.start ?? 0, offset - Self.before)
        let end = min(outline.sectionEnd(at: offset), offset + Self.after)
        var parts = [ByteRange(max(0, start), max(0, start, end))]
        // What stands between the heading of the section around and its first part holds for all parts.
        for heading in headings.dropFirst() {
            let preamble = min(outline.nextHeading(after: heading.start), heading.start + Self.before)
            if preamble > heading.start { parts.append(ByteRange(heading.start, preamble)) }
        }
        return parts
    }()

    /// What these parts speak of.
    private(set) lazy var subjects: Set<SectionWords.Subject> = parts.reduce(into: []) { $0.formUnion(words.subjects(in: $1)) }

    private var sayings: [Assumption: [AssumptionWords.Saying]] = [:]

    /// Whether words say this of a name: of names in their sentence where it has some, else of what the section speaks of, unless
    /// the last such words before the formula are about names.
    func says(_ kind: Assumption, of key: SymbolKey) -> Bool {
        let found: [AssumptionWords.Saying]
        if let known = sayings[kind] {
            found = known
        } else {
            let places = parts.flatMap { words.places(of: .assumption(kind), in: $0) }
            let said = AssumptionWords(note: note, formula: index)
            let all = places.compactMap { place in said.saying(at: place).map { (place: place, saying: $0) } }
            let last = all.filter { $0.place < offset }.max { $0.place < $1.place }?.saying
            found = all.map(\.saying).filter { last?.formulas.isEmpty ?? true || !$0.formulas.isEmpty }
            sayings[kind] = found
        }
        return found.contains { $0.mayMean(key, kind) }
    }

    /// How far from a formula words of its section may stand, in bytes.
    private static let before = 3_000
    private static let after = 1_500
}
