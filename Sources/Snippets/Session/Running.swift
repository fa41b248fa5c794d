import Source
import Tensors

extension Interpreter {
    func begin(_ unit: CodeUnit, _ budget: Budget) {
        self.budget = budget
        arena.limit = budget.limits.elementsAlive
        running = unit
        sites = []
        output = []
        failedSides = nil
        handled = []
        printing = []
        recordsGradients = true
        gradientModes = []
    }

    func end() {
        running = nil
        sites = []
        budget = Budget(budget.limits)
    }

    /// Exceptions that do not hang on values.
    func isCertain(_ exception: String) -> Bool {
        ["TypeError", "AttributeError", "NameError", "UnboundLocalError"].contains(exception)
    }

    /// After a statement that did not end: what it binds is unknown, and so is everything that it could have changed.
    func forget(_ statement: PythonTree.ID, _ unit: CodeUnit, _ reason: Reason) {
        let unknown = MissingObject(reason)
        // It may have drawn random numbers.
        pythonStream = nil
        numpyStream = nil
        torchStream = nil
        var seen: Set<ObjectIdentifier> = []
        var bound: Set<PythonTree.NameID> = []
        var mentioned: Set<PythonTree.NameID> = []
        TreeWalk.names(statement, unit.tree, bound: &bound, mentioned: &mentioned)
        var pending = mentioned.union(bound).map { unit.globals[Int($0)] }
        var visited: Set<Int> = []
        while let number = pending.popLast() {
            guard visited.insert(number).inserted, let value = globals[number] else { continue }
            // A function of the note may change what its body names.
            if case .function(let function) = value {
                var inner: Set<PythonTree.NameID> = [], used: Set<PythonTree.NameID> = []
                for id in function.unit.tree[function.unit.tree.functions[function.index].body] {
                    TreeWalk.names(id, function.unit.tree, bound: &inner, mentioned: &used)
                }
                pending += inner.union(used).map { function.unit.globals[Int($0)] }
            }
            taint(value, unknown, &seen)
        }
        for name in bound where TreeWalk.bindsGlobally(name, statement, unit.tree) {
            globals[unit.globals[Int(name)]] = .missing(unknown)
        }
    }

    private func taint(_ value: Value, _ unknown: MissingObject, _ seen: inout Set<ObjectIdentifier>) {
        var pending = [value]
        while let next = pending.popLast() {
            let object: HeapObject
            switch next {
            case .list(let list):
                object = list
                if !seen.contains(ObjectIdentifier(list)) { pending += list.items }
            case .tuple(let tuple):
                if seen.insert(ObjectIdentifier(tuple)).inserted { pending += tuple.items }
                continue
            case .dictionary(let dictionary):
                object = dictionary
                if !seen.contains(ObjectIdentifier(dictionary)) { pending += dictionary.live.map(\.value) }
            case .set(let set): object = set
            case .array(let array): object = array
            case .instance(let instance):
                object = instance
                if !seen.contains(ObjectIdentifier(instance)) { pending += instance.attributes.values }
            default: continue
            }
            if seen.insert(ObjectIdentifier(object)).inserted { object.stale = unknown }
        }
    }

    // MARK: Values for others

    func describe(_ value: Value) -> SnippetValue? {
        guard let text = try? repr(value) else { return nil }
        return SnippetValue(text: text, type: typeName(value), tensor: numeric(value)?.detached)
    }

    /// Numbers, truth values, arrays and rectangular lists.
    func numeric(_ value: Value) -> Tensor? {
        switch value {
        case .truth(let truth): return Tensor(truth)
        case .int(let number): return number.magnitude <= 1 << 53 ? Tensor(number) : nil
        case .float(let number): return Tensor(number)
        case .array(let array):
            if array.isRandom { randomEscaped = true }
            return array.stale == nil ? array.tensor : nil
        case .list, .tuple: return (try? toArray(value, .numpy))?.tensor
        default: return nil
        }
    }

    /// A sample for a function: a number of Python, or an array of `library` in double precision.
    func argument(_ tensor: Tensor, _ library: Library) throws(Stop) -> Value {
        if library == .numpy, let number = tensor.scalar {
            switch tensor.kind {
            case .boolean: return .truth(number != 0)
            case .integer: return .int(Int(exactly: number) ?? 0)
            case .float: return .float(number)
            }
        }
        let type: DType = tensor.kind == .float ? .float64 : tensor.kind == .integer ? .int64 : .bool
        return .array(try make(tensor.detached, type, library))
    }
}

/// Which library the body of a function speaks to.
enum LibraryUse {
    static func of(_ statement: PythonTree.ID, _ unit: CodeUnit) -> Library {
        var bound: Set<PythonTree.NameID> = [], mentioned: Set<PythonTree.NameID> = []
        TreeWalk.names(statement, unit.tree, bound: &bound, mentioned: &mentioned)
        let words = Set(mentioned.map { unit.tree.name($0) })
        if !words.isDisjoint(with: ["np", "numpy"]) { return .numpy }
        return words.isDisjoint(with: ["torch", "F", "nn"]) ? .numpy : .torch
    }
}
