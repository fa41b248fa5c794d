import Catalogue
import GlossCommand
import Glibc
import Source
import TestSupport

/// Runs commands in this process and keeps what they print.
struct Shell {
    struct Result {
        var code: Int32
        var output: String
        var errors: String
    }

    static func run(_ words: [String], input: String = "") -> Result {
        let output = Capture()
        let errors = Capture()
        var pending = Array(input.utf8)
        let terminal = Terminal(
            write: { output.buffer.append($0.bytes) }, writeError: { errors.buffer.append($0.bytes) },
            read: {
                // Small blocks, so that lines are cut anywhere.
                let block = Array(pending.prefix(7))
                pending.removeFirst(block.count)
                return block
            })
        let code = Gloss.run(words, Context(catalogue: StandardCatalogue.table.entries, terminal: terminal))
        return Result(code: code, output: output.buffer.string, errors: errors.buffer.string)
    }

    private final class Capture {
        var buffer = ByteBuffer()
    }
}

/// A new empty folder that is removed with the value.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/gloss-tests-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Fixtures.MissingFile(path: "/tmp") }
        path = String(cString: made)
    }

    deinit {
        var pending = [path]
        var folders: [String] = []
        while let current = pending.popLast() {
            chmod(current, 0o755)
            if let directory = opendir(current) {
                folders.append(current)
                while let entry = readdir(directory) {
                    let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
                    if name == "." || name == ".." { continue }
                    var info = stat()
                    lstat(current + "/" + name, &info)
                    if info.st_mode & S_IFMT == S_IFDIR { pending.append(current + "/" + name) } else { unlink(current + "/" + name) }
                }
                closedir(directory)
            }
        }
        for folder in folders.reversed() { rmdir(folder) }
    }

    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>) -> String {
        var partial = path
        for part in name.split(separator: "/").dropLast() {
            partial += "/" + part
            mkdir(partial, 0o755)
        }
        let file = path + "/" + name
        let handle = fopen(file, "wb")
        let all = Array(bytes)
        fwrite(all, 1, all.count, handle)
        fclose(handle)
        return file
    }

    @discardableResult
    func write(_ name: String, _ text: String) -> String { write(name, text.utf8) }

    func read(_ name: String) -> String? {
        guard let handle = fopen(path + "/" + name, "rb") else { return nil }
        defer { fclose(handle) }
        var out: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&block, 1, block.count, handle)
            if count == 0 { return String(decoding: out, as: UTF8.self) }
            out.append(contentsOf: block[..<count])
        }
    }
}
