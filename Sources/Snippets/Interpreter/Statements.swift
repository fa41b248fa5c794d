import Source
import Tensors

extension Interpreter {
    func execute(_ body: PythonTree.List, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) -> Flow {
        for id in unit.tree[body] {
            let flow = try execute(id, unit, frame)
            if case .next = flow { continue }
            return flow
        }
        return .next
    }

    func execute(_ id: ID, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) -> Flow {
        try spend()
        try descend()
        defer { ascend() }
        switch unit.tree[id].kind {
        case .expression(let value): _ = try evaluate(value, unit, frame)
        case .assign(let targets, let value):
            let result = try evaluate(value, unit, frame)
            for target in unit.tree[targets] { try assign(target, result, unit, frame) }
        case .augmented(let operation, let target, let value):
            try augmented(id, operation, target, value, unit, frame)
        case .annotated(let target, _, let value):
            if let value { try assign(target, try evaluate(value, unit, frame), unit, frame) }
        case .returns(let value):
            guard let value else { return .returns(.none) }
            return .returns(try evaluate(value, unit, frame))
        case .delete(let targets): for target in unit.tree[targets] { try delete(target, unit, frame) }
        case .pass, .global, .nonlocal: break
        case .break: return .breaks
        case .continue: return .continues
        case .conditionalStatement(let test, let body, let otherwise):
            return try execute(holds(test, unit, frame) ? body : otherwise, unit, frame)
        case .whileLoop(let test, let body, let otherwise):
            while try holds(test, unit, frame) {
                switch try execute(body, unit, frame) {
                case .breaks: return .next
                case .returns(let value): return .returns(value)
                case .next, .continues: break
                }
            }
            return try execute(otherwise, unit, frame)
        case .forLoop(let target, let iterable, let body, let otherwise):
            if unit.tree.isAsync(id) { throw unsupported("async for") }
            return try forLoop(target, iterable, body, otherwise, unit, frame)
        case .with(let items, let body):
            if unit.tree.isAsync(id) { throw unsupported("async with") }
            return try with(Array(unit.tree[items]), body, unit, frame)
        case .function(let index): try define(id, Int(index), unit, frame)
        case .classDefinition(let index): try defineClass(id, Int(index), unit, frame)
        case .tryStatement(let body, let handlers, let otherwise, let finally):
            return try tryStatement(body, handlers, otherwise, finally, unit, frame)
        case .raise(let value, let cause):
            if let cause { _ = try evaluate(cause, unit, frame) }
            try raise(id, value, unit, frame)
        case .assert(let test, let message): try assertion(id, test, message, unit, frame)
        case .importModules(let aliases): try importModules(aliases, unit, frame)
        case .importFrom(let module, let level, let aliases):
            try importFrom(module.map { unit.tree.name($0) } ?? "", level, aliases, unit, frame)
        case .match: if let body = try matchedCase(id, unit, frame) { return try execute(body, unit, frame) }
        default: throw unsupported("this statement")
        }
        return .next
    }

    private func holds(_ test: ID, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) -> Bool {
        let value = try evaluate(test, unit, frame)
        do { return try truth(value) } catch { throw located(error, unit, test) }
    }

    // MARK: Binding

    func bind(_ id: ID, _ name: PythonTree.NameID, _ value: Value?, _ unit: CodeUnit, _ frame: Frame?) {
        switch unit.places[Int(id)] {
        case .slot(let depth, let slot):
            var at = frame
            for _ in 0..<depth { at = at?.parent }
            if let at, Int(slot) < at.slots.count { at.slots[Int(slot)] = value }
        case .classSlot(let slot):
            if let frame, Int(slot) < frame.slots.count { frame.slots[Int(slot)] = value }
        case .global: globals[unit.globals[Int(name)]] = value
        }
    }

    func assign(_ target: ID, _ value: Value, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) {
        switch unit.tree[target].kind {
        case .name(let name): bind(target, name, value, unit, frame)
        case .tuple(let items), .list(let items):
            do { try unpack(Array(unit.tree[items]), value, unit, frame) } catch { throw located(error, unit, target) }
        case .attribute(let base, let name):
            let object = try evaluate(base, unit, frame)
            do { try setAttribute(object, unit.tree.name(name), value) } catch { throw located(error, unit, target) }
        case .subscripted(let base, let index):
            let object = try evaluate(base, unit, frame)
            let key = try evaluate(index, unit, frame)
            do { try setItem(object, key, value) } catch { throw located(error, unit, target) }
        case .starred(let inner): try assign(inner, value, unit, frame)
        default: throw unsupported("this target")
        }
    }

