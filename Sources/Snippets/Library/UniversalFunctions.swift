import Source
import Tensors

/// What NumPy's elementwise functions can do besides being called: `np.add.at`, `np.maximum.reduce`.
extension Interpreter {
    private static let reductions: [String: String] = [
        "add": "sum", "multiply": "prod", "maximum": "max", "minimum": "min", "logical_and": "all", "logical_or": "any",
    ]
    private static let accumulations: [String: String] = ["add": "cumsum", "multiply": "cumprod"]

    func nativeAttribute(_ native: NativeFunction, _ name: String) throws(Stop) -> Value? {
        guard native.name.hasPrefix("numpy."), let word = native.name.split(separator: ".").last.map(String.init),
            LibraryTables.operators[word] != nil || LibraryTables.pairs[word] != nil || LibraryTables.comparisons[word] != nil
        else { return nil }
        func method(_ run: @escaping (Interpreter, Arguments) throws(Stop) -> Value) -> Value { .native(NativeFunction(name, run)) }
        switch name {
        case "reduce":
            guard let function = Self.reductions[word] else { return nil }
            return method { (i, a) throws(Stop) in
                var given = a
                // Along the first axis, where the function of that name takes all.
                if given.positional.count < 2, given["axis"] == nil { given.named.append(("axis", .int(0))) }
                return try LibraryTables.function(function, .numpy)?(i, .numpy, given) ?? .none
            }
        case "accumulate":
            if let function = Self.accumulations[word] {
                return method { (i, a) throws(Stop) in
                    var given = a
                    if given.positional.count < 2, given["axis"] == nil { given.named.append(("axis", .int(0))) }
                    return try LibraryTables.function(function, .numpy)?(i, .numpy, given) ?? .none
                }
            }
            guard let function = LibraryTables.pairs[word], function == .maximum || function == .minimum else { return nil }
            return method { (i, a) throws(Stop) in
                let x = try i.toArray(a.required(a.positional.first, "array", of: "accumulate", i), .numpy)
                guard x.tensor.rank == 1 else { throw i.unsupported("accumulate over several axes") }
                var best: Double?
                let values = x.tensor.elements.map { value in
                    best = best.map { function == .maximum ? max($0, value) : min($0, value) } ?? value
                    return best ?? value
                }
                return .array(try i.make(Tensor(values, kind: x.tensor.kind), x.dtype, .numpy, from: [x]))
            }
        case "outer":
            return method { (i, a) throws(Stop) in
                guard a.positional.count == 2, let body = LibraryTables.function(word, .numpy) else { throw i.unsupported("outer") }
                let x = try i.toArray(a.positional[0], .numpy), y = try i.toArray(a.positional[1], .numpy)
                let wide = try i.tensors(.numpy) { () throws(TensorError) in
                    try x.tensor.reshaped(x.tensor.shape + Array(repeating: 1, count: y.tensor.rank))
                }
                return try body(i, .numpy, Arguments([.array(i.make(wide, x.dtype, .numpy, from: [x])), .array(y)]))
            }
        case "at":
            guard let operation = LibraryTables.operators[word] else { return nil }
            return method { (i, a) throws(Stop) in
                guard a.positional.count >= 2, case .array(let target) = a.positional[0] else { throw i.unsupported("ufunc.at") }
                let index = a.positional[1]
                let amount = a.positional.count > 2 ? try i.toArray(a.positional[2], .numpy) : nil
                // One after another, so that a place named twice counts twice.
                let places: [Value]
                switch index {
                case .tuple(let parts):
                    var columns: [[Value]] = []
                    for part in parts.items { columns.append(try i.items(part)) }
                    guard let count = columns.first?.count, columns.allSatisfy({ $0.count == count }) else { throw i.unsupported("this index of ufunc.at") }
                    places = (0..<count).map { row in i.tuple(columns.map { $0[row] }) }
                case .int: places = [index]
                default: places = try i.items(index)
                }
                for (row, place) in places.enumerated() {
                    try i.spend(4)
                    let old = try i.item(a.positional[0], place)
                    let step: Value
                    if let amount {
                        step = amount.tensor.rank > 0 && amount.tensor.shape[0] == places.count ? try i.item(.array(amount), .int(row)) : .array(amount)
                    } else {
                        step = .none
                    }
                    try i.setArrayItem(target, place, i.binary(operation, old, step))
                }
                return .none
            }
        default: return nil
        }
    }
}
