import Glibc

extension Fixtures {
    /// Names of the files in `folder` (relative to the package) that end in `suffix`, without it, sorted.
    public static func names(in folder: String, endingIn suffix: String) -> [String] {
        guard let handle = opendir(packageRoot + "/" + folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(suffix) { names.append(String(name.dropLast(suffix.count))) }
        }
        return names.sorted()
    }

    /// The bytes of a file, its path relative to the package; nil where it cannot be read.
    public static func bytes(of path: String) -> [UInt8]? {
        guard let file = fopen(packageRoot + "/" + path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }
}
