import Catalogue
import Markdown
import Source

/// Checks notes: reads each formula and code block, runs it, and compares it with what it claims.
///
/// What becomes of a note depends on the note, the configuration and the catalogue only: not on other notes (but for
/// its links to them), their order, the number of jobs, the machine or the time (the clock is a backstop behind limits on steps).
public enum NoteChecker {
    /// Seconds since some fixed moment.
    public typealias Clock = @Sendable () -> Double

    /// All notes on one thread, in the order of their paths.
    public static func check(
        notes: [Note], configuration: CheckConfiguration, catalogue: [Implementation], clock: @escaping Clock
    ) -> Ledger {
        let context = CheckContext(catalogue)
        let records = notes.sorted(by: precedes).map {
            check(note: $0, configuration: configuration, context: context, clock: clock)
        }
        return Ledger(notes: records)
    }

    /// One note by itself, with a context of its own.
    public static func check(
        note: Note, configuration: CheckConfiguration, catalogue: [Implementation], clock: @escaping Clock
    ) -> NoteRecord {
        check(note: note, configuration: configuration, context: CheckContext(catalogue), clock: clock)
    }

    private static func precedes(_ a: Note, _ b: Note) -> Bool {
        a.source.name.utf8.lexicographicallyPrecedes(b.source.name.utf8)
    }

    /// One note by itself. A program that checks several makes the context once.
    ///
    /// `links`: what its links may lead to; without it only those into the note itself are checked.
    public static func check(
        note: Note, configuration: CheckConfiguration, context: CheckContext, links: LinkTargets? = nil,
        clock: @escaping Clock
    ) -> NoteRecord {
        var walk = NoteWalk(note: note, configuration: configuration, shared: context, clock: clock)
        walk.findings += (links ?? LinkTargets(note)).diagnostics(of: note)
        return walk.run()
    }

    /// The typed readings of the formulas that stand on a line, in order, for `gloss check --explain-reading`.
    public static func explainReadings(
        note: Note, line: Int, configuration: CheckConfiguration, catalogue: [Implementation], clock: @escaping Clock
    ) -> [String] {
        var walk = NoteWalk(note: note, configuration: configuration, shared: CheckContext(catalogue), clock: clock)
        walk.explainedLine = line
        _ = walk.run()
        return walk.explanations
    }
}
