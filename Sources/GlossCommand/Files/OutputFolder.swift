import CPlatform
import Glibc
import Site
import Source

/// Writes a site as a whole: into a folder beside the old one, which it then replaces in one rename.
struct OutputFolder {
    /// Names our files, one path a line, sorted. Itself not listed.
    static let manifestName = ".gloss-manifest"

    let path: String

    init(_ path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    /// Files below the folder that no manifest of ours names, not many more than `limit` of them.
    func foreignFiles(limit: Int = .max) throws(FileError) -> [String] {
        guard FileSystem.kind(path, followLinks: false) != nil else { return [] }
        guard FileSystem.kind(path) == .folder else { throw FileError(path: path, reason: "is not a folder") }
        // Bytes: a `String` equals others that are other names of files.
        var ours: Set<[UInt8]> = [Array(Self.manifestName.utf8)]
        if FileSystem.kind(path + "/" + Self.manifestName, followLinks: false) == .file {
            let manifest = try FileSystem.read(path + "/" + Self.manifestName, limit: 64 << 20, followLinks: false)
            for line in manifest.split(separator: 0x0A) { ours.insert(Array(line)) }
        }
        var out: [String] = []
        var pending = [""]
        while out.count < limit, let folder = pending.popLast() {
            let full = folder.isEmpty ? path : path + "/" + folder
            for name in try FileSystem.names(in: full) {
                let relative = folder.isEmpty ? name : folder + "/" + name
                if FileSystem.kind(path + "/" + relative, followLinks: false) == .folder {
                    pending.append(relative)
                } else if !ours.contains(Array(relative.utf8)) {
                    out.append(relative)
                }
            }
        }
        return out.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Replaces the folder's content by `files` and `carried` (foreign files that stay). On any error the old folder
    /// stands as it was.
    func replace(with files: [SiteFile], carrying carried: [String]) throws(FileError) {
        let parent = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
        if !parent.isEmpty { try FileSystem.makeFolders(parent) }
        let fresh = path + ".gloss-\(getpid())"
        if FileSystem.kind(fresh, followLinks: false) != nil { try FileSystem.removeTree(fresh) }
        do throws(FileError) {
            try fill(fresh, files, carried)
            try FileSystem.sync(fresh)
            try exchange(fresh)
        } catch {
            // Best effort: the error that stopped the work is the one to report.
            try? FileSystem.removeTree(fresh)
            throw error
        }
    }

    private func fill(_ fresh: String, _ files: [SiteFile], _ carried: [String]) throws(FileError) {
        try FileSystem.makeFolder(fresh)
        var made: Set<[UInt8]> = []
        func makeFolders(for file: String) throws(FileError) {
            guard let slash = file.lastIndex(of: "/") else { return }
            let folder = String(file[..<slash])
            if made.insert(Array(folder.utf8)).inserted { try FileSystem.makeFolders(fresh + "/" + folder) }
        }
        var manifest = ByteBuffer()
        for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            guard Self.isInside(file.path) else { throw FileError(path: file.path, reason: "leaves the output folder") }
            try makeFolders(for: file.path)
            try FileSystem.write(file.bytes, to: fresh + "/" + file.path)
            manifest.append(string: file.path + "\n")
        }
        try FileSystem.write(manifest.bytes, to: fresh + "/" + Self.manifestName)
        let ours = Set(files.map { Array($0.path.utf8) })
        for file in carried where !ours.contains(Array(file.utf8)) {
            try makeFolders(for: file)
            let old = path + "/" + file
            switch FileSystem.kind(old, followLinks: false) {
            case .file: try FileSystem.write(try FileSystem.read(old, limit: .max, followLinks: false), to: fresh + "/" + file)
            default: throw FileError(path: old, reason: "is not a regular file and cannot be carried over")
            }
        }
    }

    private func exchange(_ fresh: String) throws(FileError) {
        guard FileSystem.kind(path, followLinks: false) != nil else {
            if rename(fresh, path) != 0 { throw FileError.last(path) }
            return
        }
        if gloss_exchange(fresh, path) == 0 {
            try FileSystem.removeTree(fresh)
            return
        }
        guard errno == EINVAL || errno == ENOSYS else { throw FileError.last(path) }
        // A file system without exchange: the old folder steps aside first.
        let old = fresh + "-old"
        if rename(path, old) != 0 { throw FileError.last(path) }
        if rename(fresh, path) != 0 {
            let error = FileError.last(path)
            _ = rename(old, path)
            throw error
        }
        try FileSystem.removeTree(old)
    }

    static func isInside(_ relative: String) -> Bool {
        !relative.isEmpty && !relative.hasPrefix("/") && !relative.utf8.contains(0)
            && relative.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { $0 != ".." && $0 != "." && !$0.isEmpty }
    }
}
