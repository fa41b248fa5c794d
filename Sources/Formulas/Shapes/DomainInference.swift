import Source
import Tensors

/// What the use of a symbol says of its values: positive under a logarithm, a position in a subscript.
struct DomainInference {
    typealias ID = ExpressionTree.ID

    let draft: Draft
    let table: DimensionTable
    let types: [TypeTerm]
    var domains: [Domain]
    /// Undefined functions of whose values a logarithm or a root is taken.
    var positiveFunctions: Set<String> = []

    init(_ draft: Draft, table: DimensionTable, types: [TypeTerm]) {
        self.draft = draft
        self.table = table
        self.types = types
        domains = draft.symbols.map(\.domain)
    }

    mutating func run() {
        for node in draft.nodes {
            switch node.kind {
            case .unary(.elementwise(let function), let a):
                switch function {
                case .log, .log2, .log10: positive(a)
                case .sqrt: nonNegative(a)
                case .asin, .acos: narrow(a, to: .unitInterval)
                default: break
                }
            case .unary(.factorial, let a), .unary(.gamma, let a): narrow(a, to: .integer(from: 0))
            case .binary(.divide, _, let b): nonZero(b)
            case .call(let f, let list):
                guard let function = draft.functions[Int(f)] as? SpecialFunction else { continue }
                for argument in draft.children(list) {
                    switch function.kind {
                    case .gamma, .logGamma, .digamma, .beta: positive(argument)
                    case .probit, .logit: narrow(argument, to: .unitInterval)
                    default: break
                    }
                }
            case .power(let base, let exponent):
                if isFraction(exponent) { nonNegative(base) } else if !isWhole(exponent) { positive(base) }
            case .access(let base, let list):
                for (axis, index) in draft.children(list).enumerated() where index >= 0 { position(index, of: base, axis: axis) }
            case .reduce(_, let slot, let body, _):
                if case .bounds(_, let last) = draft.slots[Int(slot)].bounds, case .number(let end, _) = draft[last].kind, end == .infinity {
                    // A power series is summed where it converges.
                    for id in draft.reachable(from: body) {
                        if case .power(let base, let exponent) = draft[id].kind, dependsOn(exponent, slot) { narrow(base, to: .unitInterval) }
                    }
                }
                if case .bounds(let first, let last) = draft.slots[Int(slot)].bounds {
                    narrow(first, to: .integer(from: 1))
                    narrow(last, to: .integer(from: 1))
                }
            case .binary(.binomial, let a, let b):
                narrow(a, to: .integer(from: 1))
                narrow(b, to: .integer(from: 0))
            default: break
            }
        }
    }

    private func dependsOn(_ id: ID, _ slot: Int32) -> Bool {
        draft.reachable(from: id).contains { if case .slot(let s) = draft[$0].kind { s == slot } else { false } }
    }

    private func symbol(_ id: ID) -> Int? {
        switch draft[id].kind {
        case .symbol(let s): Int(s)
        case .access(let base, _): symbol(base)
        default: nil
        }
    }

    private mutating func narrow(_ id: ID, to domain: Domain) {
        guard let s = symbol(id), draft.symbols[s].isConstant == nil else { return }
        domains[s] = Self.meet(domains[s], domain)
    }

    static func meet(_ a: Domain, _ b: Domain) -> Domain {
        func rank(_ domain: Domain) -> Int {
            switch domain {
            case .real: 0
            case .nonZero: 1
            case .nonNegative: 2
            case .positive: 3
            case .unitInterval: 4
            case .distribution: 5
            case .integer: 6
            case .index: 7
            }
        }
        return rank(b) > rank(a) ? b : a
    }

    private mutating func positive(_ id: ID) {
        switch draft[id].kind {
        case .binary(.subtract, let a, let b):
            // log(1 - p)
            if case .number(1, _) = draft[a].kind { narrow(b, to: .unitInterval) }
        case .binary(.divide, let a, let b), .product(let a, let b, _):
            positive(a)
            positive(b)
        case .power(let a, _): positive(a)
        case .call(let f, _): positiveFunctions.insert(draft.functions[Int(f)].name)
        default: narrow(id, to: .positive)
        }
    }

    private mutating func nonNegative(_ id: ID) {
        switch draft[id].kind {
        case .binary(.divide, let a, let b):
            nonNegative(a)
            positive(b)
        case .product(let a, let b, _), .binary(.add, let a, let b):
            nonNegative(a)
            nonNegative(b)
        case .binary(.subtract, let a, let b):
            if case .number(1, _) = draft[a].kind { narrow(b, to: .unitInterval) }
        case .power: break
        case .call(let f, _): positiveFunctions.insert(draft.functions[Int(f)].name)
        default: narrow(id, to: .nonNegative)
        }
    }

    private mutating func nonZero(_ id: ID) {
        switch draft[id].kind {
        case .binary(.subtract, let a, let b):
            if case .number(1, _) = draft[a].kind { narrow(b, to: .unitInterval) }
        case .product(let a, let b, _):
            nonZero(a)
            nonZero(b)
        case .power(let a, _): nonZero(a)
        default: narrow(id, to: .nonZero)
        }
    }

    private func isFraction(_ id: ID) -> Bool {
        switch draft[id].kind {
        case .binary(.divide, _, _): true
        case .number(let value, _): value != value.rounded()
        default: false
        }
    }

    private func isWhole(_ id: ID) -> Bool {
        switch draft[id].kind {
        case .number, .slot, .count: true
        case .symbol(let s):
            draft.symbols[Int(s)].sizeOf >= 0 || { if case .integer = draft.symbols[Int(s)].domain { true } else { false } }()
                || ["n", "m", "k", "N", "t", "T", "i", "j"].contains(draft.symbols[Int(s)].key.name)
        case .unary(.negate, let a): isWhole(a)
        case .binary(.add, let a, let b), .binary(.subtract, let a, let b): isWhole(a) && isWhole(b)
        default: false
        }
    }

    /// A symbol in a subscript holds positions along that axis.
    private mutating func position(_ index: ID, of base: ID, axis: Int) {
        guard let s = symbol(index), draft.symbols[s].value == nil else { return }
        let type = types[Int(base)]
        guard axis < Int(type.rank) else { return }
        domains[s] = .index(into: table.dimension(type[axis]))
    }
}
