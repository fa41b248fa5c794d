import Source
import Tensors

extension Interpreter {
    func call(
        _ id: ID, _ callee: ID, _ arguments: PythonTree.List, _ unit: CodeUnit, _ frame: Frame?
    ) throws(Stop) -> Value {
        // `super()` needs to know where it stands.
        if case .name(let name) = unit.tree[callee].kind, unit.tree.name(name) == "super", global("super") == nil {
            if arguments.isEmpty {
                do { return try superObject(unit, frame) } catch { throw located(error, unit, id) }
            }
            let parts = try values(arguments, unit, frame)
            guard parts.count == 2, case .type(let owner) = parts[0] else { throw unsupported("this form of super()") }
            let proxy = InstanceObject(classes.superClass, arena)
            proxy.set("__thisclass__", .type(owner))
            proxy.set("__self__", parts[1])
            return .instance(proxy)
        }
        let function = try evaluate(callee, unit, frame)
        var evaluated = Arguments()
        for item in unit.tree[arguments] {
            switch unit.tree[item].kind {
            case .starred(let inner):
                let value = try evaluate(inner, unit, frame)
                do {
                    try iterate(value) { (item) throws(Stop) in
                        evaluated.positional.append(item)
                        return true
                    }
                } catch { throw located(error, unit, inner) }
            case .keyword(let name, let value):
                evaluated.named.append((unit.tree.name(name), try evaluate(value, unit, frame)))
            case .doubleStarred(let inner):
                let mapping = try evaluate(inner, unit, frame)
                guard case .dictionary(let dictionary) = mapping else {
                    throw located(error("TypeError", "\(callableName(function)) argument after ** must be a mapping, not \(typeName(mapping))"), unit, inner)
                }
                for entry in dictionary.live {
                    guard case .string(let name) = entry.key else {
                        throw located(error("TypeError", "keywords must be strings"), unit, inner)
                    }
                    evaluated.named.append((name, entry.value))
                }
            default: evaluated.positional.append(try evaluate(item, unit, frame))
            }
        }
        if evaluated.positional.count > 1 << 16 { throw .limit(.memory(budget.limits.elementsAlive)) }
        try arena.grow(0)
        let isHere = unit === running
        if isHere { sites.append(unit.tree[id].range) }
        defer { if isHere { sites.removeLast() } }
        do { return try call(function, evaluated) } catch { throw located(error, unit, id) }
    }

    func call(_ function: Value, _ arguments: Arguments) throws(Stop) -> Value {
        try spend()
        try descend()
        defer { ascend() }
        switch function {
        case .native(let native): return try native.body(self, arguments)
        case .function(let function): return try invoke(function, arguments)
        case .bound(let method):
            var all = arguments
            all.positional.insert(method.receiver, at: 0)
            return try call(method.function, all)
        case .type(let type): return try construct(type, arguments)
        case .instance(let instance) where instance.kind === classes.inert: return inert("matplotlib.pyplot")
        case .instance(let instance):
            if instance.kind === classes.noGradient, let inner = arguments.positional.first {
                let mode = instance.attributes["mode"]
                return .native(
                    NativeFunction("decorated") { (i, a) throws(Stop) in
                        let context = InstanceObject(i.classes.noGradient, i.arena)
                        if let mode { context.set("mode", mode) }
                        _ = try i.enterContext(.instance(context))
                        defer { _ = try? i.leaveContext(.instance(context), nil) }
                        return try i.call(inner, a)
                    })
            }
            if let method = instance.kind.find("__call__") { return try call(bind(method, to: function), arguments) }
            throw error("TypeError", "'\(instance.kind.name)' object is not callable")
        case .dtype(let dtype, let library) where library == .numpy:
            guard arguments.positional.count == 1, arguments.named.isEmpty else { throw unsupported("np.\(dtype.name)") }
            if case .string = arguments.positional[0], let number = classes.named[dtype.isFloat ? "float" : "int"] {
                return .array(try scalar(try call(.type(number), arguments), dtype))
            }
            return .array(try scalar(arguments.positional[0], dtype))
        case .module(let module): throw error("TypeError", "'module' object is not callable (\(module.name))")
        case .missing(let missing): throw .missing(missing.reason)
        default: throw error("TypeError", "'\(typeName(function))' object is not callable")
        }
    }

    func bind(_ function: Value, to receiver: Value) -> Value {
        switch function {
        case .function, .native: .bound(BoundMethod(receiver, function, arena))
        default: function
        }
    }

    // MARK: Functions of the note