    private func unpack(_ targets: [ID], _ value: Value, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) {
        let star = targets.firstIndex { if case .starred = unit.tree[$0].kind { true } else { false } }
        var items: [Value] = []
        let wanted = targets.count
        if case .instance(let instance) = value, instance.kind === classes.inert, instance.attributes["rows"] == nil {
            for target in targets { try assign(target, value, unit, frame) }
            return
        }
        do {
            try iterate(value) { (item) throws(Stop) in
                items.append(item)
                return star != nil || items.count <= wanted
            }
        } catch {
            if case .raised(let exception) = error, exception.kind.name == "TypeError", items.isEmpty {
                throw self.error("TypeError", "cannot unpack non-iterable \(typeName(value)) object")
            }
            throw error
        }
        if let star {
            let fixed = wanted - 1
            guard items.count >= fixed else {
                throw error(
                    "ValueError", "not enough values to unpack (expected at least \(fixed), got \(items.count))")
            }
            let tail = wanted - star - 1
            for i in 0..<star { try assign(targets[i], items[i], unit, frame) }
            try assign(targets[star], try list(Array(items[star..<(items.count - tail)])), unit, frame)
            for i in 0..<tail { try assign(targets[star + 1 + i], items[items.count - tail + i], unit, frame) }
            return
        }
        if items.count > wanted { throw error("ValueError", "too many values to unpack (expected \(wanted))") }
        if items.count < wanted {
            throw error("ValueError", "not enough values to unpack (expected \(wanted), got \(items.count))")
        }
        for (target, item) in zip(targets, items) { try assign(target, item, unit, frame) }
    }

    private func augmented(
        _ id: ID, _ operation: PythonTree.BinaryOperator, _ target: ID, _ value: ID, _ unit: CodeUnit, _ frame: Frame?
    ) throws(Stop) {
        switch unit.tree[target].kind {
        case .name(let name):
            let old = try evaluate(target, unit, frame)
            let right = try evaluate(value, unit, frame)
            do { bind(target, name, try inPlace(operation, old, right), unit, frame) } catch {
                throw located(error, unit, id)
            }
        case .attribute(let base, let name):
            let object = try evaluate(base, unit, frame)
            let word = unit.tree.name(name)
            do {
                let old = try fresh(attribute(object, word))
                let right = try evaluate(value, unit, frame)
                try setAttribute(object, word, try inPlace(operation, old, right))
            } catch { throw located(error, unit, id) }
        case .subscripted(let base, let index):
            let object = try evaluate(base, unit, frame)
            let key = try evaluate(index, unit, frame)
            do {
                let old = try item(object, key)
                let right = try evaluate(value, unit, frame)
                try setItem(object, key, try inPlace(operation, old, right))
            } catch { throw located(error, unit, id) }
        default: throw unsupported("this target")
        }
    }

    private func delete(_ target: ID, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) {
        switch unit.tree[target].kind {
        case .name(let name):
            _ = try evaluate(target, unit, frame)
            bind(target, name, nil, unit, frame)
        case .tuple(let items), .list(let items): for item in unit.tree[items] { try delete(item, unit, frame) }
        case .attribute(let base, let name):
            let word = unit.tree.name(name)
            guard case .instance(let instance) = try evaluate(base, unit, frame),
                instance.attributes.removeValue(forKey: word) != nil
            else { throw unsupported("del of an attribute") }
            instance.order.removeAll { $0 == word }
        case .subscripted(let base, let index):
            let object = try evaluate(base, unit, frame)
            let key = try evaluate(index, unit, frame)
            do { try removeItem(object, key) } catch { throw located(error, unit, target) }
        default: throw unsupported("del")
        }
    }

    // MARK: Loops and blocks

