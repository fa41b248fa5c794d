import Formulas

/// A name with a layer or a step in its scripts: `W^{[l]}`, `a^{l-1}`, `z^{(L)}`, `h_{t+1}`.
struct LayerName: Hashable {
    /// What stands before the layer, its mark and bracket included, and the bracket behind it.
    var base: String
    var closing: String
    var layer: Layer

    struct Layer: Hashable {
        /// Empty where the layer is a number.
        var letter: String
        var offset: Int
    }

    /// `nil` for any other name.
    init?(_ key: SymbolKey) {
        guard let mark = key.name.lastIndex(where: { $0 == "^" || $0 == "_" }) else { return nil }
        var text = key.name[key.name.index(after: mark)...]
        var start = text.startIndex
        closing = ""
        if let first = text.first, let bracket = Self.brackets[first] {
            guard text.last == bracket, text.count > 2 else { return nil }
            start = text.index(after: start)
            closing = String(bracket)
            text = text.dropFirst().dropLast()
        }
        let letter = text.prefix { $0.isLetter }
        let rest = text.dropFirst(letter.count)
        guard letter.isEmpty ? !closing.isEmpty || key.name[mark] == "_" : Self.letters.contains(String(letter)),
            let offset = rest.isEmpty && !letter.isEmpty ? 0 : Int(rest), abs(offset) < 100
        else { return nil }
        guard letter.isEmpty || rest.isEmpty || rest.first == "+" || rest.first == "-" else { return nil }
        base = String(key.name[..<start])
        layer = Layer(letter: String(letter), offset: offset)
    }

    var key: SymbolKey {
        let sign = layer.letter.isEmpty || layer.offset < 0 ? "" : "+"
        return SymbolKey(canonical: base + layer.letter + (layer.offset == 0 && !layer.letter.isEmpty ? "" : sign + String(layer.offset)) + closing)
    }

    /// What stands before the mark.
    var name: Substring { base.prefix { $0 != "^" && $0 != "_" } }

    /// The same of any layer.
    var general: String { base + closing }

    /// A name without its layer, where it has one.
    static func general(_ key: SymbolKey) -> String { LayerName(key)?.general ?? key.name }

    /// Whether what is said of this layer is said of that one too: of l for every layer, of L for none but the last.
    func speaks(of other: Layer) -> Bool {
        layer == other || Self.general.contains(layer.letter) && (other.letter == layer.letter || other.letter.isEmpty || Self.last.contains(other.letter))
    }

    private static let brackets: [Character: Character] = ["[": "]", "(": ")", "<": ">"]
    private static let general: Set<String> = ["l", "ell", "t", "k", "n"]
    private static let last: Set<String> = ["L", "T", "N", "K"]
    private static let letters = general.union(last)
}

extension SymbolKey {
    /// The name in another layer, counted from that of `head`; as it is where it has none of the same letter.
    func moved(from head: LayerName.Layer, to layer: LayerName.Layer) -> SymbolKey {
        if let derivative = DerivativeName(self) {
            return derivative.moved(from: head, to: layer).key
        }
        guard var own = LayerName(self), own.layer.letter == head.letter else { return self }
        own.layer = LayerName.Layer(letter: layer.letter, offset: layer.offset + own.layer.offset - head.offset)
        return own.key
    }
}

extension DerivativeName {
    func moved(from head: LayerName.Layer, to layer: LayerName.Layer) -> DerivativeName {
        DerivativeName(of: function.moved(from: head, to: layer), by: variable.moved(from: head, to: layer))
    }
}
