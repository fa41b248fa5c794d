import Catalogue
import Checks
import Markdown
import Source

/// `gloss check`
enum CheckCommand: Command {
    static let specification = CommandSpecification(
        name: "check", summary: "say what is wrong in notes, with counterexamples",
        discussion: """
            Reads every *.md and *.markdown below PATH (the current folder when none is given; hidden folders left out),
            runs its formulas and code blocks on sample data, compares them with what they claim, and reports findings.
            """,
        operands: [.init(name: "PATH", minimum: 0, maximum: .max, help: "a note or a folder of notes")],
        options: [
            .value(
                "format", "FORMAT", choices: ["text", "json", "sarif", "junit", "github"],
                "text (default), json (the whole ledger), sarif, junit, or github (workflow commands)"),
            .value("explain-reading", "FILE:LINE", "print how the formulas on that line are read: tree, types, shapes"),
            .value("jobs", short: "j", "N", "notes checked at the same time (default: all processors)"),
            .value("shard", "I/N", "check every N-th note, from the I-th on"), .help,
        ],
        examples: ["gloss check notes", "gloss check --format json notes", "gloss check --explain-reading notes/a.md:12"],
        exitCodes: [(0, "no error findings"), (1, "error findings"), (2, "usage, or a path that cannot be read")])

    static func run(_ arguments: Arguments, _ context: Context) throws(UsageError) -> Int32 {
        let shard = try Shard(arguments)
        let jobs = try arguments.jobs(for: "check")
        if let place = arguments.value("explain-reading") { return try explainReading(place, context) }
        let project: Project
        do throws(FileError) {
            project = try Project(paths: arguments.operands.isEmpty ? ["."] : arguments.operands, jobs: jobs)
        } catch {
            throw UsageError("\(error.path): \(error.reason)", command: "check")
        }
        let ledger = project.check(catalogue: context.catalogue, jobs: jobs, shard: shard)
        var out = ByteBuffer()
        switch arguments.value("format") {
        case "json":
            ledger.json().write(to: &out)
            out.append(byte: 0x0A)
        case "sarif":
            SARIFReport.json(ledger.findings, version: Gloss.version).write(to: &out)
            out.append(byte: 0x0A)
        case "junit": JUnitReport.write(ledger, to: &out)
        case "github": for finding in ledger.findings { GitHubReport.write(finding, to: &out) }
        default:
            let report = TextReport(colour: context.terminal.colour)
            for finding in ledger.findings { report.write(finding, source: project.sources[finding.file], to: &out) }
            out.append(string: SummaryText.line(ledger.summary) + "\n")
        }
        context.terminal.write(out)
        return ledger.hasErrors ? 1 : 0
    }

    private static func explainReading(_ place: String, _ context: Context) throws(UsageError) -> Int32 {
        guard let colon = place.lastIndex(of: ":"), let line = Int(place[place.index(after: colon)...]), line > 0 else {
            throw UsageError("check: --explain-reading takes FILE:LINE, not '\(place)'", command: "check")
        }
        let path = String(place[..<colon])
        let project: Project
        do throws(FileError) {
            project = try Project(paths: [path], jobs: 1)
        } catch {
            throw UsageError("\(error.path): \(error.reason)", command: "check")
        }
        guard let root = project.roots.first, let note = root.notes.first else {
            throw UsageError("\(path): the note cannot be read", command: "check")
        }
        let readings = NoteChecker.explainReadings(
            note: note, line: line, configuration: root.configuration, catalogue: context.catalogue, clock: Clock.work(jobs: 1))
        guard !readings.isEmpty else { throw UsageError("\(path):\(line): no formula stands there", command: "check") }
        context.terminal.print(readings.joined(separator: "\n"))
        return 0
    }
}

extension Arguments {
    func jobs(for command: String) throws(UsageError) -> Int {
        guard let text = value("jobs") else { return Workers.processorCount }
        guard let jobs = Int(text), jobs > 0, jobs <= 1024 else {
            throw UsageError("\(command): --jobs takes a number from 1 to 1024, not '\(text)'", command: command)
        }
        return jobs
    }
}

/// `--shard I/N`: every N-th note in the order of paths, from the I-th on. Findings on files that are no notes belong to
/// the first shard, so that the shards together report what one run does.
struct Shard {
    var index = 1
    var count = 1

    init() {}

    init(_ arguments: Arguments) throws(UsageError) {
        guard let text = arguments.value("shard") else { return }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]), index >= 1, index <= count else {
            throw UsageError("check: --shard takes I/N with I from 1 to N, not '\(text)'", command: "check")
        }
        self.index = index
        self.count = count
    }

    var isFirst: Bool { index == 1 }

    func contains(_ position: Int) -> Bool { position % count == index - 1 }
}

extension Project {
    /// The ledger of all roots, notes in the order of their paths.
    func check(catalogue: [Implementation], jobs: Int, shard: Shard = Shard()) -> Ledger {
        let all = roots.flatMap { root in
            let links = LinkTargets(notes: root.notes, names: root.names, files: root.files)
            return root.notes.map { (note: $0, configuration: root.configuration, links: links) }
        }.sorted {
            $0.note.source.name.utf8.lexicographicallyPrecedes($1.note.source.name.utf8)
        }
        let work = all.enumerated().filter { shard.contains($0.offset) }.map(\.element)
        let context = CheckContext(catalogue)
        let clock = Clock.work(jobs: min(jobs, work.count))
        let records = Workers.map(work, jobs: jobs) { item in
            NoteChecker.check(
                note: item.note, configuration: item.configuration, context: context, links: item.links, clock: clock)
        }
        return Ledger(notes: records, projectFindings: shard.isFirst ? findings : [])
    }
}
