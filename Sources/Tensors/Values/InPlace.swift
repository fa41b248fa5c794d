extension Tensor {
    /// Replaces one element, in place where nobody else holds the elements. The result is no longer tracked.
    ///
    /// Nothing happens where `position` lies outside of the elements.
    package mutating func replaceElement(at position: Int, by value: Double) {
        tracking = nil
        switch storage {
        case .scalar: if position == 0 { storage = .scalar(value) }
        case .array(var elements):
            // The only other holder lets go first.
            storage = .scalar(0)
            if elements.indices.contains(position) { elements[position] = value }
            storage = .array(elements)
        }
    }

    /// The element at a row-major position; `nil` outside.
    package func element(atPosition position: Int) -> Double? {
        switch storage {
        case .scalar(let value): position == 0 ? value : nil
        case .array(let elements): elements.indices.contains(position) ? elements[position] : nil
        }
    }
}
