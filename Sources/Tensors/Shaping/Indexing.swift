/// One part of an index such as `x[1, :, ::-1, mask]`, with Python's meaning.
public enum Index: Sendable {
    case at(Int)
    /// `start:stop:step`; what is nil runs to the end in that direction.
    case range(start: Int? = nil, stop: Int? = nil, step: Int = 1)
    case newAxis
    /// As many full ranges as the rank needs.
    case ellipsis
    /// Integers pick, booleans mask; several broadcast together, as in NumPy.
    case tensor(Tensor)

    public static let all = Index.range()
}

extension Tensor {
    /// NumPy's indexing, basic and advanced.
    ///
    /// Errors: `tooManyIndices`, `indexOutOfRange`, `shapeMismatch` for a mask of another shape or integer arrays that
    /// do not broadcast, `invalidArgument` for a step of 0.
    public func indexed(_ indices: [Index]) throws(TensorError) -> Tensor {
        let plan = try IndexPlan(indices, shape: shape)
        guard let positions = plan.positions else { return viewed(through: plan.view) }
        return picked(positions, shape: plan.shape)
    }

    /// The tensor with the indexed part replaced: `x[indices] = values` as a value. Where a position is named twice the
    /// last one counts.
    public func replacing(_ indices: [Index], with values: Tensor) throws(TensorError) -> Tensor {
        let plan = try IndexPlan(indices, shape: shape)
        let target = plan.shape
        var values = values
        // NumPy lets leading axes of size 1 of the value drop.
        while values.rank > target.count, values.shape.first == 1 {
            values = values.reshaped(unchecked: Array(values.shape.dropFirst()))
        }
        values = try values.broadcast(to: target)
        let positions = plan.positions ?? plan.view.positions
        guard tracking != nil || values.tracking != nil else {
            var elements = self.elements
            values.withElements { for (i, position) in positions.enumerated() { elements[position] = $0[i] } }
            let kept = kind == .float ? ElementKind.float : max(kind, values.kind)
            return Tensor(shape: shape, unchecked: elements, kind: kept)
        }
        var last = [Int](repeating: -1, count: count)
        for (i, position) in positions.enumerated() { last[position] = i }
        let written = last.indices.filter { last[$0] >= 0 }
        let placed = try values.flattened().picked(written.map { last[$0] }, shape: [written.count])
            .scattered(written, shape: shape)
        return try .select(Tensor(shape: shape, unchecked: last.map { $0 >= 0 ? 1 : 0 }, kind: .boolean), placed, self)
    }

    /// `start:stop:step` along one axis.
    public func slice(
        axis: Int, start: Int? = nil, stop: Int? = nil, step: Int = 1
    ) throws(TensorError) -> Tensor {
        let place = try Shape.normalized(axis: axis, rank: rank, operation: "slice")
        var indices = [Index](repeating: .all, count: rank)
        indices[place] = .range(start: start, stop: stop, step: step)
        return try indexed(indices)
    }

    /// The part at one index of the first axis (or another), with that axis removed.
    public func row(_ index: Int, axis: Int = 0) throws(TensorError) -> Tensor {
        let place = try Shape.normalized(axis: axis, rank: rank, operation: "index")
        return try indexed([Index](repeating: .all, count: place) + [.at(index)])
    }

    /// The parts at `indices` along an axis: shape is that of `indices` in place of the axis.
    public func taking(_ indices: Tensor, axis: Int = 0) throws(TensorError) -> Tensor {
        let place = try Shape.normalized(axis: axis, rank: rank, operation: "take")
        return try indexed([Index](repeating: .all, count: place) + [.tensor(indices.converted(to: .integer))])
    }

    /// For each place of `indices` the element of this tensor there, with its index along `axis` taken from `indices`:
    /// PyTorch's `gather`, NumPy's `take_along_axis`.
    public func gathering(_ indices: Tensor, axis: Int) throws(TensorError) -> Tensor {
        let place = try Shape.normalized(axis: axis, rank: rank, operation: "gather")
        guard indices.rank == rank,
            shape.indices.allSatisfy({ $0 == place || indices.shape[$0] <= shape[$0] })
        else { throw .shapeMismatch(shape, indices.shape, operation: "gather") }
        let strides = Shape.strides(shape)
        let view = StridedView(offset: 0, shape: indices.shape, strides: strides.enumerated().map { $0 == place ? 0 : $1 })
        var positions = view.positions
        for (i, index) in try indices.integers(for: "gather").enumerated() {
            guard index >= -shape[place] && index < shape[place] else {
                throw .indexOutOfRange(index: index, size: shape[place], axis: place)
            }
            positions[i] += (index < 0 ? index + shape[place] : index) * strides[place]
        }
        return picked(positions, shape: indices.shape)
    }

    /// Indices of the elements that are not 0, one integer vector for each axis.
    public func nonzero() -> [Tensor] {
        var columns = [[Int]](repeating: [], count: rank)
        let strides = Shape.strides(shape)
        withElements { elements in
            for (i, value) in elements.enumerated() where value != 0 {
                for axis in columns.indices { columns[axis].append(i / strides[axis] % shape[axis]) }
            }
        }
        return columns.map { Tensor(integers: $0) }
    }
}

extension StridedView {
    /// The positions that it reads, in order.
    var positions: [Int] {
        let size = count
        var result: [Int] = []
        result.reserveCapacity(size)
        var odometer = Odometer(self, self)
        for _ in 0..<size {
            result.append(odometer.first)
            odometer.advance()
        }
        return result
    }
}

