import Checks
import Markdown
import Source

/// `gloss mutate`: how many planted slips `gloss check` finds. For those who work on Gloss; `gloss help` does not list it.
enum MutateCommand: Command {
    static let specification = CommandSpecification(
        name: "mutate", summary: "plant slips in verified statements and count how many check finds",
        discussion: """
            Makes small wrong versions of every verified statement of the notes below PATH, checks each, and lists those
            that nothing is said about. A version that is no mistake (it equals the right statement, or is right as well,
            on 200 samples) is dropped, at most 15 % of a kind in a note.
            """,
        operands: [.init(name: "PATH", minimum: 1, maximum: .max, help: "a note or a folder of notes")],
        options: [.value("jobs", short: "j", "N", "notes worked on at the same time (default: all processors)"), .help],
        examples: ["gloss mutate notes"], exitCodes: [(0, "done"), (2, "usage, or a path that cannot be read")], isHidden: true)

    static func run(_ arguments: Arguments, _ context: Context) throws(UsageError) -> Int32 {
        let jobs = try arguments.jobs(for: "mutate")
        let project: Project
        do throws(FileError) {
            project = try Project(paths: arguments.operands, jobs: jobs)
        } catch {
            throw UsageError("\(error.path): \(error.reason)", command: "mutate")
        }
        let work = project.roots.flatMap { root in root.notes.map { (note: $0, configuration: root.configuration) } }
            .sorted { $0.note.source.name.utf8.lexicographicallyPrecedes($1.note.source.name.utf8) }
        let shared = CheckContext(context.catalogue)
        let clock = Clock.work(jobs: min(jobs, max(1, work.count)))
        let records = Workers.map(work, jobs: jobs) { item in
            MutationCheck.run(note: item.note, configuration: item.configuration, context: shared, clock: clock)
        }
        context.terminal.print(report(records.flatMap { $0 }))
        return 0
    }

    private static func report(_ records: [MutationRecord]) -> String {
        var out = ""
        for record in records where record.fate == .survived {
            let latex = record.latex.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
            out += "\(record.file):\(record.line) \(record.kind.rawValue)\(record.isWarned ? " (warning)" : ""): \(latex)\n"
        }
        out += out.isEmpty ? "" : "\n"
        for kind in Mutant.Kind.allCases {
            let own = records.filter { $0.kind == kind }
            guard !own.isEmpty else { continue }
            out += "\(kind.rawValue) (\(kind.words)): " + line(own) + ", with a warning \(own.count { $0.fate == .survived && $0.isWarned })\n"
        }
        return out + line(records)
    }

    private static func line(_ records: [MutationRecord]) -> String {
        let dropped = records.count { $0.fate == .dropped }
        let caught = records.count { $0.fate == .caught }
        let left = records.count - dropped
        let tenths = left > 0 ? caught * 1000 / left : 0
        return "mutants \(records.count), dropped \(dropped), caught \(caught), score \(tenths / 10).\(tenths % 10) %"
    }
}