    private func forLoop(
        _ target: ID, _ iterable: ID, _ body: PythonTree.List, _ otherwise: PythonTree.List, _ unit: CodeUnit,
        _ frame: Frame?
    ) throws(Stop) -> Flow {
        let source = try evaluate(iterable, unit, frame)
        var result = Flow.next
        var isBroken = false
        do {
            try iterate(source) { (item) throws(Stop) in
                try self.spend()
                try self.assign(target, item, unit, frame)
                switch try self.execute(body, unit, frame) {
                case .breaks:
                    isBroken = true
                    return false
                case .returns(let value):
                    result = .returns(value)
                    isBroken = true
                    return false
                case .next, .continues: return true
                }
            }
        } catch { throw located(error, unit, iterable) }
        return isBroken ? result : try execute(otherwise, unit, frame)
    }

    private func with(
        _ items: [ID], _ body: PythonTree.List, _ unit: CodeUnit, _ frame: Frame?
    ) throws(Stop) -> Flow {
        guard let first = items.first, case .withItem(let context, let target) = unit.tree[first].kind else {
            return try execute(body, unit, frame)
        }
        let rest = Array(items.dropFirst())
        let manager = try evaluate(context, unit, frame)
        let entered: Value
        do { entered = try enterContext(manager) } catch { throw located(error, unit, context) }
        let flow: Flow
        do {
            if let target { try assign(target, entered, unit, frame) }
            flow = try with(rest, body, unit, frame)
        } catch {
            guard case .raised(let exception) = error else {
                if case .instance(let instance) = manager, instance.kind === classes.noGradient { _ = try? leaveContext(manager, nil) }
                throw error
            }
            if try leaveContext(manager, exception) { return .next }
            throw error
        }
        _ = try leaveContext(manager, nil)
        return flow
    }

    /// What `with` binds.
    func enterContext(_ manager: Value) throws(Stop) -> Value {
        if case .missing(let missing) = manager { throw .missing(missing.reason) }
        guard case .instance(let instance) = manager else {
            throw error("TypeError", "'\(typeName(manager))' object does not support the context manager protocol")
        }
        if instance.kind === classes.noGradient {
            gradientModes.append(recordsGradients)
            recordsGradients = instance.attributes["mode"].map { if case .truth(true) = $0 { true } else { false } } ?? false
            return manager
        }
        guard let enter = instance.kind.find("__enter__"), instance.kind.find("__exit__") != nil else {
            throw error("TypeError", "'\(instance.kind.name)' object does not support the context manager protocol")
        }
        return try call(bind(enter, to: manager), Arguments())
    }

    /// True where the manager takes the exception.
    func leaveContext(_ manager: Value, _ exception: InstanceObject?) throws(Stop) -> Bool {
        guard case .instance(let instance) = manager else { return false }
        if instance.kind === classes.noGradient {
            recordsGradients = gradientModes.popLast() ?? true
            return false
        }
        guard let exit = instance.kind.find("__exit__") else { return false }
        let arguments: [Value] = exception.map { [.type($0.kind), .instance($0), .none] } ?? [.none, .none, .none]
        return try truth(call(bind(exit, to: manager), Arguments(arguments))) && exception != nil
    }

    private func tryStatement(
        _ body: PythonTree.List, _ handlers: PythonTree.List, _ otherwise: PythonTree.List,
        _ finally: PythonTree.List, _ unit: CodeUnit, _ frame: Frame?
    ) throws(Stop) -> Flow {
        var flow = Flow.next
        var pending: Stop?
        do {
            flow = try execute(body, unit, frame)
            if case .next = flow { flow = try execute(otherwise, unit, frame) }
        } catch {
            pending = error
            if case .raised(let exception) = error {
                for handler in unit.tree[handlers] {
                    guard case .handler(let type, let name, let body) = unit.tree[handler].kind else { continue }
                    do {
                        if let type, try !matches(exception, evaluate(type, unit, frame)) { continue }
                        pending = nil
                        if let name { bind(handler, name, .instance(exception), unit, frame) }
                        handled.append(exception)
                        defer { handled.removeLast() }
                        flow = try execute(body, unit, frame)
                        if let name { bind(handler, name, nil, unit, frame) }
                    } catch { pending = error }
                    break
                }
            }
        }
        // What cannot be known or was stopped at a limit does not run `finally`: nothing after it counts.
        if let pending {
            switch pending {
            case .missing, .limit: throw pending
            case .raised: break
            }
        }
        let last = try execute(finally, unit, frame)
        if case .next = last {
            if let pending { throw pending }
            return flow
        }
        return last
    }