/// What an index selects: a strided view, or with arrays in it a list of positions.
private struct IndexPlan {
    var view: StridedView
    var positions: [Int]?
    var shape: [Int]

    init(_ indices: [Index], shape source: [Int]) throws(TensorError) {
        let strides = Shape.strides(source)
        let parts = try IndexPlan.expanded(indices, rank: source.count)
        view = StridedView(offset: 0, shape: [], strides: [])
        var arrays: [(indices: Tensor, axis: Int)] = []
        // Where among the view's axes the arrays' axes go: in place of the first if they are adjacent, else in front.
        var place: Int?
        var isAdjacent = true
        var previousWasArray = false
        let hasArray = parts.contains { if case .tensor = $0 { true } else { false } }
        var axis = 0
        for part in parts {
            var isArray = false
            switch part {
            case .newAxis:
                view.shape.append(1)
                view.strides.append(0)
            case .range(let start, let stop, let step):
                let run = try IndexPlan.run(start, stop, step, size: source[axis])
                if run.count > 0 { view.offset += run.first * strides[axis] }
                view.shape.append(run.count)
                view.strides.append(run.count > 1 ? strides[axis] * step : 0)
                axis += 1
            case .at(let index):
                // With arrays beside it a number counts as an array of rank 0.
                if hasArray {
                    arrays.append((Tensor(index), axis))
                    isArray = true
                } else {
                    view.offset += try IndexPlan.front(index, size: source[axis], axis: axis) * strides[axis]
                }
                axis += 1
            case .tensor(let indices):
                isArray = true
                if indices.kind == .boolean {
                    let covered = Array(source[axis..<min(axis + indices.rank, source.count)])
                    guard covered == indices.shape else {
                        throw .shapeMismatch(covered, indices.shape, operation: "boolean index")
                    }
                    if indices.rank == 0 {
                        throw .invalidArgument("a single truth value cannot be an index", operation: "index")
                    }
                    for column in indices.nonzero() {
                        arrays.append((column, axis))
                        axis += 1
                    }
                } else {
                    arrays.append((indices, axis))
                    axis += 1
                }
            case .ellipsis: break
            }
            if isArray {
                if place == nil { place = view.shape.count } else if !previousWasArray { isAdjacent = false }
            }
            previousWasArray = isArray
        }
        if arrays.isEmpty {
            shape = view.shape
            _ = try Shape.count(shape)
            return
        }
        var common: [Int] = []
        for array in arrays { common = try Shape.broadcast(common, array.indices.shape, operation: "index") }
        var offsets = [Int](repeating: 0, count: try Shape.count(common))
        for (indices, axis) in arrays {
            let values = try indices.broadcast(to: common).integers()
            for (i, index) in values.enumerated() {
                offsets[i] += try IndexPlan.front(index, size: source[axis], axis: axis) * strides[axis]
            }
        }
        let lead = isAdjacent ? place ?? 0 : 0
        shape = Array(view.shape[..<lead]) + common + Array(view.shape[lead...])
        var positions: [Int] = []
        positions.reserveCapacity(try Shape.count(shape))
        let outer = StridedView(
            offset: view.offset, shape: Array(view.shape[..<lead]), strides: Array(view.strides[..<lead])).positions
        let inner = StridedView(
            offset: 0, shape: Array(view.shape[lead...]), strides: Array(view.strides[lead...])).positions
        for a in outer { for b in offsets { for c in inner { positions.append(a + b + c) } } }
        self.positions = positions
    }

    /// The index with its ellipsis, or the end, filled with full ranges.
    private static func expanded(_ indices: [Index], rank: Int) throws(TensorError) -> [Index] {
        var used = 0
        var ellipses = 0
        for index in indices {
            switch index {
            case .newAxis: break
            case .ellipsis: ellipses += 1
            case .tensor(let tensor) where tensor.kind == .boolean: used += tensor.rank
            default: used += 1
            }
        }
        guard used <= rank else { throw .tooManyIndices(count: used, rank: rank) }
        guard ellipses <= 1 else { throw .invalidArgument("more than one ellipsis", operation: "index") }
        let fill = [Index](repeating: .all, count: rank - used)
        guard ellipses == 1 else { return indices + fill }
        var result: [Index] = []
        for index in indices { if case .ellipsis = index { result += fill } else { result.append(index) } }
        return result
    }

    private static func front(_ index: Int, size: Int, axis: Int) throws(TensorError) -> Int {
        guard index >= -size && index < size else { throw .indexOutOfRange(index: index, size: size, axis: axis) }
        return index < 0 ? index + size : index
    }

    /// Python's `slice.indices`.
    private static func run(
        _ start: Int?, _ stop: Int?, _ step: Int, size: Int
    ) throws(TensorError) -> (first: Int, count: Int) {
        guard step != 0, step != .min else { throw .invalidArgument("step \(step)", operation: "slice") }
        let low = step > 0 ? 0 : -1, high = step > 0 ? size : size - 1
        func bound(_ value: Int?, default fallback: Int) -> Int {
            guard let value else { return fallback }
            let front = value < 0 ? value &+ size : value
            return min(max(value < 0 && front > size ? low : front, low), high)
        }
        let first = bound(start, default: step > 0 ? low : high)
        let last = bound(stop, default: step > 0 ? high : low)
        let span = step > 0 ? last - first : first - last
        return (first, span <= 0 ? 0 : (span - 1) / Int(step.magnitude) + 1)
    }
}
