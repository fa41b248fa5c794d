import Source
import Tensors

/// Values for a terminal.
enum ValueText {
    /// A scalar, or nested lists with one matrix row a line; at most six significant digits, whole numbers in full.
    static func lines(_ value: Tensor, mostShown: Int = .max) -> String {
        let elements = value.elements
        if elements.count > mostShown { return elided(shape: value.shape, kind: value.kind) { elements[$0] } }
        return nested(value, elements, axis: 0, start: 0, count: elements.count, indent: 1)
    }

    /// Of a value with more elements only the edges are printed, as NumPy does.
    static let mostShown = 1_000
    /// Along each axis so many from each end.
    private static let edge = 3

    /// Positions along an axis that are shown.
    private static func shown(_ length: Int) -> [Int] {
        length <= 2 * edge ? Array(0..<length) : Array(0..<edge) + Array(length - edge..<length)
    }

    /// Positions of the elements that `elided` asks for, ascending.
    static func edges(of shape: [Int]) -> [Int] {
        var places = [0]
        for length in shape { places = places.flatMap { place in shown(length).map { place * length + $0 } } }
        return places
    }

    /// The first and last elements along each axis, and an ellipsis between them.
    static func elided(shape: [Int], kind: ElementKind, _ element: (Int) -> Double) -> String {
        func part(_ axis: Int, _ place: Int) -> String {
            guard axis < shape.count else { return number(element(place), kind) }
            let length = shape[axis]
            var parts = shown(length).map { part(axis + 1, place * length + $0) }
            if length > 2 * edge { parts.insert("…", at: edge) }
            return "[" + parts.joined(separator: axis == shape.count - 1 ? ", " : ",\n" + String(repeating: " ", count: axis + 1)) + "]"
        }
        return part(0, 0)
    }

    private static func nested(
        _ value: Tensor, _ elements: [Double], axis: Int, start: Int, count: Int, indent: Int
    ) -> String {
        guard axis < value.rank else { return start < elements.count ? number(elements[start], value.kind) : "" }
        let length = value.shape[axis]
        guard length > 0 else { return "[]" }
        let stride = count / length
        let separator = axis == value.rank - 1 ? ", " : ",\n" + String(repeating: " ", count: indent)
        let parts = (0..<length).map {
            nested(value, elements, axis: axis + 1, start: start + $0 * stride, count: stride, indent: indent + 1)
        }
        return "[" + parts.joined(separator: separator) + "]"
    }

    private static func number(_ value: Double, _ kind: ElementKind) -> String {
        if kind == .boolean { return value == 0 ? "false" : "true" }
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        return NumberFormat.significant(value)
    }
}

extension Tensor {
    /// Numbers, truth values and nested arrays of equal lengths; `nil` for anything else or more than `limit` elements.
    init?(json: JSONValue, limit: Int) {
        var elements: [Double] = []
        var kind = ElementKind.boolean
        func shape(_ value: JSONValue, depth: Int) -> [Int]? {
            switch value {
            case .bool(let truth): elements.append(truth ? 1 : 0)
            case .integer(let number):
                elements.append(Double(number))
                if kind == .boolean { kind = .integer }
            case .array(let parts):
                guard depth < 32 else { return nil }
                var inner: [Int]?
                for part in parts {
                    guard elements.count <= limit, let next = shape(part, depth: depth + 1), inner == nil || inner == next
                    else { return nil }
                    inner = next
                }
                return [parts.count] + (inner ?? [])
            default:
                guard let number = value.double else { return nil }
                elements.append(number)
                kind = .float
            }
            return []
        }
        guard let found = shape(json, depth: 0), elements.count <= limit else { return nil }
        if elements.isEmpty { kind = .float }
        guard let tensor = try? Tensor(shape: found, elements: elements, kind: kind) else { return nil }
        self = tensor
    }
}
