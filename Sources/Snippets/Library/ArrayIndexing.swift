import Source
import Tensors

extension Interpreter {
    private func indices(_ key: Value, _ array: ArrayObject) throws(Stop) -> (parts: [Index], isBasic: Bool, isFull: Bool) {
        let keys: [Value]
        if case .tuple(let tuple) = key { keys = tuple.items } else { keys = [key] }
        var parts: [Index] = []
        var isBasic = true
        var integers = 0
        for key in keys {
            switch key {
            case .int(let value):
                parts.append(.at(value))
                integers += 1
            case .ellipsis: parts.append(.ellipsis)
            case .none: parts.append(.newAxis)
            case .slice(let slice):
                let step = try sliceBound(slice.step) ?? 1
                if step == 0 { throw error("ValueError", "slice step cannot be zero") }
                if step < 0, array.library == .torch { throw error("ValueError", "step must be greater than zero") }
                parts.append(.range(start: try sliceBound(slice.start), stop: try sliceBound(slice.stop), step: step))
            case .array(let index):
                if let stale = index.stale { throw .missing(stale.reason) }
                if index.dtype.isFloat {
                    if index.library == .torch {
                        throw error("IndexError", "tensors used as indices must be long, int, byte or bool tensors")
                    }
                    throw error("IndexError", index.isScalar ? "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices" : "arrays used as indices must be of integer (or boolean) type")
                }
                if index.isRandom { array.isRandom = true }
                if index.tensor.isScalar, index.dtype != .bool {
                    parts.append(.at(try Int(clampedItem(index))))
                    integers += 1
                } else {
                    parts.append(.tensor(index.tensor))
                    isBasic = false
                }
            case .view: throw unsupported("a view of a dictionary in an index")
            case .list, .range:
                let index = try toArray(key, .numpy)
                if index.tensor.count == 0 {
                    parts.append(.tensor(index.tensor.converted(to: .integer)))
                } else {
                    if index.dtype.isFloat { throw error("IndexError", "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices") }
                    parts.append(.tensor(index.tensor))
                }
                isBasic = false
            case .tuple: throw unsupported("a tuple in an index")
            case .missing(let missing): throw .missing(missing.reason)
            case .truth: throw unsupported("a truth value as an index")
            default:
                if array.library == .torch {
                    throw error(
                        "TypeError",
                        "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got \(typeName(key)))")
                }
                throw error(
                    "IndexError",
                    "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices")
            }
        }
        return (parts, isBasic, integers == array.tensor.rank && integers == keys.count)
    }

    private func sliceBound(_ value: Value) throws(Stop) -> Int? {
        switch value {
        case .none: return nil
        case .int(let value): return value
        case .array(let array) where array.tensor.count == 1 && !array.dtype.isFloat:
            try escape(array)
            return try Int(clampedItem(array))
        default:
            throw error("TypeError", "slice indices must be integers or None or have an __index__ method")
        }
    }

    func arrayItem(_ array: ArrayObject, _ key: Value) throws(Stop) -> Value {
        let value = try element(of: array, key)
        if array.requiresGradient { noteGradient(of: value) { _ in GradientNames.name(index: key) } }
        return value
    }

    private func element(of array: ArrayObject, _ key: Value) throws(Stop) -> Value {
        if let stale = array.stale { throw .missing(stale.reason) }
        if array.tensor.isScalar {
            if array.library == .torch {
                if case .int = key {
                    throw error(
                        "IndexError",
                        "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number")
                }
            } else if case .int = key {
                throw error("IndexError", array.isScalar ? "invalid index to scalar variable." : "too many indices for array: array is 0-dimensional, but 1 were indexed")
            }
        }
        if array.library == .numpy, !array.tensor.isScalar, let position = position(key, array.tensor.shape),
            let element = array.tensor.element(atPosition: position)
        {
            let scalar = ArrayObject(Tensor(element, kind: array.tensor.kind), array.dtype, .numpy, isScalar: true, arena)
            scalar.isRandom = array.isRandom
            return .array(scalar)
        }
        let (parts, isBasic, isFull) = try indices(key, array)
        let tensor: Tensor
        do throws(TensorError) { tensor = try array.tensor.indexed(parts) } catch { throw exception(error, array.library) }
        try spend(tensor.count / 16)
        if isBasic, !(isFull && array.library == .numpy) {
            return try viewing(array) { (t) throws(TensorError) in try t.indexed(parts) }
        }
        return .array(
            try make(tensor, array.dtype, array.library, isScalar: array.library == .numpy && (isFull || tensor.isScalar && !isBasic), from: [array]))
    }

