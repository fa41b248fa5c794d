import Catalogue
import Formulas
import Tensors

/// The catalogue as the functions that a formula may name.
public struct CatalogueVocabulary: Vocabulary {
    private let table: ImplementationTable

    public init(_ table: ImplementationTable) { self.table = table }

    public func function(named name: String, arity: Int?) -> (any KnownFunction)? {
        let named = table.lookup(name).map { [$0] } ?? []
        // A Greek letter is conventional for one entry (σ for sigmoid); a Latin one is anybody's.
        let entries = named.isEmpty && name.utf8.count > 1 ? table.entries(withSymbol: name) : named
        guard entries.count == 1, let entry = entries.first else { return nil }
        for variant in entry.variants where arity.map({ entry.arity(of: variant).contains($0) }) ?? true {
            return CatalogueFunction(entry: entry, variant: variant)
        }
        return nil
    }

    public var names: [String] { table.entries.flatMap { [$0.name] + $0.aliases } }
}

/// A catalogue entry in the convention that its number of arguments asks for.
private struct CatalogueFunction: KnownFunction {
    let entry: Implementation
    let variant: Variant

    var name: String { entry.name }

    var signature: Signature {
        let parameters = entry.parameters(of: variant)
        return Signature(
            parameters.map { Signature.Parameter($0.name, template(of: $0.shape)) },
            result: template(of: entry.result(of: variant)),
            optional: parameters.count { $0.defaultValue != nil })
    }

    private func template(of shape: Catalogue.ShapeTemplate) -> Formulas.ShapeTemplate {
        if shape.hasLeadingAxes, shape.dimensions.isEmpty { return .elementwise }
        return .dimensions(
            shape.dimensions.map { dimension in
                switch dimension {
                case .named(let name): name
                case .fixed(let size): String(size)
                }
            })
    }

    func apply(_ arguments: [Tensor]) throws(TensorError) -> Tensor {
        try entry.evaluate(arguments, variant: variant)
    }

    func swiftCall(_ arguments: [String]) -> String? {
        var all = arguments
        // Hyperparameters that are left out take their defaults.
        for parameter in entry.parameters(of: variant).dropFirst(arguments.count) {
            guard let value = parameter.defaultValue else { return nil }
            all.append("\(value)")
        }
        return SwiftCalls.call(entry.name, variant.name, all)
    }
}