    func makeFunction(_ index: Int, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) -> Value {
        let function = unit.tree.functions[index]
        var defaults: [Value?] = []
        for parameter in function.parameters {
            if let standard = parameter.standard {
                defaults.append(try evaluate(standard, unit, frame))
            } else {
                defaults.append(nil)
            }
        }
        return .function(
            FunctionObject(
                unit, index, name: unit.tree.name(function.name), closure: frame, defaults: defaults, arena))
    }

    func invoke(_ function: FunctionObject, _ arguments: Arguments) throws(Stop) -> Value {
        do { try budget.enter() } catch {
            budget.leave()
            throw .limit(error)
        }
        defer { budget.leave() }
        let unit = function.unit
        let definition = unit.tree.functions[function.index]
        if definition.isAsync { throw unsupported("async def") }
        let frame = Frame(unit.scopes.functionSlots[function.index].count, parent: function.closure, arena)
        frame.owner = function.owner
        do { try fill(frame, function, definition, arguments) } catch { throw misuse(error, of: function, arguments) }
        if definition.isLambda {
            guard let body = unit.tree[definition.body].first else { return .none }
            return try evaluate(body, unit, frame)
        }
        if unit.generators.contains(function.index) {
            return generator(definition.body, unit, frame)
        }
        guard case .returns(let value) = try execute(definition.body, unit, frame) else { return .none }
        if unit.module == "torch.nn.functional" {
            noteGradient(of: value) { GradientNames.name(function.name, arguments, $0) }
        } else if unit.module == "torch.nn", function.name == "forward", let layer = function.owner.flatMap({ GradientNames.layers[$0.name] }) {
            noteGradient(of: value) { _ in layer }
        }
        return value
    }

    private func callableName(_ value: Value) -> String {
        switch value {
        case .function(let function): "\(qualified(function))()"
        case .type(let type): "\(type.name)()"
        default: "\(typeName(value))"
        }
    }

    /// `Class.method`.
    private func qualified(_ function: FunctionObject) -> String {
        function.owner.map { "\($0.name).\(function.name)" } ?? function.name
    }

    private func fill(
        _ frame: Frame, _ function: FunctionObject, _ definition: PythonTree.Function, _ arguments: Arguments
    ) throws(Stop) {
        let tree = function.unit.tree
        let name = qualified(function)
        var next = 0
        var used = [Bool](repeating: false, count: arguments.named.count)
        let positionalCount = definition.parameters.count { $0.kind == .positional }
        var absent: [String] = []
        var absentKeywords: [String] = []
        for (slot, parameter) in definition.parameters.enumerated() {
            guard slot < frame.slots.count else { break }
            let word = tree.name(parameter.name)
            let keyword = parameter.isPositionalOnly ? nil : arguments.named.firstIndex { $0.name == word }
            switch parameter.kind {
            case .positional:
                if next < arguments.positional.count {
                    frame.slots[slot] = arguments.positional[next]
                    next += 1
                    if keyword != nil {
                        throw error("TypeError", "\(name)() got multiple values for argument '\(word)'")
                    }
                    continue
                }
            case .keywordOnly: break
            case .variadic:
                frame.slots[slot] = tuple(Array(arguments.positional.dropFirst(next)))
                next = max(next, arguments.positional.count)
                continue
            case .variadicKeyword: continue
            }
            if let keyword {
                used[keyword] = true
                frame.slots[slot] = arguments.named[keyword].value
            } else if slot < function.defaults.count, let standard = function.defaults[slot] {
                frame.slots[slot] = standard
            } else if parameter.kind == .positional {
                absent.append(word)
            } else {
                absentKeywords.append(word)
            }
        }
        let extra = used.indices.filter { !used[$0] }
        if let slot = definition.parameters.firstIndex(where: { $0.kind == .variadicKeyword }) {
            let rest = DictionaryObject(arena)
            for i in extra {
                let key = arguments.named[i].name
                rest.set(.string(key), .string(key), arguments.named[i].value)
            }
            if slot < frame.slots.count { frame.slots[slot] = .dictionary(rest) }
        } else if let first = extra.first {
            throw error(
                "TypeError", "\(name)() got an unexpected keyword argument '\(arguments.named[first].name)'")
        }
        if next < arguments.positional.count {
            let given = arguments.positional.count
            let needed = definition.parameters.count {
                $0.kind == .positional && $0.standard == nil
            }
            let takes = needed == positionalCount ? "\(positionalCount)" : "from \(needed) to \(positionalCount)"
            throw error(
                "TypeError",
                "\(name)() takes \(takes) positional argument\(takes == "1" ? "" : "s") but \(given) "
                    + (given == 1 ? "was given" : "were given"))
        }
        if !absent.isEmpty { throw error("TypeError", Self.absence(name, absent, "positional")) }
        if !absentKeywords.isEmpty { throw error("TypeError", Self.absence(name, absentKeywords, "keyword-only")) }
    }

