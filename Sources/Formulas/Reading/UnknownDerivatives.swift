import LaTeX
import Source
import Tensors

/// Derivatives of what is not known as a function: quantities of their own, `∂L/∂w`, whose shape follows from both.
extension ExpressionParser {
    /// The first letter of the name of a derivative that is a quantity of its own.
    static let derivativeMark = "∂"

    /// `\frac{\partial L}{\partial w_{ij}}`; `nil` where `body` is more than a name, an element or an application.
    mutating func unknownDerivative(
        of body: ID, by key: SymbolKey, at variable: ID, _ places: ExpressionTree.List?, _ range: ByteRange
    ) -> ID? {
        var function = body
        var indices: [ID] = []
        if case .access(let base, let list) = draft[body].kind {
            function = base
            indices = Array(draft.children(list))
        }
        guard let name = spelling(of: function) else { return nil }
        let id = unknownDerivative(Self.derivativeMark + name + "/" + Self.derivativeMark + key.name, range)
        draft.derivatives.append((id, function, variable))
        if let places { indices += draft.children(places) }
        if indices.isEmpty { return id }
        if case .symbol(let s) = draft[id].kind { draft.symbols[Int(s)].indexCount = max(draft.symbols[Int(s)].indexCount, indices.count) }
        return draft.add(.access(id, draft.list(indices)), range)
    }

    mutating func unknownDerivative(_ name: String, _ range: ByteRange) -> ID {
        let id = symbol(SymbolKey(canonical: name), Token(.letter(0), range: range), range: range)
        if case .symbol(let s) = draft[id].kind { draft.symbols[Int(s)].learned = Learned("a derivative of what is not known as a function") }
        return id
    }

    private func spelling(of id: ID) -> String? {
        switch draft[id].kind {
        case .symbol(let s): draft.symbols[Int(s)].key.name
        case .call(let f, let list):
            draft.functions[Int(f)].name + "(" + draft.children(list).map { argument in
                if case .symbol(let s) = draft[argument].kind { draft.symbols[Int(s)].key.name } else { "…" }
            }.joined(separator: ",") + ")"
        case .unary(.elementwise(let function), let a): spelling(of: a).map { "\(function) " + $0 }
        case .unary(.negate, let a): spelling(of: a).map { "-" + $0 }
        default: nil
        }
    }

    /// The gradient of an undefined function by its first argument, at that argument.
    mutating func gradient(ofCall function: Int32, _ arguments: [ID], _ order: Int, _ range: ByteRange) throws(Unread) -> ID {
        let key = SymbolKey(canonical: "\u{2}" + String(draft.symbols.count))
        draft.symbols.append(SymbolEntry(key: key, range: range, isBold: false, isUpper: false, declared: nil, learned: Learned("a parameter")))
        let point = draft.add(.symbol(Int32(truncatingIfNeeded: draft.symbols.count - 1)), range)
        var result = draft.add(.call(function, draft.list([point] + arguments.dropFirst())), range)
        for _ in 0..<order { result = try derivative(of: result, by: key, at: point, isElementwise: false, range) }
        return try substitute(result, symbol: key, by: arguments[0])
    }
}

/// What names a derivative of something that is not known as a function: `\frac{\partial C}{\partial z^l}` is `∂C/∂z^l`.
public struct DerivativeName: Hashable, Sendable {
    /// What is differentiated, without its arguments.
    public var function: SymbolKey
    public var variable: SymbolKey

    public init(of function: SymbolKey, by variable: SymbolKey) {
        self.function = function
        self.variable = variable
    }

    public var key: SymbolKey {
        let mark = ExpressionParser.derivativeMark
        return SymbolKey(canonical: mark + function.name + "/" + mark + variable.name)
    }

    /// `nil` for any other name.
    public init?(_ key: SymbolKey) {
        let mark = ExpressionParser.derivativeMark
        guard key.name.hasPrefix(mark), let bar = key.name.firstRange(of: "/" + mark) else { return nil }
        let function = key.name[key.name.index(after: key.name.startIndex)..<bar.lowerBound]
        let variable = key.name[bar.upperBound...]
        guard !function.isEmpty, !variable.isEmpty, !function.contains(mark), !variable.contains(mark) else { return nil }
        self.function = SymbolKey(canonical: String(function.prefix { $0 != "(" }))
        self.variable = SymbolKey(canonical: String(variable))
    }
}

extension Definition {
    /// The derivative that the name stands for, element by element: `\delta_j = \frac{\partial C}{\partial z_j}`.
    public var derivativeName: DerivativeName? {
        let tree = body.tree
        var place = body.root
        var order: [Int] = []
        if case .access(let base, let list) = tree.nodes[Int(place)].kind {
            for id in tree.children(list) {
                guard id >= 0, case .slot(let slot) = tree.nodes[Int(id)].kind else { return nil }
                order.append(Int(slot))
            }
            place = base
        }
        guard order == indices, case .symbol(let s) = tree.nodes[Int(place)].kind else { return nil }
        return DerivativeName(tree.symbols[Int(s)].key)
    }
}
