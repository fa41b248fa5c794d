import Tensors

/// Classes of Python that values and exceptions belong to.
final class NativeClasses {
    let object: ClassObject
    let property: ClassObject
    let staticMethod: ClassObject
    let classMethod: ClassObject
    let superClass: ClassObject
    /// `torch.no_grad()` and its like.
    let noGradient: ClassObject
    /// What plotting calls give: everything may be done with it, and nothing is known of it.
    let inert: ClassObject
    /// `torch.nn.Parameter`.
    let parameter: ClassObject
    fileprivate(set) var named: [String: ClassObject] = [:]
    fileprivate let arena: Arena

    /// Each exception and what it derives from.
    private static let exceptions: [(String, String)] = [
        ("Exception", "BaseException"), ("KeyboardInterrupt", "BaseException"), ("GeneratorExit", "BaseException"), ("SystemExit", "BaseException"),
        ("ArithmeticError", "Exception"), ("ZeroDivisionError", "ArithmeticError"), ("OverflowError", "ArithmeticError"),
        ("FloatingPointError", "ArithmeticError"), ("AssertionError", "Exception"), ("AttributeError", "Exception"),
        ("ImportError", "Exception"), ("ModuleNotFoundError", "ImportError"), ("LookupError", "Exception"),
        ("IndexError", "LookupError"), ("KeyError", "LookupError"), ("NameError", "Exception"),
        ("UnboundLocalError", "NameError"), ("RuntimeError", "Exception"), ("UnicodeDecodeError", "ValueError"), ("NotImplementedError", "RuntimeError"),
        ("RecursionError", "RuntimeError"), ("StopIteration", "Exception"), ("TypeError", "Exception"),
        ("UFuncTypeError", "TypeError"), ("ValueError", "Exception"), ("AxisError", "ValueError"),
        ("LinAlgError", "ValueError"), ("UnicodeError", "ValueError"), ("OSError", "Exception"),
        ("FileNotFoundError", "OSError"), ("Warning", "Exception"), ("UserWarning", "Warning"),
        ("RuntimeWarning", "Warning"), ("DeprecationWarning", "Warning"), ("SyntaxError", "Exception"),
        ("EOFError", "Exception"), ("MemoryError", "Exception"), ("BufferError", "Exception"),
    ]

    init(_ arena: Arena) {
        self.arena = arena
        let root = ClassObject("object", [], isNative: true, arena)
        func native(_ name: String) -> ClassObject { ClassObject(name, [root], isNative: true, arena) }
        object = root
        property = native("property")
        staticMethod = native("staticmethod")
        classMethod = native("classmethod")
        superClass = native("super")
        noGradient = native("no_grad")
        inert = native("inert")
        parameter = native("torch.nn.parameter.Parameter")
        let base = native("BaseException")
        named["BaseException"] = base
        named["object"] = object
        for (name, parent) in Self.exceptions {
            named[name] = ClassObject(name, [named[parent] ?? base], isNative: true, arena)
        }
        makeParameter()
        for type in [property, staticMethod, classMethod] { wrapper(type) }
        for (name, maker) in Interpreter.conversions {
            let type = ClassObject(name, [object], isNative: true, arena)
            type.attributes["__make__"] = .native(NativeFunction(name, maker))
            named[name] = type
        }
    }

    private func makeParameter() {
        parameter.attributes["__make__"] = .native(
            NativeFunction("Parameter") { (interpreter, arguments) throws(Stop) in
                let values = try arguments.bind(["data", "requires_grad"], for: "Parameter", interpreter)
                guard case .array(let source) = try arguments.required(values[0], "data", of: "nn.Parameter", interpreter), source.library == .torch else {
                    throw interpreter.unsupported("nn.Parameter of what is no tensor")
                }
                let array = ArrayObject(source.tensor.detached, source.dtype, .torch, interpreter.arena)
                array.isRandom = source.isRandom
                array.isParameter = true
                if try values[1].map({ (flag) throws(Stop) in try interpreter.truth(flag) }) ?? true {
                    guard source.dtype.isFloat else {
                        throw interpreter.error("RuntimeError", "Only Tensors of floating point and complex dtype can require gradients")
                    }
                    interpreter.require(array)
                }
                return .array(array)
            })
    }

    private func wrapper(_ type: ClassObject) {
        let isProperty = type === property
        type.attributes["__make__"] = .native(
            NativeFunction(type.name) { (interpreter, arguments) throws(Stop) in
                guard let function = arguments.positional.first ?? arguments["fget"] else { throw interpreter.unsupported(type.name) }
                let instance = InstanceObject(type, interpreter.arena)
                instance.set(isProperty ? "fget" : "__func__", function)
                if isProperty, arguments.positional.count > 1 { instance.set("fset", arguments.positional[1]) }
                return .instance(instance)
            })
        guard isProperty else { return }
        type.attributes["setter"] = .native(
            NativeFunction("setter") { (interpreter, arguments) throws(Stop) in
                guard arguments.positional.count == 2, case .instance(let old) = arguments.positional[0] else {
                    throw interpreter.unsupported("property.setter")
                }
                let instance = InstanceObject(type, interpreter.arena)
                if let getter = old.attributes["fget"] { instance.set("fget", getter) }
                instance.set("fset", arguments.positional[1])
                return .instance(instance)
            })
    }

    func exception(_ name: String) -> ClassObject { named[name] ?? named["Exception"] ?? object }
}

extension NativeClasses {
    /// The class of that name, made when first asked for.
    func known(_ name: String) -> ClassObject {
        if let type = named[name] { return type }
        let type = ClassObject(name, [object], isNative: true, arena)
        named[name] = type
        return type
    }
}