    /// The library's own function may take more than ours: what only ours lacks is no error of the note.
    private func misuse(_ stop: Stop, of function: FunctionObject, _ arguments: Arguments) -> Stop {
        guard let module = function.unit.module, function.owner == nil || function.name == "__init__" else { return stop }
        let title = function.owner?.name ?? function.name
        let given = arguments.positional.count - (function.owner == nil ? 0 : 1)
        if let known = KeywordNames.words(of: "\(module).\(title)") {
            if let wrong = arguments.named.first(where: { !known.contains(Substring($0.name)) })?.name {
                return error("TypeError", "\(qualified(function))() got an unexpected keyword argument '\(wrong)'")
            }
            if given > known.count { return stop }
        }
        let ours = function.unit.tree.functions[function.index].parameters
        let takes = { (word: String) in ours.contains { $0.kind != .variadic && function.unit.tree.name($0.name) == word } }
        let isShort = given <= ours.count && arguments.named.allSatisfy { takes($0.name) }
        return isShort ? stop : unsupported("this use of \(module).\(title)")
    }

    private static func absence(_ name: String, _ words: [String], _ kind: String) -> String {
        let quoted = words.map { "'\($0)'" }
        let joined =
            switch quoted.count {
            case 1: quoted[0]
            case 2: "\(quoted[0]) and \(quoted[1])"
            default: quoted.dropLast().joined(separator: ", ") + ", and " + (quoted.last ?? "")
            }
        return "\(name)() missing \(words.count) required \(kind) argument\(words.count == 1 ? "" : "s"): \(joined)"
    }

    // MARK: Classes

    func construct(_ type: ClassObject, _ arguments: Arguments) throws(Stop) -> Value {
        if type.isNative, let maker = type.attributes["__make__"] { return try call(maker, arguments) }
        if type.isNative, !type.derives(from: "BaseException"), type.name != "object" { throw unsupported(type.name) }
        if let method = type.find("__class_call__") {
            return try call(method, Arguments([.type(type)] + arguments.positional, named: arguments.named))
        }
        if let abstract = abstractMethods(type), !abstract.isEmpty {
            let words = abstract.joined(separator: ", ")
            throw error("TypeError", "Can't instantiate abstract class \(type.name) with abstract method\(abstract.count == 1 ? "" : "s") \(words)")
        }
        if case .function(let maker)? = type.find("__new__") {
            var all = arguments
            all.positional.insert(.type(type), at: 0)
            let made = try call(.function(maker), all)
            guard let kind = writtenClass(made), kind.derives(from: type) else { return made }
            if let initializer = type.find("__init__") { _ = try call(bind(initializer, to: made), arguments) }
            return made
        }
        if let base = nativeBase(type) { return try constructContainer(type, base, arguments) }
        let instance = InstanceObject(type, arena)
        let value = Value.instance(instance)
        if type.derives(from: "BaseException") { instance.set("args", tuple(arguments.positional)) }
        if let initializer = type.find("__init__") {
            let result = try call(bind(initializer, to: value), arguments)
            if case .none = result { return value }
            throw error("TypeError", "__init__() should return None, not '\(typeName(result))'")
        }
        if !type.derives(from: "BaseException"), !arguments.positional.isEmpty || !arguments.named.isEmpty {
            throw error("TypeError", "\(type.name)() takes no arguments")
        }
        return value
    }

    /// Names that an abstract base declares and nothing below it defines.
    private func abstractMethods(_ type: ClassObject) -> [String]? {
        guard type.lineage.contains(where: { $0.name == "ABC" && !$0.isNative }) else { return nil }
        var names: Set<String> = []
        for item in type.lineage { names.formUnion(item.order) }
        return names.filter { name in
            switch type.find(name) {
            case .function(let function)?: return function.attributes["__isabstractmethod__"] != nil
            case .instance(let wrapper)?:
                guard case .function(let inner)? = wrapper.attributes["fget"] ?? wrapper.attributes["__func__"] else { return false }
                return inner.attributes["__isabstractmethod__"] != nil
            default: return false
            }
        }.sorted()
    }

    /// `super()`: the first argument of the method, seen from the class after the one that defines it.
    private func superObject(_ unit: CodeUnit, _ frame: Frame?) throws(Stop) -> Value {
        var at = frame
        while let here = at {
            if let owner = here.owner, let receiver = here.slots.first, let receiver {
                let proxy = InstanceObject(classes.superClass, arena)
                proxy.set("__thisclass__", .type(owner))
                proxy.set("__self__", receiver)
                return .instance(proxy)
            }
            at = here.parent
        }
        throw error("RuntimeError", "super(): no arguments")
    }
}
