import Tensors

/// Memory that several arrays look into: the array that owns it and its views.
final class SharedMemory {
    fileprivate(set) var base: Tensor
    /// Counts the writes, so that a view knows when it is behind.
    fileprivate(set) var version = 0
    /// Set once what was written depends on a variable.
    fileprivate(set) var isTracked = false

    init(_ base: Tensor) { self.base = base }
}

/// How a view is made from what it looks into.
struct ViewStep {
    private let run: (Tensor) throws(TensorError) -> Tensor
    init(_ run: @escaping (Tensor) throws(TensorError) -> Tensor) { self.run = run }
    func callAsFunction(_ tensor: Tensor) throws(TensorError) -> Tensor { try run(tensor) }
}

/// An array of NumPy or a tensor of PyTorch.
///
/// A view keeps the steps that lead from the owner's memory to its elements. It is read again after a write to that
/// memory, and writes through the positions that the steps give.
final class ArrayObject: HeapObject {
    private var own: Tensor
    private var memory: SharedMemory?
    /// Empty for the owner.
    private var path: [ViewStep] = []
    private var seen = 0
    private var positions: [Int]?
    var dtype: DType
    let library: Library
    /// A NumPy scalar (`np.float64(1.0)`), which behaves as a number.
    let isScalar: Bool
    var isRandom = false
    /// Of PyTorch: a variable, or computed from one.
    var requiresGradient = false
    var isLeaf = true
    /// `torch.nn.Parameter`.
    var isParameter = false
    var gradient: ArrayObject?
    /// Which operation made it: `Add0` for `AddBackward0`.
    var gradientName: String?
    /// A view of a variable that keeps track of gradients.
    private(set) var looksIntoVariable = false
    /// Set by `backward`, which frees what it went through.
    var isConsumed = false

    init(_ tensor: Tensor, _ dtype: DType, _ library: Library, isScalar: Bool = false, _ arena: Arena) {
        own = tensor
        self.dtype = dtype
        self.library = library
        self.isScalar = isScalar
        super.init(arena)
    }

    var tensor: Tensor {
        get {
            guard let memory, memory.version != seen else { return own }
            refresh(memory)
            return own
        }
        set {
            own = newValue
            guard let memory else { return }
            if path.isEmpty {
                memory.base = newValue
            } else {
                scatter(newValue, memory)
            }
            memory.isTracked = memory.isTracked || requiresGradient && !isLeaf
            memory.version += 1
            seen = memory.version
        }
    }

    private func refresh(_ memory: SharedMemory) {
        var value = memory.base
        for step in path {
            guard let next = try? step(value) else { return }
            value = next
        }
        seen = memory.version
        if requiresGradient, isLeaf {
            own = arena.recording.track(value.detached, self)
            if path.isEmpty { memory.base = own }
            return
        }
        own = value
        if memory.isTracked, !requiresGradient, library == .torch, dtype.isFloat {
            requiresGradient = true
            isLeaf = false
        }
    }

    /// Where the elements of the view lie in the owner's.
    private func places(_ memory: SharedMemory) -> [Int] {
        if let positions { return positions }
        guard var map = try? Tensor.arange(memory.base.count).reshaped(memory.base.shape) else { return [] }
        for step in path {
            guard let next = try? step(map) else { return [] }
            map = next
        }
        let found = map.elements.map { Int($0) }
        positions = found
        return found
    }

    private func scatter(_ value: Tensor, _ memory: SharedMemory) {
        let places = places(memory)
        guard places.count == value.count else { return }
        if requiresGradient && !isLeaf || memory.isTracked {
            let flat = memory.base.flattened()
            if let written = try? flat.replacing([.tensor(Tensor(integers: places))], with: value.flattened()),
                let whole = try? written.reshaped(memory.base.shape)
            {
                memory.base = whole
            }
            return
        }
        var elements = memory.base.elements
        for (place, element) in zip(places, value.elements) where place < elements.count { elements[place] = element }
        if let whole = try? Tensor(shape: memory.base.shape, elements: elements, kind: memory.base.kind) { memory.base = whole }
    }

    /// Replaces one element of an array that no variable depends on.
    func replaceElement(at position: Int, by value: Double) {
        _ = tensor
        guard let memory else {
            own.replaceElement(at: position, by: value)
            return
        }
        if path.isEmpty {
            own = Tensor(0.0)
            memory.base.replaceElement(at: position, by: value)
            own = memory.base
        } else {
            let places = places(memory)
            guard position < places.count else { return }
            own.replaceElement(at: position, by: value)
            memory.base.replaceElement(at: places[position], by: value)
        }
        memory.version += 1
        seen = memory.version
    }

    /// Makes this array, just computed by `step` from `source`, look into its memory.
    func look(into source: ArrayObject, _ step: ViewStep) {
        _ = source.tensor
        let shared = source.memory ?? SharedMemory(source.own)
        if source.memory == nil {
            source.memory = shared
            shared.isTracked = source.requiresGradient && !source.isLeaf
        }
        memory = shared
        path = source.path + [step]
        seen = shared.version
        looksIntoVariable = requiresGradient && (source.isLeaf && source.requiresGradient || source.looksIntoVariable)
    }

    var isView: Bool { !path.isEmpty }

    /// Whether the elements lie one after another in memory.
    var isContiguous: Bool {
        guard let memory, isView, own.count > 1 else { return true }
        let places = places(memory)
        for i in places.indices.dropFirst() where places[i] != places[i - 1] + 1 { return false }
        return true
    }

    var typeName: String {
        switch library {
        case .numpy: isScalar ? (dtype == .bool ? "bool" : dtype.name) : "ndarray"
        case .torch: isParameter ? "Parameter" : "Tensor"
        }
    }

    override func takeContents() -> [Value] {
        gradient = nil
        memory = nil
        path = []
        return []
    }
}

/// The tape of a session, and which variable every leaf on it stands for.
final class Recording {
    private(set) var tape = Tape()
    private var tracks: [(array: WeakArray, tensor: Tensor)] = []
    private var recorded = 0

    private struct WeakArray { weak var array: ArrayObject? }

    func track(_ tensor: Tensor, _ array: ArrayObject) -> Tensor {
        let tracked = tape.track(tensor)
        // Of each variable the last two values: a result computed before a step of an optimiser may still be asked.
        var kept: [(array: WeakArray, tensor: Tensor)] = []
        var older = 0
        for entry in tracks.reversed() {
            guard let other = entry.array.array else { continue }
            if other === array {
                older += 1
                if older > 1 { continue }
            }
            kept.append(entry)
        }
        tracks = kept.reversed()
        tracks.append((WeakArray(array: array), tracked))
        return tracked
    }

    /// The variables that are alive, each with the values that it had.
    var variables: [(array: ArrayObject, tensor: Tensor)] {
        tracks.compactMap { entry in entry.array.array.map { ($0, entry.tensor) } }
    }

    /// After a `backward` the graph is not needed any more: a long one is dropped.
    func release(limit: Int) {
        guard tape.count > limit else { return }
        let alive = variables
        tape = Tape()
        tracks = []
        var seen: Set<ObjectIdentifier> = []
        for (array, _) in alive where array.requiresGradient && array.isLeaf && seen.insert(ObjectIdentifier(array)).inserted {
            array.tensor = track(array.tensor.detached, array)
        }
    }
}
