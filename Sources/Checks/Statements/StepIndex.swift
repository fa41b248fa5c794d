import Formulas

/// A name with a step as its last subscript: `\alpha_t`, `\alpha_{t-1}`. What is said of one step is said of all.
struct StepIndex: Hashable {
    /// The name without its subscript, and the letter of the step.
    var base: String
    var letter: Character
    var offset: Int

    /// Steps that formulas speak of are near each other.
    static let offsets = -3...3

    /// `nil` for any other name.
    init?(_ key: SymbolKey) {
        guard let mark = key.name.lastIndex(of: "_") else { return nil }
        let step = key.name[key.name.index(after: mark)...]
        guard let first = step.first, Self.letters.contains(first) else { return nil }
        let rest = step.dropFirst()
        if rest.isEmpty {
            offset = 0
        } else {
            guard let sign = rest.first, sign == "+" || sign == "-", let amount = Int(rest.dropFirst()), Self.offsets.contains(amount) else { return nil }
            offset = sign == "-" ? -amount : amount
        }
        base = String(key.name[..<mark])
        letter = first
    }

    private static let letters: Set<Character> = ["t", "k", "n"]

    var key: SymbolKey { SymbolKey(canonical: "\(base)_\(letter)" + (offset == 0 ? "" : offset > 0 ? "+\(offset)" : "\(offset)")) }

    func moved(by steps: Int) -> StepIndex {
        var moved = self
        moved.offset += steps
        return moved
    }
}

extension KnownDefinition {
    /// What is defined of another step; `nil` for a recurrence, which would never end, and where the step itself is a value.
    func moved(by steps: Int) -> KnownDefinition? {
        guard let head = StepIndex(definition.name), !definition.isFunction, definition.indices.isEmpty else { return nil }
        let names = definition.body.symbols
        guard !names.contains(where: { StepIndex($0)?.base == head.base || $0.name == String(head.letter) }) else { return nil }
        func name(_ key: SymbolKey) -> SymbolKey {
            guard let index = StepIndex(key), index.letter == head.letter else { return key }
            return index.moved(by: steps).key
        }
        var known = self
        known.definition = Definition(
            name: name(definition.name), range: definition.range, parameters: definition.parameters, isFunction: false, indices: [], body: definition.body.naming(name))
        known.symbols = symbols.map { symbol in
            var symbol = symbol
            symbol.name = name(symbol.name)
            return symbol
        }
        return known
    }
}
