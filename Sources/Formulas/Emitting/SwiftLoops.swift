import Source
import Tensors

/// Sums and their like as loops; derivatives by a tape; integrals by a helper.
extension SwiftEmitter {
    mutating func reduce(_ reduction: ExpressionTree.Reduction, _ slot: Int, _ body: ID, _ condition: ID, _ id: ID) throws(Failure) -> SwiftText {
        for bound in bounds(of: slot) {
            let isInfinite: Bool
            switch tree.nodes[Int(bound)].kind {
            case .number(let value, _): isInfinite = value.isInfinite
            case .symbol(let s): isInfinite = tree.symbols[Int(s)].isConstant?.isInfinite ?? false
            default: isInfinite = false
            }
            if isInfinite { throw failure("an infinite range", id) }
        }
        if condition < 0, let whole = try lifted(slot, body) {
            let vector = SwiftText(text: whole.text, level: whole.level, canThrow: whole.canThrow, size: whole.size, rank: 1)
            return try reduceAll(reduction, vector, id)
        }
        let name = names.make(localName(id))
        let hasPlace = reduction == .argmax || reduction == .argmin
        switch reduction {
        case .sum, .mean: line("var \(name) = Tensor(0.0)")
        case .product: line("var \(name) = Tensor(1.0)")
        case .maximum, .argmax: line("var \(name) = Tensor(-Double.infinity)")
        case .minimum, .argmin: line("var \(name) = Tensor(Double.infinity)")
        case .all: line("var \(name) = Tensor(true)")
        case .any: line("var \(name) = Tensor(false)")
        }
        let counter = reduction == .mean || hasPlace ? names.make(hasPlace ? "place" : "count") : ""
        if !counter.isEmpty { line("var \(counter) = 0") }
        try openLoop(slot, id)
        var isGuarded = false
        if condition >= 0 {
            _ = try emit(condition)
            let holds = try operand(condition)
            guard holds.rank == 0 else { throw failure("a condition on an array", condition) }
            // What depends on the index is computed only where the condition holds.
            blocks[blocks.count - 1].slots &= ~(1 << UInt64(slot))
            open("if try \(holds.asTensor).item != 0 {", slot: slot)
            isGuarded = true
        }
        _ = try emit(body)
        let term = try operand(body)
        if hasPlace || reduction == .maximum || reduction == .minimum, term.rank != 0 { throw failure("an extremum of arrays", id) }
        let value = term.literal != nil ? term.asTensor : term.text
        switch reduction {
        case .sum, .mean: line("\(name) = try \(name) + \(term.inside(.product))")
        case .product: line("\(name) = try \(name) * \(term.inside(.prefix))")
        case .maximum: line("\(name) = try Tensor.maximum(\(name), \(value))")
        case .minimum: line("\(name) = try Tensor.minimum(\(name), \(value))")
        case .all: line("\(name) = try \(name).logicalAnd(\(value))")
        case .any: line("\(name) = try \(name).logicalOr(\(value))")
        case .argmax, .argmin:
            let candidate = assign(term, to: "candidate", blocks.count - 1)
            open("if try \(counter) == 0 || \(candidate.text).item \(reduction == .argmax ? ">" : "<") \(name).item {")
            line("\(name) = \(candidate.text)")
            line("\(counter) = \(try slotName(slot, id))")
            close()
        }
        if reduction == .mean { line("\(counter) += 1") }
        if isGuarded { close() }
        close()
        slotNames[slot] = nil
        forget(slot: slot)
        switch reduction {
        case .mean: return SwiftText(text: "\(name) / Tensor(\(counter))", level: .product, canThrow: true, size: 1, rank: term.rank)
        case .argmax, .argmin: return .name("Tensor(\(counter))", rank: 0)
        default: return .name(name, rank: term.rank)
        }
    }

