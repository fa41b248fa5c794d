import Source
import Tensors

extension Interpreter {
    // MARK: Making arrays

    /// An array whose elements are what `dtype` can hold.
    func make(
        _ tensor: Tensor, _ dtype: DType, _ library: Library, isScalar: Bool = false, isRandom: Bool = false,
        from sources: [ArrayObject] = []
    ) throws(Stop) -> ArrayObject {
        do { try budget.allow(elements: tensor.count) } catch { throw .limit(error) }
        var value = tensor
        let isTracked = library == .torch && recordsGradients && sources.contains { $0.requiresGradient } && dtype.isFloat
        switch dtype {
        case .float64: if value.kind != .float { value = value.converted(to: .float) }
        case .float32:
            value = isTracked ? value.converted(to: .float) : value.map { Double(Float($0)) }
        case .float16: value = value.map { Double(Float16($0)) }
        case .bool: if value.kind != .boolean { value = value.converted(to: .boolean) }
        case .int64, .int32, .int16, .int8, .uint8:
            let limit = dtype == .int64 ? 0x1p53 : Self.bound(dtype)
            let low = dtype == .uint8 ? 0 : -limit
            for element in value.elements where !(element >= low && element <= limit) {
                throw unsupported("an integer overflow in arrays")
            }
            if value.kind != .integer { value = value.converted(to: .integer) }
        }
        if !isTracked { value = value.detached }
        let array = ArrayObject(value, dtype, library, isScalar: isScalar && value.isScalar, arena)
        array.isRandom = isRandom || sources.contains { $0.isRandom }
        if isTracked {
            array.requiresGradient = true
            array.isLeaf = false
        }
        return array
    }

    private static func bound(_ dtype: DType) -> Double {
        switch dtype {
        case .uint8: 255
        case .int8: 127
        case .int16: 32_767
        default: 2_147_483_647
        }
    }

    /// As `make`; NumPy turns results without axes into scalars.
    func result(
        _ tensor: Tensor, _ dtype: DType, _ library: Library, from sources: [ArrayObject] = []
    ) throws(Stop) -> Value {
        .array(try make(tensor, dtype, library, isScalar: library == .numpy && tensor.isScalar, from: sources))
    }

    func scalar(_ value: Value, _ dtype: DType) throws(Stop) -> ArrayObject {
        let array = try toArray(value, .numpy)
        return try make(array.tensor, dtype, .numpy, isScalar: true, from: [array])
    }

    /// A random value has become a plain number.
    func escape(_ array: ArrayObject) throws(Stop) {
        if array.isRandom { randomEscaped = true }
    }

    /// The one element as a number of Python.
    func itemValue(_ array: ArrayObject) throws(Stop) -> Value {
        try escape(array)
        guard let number = try? array.tensor.item else {
            if array.library == .torch {
                throw error(
                    "RuntimeError",
                    "a Tensor with \(array.tensor.count) elements cannot be converted to Scalar")
            }
            throw error("ValueError", "can only convert an array of size 1 to a Python scalar")
        }
        switch array.dtype {
        case .bool: return .truth(number != 0)
        case .float16, .float32, .float64: return .float(number)
        default: return .int(Int(exactly: number) ?? 0)
        }
    }

