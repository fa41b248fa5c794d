import LaTeX
import Source

/// What a project may say about its site.
public struct SiteSettings: Sendable {
    public var title: String
    /// The notes' language, a BCP 47 tag: `zh`, `en`.
    public var language: String
    /// The folder of the notes as its path stands at the head of every note's name; empty where names are relative to
    /// it already.
    public var notesFolder: String
    /// The project's macros, for rendering formulas.
    public var macros: Macros
    /// Paths of the files below the notes folder; `nil` where nobody has looked, and every picture is taken to be there.
    public var files: [String]?

    public init(
        title: String = "Notes", language: String = "zh", notesFolder: String = "", macros: Macros = Macros(),
        files: [String]? = nil
    ) {
        self.title = title
        self.language = language
        self.notesFolder = notesFolder
        self.macros = macros
        self.files = files
    }
}

/// One file of the site: path below the output folder, with `/`, and bytes.
public struct SiteFile: Sendable {
    public var path: String
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// A local file that a note refers to; whoever writes the site copies it where it lies in the notes folder.
public struct SiteAsset: Sendable, Hashable {
    /// Relative to the notes folder, without `..`.
    public var source: String
    /// Below the output folder.
    public var target: String

    public init(source: String, target: String) {
        self.source = source
        self.target = target
    }
}

/// A whole site, in memory.
public struct SiteOutput: Sendable {
    /// Sorted by path.
    public var files: [SiteFile]
    /// Sorted by source, each once.
    public var assets: [SiteAsset]
    /// What building the pages found (names that collide).
    public var findings: [Finding]

    public init(files: [SiteFile] = [], assets: [SiteAsset] = [], findings: [Finding] = []) {
        self.files = files
        self.assets = assets
        self.findings = findings
    }
}