    func matches(_ exception: InstanceObject, _ type: Value) throws(Stop) -> Bool {
        switch type {
        case .type(let type): return exception.kind.derives(from: type)
        case .tuple(let types):
            for type in types.items { if try matches(exception, type) { return true } }
            return false
        default:
            throw error("TypeError", "catching classes that do not inherit from BaseException is not allowed")
        }
    }

    private func raise(_ id: ID, _ value: ID?, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) {
        guard let value else {
            if let last = handled.last { throw .raised(last) }
            throw located(error("RuntimeError", "No active exception to reraise"), unit, id)
        }
        var raised = try evaluate(value, unit, frame)
        if case .type = raised { raised = try call(raised, Arguments()) }
        guard case .instance(let instance) = raised, instance.kind.derives(from: "BaseException") else {
            throw located(error("TypeError", "exceptions must derive from BaseException"), unit, id)
        }
        instance.range = unit.isLibrary ? sites.last ?? ByteRange(0, 0) : nil
        throw located(.raised(instance), unit, id)
    }

    private func assertion(_ id: ID, _ test: ID, _ message: ID?, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) {
        let value = try evaluate(test, unit, frame)
        let isTrue: Bool
        do { isTrue = try truth(value) } catch { throw located(error, unit, test) }
        if isTrue { return }
        let text = try message.map { (id) throws(Stop) in try str(evaluate(id, unit, frame)) } ?? ""
        // The two sides, so that anyone can see why; a difference within rounding of arrays proves nothing.
        if case .comparison(let first, let rest) = unit.tree[test].kind, rest.count == 2 {
            let left = try evaluate(first, unit, frame)
            let right = try evaluate(unit.tree.lists[Int(rest.lowerBound + 1)], unit, frame)
            let leftText = try repr(left), rightText = try repr(right)
            failedSides = (leftText, rightText)
            if isArray(left) || isArray(right), closeWithinRounding(left, right) {
                throw missing(.ambiguous, "the sides of the assert differ by rounding only")
            }
        } else {
            failedSides = nil
        }
        throw located(error("AssertionError", text), unit, test)
    }

    private func isArray(_ value: Value) -> Bool { if case .array = value { true } else { false } }

    private func closeWithinRounding(_ a: Value, _ b: Value) -> Bool {
        guard let x = number(a), let y = number(b) else { return false }
        return (x - y).magnitude <= 1e-4 * max(x.magnitude, y.magnitude, 1e-12)
    }

    // MARK: Definitions

    private func define(_ id: ID, _ index: Int, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) {
        let function = unit.tree.functions[index]
        var decorators: [Value] = []
        for decorator in unit.tree[function.decorators] { decorators.append(try evaluate(decorator, unit, frame)) }
        var value = try makeFunction(index, unit, frame)
        for decorator in decorators.reversed() { value = try call(decorator, Arguments([value])) }
        bind(id, function.name, value, unit, frame)
    }

