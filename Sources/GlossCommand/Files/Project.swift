import Checks
import Markdown
import Source

/// What `check` and `build` work on: the notes below the paths that the user named, with their settings.
struct Project {
    /// One folder (or file) that was named, with its own `gloss.yaml`.
    struct Root {
        var path: String
        var configuration: CheckConfiguration
        var notes: [Note] = []
        /// Paths of the notes below `path`.
        var names: [String] = []
        /// Paths of all files below it; `nil` where a file was named.
        var files: [String]?
    }

    var roots: [Root] = []
    /// Findings on files that are no readable notes.
    var findings: [Finding] = []
    /// Texts of files, for excerpts in reports.
    var sources: [String: SourceText] = [:]

    var noteCount: Int { roots.reduce(0) { $0 + $1.notes.count } }

    /// Reads everything. A path that does not exist is an error; a note that cannot be read is a finding.
    init(paths: [String], excluding excluded: [String] = [], jobs: Int) throws(FileError) {
        // Bytes: two names that differ in their normal form only are two notes, and one `String`.
        var seen: Set<[UInt8]> = []
        for path in paths {
            var root = Root(path: path, configuration: CheckConfiguration())
            try readConfiguration(&root)
            let exclude = root.configuration.exclude
            let finder = NoteFinder(
                excluded: excluded,
                isLeftOut: { relative in
                    exclude.contains { pattern in
                        var pattern = pattern
                        while pattern.hasSuffix("/") { pattern.removeLast() }
                        return relative == pattern || relative.hasPrefix(pattern + "/")
                    }
                })
            let result = try finder.notes(below: path)
            findings += result.failures.map { failure in
                Finding(Diagnostic(.unreadableFile, at: .empty(at: 0), "this cannot be read: \(failure.reason)"), wholeFile: failure.path)
            }
            let found = result.notes.filter { seen.insert(Array((FileSystem.realPath($0.path) ?? $0.path).utf8)).inserted }
            let limits = root.configuration.limits
            let results = Workers.map(found, jobs: jobs) { Self.readNote($0.path, limits) }
            root.files = result.files
            for (found, result) in zip(found, results) {
                switch result {
                case .success(let note):
                    root.notes.append(note)
                    root.names.append(found.relative)
                    sources[note.source.name] = note.source
                case .failure(let failure): findings.append(failure.finding)
                }
            }
            roots.append(root)
        }
    }

    private struct ReadFailure: Error {
        var finding: Finding
    }

    private static func readNote(_ path: String, _ limits: Limits) -> Result<Note, ReadFailure> {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileSystem.read(path, limit: limits.noteBytes)
        } catch {
            let isLarge = error.reason.hasPrefix("larger than")
            let diagnostic = Diagnostic(
                isLarge ? .noteTooLarge : .unreadableFile, at: .empty(at: 0), "the note cannot be read: \(error.reason)",
                help: isLarge ? "split the note, or leave it out with exclude in gloss.yaml" : nil)
            return .failure(ReadFailure(finding: Finding(diagnostic, wholeFile: path)))
        }
        let (source, diagnostics) = NoteReader.decode(name: path, bytes: bytes)
        var note = NoteReader.read(source, limits: limits)
        note.diagnostics.insert(contentsOf: diagnostics, at: 0)
        return .success(note)
    }

    /// `gloss.yaml` in the folder, else beside it.
    private mutating func readConfiguration(_ root: inout Root) throws(FileError) {
        var base = root.path
        while base.count > 1, base.hasSuffix("/") { base.removeLast() }
        let parent = base.contains("/") ? String(base[..<(base.lastIndex(of: "/") ?? base.startIndex)]) : "."
        let candidates = [base + "/gloss.yaml", (parent.isEmpty ? "" : parent + "/") + "gloss.yaml"]
        guard let file = candidates.first(where: { FileSystem.kind($0) == .file }) else { return }
        let bytes = try FileSystem.read(file, limit: 1 << 20)
        let (source, decoding) = NoteReader.decode(name: file, bytes: bytes)
        let (value, syntax) = ConfigReader.read(source)
        sources[file] = source
        var diagnostics = decoding + syntax
        if let value {
            let read = CheckConfiguration.read(value)
            root.configuration = read.configuration
            diagnostics += read.diagnostics
        }
        findings += diagnostics.map { Finding($0, in: source) }
    }
}