    /// `x[i, j] = number`, in place; false where it is not as simple as that.
    private func setElement(_ array: ArrayObject, _ key: Value, _ value: Value) throws(Stop) -> Bool {
        guard !array.requiresGradient, array.stale == nil, let position = position(key, array.tensor.shape) else { return false }
        var number: Double
        switch value {
        case .int(let x) where x.magnitude <= 1 << 53: number = Double(x)
        case .float(let x): number = x
        case .truth(let x): number = x ? 1 : 0
        case .array(let x) where x.tensor.isScalar && !x.requiresGradient && x.stale == nil:
            guard let scalar = x.tensor.scalar else { return false }
            if x.isRandom { array.isRandom = true }
            number = scalar
        default: return false
        }
        switch array.dtype {
        case .float64: break
        case .float32: number = Double(Float(number))
        case .bool: number = number != 0 ? 1 : 0
        case .int64:
            guard number.magnitude <= 0x1p53 else { return false }
            number = number.rounded(.towardZero)
        default: return false
        }
        array.replaceElement(at: position, by: number)
        return true
    }

    /// The row-major position that integers for all axes give.
    private func position(_ key: Value, _ shape: [Int]) -> Int? {
        func place(_ value: Value, _ size: Int) -> Int? {
            guard case .int(let index) = value, index >= -size, index < size else { return nil }
            return index < 0 ? index + size : index
        }
        if shape.count == 1 { return place(key, shape[0]) }
        guard case .tuple(let tuple) = key, tuple.items.count == shape.count, !shape.isEmpty else { return nil }
        var position = 0
        for (item, size) in zip(tuple.items, shape) {
            guard let index = place(item, size) else { return nil }
            position = position * size + index
        }
        return position
    }

    func setArrayItem(_ array: ArrayObject, _ key: Value, _ value: Value) throws(Stop) {
        if array.isScalar { throw error("TypeError", "'\(array.typeName)' object does not support item assignment") }
        if array.requiresGradient, array.isLeaf || array.looksIntoVariable, recordsGradients {
            throw error(
                "RuntimeError", "a view of a leaf Variable that requires grad is being used in an in-place operation.")
        }
        if try setElement(array, key, value) { return }
        let (parts, _, isFull) = try indices(key, array)
        let source = try toArray(value, array.library)
        if isFull, source.tensor.count != 1 {
            throw error(array.library == .torch ? "RuntimeError" : "ValueError", array.library == .torch ? "expand(torch.\(source.typeName)): the number of sizes provided must be greater or equal to the number of dimensions in the tensor" : "setting an array element with a sequence.")
        }
        let target: Tensor
        do throws(TensorError) {
            target = try array.tensor.replacing(parts, with: convert(isFull ? Tensor(source.tensor.item) : source.tensor, to: array.dtype))
        } catch {
            if case .shapeMismatch(let from, let to, _) = error, array.library == .numpy {
                throw self.error(
                    "ValueError",
                    "could not broadcast input array from shape \(Self.shapeText(from)) into shape \(Self.shapeText(to))")
            }
            throw exception(error, array.library)
        }
        try spend(array.tensor.count / 64)
        write(try make(target, array.dtype, array.library, from: [array, source]), into: array)
    }
}
