import Formulas
import LaTeX
import Source
import Tensors

/// The lines of a note that compute some names of a statement from others, layer by layer.
struct ForwardNetwork {
    /// One line for one layer.
    struct Line {
        var name: SymbolKey
        /// Of the statement in the note, and the layers that it speaks of and is read for.
        var latex: [UInt8]
        var head: LayerName.Layer?
        var layer: LayerName.Layer?
        /// Names that it computes from, in this layer.
        var inputs: Set<SymbolKey>
    }

    /// In the order in which they can be computed.
    var lines: [Line] = []
    /// What nothing of it is computed from.
    var tops: [SymbolKey] = []

    private static let mostLines = 12

    /// What the note computes from `variables`, in the layers that a statement speaks of.
    init?(_ stated: [StatedDefinition], from variables: Set<SymbolKey>, layers: Set<LayerName.Layer>, except names: Set<SymbolKey>) {
        var candidates: [SymbolKey: Line] = [:]
        // The last definition of a name counts.
        for entry in stated.reversed() {
            let definition = entry.known.definition
            guard !definition.isFunction, !names.contains(definition.name), DerivativeName(definition.name) == nil else { continue }
            let inputs = definition.body.symbols
            guard !inputs.contains(where: { DerivativeName($0) != nil || names.contains($0) }) else { continue }
            guard let head = LayerName(definition.name) else {
                if candidates[definition.name] == nil { candidates[definition.name] = Line(name: definition.name, latex: entry.latex, inputs: Set(inputs)) }
                continue
            }
            for layer in layers.union([head.layer]) where head.speaks(of: layer) {
                let name = definition.name.moved(from: head.layer, to: layer)
                // What is said of this layer itself counts for more than what is said of all.
                if let other = candidates[name], other.layer == other.head || layer != head.layer { continue }
                candidates[name] = Line(
                    name: name, latex: entry.latex, head: head.layer, layer: layer, inputs: Set(inputs.map { $0.moved(from: head.layer, to: layer) }))
            }
        }
        var reached = variables
        var found: [SymbolKey: Line] = [:]
        var changed = true
        while changed {
            changed = false
            for (name, line) in candidates where found[name] == nil && !line.inputs.isDisjoint(with: reached) && !line.inputs.contains(name) {
                guard line.layer.map({ layers.contains($0) }) ?? true else { continue }
                guard found.count < Self.mostLines else { return nil }
                found[name] = line
                reached.insert(name)
                changed = true
            }
        }
        guard !found.isEmpty else { return nil }
        var left = found
        while !left.isEmpty {
            let ready = left.values.filter { $0.inputs.isDisjoint(with: left.keys) }.sorted { $0.name < $1.name }
            // A recurrence between steps that are all there.
            guard !ready.isEmpty else { return nil }
            lines += ready
            for line in ready { left[line.name] = nil }
        }
        let used = lines.reduce(into: Set<SymbolKey>()) { $0.formUnion($1.inputs) }
        tops = reached.filter { !used.contains($0) }.sorted()
    }

    func computes(_ name: SymbolKey) -> Bool { lines.contains { $0.name == name } }
}
