import Catalogue
import Formulas
import Markdown
import Source

/// Checks notes: reads each formula and code block, runs it, and compares it with what it claims.
///
/// What becomes of a note depends on the note, the configuration and the catalogue only: not on other notes, their
/// order, the number of jobs, the machine or the time (the clock is a backstop behind limits on steps).
public enum NoteChecker {
    /// Seconds since some fixed moment.
    public typealias Clock = @Sendable () -> Double

    /// All notes on one thread, in the order of their paths.
    public static func check(
        notes: [Note], configuration: CheckConfiguration, catalogue: [Implementation], clock: @escaping Clock
    ) -> Ledger {
        let records = notes.sorted(by: precedes).map {
            check(note: $0, configuration: configuration, catalogue: catalogue, clock: clock)
        }
        return Ledger(notes: records)
    }

    /// At most `jobs` notes at a time; the same ledger.
    public static func check(
        notes: [Note], configuration: CheckConfiguration, catalogue: [Implementation], jobs: Int, clock: @escaping Clock
    ) async -> Ledger {
        let sorted = notes.sorted(by: precedes)
        var records = [NoteRecord?](repeating: nil, count: sorted.count)
        await withTaskGroup(of: (Int, NoteRecord).self) { group in
            var next = 0
            func start() {
                guard next < sorted.count else { return }
                let index = next
                next += 1
                let note = sorted[index]
                group.addTask {
                    (index, check(note: note, configuration: configuration, catalogue: catalogue, clock: clock))
                }
            }
            for _ in 0..<max(1, jobs) { start() }
            while let (index, record) = await group.next() {
                records[index] = record
                start()
            }
        }
        return Ledger(notes: records.compactMap { $0 })
    }

    private static func precedes(_ a: Note, _ b: Note) -> Bool { a.source.name < b.source.name }

    /// One note by itself.
    public static func check(
        note: Note, configuration: CheckConfiguration, catalogue: [Implementation], clock: @escaping Clock
    ) -> NoteRecord {
        NoteRecord(
            note: note,
            formulas: note.formulas.map { _ in
                FormulaRecord(kind: .other, outcome: .unsupported, reason: Reason(.unreadNotation, "not read yet"))
            },
            code: note.code.map {
                CodeRecord(language: $0.language, outcome: .skipped, reason: Reason(.otherLanguage, "not run yet"))
            },
            findings: note.diagnostics.map { Finding($0, in: note.source) }.sorted(by: Finding.precedes))
    }
}
