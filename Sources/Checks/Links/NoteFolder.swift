import Markdown
import Source

/// The notes of a folder and the files beside them: what links in notes may lead to.
///
/// A destination means what it would mean to the programs that notes are written with: relative to the note, from the
/// top of the folder where it begins with `/`, percent-encoded or not, with or without an ending, in any case and
/// normalisation, a folder for the note that stands for it; pictures also beside a note in a folder of its name, and by
/// their name alone where only one file has it.
package struct NoteFolder: Sendable {
    /// Paths below the folder.
    package let names: [String]
    package let outlines: [PageOutline]
    /// Whether every file of the folder is known, so that what is not found is not there.
    package let knowsFiles: Bool

    /// Folded path → index of a note.
    private let byPath: [String: Int]
    /// Folded last component without extension → indices in the order of paths.
    private let byName: [String: [Int]]
    /// Folded path → path of a file.
    private let files: [String: String]
    /// Folded last component → paths.
    private let filesByName: [String: [String]]
    private let folders: Set<String>

    /// `files` are paths below the folder, notes among them or not; `nil` where nobody has looked.
    package init(names: [String], outlines: [PageOutline], files: [String]?) {
        self.names = names
        self.outlines = outlines
        knowsFiles = files != nil
        var byPath: [String: Int] = [:]
        var byName: [String: [Int]] = [:]
        var folders: Set<String> = []
        let order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
        for index in order {
            let key = SitePath.foldedKey(names[index])
            if byPath[key] == nil { byPath[key] = index }
            byName[SitePath.foldedKey(SitePath.withoutExtension(SitePath.lastComponent(of: names[index]))), default: []]
                .append(index)
        }
        var known: [String: String] = [:]
        var filesByName: [String: [String]] = [:]
        for file in (files ?? []).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let key = SitePath.foldedKey(file)
            if known[key] == nil { known[key] = file }
            filesByName[SitePath.foldedKey(SitePath.lastComponent(of: file)), default: []].append(file)
        }
        for path in names + (files ?? []) {
            var folder = SitePath.folder(of: SitePath.foldedKey(path))
            while !folder.isEmpty, folders.insert(folder).inserted { folder = SitePath.folder(of: String(folder.dropLast())) }
        }
        self.byPath = byPath
        self.byName = byName
        self.files = known
        self.filesByName = filesByName
        self.folders = folders
    }

    // MARK: Paths

    /// `path` of a destination in the note, decoded, below the folder; `nil` where it leaves it.
    package func localPath(_ path: String, from note: Int) -> String? {
        let decoded = SitePath.decoded(path)
        guard !decoded.utf8.contains(0), !decoded.utf8.contains(UInt8(ascii: "\\")) else { return nil }
        let whole = decoded.hasPrefix("/") ? decoded : SitePath.folder(of: names[note]) + decoded
        guard let result = SitePath.normalized(whole), !result.isEmpty else { return nil }
        return result
    }

    /// The note at `path`, by its file, by the page that other programs make of it, or by its folder.
    package func note(at path: String) -> Int? {
        let key = SitePath.foldedKey(path)
        if let index = byPath[key] ?? byPath[key + ".md"] ?? byPath[key + ".markdown"] { return index }
        for suffix in [".html", ".htm"] where key.hasSuffix(suffix) {
            let stem = String(key.dropLast(suffix.utf8.count))
            if let index = byPath[stem + ".md"] ?? byPath[stem + ".markdown"] { return index }
            if SitePath.lastComponent(of: stem) == "index" { return note(inFolder: SitePath.folder(of: stem)) }
        }
        return note(inFolder: key + "/")
    }

    private func note(inFolder folder: String) -> Int? {
        for name in ["index.md", "_index.md", "readme.md"] {
            if let index = byPath[folder + name] { return index }
        }
        return nil
    }

    /// The note that `[[name]]` names.
    package func note(named name: String, from note: Int) -> Int? {
        let key = SitePath.foldedKey(name)
        if let index = self.note(at: name) { return index }
        let hasEnding = ["md", "markdown"].contains(SitePath.fileExtension(of: key))
        let last = SitePath.lastComponent(of: key)
        let candidates = (byName[hasEnding ? SitePath.withoutExtension(last) : last] ?? []).filter { index in
            guard key.contains("/") else { return true }
            let path = SitePath.foldedKey(SitePath.withoutExtension(names[index]))
            return path == key || path.hasSuffix("/" + key)
        }
        // A note in the same folder is nearer than the first by path.
        let folder = SitePath.folder(of: names[note])
        return candidates.first { SitePath.folder(of: names[$0]) == folder } ?? candidates.first
    }

    /// The file at `path`, as its folder spells it; without knowledge of the files the path itself.
    package func file(at path: String, from note: Int) -> String? {
        guard knowsFiles else { return path }
        if let file = files[SitePath.foldedKey(path)] { return file }
        // A folder with the note's name holds what belongs to it.
        let beside = SitePath.withoutExtension(names[note]) + "/" + SitePath.lastComponent(of: path)
        if let file = files[SitePath.foldedKey(beside)] { return file }
        let named = filesByName[SitePath.foldedKey(SitePath.lastComponent(of: path))] ?? []
        return named.count == 1 ? named[0] : nil
    }

    package func isFolder(_ path: String) -> Bool { folders.contains(SitePath.foldedKey(path) + "/") }

    /// Whether any file has the last component of `path`.
    func hasFile(namedAs path: String) -> Bool {
        filesByName[SitePath.foldedKey(SitePath.lastComponent(of: path))] != nil
    }

    /// Names near `path`, for help: of notes and of files.
    func nearest(to path: String) -> String? {
        let last = SitePath.lastComponent(of: path)
        let known = names.map(SitePath.lastComponent) + filesByName.values.flatMap { $0.map(SitePath.lastComponent) }
        guard known.count <= 20_000 else { return nil }
        return Spelling.nearest(to: last, among: known)
    }
}
