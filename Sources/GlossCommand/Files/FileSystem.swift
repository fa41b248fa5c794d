import CPlatform
import Glibc
import Source

/// Why a file could not be read or written, in words for one line.
struct FileError: Error, Sendable {
    var path: String
    var reason: String

    /// From `errno`, right after the call that failed.
    static func last(_ path: String) -> FileError { FileError(path: path, reason: String(cString: strerror(errno))) }
}

/// The few operations on files that Gloss needs. Symbolic links are followed for what the user names, never for what
/// is found below it.
enum FileSystem {
    enum Kind { case file, folder, link, other }

    static func kind(_ path: String, followLinks: Bool = true) -> Kind? {
        var info = stat()
        guard (followLinks ? stat(path, &info) : lstat(path, &info)) == 0 else { return nil }
        switch info.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    /// The path without links, `.` and `..`; `nil` where it does not exist.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Reads a regular file. What is larger than `limit` is an error before anything of it is held.
    static func read(_ path: String, limit: Int, followLinks: Bool = true) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else { throw FileError.last(path) }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { throw FileError.last(path) }
        guard info.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, reason: "not a regular file") }
        if info.st_size > limit { throw FileError(path: path, reason: "larger than \(limit) bytes") }
        return try readAll(descriptor, path, limit: limit)
    }

    static func readAll(_ descriptor: Int32, _ path: String, limit: Int) throws(FileError) -> [UInt8] {
        var out: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &block, block.count)
            if count == 0 { return out }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError.last(path)
            }
            out.append(contentsOf: block[..<count])
            if out.count > limit { throw FileError(path: path, reason: "larger than \(limit) bytes") }
        }
    }

    /// Writes a new file; `sync` afterwards what must outlast a crash.
    /// Writes a file whole: under a name of its own first, which then takes the place of what stood there.
    static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        let fresh = path + ".\(getpid()).part"
        try write(bytes, to: fresh)
        if rename(fresh, path) != 0 {
            let error = FileError.last(path)
            unlink(fresh)
            throw error
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw FileError.last(path) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written) }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError.last(path)
            }
            written += count
        }
    }

    /// Everything written below `folder` is on the disk when this returns: once for a whole site, since a sync of each
    /// of its files takes a hundred times as long as writing them.
    static func sync(_ folder: String) throws(FileError) {
        if gloss_sync(folder) != 0 { throw FileError.last(folder) }
    }

    static func makeFolder(_ path: String) throws(FileError) {
        if mkdir(path, 0o755) != 0, errno != EEXIST { throw FileError.last(path) }
    }

    /// Makes `path` and the folders above it.
    static func makeFolders(_ path: String) throws(FileError) {
        var partial = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            partial += part
            try makeFolder(partial)
            partial += "/"
        }
    }

    /// Names in a folder, sorted by their bytes, without `.` and `..`.
    static func names(in folder: String) throws(FileError) -> [String] {
        guard let directory = opendir(folder) else { throw FileError.last(folder) }
        defer { closedir(directory) }
        var out: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { out.append(name) }
        }
        return out.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Removes a folder with all that is in it, links themselves and not what they point at.
    static func removeTree(_ path: String) throws(FileError) {
        var pending = [path]
        var folders: [String] = []
        while let current = pending.popLast() {
            if kind(current, followLinks: false) == .folder {
                folders.append(current)
                pending.append(contentsOf: try names(in: current).map { current + "/" + $0 })
            } else if unlink(current) != 0 {
                throw FileError.last(current)
            }
        }
        for folder in folders.reversed() where rmdir(folder) != 0 { throw FileError.last(folder) }
    }
}
