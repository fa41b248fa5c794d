import Catalogue
import Tensors
import Testing

/// Arguments of every shape and value for every variant: a value or an error, never a trap; gradients too.
@Suite struct HostileArgumentTests {
    static let tensors: [Tensor] = {
        let shaped = [[0], [1], [3], [0, 2], [2, 0], [2, 2], [3, 2], [1, 1], [2, 2, 2]].compactMap { try? Tensor.ones($0) }
        return shaped + [
            Tensor(0.0), Tensor(-1.0), Tensor(Double.nan), Tensor(Double.infinity), Tensor(1e308), Tensor(true),
            Tensor([0, -1, .nan]), Tensor([.infinity, -.infinity]), Tensor(integers: [1, -1]), Tensor(integers: [5, 0]),
        ]
    }()

    @Test(arguments: StandardCatalogue.table.entries) func answersWithoutTrap(_ entry: Implementation) {
        var generator = Generator(seed: 17)
        for variant in entry.variants {
            let count = entry.parameters(of: variant).count
            for round in 0..<120 {
                let fixed = Self.tensors[round % Self.tensors.count]
                let arguments = (0..<count).map { _ in
                    round < Self.tensors.count ? fixed : Self.tensors[generator.integer(below: Self.tensors.count)]
                }
                let tape = Tape()
                let tracked = arguments.map(tape.track)
                do {
                    let value = try entry.evaluate(arguments, variant: variant)
                    #expect(value.shape.reduce(1, *) == value.count)
                    let result = try entry.evaluate(tracked, variant: variant)
                    let gradients = try tape.pullback(of: result, seed: result.filled(with: 1), to: tracked)
                    #expect(gradients.map(\.shape) == arguments.map(\.shape))
                } catch {
                    #expect(!error.description.isEmpty)
                }
            }
        }
    }
}
