import Source
import Tensors

enum Library: Hashable { case numpy, torch }

/// Element types; all are computed in double and rounded to what they hold.
enum DType: Int, Hashable {
    case bool, uint8, int8, int16, int32, int64, float16, float32, float64

    var isFloat: Bool { rawValue >= DType.float16.rawValue }

    var kind: ElementKind { self == .bool ? .boolean : isFloat ? .float : .integer }

    var name: String { "\(self)" }

    var size: Int {
        switch self {
        case .bool, .uint8, .int8: 1
        case .int16, .float16: 2
        case .int32, .float32: 4
        case .int64, .float64: 8
        }
    }

    init?(name: String) {
        switch name {
        case "bool", "bool_": self = .bool
        case "uint8": self = .uint8
        case "int8": self = .int8
        case "int16", "short": self = .int16
        case "int32", "intc": self = .int32
        case "int64", "int_", "long": self = .int64
        case "float16", "half": self = .float16
        case "float32", "single": self = .float32
        case "float64", "double", "float_": self = .float64
        default: return nil
        }
    }

    /// The type that NumPy gives for a type of Python.
    init?(python name: String) {
        switch name {
        case "bool": self = .bool
        case "int": self = .int64
        case "float": self = .float64
        default: return nil
        }
    }

    static func promoted(_ a: DType, _ b: DType, _ library: Library) -> DType {
        if a == b { return a }
        if a.isFloat != b.isFloat {
            let (float, other) = a.isFloat ? (a, b) : (b, a)
            if library == .torch || other == .bool { return float }
            if other == .int32 || other == .int64 { return .float64 }
            return other == .int16 && float == .float16 ? .float32 : float
        }
        if !a.isFloat {
            let pair = [a, b]
            if pair.contains(.uint8) {
                if pair.contains(.int8) { return .int16 }
                return a == .uint8 ? (b == .bool ? .uint8 : b) : (a == .bool ? .uint8 : a)
            }
        }
        return a.rawValue > b.rawValue ? a : b
    }
}
