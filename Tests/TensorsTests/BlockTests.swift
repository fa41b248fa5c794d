import CKernels
import Source
import Tensors
import TestSupport
import Testing

/// Loops over blocks against mpmath (Tests/Reference/tensors/blocks.py), for every instruction set of this processor.
@Suite struct BlockTests {
    static var levels: [gloss_block_loops] { (0..<3).compactMap { gloss_block_loops_of(Int32($0))?.pointee } }

    static func apply(_ loops: gloss_block_loops, _ operation: gloss_block_operation, _ a: [Double], _ b: [Double] = [], _ c: [Double] = []) -> [Double] {
        let padding = [Double](repeating: 1, count: Int(GLOSS_BLOCK_LANES))
        var out = a + padding
        loops.apply(operation, a + padding, b + padding, c + padding, &out, a.count)
        return Array(out[..<a.count])
    }

    @Test(arguments: [
        ("exp", GLOSS_EXP, 1.1), ("log", GLOSS_LOG, 1), ("tanh", GLOSS_TANH, 3), ("sigmoid", GLOSS_SIGMOID, 3), ("sin", GLOSS_SIN, 1),
        ("cos", GLOSS_COS, 1), ("power", GLOSS_POWER, 1.3),
    ] as [(String, gloss_block_operation, Double)])
    func isWithinItsError(name: String, operation: gloss_block_operation, ulps: Double) throws {
        let item = try #require(try Fixtures.reference("tensors/blocks.json")[name])
        func numbers(_ key: String) -> [Double] { item[key]?.elements?.compactMap(\.double) ?? [] }
        let x = numbers("x")
        let exact = numbers("value")
        try #require(x.count > 100 && exact.count == x.count)
        for loops in Self.levels {
            for (k, value) in Self.apply(loops, operation, x, numbers("y")).enumerated() {
                guard exact[k].isFinite else {
                    #expect(value == exact[k], "\(name)(\(x[k]))")
                    continue
                }
                // The reference itself is rounded: half an ulp more.
                #expect((value - exact[k]).magnitude <= (ulps + 0.5) * exact[k].ulp, "\(name)(\(x[k])) = \(value), not \(exact[k])")
            }
        }
    }

