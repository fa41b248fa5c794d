import Source
import Tensors

extension Reading {
    /// The typed reading as text: statements, trees, types, shapes, and where each symbol was learned.
    public func explanation(of latex: [UInt8]) -> String {
        var out = "kind: \(kind.rawValue)\n"
        for (index, statement) in statements.enumerated() {
            out += "\nstatement \(index + 1): \(statement.kind.rawValue)\(statement.isNotation ? ", notation" : "")\n"
            out += "  \(Self.text(latex, statement.range))\n"
            if let reason = statement.reason { out += "  not understood: \(reason)\n" }
            if let definition = statement.definition {
                out += "  defines \(definition.name)"
                if definition.isFunction { out += "(" + definition.parameters.map(\.name.name).joined(separator: ", ") + ")" }
                if !definition.indices.isEmpty { out += " for each index" }
                out += "\n"
            }
            for (name, declaration) in statement.declares {
                out += "  declares \(name)\(declaration.shape.map { " \($0)" } ?? "")\n"
            }
            for (k, side) in statement.sides.enumerated() {
                if k > 0, k <= statement.relations.count { out += "  \(statement.relations[k - 1].sign)\n" }
                if let expression = side.expression {
                    out += expression.dump(indent: 2)
                } else {
                    out += "  \(Self.text(latex, side.range)): \(side.reason.map(\.description) ?? "no meaning")\n"
                }
            }
            for condition in statement.conditions {
                out += "  under the condition\n" + condition.dump(indent: 2)
            }
            if !statement.indices.isEmpty {
                out += "  free indices: "
                    + statement.indices.map { "\($0.name)\($0.dimension.map { " over \($0)" } ?? "")\($0.isBound ? "" : " (nothing binds it)")" }
                    .joined(separator: ", ") + "\n"
            }
            for symbol in statement.symbols {
                out += "  \(symbol.name): \(symbol.shape.map(\.description) ?? "no shape")"
                switch symbol.role {
                case .variable: break
                case .dimension(let dimension): out += ", the size of \(dimension)"
                case .constant(let value): out += ", the constant \(NumberFormat.significant(value))"
                }
                if symbol.domain != .real { out += ", \(symbol.domain.words)" }
                out += " — \(symbol.learned.words)\n"
            }
            if !statement.openChoices.isEmpty {
                out += "  could be read otherwise: " + statement.openChoices.words.joined(separator: "; ") + "\n"
            }
        }
        return out
    }

    private static func text(_ latex: [UInt8], _ range: ByteRange) -> String {
        String(decoding: latex[range.clamped(to: latex.count).range], as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Domain {
    var words: String {
        switch self {
        case .real: "any number"
        case .positive: "positive"
        case .nonNegative: "not negative"
        case .nonZero: "not zero"
        case .unitInterval: "between 0 and 1"
        case .integer(let bound): "a whole number from \(bound)"
        case .index(let dimension): "a position along \(dimension)"
        case .distribution: "not negative, sums to one"
        }
    }
}

extension Choices {
    var words: [String] {
        let names = [
            "a sum takes the later terms too", "a bracket multiplies instead of being an argument", "a transpose is a power",
            "log is of base 2", "log is of base 10", "a slash takes the whole product", "a function takes one factor",
            "a product of vectors is elementwise", "a subscript is a label",
            "random variables have a mean of zero",
        ]
        return names.indices.compactMap { contains(Choices(rawValue: 1 << UInt32($0))) ? names[$0] : nil }
    }
}

extension Expression {
    /// The tree, a line a node, operands indented below their operation.
    func dump(indent: Int) -> String {
        var out = ""
        var stack: [(id: ExpressionTree.ID, depth: Int)] = [(root, indent)]
        var lines = 0
        while let (id, depth) = stack.popLast() {
            lines += 1
            if lines > 400 {
                out += String(repeating: " ", count: depth * 2) + "…\n"
                break
            }
            if id < 0 {
                out += String(repeating: " ", count: depth * 2) + "whole axis\n"
                continue
            }
            out += String(repeating: " ", count: depth * 2) + tree.label(id) + " : \(tree.shape(of: id))\n"
            var children: [ExpressionTree.ID] = []
            ExpressionTree.forEachChild(of: tree.nodes[Int(id)].kind, lists: tree.lists) { children.append($0) }
            for child in children.reversed() { stack.append((child, min(depth + 1, 60))) }
        }
        return out
    }
}

extension ExpressionTree {
    /// What a node does, in words.
    func label(_ id: ID) -> String {
        switch nodes[Int(id)].kind {
        case .number(let value, _): return NumberFormat.significant(value)
        case .symbol(let s):
            let entry = symbols[Int(s)]
            if entry.isHidden, let value = entry.isConstant { return "array of \(NumberFormat.significant(value))s" }
            return entry.isHidden ? "parameter" : "symbol \(entry.key)"
        case .slot(let s): return "index \(slotEntries[Int(s)].key)"
        case .local(let l): return "variable \(locals[Int(l)].key)"
        case .unary(.elementwise(let function), _): return function.rawValue
        case .unary(let operation, _): return "\(operation)"
        case .binary(.elementwise(let function), _, _): return function.rawValue
        case .binary(let operation, _, _): return "\(operation)"
        case .product(let a, let b, let style): return productName(a, b, style)
        case .power: return "power"
        case .call(let f, _): return "call \(functions[Int(f)].name)"
        case .access: return "element"
        case .reduce(let reduction, let slot, _, let condition):
            return "\(reduction) over \(slotEntries[Int(slot)].key)\(condition >= 0 ? " where" : "")"
        case .reduceAll(let reduction, _): return "\(reduction) of all elements"
        case .choose: return "cases"
        case .norm(_, let order, _): return "\(order) norm"
        case .matrix(let rows, let columns, _): return "\(rows) × \(columns) matrix"
        case .vector: return "vector"
        case .derivative(_, let local, _, _): return "derivative by \(locals[Int(local)].key)"
        case .limit(_, let local, _, _): return "limit in \(locals[Int(local)].key)"
        case .optimum(_, _, let isMinimum, let isPlace): return (isPlace ? "place of the " : "") + (isMinimum ? "minimum" : "maximum")
        case .integral(_, let local, _, _): return "integral over \(locals[Int(local)].key)"
        case .count(let s): return "size of the range of \(slotEntries[Int(s)].key)"
        case .identity: return "identity matrix"
        case .truth(let value): return "\(value)"
        }
    }

    private func productName(_ a: ID, _ b: ID, _ style: ProductStyle) -> String {
        let x = facts[Int(a)].type
        let y = facts[Int(b)].type
        if style == .hadamard || x.rank == 0 || y.rank == 0 { return "times" }
        if x.rank == 1, y.rank == 1 { return !x.isRow && y.isRow ? "outer product" : "dot product" }
        return "matrix product"
    }
}
