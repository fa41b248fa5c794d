import Glibc
import Source

/// Where tests find files: in the package, and what a developer may have beside it.
public enum Fixtures {
    /// The package's folder, without a slash at its end.
    public static let packageRoot: String = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    /// The bytes of a file, by its path below the package's folder; `nil` where there is none.
    public static func bytes(_ path: String) -> [UInt8]? { bytes(absolute: packageRoot + "/" + path) }

    /// The bytes of a regular file; `nil` for anything else.
    public static func bytes(absolute path: String) -> [UInt8]? {
        var info = stat()
        guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG, let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var out: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&block, 1, block.count, file)
            if count == 0 { return out }
            out.append(contentsOf: block[..<count])
        }
    }

    public static func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }

    /// A reference file of `Tests/Reference`, which is part of the package: its absence is a fault.
    public static func reference(_ path: String) throws -> JSONValue {
        guard let bytes = bytes("Tests/Reference/" + path) else { throw MissingFile(path: path) }
        return try JSONValue(parsing: bytes)
    }

    /// Names of the files in a folder of the package, sorted.
    public static func names(in folder: String) -> [String] {
        guard let directory = opendir(packageRoot + "/" + folder) else { return [] }
        defer { closedir(directory) }
        var out: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { out.append(name) }
        }
        return out.sorted()
    }

    public struct MissingFile: Error {
        public init(path: String) { self.path = path }

        public var path: String
    }
}