    @Test func keepsSpecialValues() {
        let x: [Double] = [.nan, .infinity, -.infinity, 0, -0.0, -1, .leastNonzeroMagnitude, -Double.leastNonzeroMagnitude, 1e308]
        let cases: [(gloss_block_operation, [Double])] = [
            (GLOSS_EXP, [.nan, .infinity, 0, 1, 1, 0.36787944117144233, 1, 1, .infinity]),
            (GLOSS_LOG, [.nan, .infinity, .nan, -.infinity, -.infinity, .nan, -744.4400719213812, .nan, 709.1962086421661]),
            (GLOSS_TANH, [.nan, 1, -1, 0, -0.0, -0.7615941559557649, .leastNonzeroMagnitude, -Double.leastNonzeroMagnitude, 1]),
            (GLOSS_SIGMOID, [.nan, 1, 0, 0.5, 0.5, 0.2689414213699951, 0.5, 0.5, 1]),
            (GLOSS_SQRT, [.nan, .infinity, .nan, 0, -0.0, .nan, 2.2227587494850775e-162, .nan, 1e154]),
            (GLOSS_SIGN, [.nan, 1, -1, 0, -0.0, -1, 1, -1, 1]),
            (GLOSS_ABS, [.nan, .infinity, .infinity, 0, 0, 1, .leastNonzeroMagnitude, .leastNonzeroMagnitude, 1e308]),
        ]
        for loops in Self.levels {
            for (operation, expected) in cases {
                for (value, wanted) in zip(Self.apply(loops, operation, x), expected) {
                    let isSame = value.isNaN && wanted.isNaN || value == wanted && value.sign == wanted.sign
                    #expect(isSame || (value - wanted).magnitude <= 2 * wanted.ulp, "\(operation): \(value), not \(wanted)")
                }
            }
            // x^0 and 1^y are 1 even for NaN; signs as IEEE 754 has them.
            let powers = Self.apply(loops, GLOSS_POWER, [.nan, 1, -1, 0, 0, -8, .infinity, 2], [0, .nan, .infinity, -1, 0, 1.0 / 3, -1, .nan])
            for (value, wanted) in zip(powers, [1, 1, 1, .infinity, 1, .nan, 0, .nan]) { #expect(value == wanted || value.isNaN && wanted.isNaN) }
            for operation in [GLOSS_MAXIMUM, GLOSS_MINIMUM] {
                #expect(Self.apply(loops, operation, [.nan, 1, 1], [1, .nan, 2]).map(\.isNaN) == [true, true, false])
            }
            let chosen = Self.apply(loops, GLOSS_SELECT, [1, 0, .nan], [2, 2, 2], [3, 3, 3])
            #expect(chosen == [2, 3, 2])
        }
    }

    @Test func foldsAlikeOnEveryProcessor() {
        for count in [0, 1, 7, 31, 32, 33, 100, 1000] {
            let x = (0..<count).map { Double($0 * 7919 % 1009) / 997 - 0.5 }
            let first = Self.levels.first.map { loops in (0..<4).map { loops.fold(gloss_block_fold(rawValue: $0), x, count) } } ?? []
            for loops in Self.levels {
                #expect((0..<4).map { loops.fold(gloss_block_fold(rawValue: $0), x, count) } == first)
                #expect(loops.nonfinite(x, count) == 0)
                if count > 2 {
                    #expect(loops.nonfinite(x.dropLast() + [.infinity], count) == 1)
                    #expect(loops.nonfinite([.nan] + x.dropFirst(), count) == 2)
                    #expect(loops.fold(GLOSS_FOLD_MAXIMUM, x.dropLast() + [.nan], count).isNaN)
                }
            }
            #expect((first[0] - x.reduce(0, +)).magnitude < 1e-12)
            #expect(first[2] == x.max() ?? -.infinity && first[3] == x.min() ?? .infinity)
        }
    }

    @Test func runsPrograms() throws {
        let x = Tensor((0..<2500).map { Double($0 % 97) / 10 - 4 })
        var program = BlockProgram()
        let a = program.input(x)
        let unused = program.apply(.log, a)
        let one = program.constant(1)
        let sum = program.apply(.add, program.apply(.exp, program.apply(.negate, a)), one)
        let value = program.apply(.divide, one, sum)
        // An operation without a loop, and a function of tensors.
        let more = program.call([program.apply(.atan, value), a]) { arguments throws(TensorError) in try arguments[0] + arguments[1] }
        let greater = program.select(program.apply(.greater, a, one), more, a)
        var found: [Double] = []
        let faults = try program.run(greater, count: 2500) { start, block in
            #expect(start == found.count)
            found += block
        }
        #expect(faults.first == nil)
        let expected = try Tensor.select(x.greater(1), (1 / (1 + (-x).exp())).applying(.atan) + x, x)
        #expect(zip(found, expected.elements).allSatisfy { ($0 - $1).magnitude <= 1e-15 * $1.magnitude })
        #expect((try program.fold(.sum, value, count: 2500).value - (1 / (1 + (-x).exp())).sum().item).magnitude < 1e-10)
        // The first fault is named, where its step runs at all.
        let logs = try program.fold(.maximum, unused, count: 2500)
        #expect(logs.value.isNaN && logs.faults.first?.step == unused && logs.faults.first?.isNaN == true)
        let positions = program.positions(from: 1)
        #expect(try program.fold(.product, positions, count: 10).value == 3_628_800)
        #expect(throws: TensorError.self) { try program.run(99, count: 1) { _, _ in } }
    }
}
