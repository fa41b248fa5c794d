import Catalogue
import Tensors

/// Stress samples in the forms that functions and formulas take, and milder ones that show what the cause of a lost value is.
enum StressArguments {
    /// Beyond these magnitudes even good code may overflow (squares of 1e200) or round to zero in single precision.
    private static let ordinary = 1e-6...1e6

    static func areOrdinary(_ stress: [Tensor], upTo most: Double = 1e6) -> Bool {
        stress.allSatisfy { $0.elements.allSatisfy { $0 == 0 || (ordinary.lowerBound...most).contains(abs($0)) } }
    }

    /// A stress sample in the form that a function takes: element by element, or with an axis in front.
    static func cases(_ stress: [Tensor], _ parameters: [Parameter], _ layout: SnippetComparison.Layout) -> [[Tensor]] {
        var arguments = stress
        var split: Int?
        for (index, parameter) in parameters.enumerated() where parameter.shape.hasLeadingAxes && parameter.defaultValue == nil {
            let rank = parameter.shape.dimensions.count
            let argument = stress[index]
            if layout == .elements, rank == 0, argument.shape.count == 1 {
                guard split == nil || split == argument.count else { return [] }
                split = argument.count
            } else if layout == .rows || layout == .columns, rank > 0, argument.shape.count == rank {
                arguments[index] = Tensor.of(shape: [1] + argument.shape, argument.elements)
            }
        }
        guard let split else { return [arguments] }
        return (0..<split).map { element in
            zip(stress, parameters).map { argument, parameter in
                guard parameter.shape.hasLeadingAxes, parameter.defaultValue == nil, argument.shape.count == 1,
                    element < argument.elements.count
                else { return argument }
                return Tensor(argument.elements[element])
            }
        }
    }

    /// The arguments with 0 and 1 moved inwards, where a parameter takes numbers in between; `nil` if there are none.
    static func awayFromZero(_ arguments: [Tensor], _ parameters: [Parameter]) -> [Tensor]? {
        var hasMoved = false
        let moved = zip(arguments, parameters).map { argument, parameter -> Tensor in
            switch parameter.domain {
            case .oneHot, .binary, .signs, .classIndex, .positiveInteger: return argument
            default: break
            }
            guard parameter.defaultValue == nil, argument.elements.contains(where: { $0 == 0 || $0 == 1 }) else { return argument }
            hasMoved = true
            return Tensor.of(shape: argument.shape, argument.elements.map { $0 == 0 ? 1e-3 : $0 == 1 ? 1 - 1e-3 : $0 })
        }
        return hasMoved ? moved : nil
    }

    /// The arguments with those of larger magnitude scaled down to `limit`; `nil` if there are none.
    static func scaled(_ arguments: [Tensor], to limit: Double) -> [Tensor]? {
        var isScaled = false
        let scaled = arguments.map { argument -> Tensor in
            let largest = argument.elements.reduce(0) { max($0, abs($1)) }
            guard largest > limit, largest >= 100 else { return argument }
            isScaled = true
            return Tensor.of(shape: argument.shape, argument.elements.map { $0 / largest * limit })
        }
        return isScaled ? scaled : nil
    }
}
