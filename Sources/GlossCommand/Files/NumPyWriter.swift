import Glibc
import Source
import Tensors

/// Writes an array in NumPy's `.npy` format, version 1, part by part: truth values as `|b1`, all else as `<f8`. The file takes
/// the place of what stood there once it is whole.
struct NumPyWriter: ~Copyable {
    private let path: String
    private let fresh: String
    private let descriptor: Int32
    private let isBoolean: Bool
    private var isFinished = false

    init(_ path: String, shape: [Int], kind: ElementKind) throws(FileError) {
        self.path = path
        isBoolean = kind == .boolean
        fresh = path + ".\(getpid()).part"
        descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw FileError.last(path) }
        let sizes = shape.map { "\($0)," }.joined(separator: " ")
        var header = "{'descr': '\(isBoolean ? "|b1" : "<f8")', 'fortran_order': False, 'shape': (\(shape.count > 1 ? String(sizes.dropLast()) : sizes)), }"
        // The elements begin at a multiple of 64 bytes.
        header += String(repeating: " ", count: 63 - (10 + header.utf8.count) % 64) + "\n"
        let length = header.utf8.count
        let bytes = NumPyFile.magic + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8 & 0xFF)] + Array(header.utf8)
        try bytes.withUnsafeBufferPointer { raw throws(FileError) in try write(UnsafeRawBufferPointer(raw)) }
    }

    func append(_ elements: UnsafeBufferPointer<Double>) throws(FileError) {
        if isBoolean {
            let truths = elements.map { UInt8($0 == 0 ? 0 : 1) }
            try truths.withUnsafeBufferPointer { raw throws(FileError) in try write(UnsafeRawBufferPointer(raw)) }
        } else {
            try write(UnsafeRawBufferPointer(elements))
        }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        var written = 0
        while written < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError.last(path) }
            written += count
        }
    }

    mutating func finish() throws(FileError) {
        guard rename(fresh, path) == 0 else { throw FileError.last(path) }
        isFinished = true
    }

    deinit {
        close(descriptor)
        if !isFinished { unlink(fresh) }
    }
}
