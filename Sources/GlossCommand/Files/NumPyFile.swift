import Source
import Tensors

/// Why an array file cannot be read, in words for one line.
struct NumPyFileError: Error {
    var message: String
}

/// Arrays in NumPy's `.npy` format, versions 1 to 3: booleans, integers and floating-point numbers of either byte order, rows
/// or columns first.
///
/// Source: NEP 1, "A Simple File Format for NumPy Arrays".
enum NumPyFile {
    private static let magic: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]
    /// A header says three things; what is longer is no header.
    private static let mostHeader = 1 << 16

    static func read(_ bytes: [UInt8], limit: Int) throws(NumPyFileError) -> Tensor {
        guard bytes.starts(with: magic), bytes.count >= 10 else { throw NumPyFileError(message: "no .npy file: it does not begin as one") }
        let version = bytes[6]
        guard (1...3).contains(version) else { throw NumPyFileError(message: "version \(version) of the .npy format is not known") }
        let start = version == 1 ? 10 : 12
        guard bytes.count >= start else { throw NumPyFileError(message: "the file ends in its header") }
        var length = Int(bytes[8]) | Int(bytes[9]) << 8
        if version > 1 { length |= Int(bytes[10]) << 16 | Int(bytes[11]) << 24 }
        guard length <= mostHeader else { throw NumPyFileError(message: "a header of \(length) bytes") }
        guard bytes.count - start >= length else { throw NumPyFileError(message: "the file ends in its header") }
        let header = try Header(Array(bytes[start..<start + length]))
        var count = 1
        for size in header.shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            guard !overflow else { throw NumPyFileError(message: "a shape too large for any memory") }
            count = product
        }
        guard count <= limit else {
            throw NumPyFileError(message: "\(count) elements, and the limit is \(limit): --max-elements raises it")
        }
        let data = start + length
        guard (bytes.count - data) / header.type.width >= count else {
            throw NumPyFileError(message: "the file holds \((bytes.count - data) / header.type.width) of \(count) elements")
        }
        guard bytes.count - data == count * header.type.width else {
            throw NumPyFileError(message: "\(bytes.count - data - count * header.type.width) bytes stand behind the data")
        }
        let elements = header.type.elements(bytes, from: data, count: count)
        do throws(TensorError) {
            guard header.isColumnMajor, header.shape.count > 1 else {
                return try Tensor(shape: header.shape, elements: elements, kind: header.type.kind)
            }
            let reversed = try Tensor(shape: header.shape.reversed(), elements: elements, kind: header.type.kind)
            return try reversed.transposed(Array((0..<header.shape.count).reversed()))
        } catch {
            throw NumPyFileError(message: error.description)
        }
    }

    /// How one element is stored.
    private struct ElementType {
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

        /// All elements, from bytes that were counted before.
        func elements(_ bytes: [UInt8], from start: Int, count: Int) -> [Double] {
            bytes.withUnsafeBytes { raw in
                [Double](unsafeUninitializedCapacity: count) { out, filled in
                    for k in 0..<count {
                        let place = start + k * width
                        out[k] =
                            switch width {
                            case 1: value(UInt64(raw[place]))
                            case 2: value(UInt64(ordered(raw.loadUnaligned(fromByteOffset: place, as: UInt16.self))))
                            case 4: value(UInt64(ordered(raw.loadUnaligned(fromByteOffset: place, as: UInt32.self))))
                            default: value(ordered(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
                            }
                    }
                    filled = count
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
    private struct Header {
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
