import Glibc
import Source

/// Where a command reads and writes. Tests give their own.
package struct Terminal {
    var write: (ByteBuffer) -> Void
    var writeError: (ByteBuffer) -> Void
    /// The next bytes of standard input; empty at its end.
    var read: () -> [UInt8]
    /// Whether standard output is a terminal that may be coloured.
    var colour: Bool
    var errorColour: Bool

    package init(
        write: @escaping (ByteBuffer) -> Void, writeError: @escaping (ByteBuffer) -> Void,
        read: @escaping () -> [UInt8] = { [] }, colour: Bool = false, errorColour: Bool = false
    ) {
        self.write = write
        self.writeError = writeError
        self.read = read
        self.colour = colour
        self.errorColour = errorColour
    }

    func print(_ text: String) {
        var out = ByteBuffer()
        out.append(string: text)
        out.append(byte: 0x0A)
        write(out)
    }

    func printError(_ text: String) {
        var out = ByteBuffer()
        out.append(string: text)
        out.append(byte: 0x0A)
        writeError(out)
    }

    static func standard() -> Terminal {
        let allowsColour = getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
        return Terminal(
            write: { flush($0.bytes, to: STDOUT_FILENO) },
            writeError: { flush($0.bytes, to: STDERR_FILENO) },
            read: {
                var block = [UInt8](repeating: 0, count: 1 << 18)
                while true {
                    let count = Glibc.read(STDIN_FILENO, &block, block.count)
                    if count < 0, errno == EINTR { continue }
                    return count > 0 ? Array(block[..<count]) : []
                }
            },
            colour: allowsColour && isatty(STDOUT_FILENO) == 1,
            errorColour: allowsColour && isatty(STDERR_FILENO) == 1)
    }

    private static func flush(_ bytes: [UInt8], to descriptor: Int32) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { raw in
                Glibc.write(descriptor, raw.baseAddress.map { $0 + written }, raw.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                return
            }
            written += count
        }
    }
}

enum Clock {
    /// Seconds of a clock that never goes back.
    static func now() -> Double { seconds(of: CLOCK_MONOTONIC) }

    private static func seconds(of clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// Seconds of work, shared evenly among `jobs`: what else the machine does takes nothing from an evaluation.
    static func work(jobs: Int) -> @Sendable () -> Double {
        { seconds(of: CLOCK_PROCESS_CPUTIME_ID) / Double(max(jobs, 1)) }
    }

    /// A budget whose clock starts now.
    static func budget(_ limits: Limits) -> Budget {
        let end = now() + limits.seconds
        return Budget(limits) { now() > end }
    }
}

extension Terminal {
    func print(text: String) {
        var out = ByteBuffer()
        out.append(string: text)
        write(out)
    }

    /// All of standard input, one newline at its end dropped.
    func readAll() -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let block = read()
            if block.isEmpty { break }
            bytes.append(contentsOf: block)
        }
        if bytes.last == 0x0A { bytes.removeLast() }
        return bytes
    }
}
