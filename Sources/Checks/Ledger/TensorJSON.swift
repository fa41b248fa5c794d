import Source
import Tensors

extension JSONValue {
    /// Nested lists of numbers; a scalar is a number; truth values are booleans.
    public init(_ tensor: Tensor) {
        self = JSONValue.nested(tensor, axis: 0, start: 0, count: tensor.elements.count)
    }

    private static func nested(_ tensor: Tensor, axis: Int, start: Int, count: Int) -> JSONValue {
        guard axis < tensor.shape.count else {
            guard start < tensor.elements.count else { return .null }
            let element = tensor.elements[start]
            return tensor.kind == .boolean ? .bool(element != 0) : .number(element)
        }
        let length = tensor.shape[axis]
        guard length > 0 else { return .array([]) }
        let stride = count / length
        return .array((0..<length).map { nested(tensor, axis: axis + 1, start: start + $0 * stride, count: stride) })
    }
}