    /// A body on whole arrays, where its index does nothing but run along them.
    mutating func lifted(_ slot: Int, _ body: ID) throws(Failure) -> SwiftText? {
        guard runsAlongArrays(slot, body) else { return nil }
        let bit: UInt64 = 1 << UInt64(slot)
        let place = blocks.count - 1
        lifted |= bit
        blocks[place].slots |= bit
        _ = try emit(body)
        let text = try operand(body)
        blocks[place].slots &= ~bit
        lifted &= ~bit
        forget(slot: slot)
        return text
    }

    /// Whether an index runs over a whole axis, and every use of it is a subscript of a vector in what goes element by element.
    private func runsAlongArrays(_ slot: Int, _ body: ID) -> Bool {
        let entry = tree.slotEntries[slot]
        let bit: UInt64 = 1 << UInt64(slot)
        var dimension: Int32 = -1
        switch entry.bounds {
        case .inferred:
            guard entry.first == 1, entry.dimension >= 0 else { return false }
            dimension = tree.dimensions.root(entry.dimension)
        case .bounds(let first, let last):
            guard case .number(1, _) = tree.nodes[Int(first)].kind, case .symbol(let s) = tree.nodes[Int(last)].kind else { return false }
            let size = tree.symbols[Int(s)]
            guard size.sizeOf >= 0, size.sizeOffset == 0, ranks[size.key] == nil else { return false }
            dimension = tree.dimensions.root(size.sizeOf)
        case .set: return false
        }
        guard needs[Int(body)].slots & bit != 0 else { return false }
        var open = [body]
        var seen: Set<ID> = []
        while let id = open.popLast() {
            guard seen.insert(id).inserted else { continue }
            guard needs[Int(id)].slots & bit != 0 else {
                guard isNumber(id) else { return false }
                continue
            }
            switch tree.nodes[Int(id)].kind {
            case .access(let base, let list):
                let indices = Array(tree.children(list))
                guard indices.count == 1, case .slot(let s) = tree.nodes[Int(indices[0])].kind, Int(s) == slot,
                    case .symbol(let symbol) = tree.nodes[Int(base)].kind, ranks[tree.symbols[Int(symbol)].key] == 1
                else { return false }
                let entry = tree.symbols[Int(symbol)]
                guard entry.type.rank == 1, entry.zeroAxes == 0, tree.dimensions.root(entry.type.d0) == dimension else { return false }
            case .unary(let operation, let a):
                switch operation {
                case .plus, .negate, .elementwise, .not, .gamma, .sec, .csc, .cot, .asinh, .acosh, .atanh, .magnitude, .factorial: open.append(a)
                default: return false
                }
            case .binary(let operation, let a, let b):
                switch operation {
                case .add, .subtract, .divide, .elementwise, .modulo: open += [a, b]
                default: return false
                }
            case .product(let a, let b, _), .power(let a, let b): open += [a, b]
            case .choose(let list): open += tree.children(list)
            case .call(let f, let list):
                guard tree.functions[Int(f)].signature.isElementwise else { return false }
                open += tree.children(list)
            default: return false
            }
        }
        return true
    }

    /// Whether a value beside elements surely is a number.
    private func isNumber(_ id: ID) -> Bool {
        switch tree.nodes[Int(id)].kind {
        case .number, .truth, .count, .slot: true
        case .symbol(let s): ranks[tree.symbols[Int(s)].key] ?? max(0, Int(tree.symbols[Int(s)].type.rank)) == 0
        default: tree.facts[Int(id)].type.rank == 0
        }
    }

    /// Texts that speak of a loop that has ended.
    private mutating func forget(slot: Int) { known = known.filter { needs[Int($0.key)].slots & (1 << UInt64(slot)) == 0 } }