    private func defineClass(_ id: ID, _ index: Int, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) {
        let definition = unit.tree.classes[index]
        var bases: [ClassObject] = []
        for argument in unit.tree[definition.arguments] {
            if case .keyword(let name, let value) = unit.tree[argument].kind {
                // `metaclass=ABCMeta` is what deriving from ABC means.
                guard unit.tree.name(name) == "metaclass", case .type(let type) = try evaluate(value, unit, frame), type.name == "ABCMeta",
                    case .type(let abstract)? = try libraryValue("abc", "ABC")
                else { throw unsupported("a metaclass") }
                bases.append(abstract)
                continue
            }
            let base = try evaluate(argument, unit, frame)
            guard case .type(let type) = base else {
                if case .missing(let missing) = base { throw .missing(missing.reason) }
                throw unsupported("this base class")
            }
            bases.append(type)
        }
        let type = ClassObject(
            unit.tree.name(definition.name), bases.isEmpty ? [classes.object] : bases, arena)
        let names = unit.scopes.classSlots[index]
        let body = Frame(names.count, parent: frame, arena)
        _ = try execute(definition.body, unit, body)
        for (slot, name) in names.enumerated() {
            guard slot < body.slots.count, let value = body.slots[slot] else { continue }
            type.set(unit.tree.name(name), value)
            adopt(value, type)
        }
        annotate(type, definition.body, unit)
        if let module = unit.module, type.attributes["__module__"] == nil { type.attributes["__module__"] = .string(module) }
        for base in type.lineage.dropFirst() {
            guard let hook = base.attributes["__init_subclass__"] else { continue }
            let method = if case .instance(let wrapper) = hook { wrapper.attributes["__func__"] ?? hook } else { hook }
            _ = try call(method, Arguments([.type(type)]))
            break
        }
        var value = Value.type(type)
        for decorator in unit.tree[definition.decorators].reversed() {
            value = try call(try evaluate(decorator, unit, frame), Arguments([value]))
        }
        bind(id, definition.name, value, unit, frame)
    }

    /// `__annotations__`: names in order; what stands after the colon as text.
    private func annotate(_ type: ClassObject, _ body: PythonTree.List, _ unit: CodeUnit) {
        var table: DictionaryObject?
        for statement in unit.tree[body] {
            guard case .annotated(let target, let annotation, _) = unit.tree[statement].kind,
                case .name(let name) = unit.tree[target].kind
            else { continue }
            let found = table ?? DictionaryObject(arena)
            let word = unit.tree.name(name)
            found.set(.string(word), .string(word), .string(unit.text(unit.tree[annotation].range)))
            table = found
        }
        if let table { type.set("__annotations__", .dictionary(table)) }
    }

    private func adopt(_ value: Value, _ type: ClassObject) {
        switch value {
        case .function(let function): function.owner = type
        case .instance(let wrapper):
            for part in ["fget", "fset", "__func__"] {
                if case .function(let function)? = wrapper.attributes[part] { function.owner = type }
            }
        default: break
        }
    }

    // MARK: Imports

    private func importModules(_ aliases: PythonTree.List, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) {
        for id in unit.tree[aliases] {
            guard case .alias(let name, let other) = unit.tree[id].kind else { continue }
            let path = unit.tree.name(name)
            if let other {
                bind(id, other, module(path), unit, frame)
            } else {
                let head = String(path.prefix { $0 != "." })
                guard let headName = unit.tree.nameIDs[head] else {
                    globals[globalNumber(head)] = module(head)
                    continue
                }
                bind(id, headName, module(head), unit, frame)
            }
        }
    }

    private func importFrom(
        _ path: String, _ level: Int32, _ aliases: PythonTree.List, _ unit: CodeUnit, _ frame: Frame?
    ) throws(Stop) {
        for id in unit.tree[aliases] {
            guard case .alias(let name, let other) = unit.tree[id].kind else { continue }
            let word = unit.tree.name(name)
            if word == "*" {
                starImports.append(path)
                continue
            }
            let value: Value
            if level > 0 {
                value = .missing(MissingObject(Reason(.needsLibrary, "a package of the note's author")))
            } else if path == "__future__" {
                value = .none
            } else if case .instance = module(path) {
                value = module(path)
            } else if Self.isModule(path + "." + word) {
                value = module(path + "." + word)
            } else if case .module(let module) = module(path) {
                do { value = try moduleAttribute(module, word) } catch {
                    guard case .missing(let reason) = error else { throw located(error, unit, id) }
                    value = .missing(MissingObject(reason))
                }
            } else {
                value = .missing(MissingObject(Reason(.needsLibrary, "\(path) is not available here")))
            }
            bind(id, other ?? name, value, unit, frame)
        }
    }

    /// A module that we know, or a value that says that it is not here.
    func module(_ path: String) -> Value {
        if Self.isModule(path) { return .module(ModuleObject(path)) }
        if Self.isDrawing(path) { return inert(String(path.prefix { $0 != "." }) == "matplotlib" ? "matplotlib.pyplot" : path) }
        return .missing(MissingObject(Reason(.needsLibrary, "\(path) is not available here")))
    }
}
