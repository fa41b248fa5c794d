import Checks
import Site
import Source

/// `gloss build`
enum BuildCommand: Command {
    static let specification = CommandSpecification(
        name: "build", summary: "render notes as a static site, annotated with computed results",
        discussion: """
            Checks the notes below NOTES and writes pages, the ledger and the catalogue to OUT. The new site replaces the
            old one in one step: OUT is never half written. Files in OUT that are not ours stop the build unless --force,
            which carries them over.
            """,
        operands: [.init(name: "NOTES", minimum: 1, maximum: 1, help: "a folder of notes")],
        options: [
            .value("output", short: "o", "OUT", "the folder to write"),
            .flag("force", "keep files in OUT that are not ours"),
            .flag("strict", "exit with 1 when there are error findings"),
            .value("jobs", short: "j", "N", "notes checked at the same time (default: all processors)"), .help,
        ],
        examples: ["gloss build notes -o site"],
        exitCodes: [
            (0, "the site was written"), (1, "the site was written, --strict, and there are error findings"),
            (2, "the site was not written"),
        ])

    static func run(_ arguments: Arguments, _ context: Context) throws(UsageError) -> Int32 {
        guard let output = arguments.value("output"), !output.isEmpty else {
            throw UsageError("build: -o OUT is missing", command: "build")
        }
        let jobs = try arguments.jobs(for: "build")
        do throws(FileError) {
            return try build(
                arguments.operands[0], OutputFolder(output), force: arguments.has("force"), strict: arguments.has("strict"),
                jobs: jobs, context)
        } catch {
            throw UsageError("\(error.path): \(error.reason)", command: "build")
        }
    }

    private static func build(
        _ notes: String, _ output: OutputFolder, force: Bool, strict: Bool, jobs: Int, _ context: Context
    ) throws(FileError) -> Int32 {
        guard FileSystem.kind(notes) == .folder else {
            throw FileError(path: notes, reason: FileSystem.kind(notes) == nil ? "no such folder" : "not a folder")
        }
        let outputReal = FileSystem.realPath(output.path)
        if let notesReal = FileSystem.realPath(notes), let outputReal,
            notesReal == outputReal || notesReal.hasPrefix(outputReal == "/" ? outputReal : outputReal + "/")
        {
            throw FileError(path: output.path, reason: "holds the notes; write the site to another folder")
        }
        let foreign = try output.foreignFiles(limit: force ? .max : 1000)
        if !foreign.isEmpty, !force {
            let more = foreign.count >= 1000 ? " and many more" : foreign.count > 1 ? " and \(foreign.count - 1) more" : ""
            throw FileError(
                path: output.path, reason: "holds files that are not ours (\(foreign[0])\(more)); --force keeps them")
        }

        let project = try Project(paths: [notes], excluding: outputReal.map { [$0] } ?? [], jobs: jobs)
        let ledger = project.check(catalogue: context.catalogue, jobs: jobs)
        let configuration = project.roots.first?.configuration ?? CheckConfiguration()
        var folder = notes
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        let site = SiteBuilder.build(
            ledger: ledger, catalogue: context.catalogue,
            settings: SiteSettings(
                title: configuration.title ?? "Notes", language: configuration.language ?? "zh", notesFolder: folder,
                macros: configuration.macros, files: project.roots.first?.files))
        let files = site.files + (try copies(of: site.assets, from: folder))
        try output.replace(with: files, carrying: foreign)

        var whole = ledger
        whole.projectFindings += site.findings
        var out = ByteBuffer()
        let report = TextReport(colour: context.terminal.errorColour)
        for finding in whole.findings where finding.severity == .error {
            report.write(finding, source: project.sources[finding.file], to: &out)
        }
        context.terminal.writeError(out)
        context.terminal.print(SummaryText.table(whole.summary))
        context.terminal.print("open \(output.path)/index.html")
        return strict && whole.hasErrors ? 1 : 0
    }

    /// Local files that notes refer to. One that is a link, or that is reached through one, is not read.
    private static func copies(of assets: [SiteAsset], from folder: String) throws(FileError) -> [SiteFile] {
        guard let root = FileSystem.realPath(folder) else { throw FileError.last(folder) }
        var out: [SiteFile] = []
        for asset in assets where OutputFolder.isInside(asset.source) {
            let path = folder + "/" + asset.source
            guard FileSystem.realPath(path) == root + "/" + asset.source, FileSystem.kind(path, followLinks: false) == .file
            else { continue }
            out.append(SiteFile(path: asset.target, bytes: try FileSystem.read(path, limit: 256 << 20, followLinks: false)))
        }
        return out
    }
}
