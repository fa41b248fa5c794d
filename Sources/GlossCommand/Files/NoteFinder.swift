import Source

/// Finds the notes below what the user named.
struct NoteFinder {
    /// Real paths of folders that are left out (the output folder).
    var excluded: [String] = []
    /// Patterns of `gloss.yaml`: paths below the notes folder that are left out.
    var isLeftOut: (String) -> Bool = { _ in false }

    struct Found {
        /// The path as given, with `/`: what messages and the ledger call the note.
        var path: String
        /// The path below the folder that was named; for a file that was named itself, its name.
        var relative: String
    }

    /// What was found, and the folders below the one named that could not be read.
    struct Result {
        var notes: [Found] = []
        /// Paths of all files below the folder that was named; `nil` where a file was.
        var files: [String]?
        /// Folders that cannot be read, and entries whose names are no text.
        var failures: [FileError] = []
    }

    /// `*.md` and `*.markdown`, in the order of their paths' bytes. Hidden folders and files, links and `excluded` are
    /// left out; a file that is named itself is taken whatever its ending.
    func notes(below path: String) throws(FileError) -> Result {
        var root = path
        while root.count > 1, root.hasSuffix("/") { root.removeLast() }
        switch FileSystem.kind(root) {
        case nil: throw FileError(path: path, reason: "no such file or folder")
        case .file: return Result(notes: [Found(path: root, relative: root.split(separator: "/").last.map(String.init) ?? root)])
        case .folder: break
        default: throw FileError(path: path, reason: "not a file or folder")
        }
        var result = Result()
        result.files = []
        var pending: [(path: String, relative: String)] = [(root == "/" ? "" : root, "")]
        while let folder = pending.popLast() {
            let names: [String]
            do throws(FileError) {
                names = try FileSystem.names(in: folder.path.isEmpty ? "/" : folder.path)
            } catch {
                if folder.relative.isEmpty { throw error }
                result.failures.append(error)
                continue
            }
            for name in names where !name.hasPrefix(".") {
                let full = folder.path + "/" + name
                let relative = folder.relative.isEmpty ? name : folder.relative + "/" + name
                if isLeftOut(relative) { continue }
                switch FileSystem.kind(full, followLinks: false) {
                case .folder:
                    if let real = FileSystem.realPath(full), excluded.contains(real) { continue }
                    pending.append((full, relative))
                case .file:
                    result.files?.append(relative)
                    let lowered = name.lowercased()
                    if lowered.hasSuffix(".md") || lowered.hasSuffix(".markdown") {
                        result.notes.append(Found(path: full, relative: relative))
                    }
                case nil where name.unicodeScalars.contains("\u{FFFD}"):
                    result.failures.append(FileError(path: full, reason: "its name is not UTF-8"))
                default: continue
                }
            }
        }
        result.notes.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return result
    }
}