    func arrayTruth(_ array: ArrayObject) throws(Stop) -> Bool {
        if array.tensor.count == 1 {
            try escape(array)
            return (try? array.tensor.item) != 0
        }
        if array.library == .torch {
            throw error(
                "RuntimeError",
                array.tensor.count == 0
                    ? "Boolean value of Tensor with no values is ambiguous"
                    : "Boolean value of Tensor with more than one value is ambiguous")
        }
        throw error(
            "ValueError",
            array.tensor.count == 0
                ? "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty."
                : "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
    }

    /// Numbers, nested sequences and arrays as an array of `library`.
    func toArray(_ value: Value, _ library: Library, _ dtype: DType? = nil) throws(Stop) -> ArrayObject {
        switch value {
        case .array(let array):
            if let stale = array.stale { throw .missing(stale.reason) }
            if array.library == library, dtype == nil || dtype == array.dtype { return array }
            return try make(convert(array.tensor, to: dtype ?? array.dtype), dtype ?? array.dtype, library, from: [array])
        case .truth(let value): return try make(Tensor(value), dtype ?? .bool, library)
        case .int(let value):
            if value.magnitude > 1 << 53 { throw unsupported("an integer beyond 2^53 in an array") }
            return try make(Tensor(value), dtype ?? .int64, library)
        case .float(let value):
            return try make(convert(Tensor(value), to: dtype ?? .float64), dtype ?? (library == .torch ? .float32 : .float64), library)
        case .long: throw unsupported("an integer beyond 2^63 in an array")
        case .list, .tuple, .range: return try nested(value, library, dtype)
        case .missing(let missing): throw .missing(missing.reason)
        default: throw unsupported("an array of \(typeName(value)) objects")
        }
    }

    func convert(_ tensor: Tensor, to dtype: DType) -> Tensor {
        dtype.isFloat ? tensor.converted(to: .float) : dtype == .bool ? tensor.converted(to: .boolean) : tensor.map(kind: .integer) { $0.rounded(.towardZero) }
    }

    private func nested(_ value: Value, _ library: Library, _ dtype: DType?) throws(Stop) -> ArrayObject {
        var elements: [Double] = []
        var kind = DType.bool
        var sawArray: [ArrayObject] = []
        func walk(_ value: Value, _ depth: Int) throws(Stop) -> [Int] {
            try spend()
            try descend()
            defer { ascend() }
            if depth > 64 { throw unsupported("an array of more than 64 axes") }
            let parts: [Value]
            switch try fresh(value) {
            case .list(let list): parts = list.items
            case .tuple(let tuple): parts = tuple.items
            case .range: parts = try items(value)
            case .truth(let value):
                elements.append(value ? 1 : 0)
                return []
            case .int(let value):
                if value.magnitude > 1 << 53 { throw unsupported("an integer beyond 2^53 in an array") }
                elements.append(Double(value))
                kind = DType.promoted(kind, .int64, .numpy)
                return []
            case .float(let value):
                elements.append(value)
                kind = .float64
                return []
            case .array(let array):
                if array.library == .torch, library == .numpy, array.requiresGradient {
                    throw unsupported("an array of tensors with gradients")
                }
                elements.append(contentsOf: array.tensor.elements)
                kind = DType.promoted(kind, array.dtype, .numpy)
                sawArray.append(array)
                return array.tensor.shape
            case .ellipsis: throw missing(.incompleteCode, "`...` stands for data")
            default: throw unsupported("an array of \(typeName(value)) objects")
            }
            var inner: [Int]?
            for part in parts {
                let shape = try walk(part, depth + 1)
                if let inner, inner != shape {
                    if library == .torch { throw unsupported("a ragged tensor") }
                    throw error(
                        "ValueError",
                        "setting an array element with a sequence. The requested array has an inhomogeneous shape "
                            + "after \(depth + 1) dimensions. The detected shape was (\(parts.count),) + inhomogeneous part.")
                }
                inner = shape
            }
            do { try budget.allow(elements: elements.count) } catch { throw .limit(error) }
            return [parts.count] + (inner ?? [])
        }
        let shape = try walk(value, 0)
        if elements.isEmpty { kind = .float64 }
        var type = dtype ?? kind
        if dtype == nil, library == .torch, type == .float64, !sawArray.contains(where: { $0.dtype == .float64 }) { type = .float32 }
        guard let tensor = try? Tensor(shape: shape, elements: elements) else { throw unsupported("this array") }
        return try make(convert(tensor, to: type), type, library, from: sawArray)
    }

    // MARK: Errors

    /// The exception that NumPy or PyTorch raises where Tensors has no result.
    func exception(_ failure: TensorError, _ library: Library) -> Stop {
        switch failure {
        case .shapeMismatch(let a, let b, let operation):
            if operation == "matmul" || operation == "dot" {
                if library == .torch {
                    if a.count == 2, b.count == 2 {
                        return error(
                            "RuntimeError",
                            "mm: mat1 and mat2 shapes cannot be multiplied (\(a[0])x\(a[1]) and \(b[0])x\(b[1]))")
                    }
                    return error(
                        "RuntimeError", "shapes \(Self.shapeText(a)) and \(Self.shapeText(b)) cannot be multiplied")
                }
                if operation == "dot" {
                    let inner = b.count > 1 ? b.count - 2 : 0
                    return error(
                        "ValueError",
                        "shapes \(Self.shapeText(a)) and \(Self.shapeText(b)) not aligned: "
                            + "\(a.last ?? 0) (dim \(max(0, a.count - 1))) != \(b.isEmpty ? 0 : b[inner]) (dim \(inner))")
                }
                return error(
                    "ValueError",
                    "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
                        + "(n?,k),(k,m?)->(n?,m?) (size \(b.count > 1 ? b[b.count - 2] : b.first ?? 0) is different from \(a.last ?? 0))")
            }
            if library == .torch {
                for step in 1...max(a.count, b.count, 1) {
                    let x = step <= a.count ? a[a.count - step] : 1, y = step <= b.count ? b[b.count - step] : 1
                    if x != y, x != 1, y != 1 {
                        return error(
                            "RuntimeError",
                            "The size of tensor a (\(x)) must match the size of tensor b (\(y)) at non-singleton dimension "
                                + "\(max(a.count, b.count) - step)")
                    }
                }
                return error("RuntimeError", "shapes \(Self.shapeText(a)) and \(Self.shapeText(b)) do not fit")
            }
            return error(
                "ValueError",
                "operands could not be broadcast together with shapes \(Self.shapeText(a)) \(Self.shapeText(b)) ")
        case .elementCount(let count, let shape):
            if library == .torch {
                return error("RuntimeError", "shape '\(Self.listText(shape))' is invalid for input of size \(count)")
            }
            return error("ValueError", "cannot reshape array of size \(count) into shape \(Self.shapeText(shape))")
        case .axisOutOfRange(let axis, let rank, _):
            if library == .torch {
                return error(
                    "IndexError",
                    "Dimension out of range (expected to be in range of [\(-max(rank, 1)), \(max(rank, 1) - 1)], but got \(axis))")
            }
            return error("AxisError", "axis \(axis) is out of bounds for array of dimension \(rank)")
        case .indexOutOfRange(let index, let size, let axis):
            if library == .torch {
                return error("IndexError", "index \(index) is out of bounds for dimension \(axis) with size \(size)")
            }
            return error("IndexError", "index \(index) is out of bounds for axis \(axis) with size \(size)")
        case .tooManyIndices(let count, let rank):
            if library == .torch {
                return error("IndexError", "too many indices for tensor of dimension \(rank)")
            }
            return error(
                "IndexError",
                "too many indices for array: array is \(rank)-dimensional, but \(count) were indexed")
        // Which of both the library finds depends on how it rounds.
        case .singular(_, toRounding: true): return unsupported("the inverse of a matrix that is singular to rounding")
        case .singular:
            return library == .torch
                ? error("RuntimeError", "linalg: The diagonal element is zero, the matrix is singular.")
                : error("LinAlgError", "Singular matrix")
        case .sizeOverflow: return .limit(.elements(budget.limits.elementsInTensor))
        default: return unsupported(failure.description)
        }
    }

    static func shapeText(_ shape: [Int]) -> String {
        shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map { String($0) }.joined(separator: ",") + ")"
    }

    static func listText(_ shape: [Int]) -> String { "[" + shape.map { String($0) }.joined(separator: ", ") + "]" }

    func tensors<T>(_ library: Library, _ body: () throws(TensorError) -> T) throws(Stop) -> T {
        do { return try body() } catch { throw exception(error, library) }
    }

    // MARK: Operators

    func arrayUnary(_ operation: PythonTree.UnaryOperator, _ array: ArrayObject) throws(Stop) -> Value {
        if let stale = array.stale { throw .missing(stale.reason) }
        switch operation {
        case .positive: return .array(array)
        case .invert:
            guard array.dtype == .bool else {
                guard !array.dtype.isFloat else { throw error("TypeError", "ufunc 'invert' not supported for the input types") }
                return try result(array.tensor.map(kind: .integer) { -$0 - 1 }, array.dtype, array.library, from: [array])
            }
            return try result(array.tensor.logicalNot(), .bool, array.library, from: [array])
        default:
            if array.dtype == .bool {
                throw error("TypeError", "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.")
            }
            return try result(-array.tensor, array.dtype, array.library, from: [array])
        }
    }

    /// Both operands as arrays, and the type of their result.
    func operands(_ a: Value, _ b: Value) throws(Stop) -> (ArrayObject, ArrayObject, DType, Library) {
        var library = Library.numpy
        for value in [a, b] { if case .array(let array) = value, array.library == .torch { library = .torch } }
        if library == .torch {
            for value in [a, b] {
                switch value {
                case .list, .tuple: throw error("TypeError", "unsupported operand type(s): 'Tensor' and '\(typeName(value))'")
                default: break
                }
            }
        }
        for value in [a, b] {
            if case .array(let array) = value, let stale = array.stale { throw .missing(stale.reason) }
            if case .string = value { throw error("TypeError", "unsupported operand type(s): '\(typeName(a))' and '\(typeName(b))'") }
            if case .none = value { throw error("TypeError", "unsupported operand type(s): '\(typeName(a))' and '\(typeName(b))'") }
        }
        let x = try toArray(a, library), y = try toArray(b, library)
        // Numbers of Python are weak, and in PyTorch tensors without axes.
        func isWeak(_ value: Value, _ array: ArrayObject, _ other: ArrayObject) -> Bool {
            switch value {
            case .array: library == .torch && array.tensor.isScalar && !other.tensor.isScalar
            case .truth, .int, .float: true
            default: false
            }
        }
        func category(_ type: DType) -> Int { type == .bool ? 0 : type.isFloat ? 2 : 1 }
        let weakX = isWeak(a, x, y), weakY = isWeak(b, y, x)
        let type: DType
        if weakX != weakY {
            let (strong, weak) = weakX ? (y, x) : (x, y)
            if category(strong.dtype) >= category(weak.dtype) {
                type = strong.dtype
            } else if category(weak.dtype) == 2 {
                type = library == .torch ? (weak.isScalar ? .float32 : (weak.dtype == .float64 && isNumber(weakX ? a : b) ? .float32 : weak.dtype)) : .float64
            } else {
                type = .int64
            }
        } else {
            type = DType.promoted(x.dtype, y.dtype, library)
        }
        return (x, y, type, library)
    }

    private func isNumber(_ value: Value) -> Bool { if case .array = value { false } else { true } }

    func arrayBinary(_ operation: PythonTree.BinaryOperator, _ a: Value, _ b: Value) throws(Stop) -> Value {
        let (x, y, type, library) = try operands(a, b)
        try spend(max(x.tensor.count, y.tensor.count) / 16)
        let sources = [x, y]
        switch operation {
        case .matrixMultiply: return try matmul(x, y, "matmul")
        case .add, .subtract, .multiply:
            let function: BinaryFunction = operation == .add ? .add : operation == .subtract ? .subtract : .multiply
            if operation == .subtract, type == .bool {
                throw error(
                    "TypeError",
                    "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.")
            }
            return try result(try tensors(library) { () throws(TensorError) in try Tensor.apply(function, x.tensor, y.tensor) }, type, library, from: sources)
        case .divide:
            let float = type.isFloat ? type : library == .torch ? .float32 : .float64
            return try result(try tensors(library) { () throws(TensorError) in try Tensor.apply(.divide, x.tensor.converted(to: .float), y.tensor.converted(to: .float)) }, float, library, from: sources)
        case .floorDivide, .modulo:
            if !type.isFloat, y.tensor.elements.contains(0) {
                if library == .torch { throw error("RuntimeError", "ZeroDivisionError") }
                throw unsupported("integer division by zero in arrays")
            }
            let function: BinaryFunction = operation == .modulo ? .remainder : .floorDivide
            return try result(try tensors(library) { () throws(TensorError) in try Tensor.apply(function, x.tensor, y.tensor) }, type, library, from: sources)
        case .power:
            if !type.isFloat, y.tensor.elements.contains(where: { $0 < 0 }) {
                if library == .torch { throw error("RuntimeError", "Integers to negative integer powers are not allowed.") }
                throw error("ValueError", "Integers to negative integer powers are not allowed.")
            }
            return try result(try tensors(library) { () throws(TensorError) in try Tensor.apply(.power, x.tensor, y.tensor) }, type == .bool ? .int64 : type, library, from: sources)
        case .bitAnd, .bitOr, .bitXor:
            guard type == .bool else {
                if type.isFloat { throw error("TypeError", "ufunc 'bitwise_\(operation == .bitAnd ? "and" : operation == .bitOr ? "or" : "xor")' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''") }
                return try bits(operation, x, y, type, library)
            }
            let function: BinaryFunction = operation == .bitAnd ? .logicalAnd : operation == .bitOr ? .logicalOr : .logicalXor
            return try result(try tensors(library) { () throws(TensorError) in try Tensor.apply(function, x.tensor, y.tensor) }, .bool, library, from: sources)
        case .leftShift, .rightShift:
            if type.isFloat { throw error("TypeError", "ufunc '\(operation == .leftShift ? "left" : "right")_shift' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''") }
            return try bits(operation, x, y, type == .bool ? .int64 : type, library)
        }
    }

    private func bits(
        _ operation: PythonTree.BinaryOperator, _ x: ArrayObject, _ y: ArrayObject, _ type: DType, _ library: Library
    ) throws(Stop) -> Value {
        let tensor = try tensors(library) { () throws(TensorError) in
            let shape = try Shape.broadcast(x.tensor.shape, y.tensor.shape)
            let p = try x.tensor.broadcast(to: shape).elements, q = try y.tensor.broadcast(to: shape).elements
            let result = zip(p, q).map { u, w -> Double in
                guard let a = Int(exactly: u), let b = Int(exactly: w) else { return .nan }
                switch operation {
                case .bitAnd: return Double(a & b)
                case .bitOr: return Double(a | b)
                case .bitXor: return Double(a ^ b)
                case .leftShift: return b >= 0 && b < 53 ? Double(a) * Double(1 << b) : .nan
                default: return b >= 0 ? Double(a >> min(b, 63)) : .nan
                }
            }
            return try Tensor(shape: shape, elements: result, kind: .integer)
        }
        return try self.result(tensor, type, library, from: [x, y])
    }

    func matmul(_ x: ArrayObject, _ y: ArrayObject, _ name: String) throws(Stop) -> Value {
        let library = x.library
        if library == .torch, x.dtype != y.dtype {
            throw error(
                "RuntimeError",
                "expected m1 and m2 to have the same dtype, but got: \(Self.torchName(x.dtype)) != \(Self.torchName(y.dtype))")
        }
        if name == "matmul", x.tensor.isScalar || y.tensor.isScalar {
            if library == .torch { throw error("RuntimeError", "both arguments to matmul need to be at least 1D, but they are \(x.tensor.rank)D and \(y.tensor.rank)D") }
            throw error("ValueError", "matmul: Input operand \(x.tensor.isScalar ? 0 : 1) does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)")
        }
        if let flops = try? Shape.matmulFlops(x.tensor.shape, y.tensor.shape) {
            do { try budget.allow(flops: flops) } catch { throw .limit(error) }
        }
        let type = DType.promoted(x.dtype, y.dtype, library)
        let tensor: Tensor
        do throws(TensorError) { tensor = try x.tensor.matmul(y.tensor) } catch {
            if case .shapeMismatch(let a, let b, _) = error { throw exception(.shapeMismatch(a, b, operation: name), library) }
            throw exception(error, library)
        }
        return try result(tensor, type, library, from: [x, y])
    }

    static func torchName(_ type: DType) -> String {
        switch type {
        case .bool: "bool"
        case .uint8: "unsigned char"
        case .int8: "signed char"
        case .int16: "short"
        case .int32: "int"
        case .int64: "long"
        case .float16: "c10::Half"
        case .float32: "float"
        case .float64: "double"
        }
    }

    func arrayCompare(_ operation: PythonTree.ComparisonOperator, _ a: Value, _ b: Value) throws(Stop) -> Value {
        let isEquality = operation == .equal || operation == .notEqual
        for value in [a, b] {
            switch value {
            case .none, .string, .dictionary, .instance, .type, .function, .dtype:
                if isEquality { throw unsupported("== between an array and \(typeName(value))") }
            default: break
            }
        }
        let (x, y, _, library) = try operands(a, b)
        let function: BinaryFunction =
            switch operation {
            case .equal: .equal
            case .notEqual: .notEqual
            case .less: .less
            case .lessEqual: .lessEqual
            case .greater: .greater
            default: .greaterEqual
            }
        let tensor: Tensor
        do throws(TensorError) { tensor = try Tensor.apply(function, x.tensor.detached, y.tensor.detached) } catch {
            throw exception(error, library)
        }
        return try result(tensor, .bool, library, from: [x, y])
    }

    func arrayAny(_ value: Value) throws(Stop) -> Value {
        guard case .array(let array) = value else { return value }
        return .truth(array.tensor.elements.contains { $0 != 0 })
    }

    func arrayInPlace(_ operation: PythonTree.BinaryOperator, _ array: ArrayObject, _ value: Value) throws(Stop) -> Value {
        guard case .array(let new) = try arrayBinary(operation, .array(array), value) else { return .array(array) }
        if array.looksIntoVariable, recordsGradients {
            throw error(
                "RuntimeError", "a view of a leaf Variable that requires grad is being used in an in-place operation.")
        }
        if array.requiresGradient, array.isLeaf, recordsGradients {
            throw error(
                "RuntimeError", "a leaf Variable that requires grad is being used in an in-place operation.")
        }
        if new.tensor.shape != array.tensor.shape {
            if array.library == .torch {
                throw error(
                    "RuntimeError",
                    "output with shape \(Self.listText(array.tensor.shape)) doesn't match the broadcast shape \(Self.listText(new.tensor.shape))")
            }
            throw error(
                "ValueError",
                "non-broadcastable output operand with shape \(Self.shapeText(array.tensor.shape)) doesn't match the broadcast shape \(Self.shapeText(new.tensor.shape))")
        }
        if new.dtype != array.dtype {
            let isLossy = new.dtype.isFloat && !array.dtype.isFloat || array.dtype == .bool
            if array.library == .torch {
                if isLossy {
                    throw error(
                        "RuntimeError",
                        "result type \(Self.torchTypeName(new.dtype)) can't be cast to the desired output type \(Self.torchTypeName(array.dtype))")
                }
            } else if isLossy {
                let names: [PythonTree.BinaryOperator: String] = [
                    .add: "add", .subtract: "subtract", .multiply: "multiply", .divide: "divide", .power: "power",
                    .floorDivide: "floor_divide", .modulo: "remainder",
                ]
                throw error(
                    "UFuncTypeError",
                    "Cannot cast ufunc '\(names[operation] ?? "?")' output from dtype('\(new.dtype.name)') to dtype('\(array.dtype.name)') with casting rule 'same_kind'")
            }
        }
        write(new, into: array)
        return .array(array)
    }

    static func torchTypeName(_ type: DType) -> String {
        switch type {
        case .float32: "Float"
        case .float64: "Double"
        case .int64: "Long"
        case .int32: "Int"
        case .bool: "Bool"
        default: type.name
        }
    }

    /// Gives `array` the elements of `new`.
    func write(_ new: ArrayObject, into array: ArrayObject) {
        let converted = convert(new.tensor, to: array.dtype)
        let value = array.dtype == .float32 && !new.requiresGradient ? converted.map { Double(Float($0)) } : converted
        array.isRandom = array.isRandom || new.isRandom
        if array.requiresGradient && array.isLeaf {
            // A step of an optimiser: the same variable with another value.
            array.tensor = arena.recording.track(value.detached, array)
            return
        }
        if new.requiresGradient, recordsGradients {
            array.requiresGradient = true
            array.isLeaf = false
        }
        array.tensor = array.requiresGradient ? value : value.detached
    }

    /// What `step` makes of `x`, looking into its memory.
    func viewing(
        _ x: ArrayObject, _ library: Library? = nil, _ step: @escaping (Tensor) throws(TensorError) -> Tensor
    ) throws(Stop) -> Value {
        if let stale = x.stale { throw .missing(stale.reason) }
        let tensor = try tensors(x.library) { () throws(TensorError) in try step(x.tensor) }
        let isTracked = x.requiresGradient && recordsGradients && (library ?? x.library) == .torch
        let view = ArrayObject(isTracked ? tensor : tensor.detached, x.dtype, library ?? x.library, arena)
        view.isRandom = x.isRandom
        if isTracked {
            view.requiresGradient = true
            view.isLeaf = false
            view.look(into: x, ViewStep(step))
        } else {
            view.look(into: x, ViewStep { (t) throws(TensorError) in try step(t).detached })
        }
        return .array(view)
    }
}
