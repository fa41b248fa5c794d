import Glibc
import Source
import Tensors

/// Why an array file cannot be read or written, in words for one line.
struct NumPyFileError: Error {
    var message: String
}

/// An array in NumPy's `.npy` format, versions 1 to 3: booleans, integers and floating-point numbers of either byte order,
/// rows or columns first. The elements stay in the file until they are asked for.
///
/// Source: NEP 1, "A Simple File Format for NumPy Arrays".
final class NumPyFile: LongArray {
    static let magic: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]
    /// A header says three things; what is longer is no header.
    private static let mostHeader = 1 << 16

    private let path: String
    private let descriptor: Int32
    private let header: Header
    /// Where the elements begin.
    private let data: Int
    let count: Int

    var shape: [Int] { header.shape }
    var kind: ElementKind { header.type.kind }

    /// Whether the elements stand in row-major order, so that they can be read in parts.
    var isRowMajor: Bool { !header.isColumnMajor || header.shape.count < 2 }

    /// Opens a file of at most `limit` elements.
    init(_ path: String, limit: Int) throws(NumPyFileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw NumPyFileError(message: FileError.last(path).reason) }
        do throws(NumPyFileError) {
            var info = stat()
            guard fstat(descriptor, &info) == 0 else { throw NumPyFileError(message: FileError.last(path).reason) }
            guard info.st_mode & S_IFMT == S_IFREG else { throw NumPyFileError(message: "not a regular file") }
            let size = Int(info.st_size)
            let bytes = try Self.read(descriptor, path, at: 0, count: min(size, Self.mostHeader + 12))
            guard bytes.starts(with: Self.magic), bytes.count >= 10 else { throw NumPyFileError(message: "no .npy file: it does not begin as one") }
            let version = bytes[6]
            guard (1...3).contains(version) else { throw NumPyFileError(message: "version \(version) of the .npy format is not known") }
            let start = version == 1 ? 10 : 12
            guard bytes.count >= start else { throw NumPyFileError(message: "the file ends in its header") }
            var length = Int(bytes[8]) | Int(bytes[9]) << 8
            if version > 1 { length |= Int(bytes[10]) << 16 | Int(bytes[11]) << 24 }
            guard length <= Self.mostHeader else { throw NumPyFileError(message: "a header of \(length) bytes") }
            guard bytes.count - start >= length else { throw NumPyFileError(message: "the file ends in its header") }
            header = try Header(Array(bytes[start..<start + length]))
            var count = 1
            for size in header.shape {
                let (product, overflow) = count.multipliedReportingOverflow(by: size)
                guard !overflow else { throw NumPyFileError(message: "a shape too large for any memory") }
                count = product
            }
            guard count <= limit else {
                throw NumPyFileError(message: "\(count) elements, and the limit is \(limit): --max-elements raises it")
            }
            data = start + length
            guard (size - data) / header.type.width >= count else {
                throw NumPyFileError(message: "the file holds \((size - data) / header.type.width) of \(count) elements")
            }
            guard size - data == count * header.type.width else {
                throw NumPyFileError(message: "\(size - data - count * header.type.width) bytes stand behind the data")
            }
            self.count = count
        } catch {
            close(descriptor)
            throw error
        }
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// `count` bytes of the file.
    private static func read(_ descriptor: Int32, _ path: String, at start: Int, count: Int) throws(NumPyFileError) -> [UInt8] {
        var done = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            done = fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, at: start)
            filled = done ? count : 0
        }
        guard done else { throw NumPyFileError(message: "the file cannot be read to its end") }
        return bytes
    }

    private static func fill(_ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, at start: Int) -> Bool {
        var done = 0
        while done < buffer.count {
            let count = pread(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(start + done))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }

    /// Elements in the order of the file.
    func read(from start: Int, count: Int, into out: UnsafeMutablePointer<Double>) throws(TensorError) {
        let width = header.type.width
        let unreadable = TensorError.invalidArgument("the file ended before the data that its header announces", operation: path)
        if header.type.isNative {
            guard Self.fill(UnsafeMutableRawBufferPointer(start: out, count: count * 8), from: descriptor, at: data + start * 8) else { throw unreadable }
            return
        }
        guard let bytes = try? Self.read(descriptor, path, at: data + start * width, count: count * width) else { throw unreadable }
        header.type.decode(bytes, count: count, into: out)
    }

    /// The whole array.
    func tensor() throws(NumPyFileError) -> Tensor {
        do throws(TensorError) {
            let inFile = try Tensor(reading: self)
            guard !isRowMajor else { return inFile }
            return try inFile.reshaped(header.shape.reversed()).transposed(Array((0..<header.shape.count).reversed()))
        } catch {
            throw NumPyFileError(message: error.description)
        }
    }

    /// How one element is stored.
    private struct ElementType: Sendable {
        var code: UInt8
        var width: Int
        var isBigEndian: Bool

        var kind: ElementKind { code == UInt8(ascii: "b") ? .boolean : code == UInt8(ascii: "f") ? .float : .integer }

        init(_ text: String) throws(NumPyFileError) {
            let bytes = Array(text.utf8)
            let unknown = NumPyFileError(message: "elements of type '\(text.prefix(20))': only booleans, integers and floating-point numbers are read")
            guard bytes.count >= 3, bytes.count <= 4, "<>|=".utf8.contains(bytes[0]), let width = Int(String(decoding: bytes[2...], as: UTF8.self)) else { throw unknown }
            switch (bytes[1], width) {
            case (UInt8(ascii: "b"), 1), (UInt8(ascii: "i"), 1), (UInt8(ascii: "i"), 2), (UInt8(ascii: "i"), 4), (UInt8(ascii: "i"), 8),
                (UInt8(ascii: "u"), 1), (UInt8(ascii: "u"), 2), (UInt8(ascii: "u"), 4), (UInt8(ascii: "u"), 8),
                (UInt8(ascii: "f"), 2), (UInt8(ascii: "f"), 4), (UInt8(ascii: "f"), 8):
                break
            default: throw unknown
            }
            code = bytes[1]
            self.width = width
            isBigEndian = bytes[0] == UInt8(ascii: ">")
        }

        /// As doubles are in memory.
        var isNative: Bool { code == UInt8(ascii: "f") && width == 8 && isBigEndian == (1.bigEndian == 1) }

        /// Elements from bytes that were counted before.
        func decode(_ bytes: [UInt8], count: Int, into out: UnsafeMutablePointer<Double>) {
            bytes.withUnsafeBytes { raw in
                for k in 0..<count {
                    let place = k * width
                    out[k] =
                        switch width {
                        case 1: value(UInt64(raw[place]))
                        case 2: value(UInt64(ordered(raw.loadUnaligned(fromByteOffset: place, as: UInt16.self))))
                        case 4: value(UInt64(ordered(raw.loadUnaligned(fromByteOffset: place, as: UInt32.self))))
                        default: value(ordered(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
                        }
                }
            }
        }

        private func ordered<Bits: FixedWidthInteger>(_ bits: Bits) -> Bits { isBigEndian ? Bits(bigEndian: bits) : Bits(littleEndian: bits) }

        private func value(_ bits: UInt64) -> Double {
            switch code {
            case UInt8(ascii: "b"): return bits == 0 ? 0 : 1
            case UInt8(ascii: "u"): return Double(bits)
            case UInt8(ascii: "i"):
                switch width {
                case 1: return Double(Int8(truncatingIfNeeded: bits))
                case 2: return Double(Int16(truncatingIfNeeded: bits))
                case 4: return Double(Int32(truncatingIfNeeded: bits))
                default: return Double(Int64(bitPattern: bits))
                }
            default:
                switch width {
                case 2: return Self.half(UInt16(truncatingIfNeeded: bits))
                case 4: return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
                default: return Double(bitPattern: bits)
                }
            }
        }

        /// IEEE 754 binary16.
        private static func half(_ bits: UInt16) -> Double {
            let sign: Double = bits & 0x8000 == 0 ? 1 : -1
            let exponent = Int(bits >> 10 & 0x1F)
            let fraction = Double(bits & 0x3FF)
            switch exponent {
            case 0: return sign * fraction * 0x1p-24
            case 31: return fraction == 0 ? sign * .infinity : .nan
            default: return sign * Double(sign: .plus, exponent: exponent - 15, significand: 1 + fraction / 1024)
            }
        }
    }

    /// `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }`
    private struct Header: Sendable {
        var type: ElementType
        var isColumnMajor: Bool
        var shape: [Int]

        init(_ bytes: [UInt8]) throws(NumPyFileError) {
            let text = String(decoding: bytes, as: UTF8.self)
            func field(_ name: String) -> Substring? {
                for quote in ["'", "\""] {
                    let key = quote + name + quote
                    guard let range = text.firstRange(of: key) else { continue }
                    let rest = text[range.upperBound...].drop { $0 == " " }
                    guard rest.first == ":" else { continue }
                    return rest.dropFirst().drop { $0 == " " }
                }
                return nil
            }
            guard let descr = field("descr"), let order = field("fortran_order"), let dimensions = field("shape") else {
                throw NumPyFileError(message: "a header without descr, fortran_order and shape")
            }
            guard let quote = descr.first, quote == "'" || quote == "\"", let end = descr.dropFirst().firstIndex(of: quote) else {
                throw NumPyFileError(message: "records are not read: an array has one type")
            }
            type = try ElementType(String(descr[descr.index(after: descr.startIndex)..<end]))
            if order.hasPrefix("True") { isColumnMajor = true } else if order.hasPrefix("False") { isColumnMajor = false } else {
                throw NumPyFileError(message: "fortran_order is neither True nor False")
            }
            guard dimensions.first == "(", let close = dimensions.firstIndex(of: ")") else { throw NumPyFileError(message: "the shape is no tuple") }
            shape = []
            for part in dimensions[..<close].dropFirst().split(separator: ",") {
                let digits = part.split(separator: " ").joined()
                if digits.isEmpty { continue }
                guard let size = Int(digits), size >= 0, shape.count < 32 else { throw NumPyFileError(message: "the shape holds '\(digits.prefix(20))'") }
                shape.append(size)
            }
        }
    }
}
