import Markdown
import Source

/// What the links of a folder's notes may lead to, for all of its notes.
public struct LinkTargets: Sendable {
    package let folder: NoteFolder
    private let index: [String: Int]

    /// `names` are the paths of the notes below the folder, in their order; `files` those of all files there.
    public init(notes: [Note], names: [String], files: [String]?) {
        folder = NoteFolder(names: names, outlines: zip(notes, names).map { PageOutline($0, name: $1) }, files: files)
        index = Dictionary(notes.enumerated().map { ($1.source.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// One note of which nothing else is known.
    init(_ note: Note) {
        self.init(notes: [note], names: [SitePath.lastComponent(of: note.source.name)], files: nil)
    }

    func diagnostics(of note: Note) -> [Diagnostic] {
        guard let index = index[note.source.name] else { return [] }
        return LinkCheck(note: note, index: index, folder: folder).diagnostics()
    }
}