    mutating func reduceAll(_ reduction: ExpressionTree.Reduction, _ a: SwiftText, _ id: ID) throws(Failure) -> SwiftText {
        if a.rank == 0, reduction != .argmax, reduction != .argmin { return a }
        let axes = Array(0..<a.rank)
        switch reduction {
        case .sum: return a.calling("sum", canThrow: true, rank: 0)
        case .product: return a.calling("product", canThrow: true, rank: 0)
        case .maximum: return a.calling("maximum", canThrow: true, rank: 0)
        case .minimum: return a.calling("minimum", canThrow: true, rank: 0)
        case .mean: return a.calling("mean", canThrow: true, rank: 0)
        case .all: return a.calling("all", canThrow: true, rank: 0)
        case .any: return a.calling("any", canThrow: true, rank: 0)
        case .argmax, .argmin:
            guard let last = axes.last else { throw failure("the place of an extremum of a number", id) }
            return a.calling(reduction == .argmax ? "argmax" : "argmin", "axis: \(last)", canThrow: true, rank: a.rank - 1).joined("+", .number(1), .sum)
        }
    }

    /// By reverse-mode differentiation: the variable is what a tape follows.
    mutating func derivative(_ body: ID, _ local: Int, _ at: ID, _ isElementwise: Bool, _ id: ID) throws(Failure) -> SwiftText {
        let point = try operand(at)
        let recording = tree.hasNestedDerivatives
        let tape: String
        if let known = self.tape {
            tape = known
        } else {
            tape = names.make("tape")
            head.append((tape, ["let \(tape) = Tape()"]))
            self.tape = tape
        }
        let name = names.make(tree.locals[local].key.name)
        let variable: String
        if recording {
            // A point that an outer derivative follows keeps its link.
            variable = names.make("step")
            line("let \(variable) = \(tape).track(\(point.asTensor).filled(with: 0))")
            line("let \(name) = try \(point.asTensor) + \(variable)")
        } else {
            variable = name
            line("let \(name) = \(point.canThrow ? "try " : "")\(tape).track(\(point.asTensor))")
        }
        localNames[local] = name
        localRanks[local] = point.rank
        let before = blocks[blocks.count - 1].locals
        if local < 64 { blocks[blocks.count - 1].locals |= 1 << UInt64(local) }
        _ = try emit(body)
        let value = try operand(body)
        blocks[blocks.count - 1].locals = before
        localNames[local] = nil
        known = known.filter { local >= 64 || needs[Int($0.key)].locals & (1 << UInt64(local)) == 0 }
        let more = recording ? ", recording: true" : ""
        if isElementwise || value.rank == 0 {
            let scalar = value.rank == 0 ? value.asArgument : value.calling("sum", canThrow: true).text
            return SwiftText(
                text: "\(tape).gradient(of: \(scalar), withRespectTo: [\(variable)]\(more))[0]", level: .postfix, canThrow: true,
                size: Self.mostInline + 1, rank: point.rank)
        }
        return SwiftText(
            text: "\(tape).jacobian(of: \(value.asArgument), withRespectTo: \(variable)\(more))", level: .postfix, canThrow: true,
            size: Self.mostInline + 1, rank: value.rank + point.rank)
    }

    /// Double-exponential quadrature by a function inside of the function.
    mutating func integral(_ body: ID, _ local: Int, _ from: ID, _ to: ID, _ id: ID) throws(Failure) -> SwiftText {
        let lower = try operand(from)
        let upper = try operand(to)
        guard lower.rank == 0, upper.rank == 0, !tree.nodes.contains(where: { if case .derivative = $0.kind { true } else { false } }) else {
            throw failure("this integral", id)
        }
        helpers.insert(.integral)
        let result = names.make("integral")
        let name = names.make(tree.locals[local].key.name)
        localNames[local] = name
        localRanks[local] = 0
        open("let \(result) = try quadrature(from: \(lower.asTensor).item, to: \(upper.asTensor).item) { (\(name): Tensor) throws(TensorError) -> Tensor in", local: local < 64 ? local : nil)
        _ = try emit(body)
        let value = try operand(body)
        guard value.rank == 0 else { throw failure("an integral of an array", id) }
        line("return \(value.canThrow ? "try " : "")\(value.literal == nil ? value.text : value.asTensor)")
        close()
        localNames[local] = nil
        known = known.filter { local >= 64 || needs[Int($0.key)].locals & (1 << UInt64(local)) == 0 }
        return .name(result, rank: 0)
    }
}
