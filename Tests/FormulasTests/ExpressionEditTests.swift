import Formulas
import Source
import Tensors
import Testing

/// A changed part has the value that the formula with the change written in has.
@Suite struct ExpressionEditTests {
    struct Change: Sendable, CustomTestStringConvertible {
        var written: String
        var part: String
        var edit: ExpressionEdit
        var meant: String

        var testDescription: String { "\(written) → \(meant)" }
    }

    static let changes = [
        Change(written: #"z = a + b c"#, part: "+", edit: .turned, meant: #"z = a - b c"#),
        Change(written: #"z = a - \frac{b - c}{2}"#, part: "b - c", edit: .negated, meant: #"z = a - \frac{-(b - c)}{2}"#),
        Change(written: #"z = \sqrt{a + b^2}"#, part: "b^2", edit: .bare, meant: #"z = \sqrt{a + b}"#),
        Change(written: #"z = a \sqrt{b}"#, part: #"\sqrt{b}"#, edit: .bare, meant: #"z = a b"#),
        Change(written: #"z = a \sqrt{b}"#, part: "b", edit: .squared, meant: #"z = a \sqrt{b^2}"#),
        Change(written: #"z = \exp(-a) + b"#, part: "b", edit: .rooted, meant: #"z = \exp(-a) + \sqrt{b}"#),
        Change(written: #"z = \beta a + (1 - \beta) b"#, part: #"\beta"#, edit: .complement, meant: #"z = (1 - \beta) a + (1 - \beta) b"#),
        Change(written: #"z = \frac{a}{b}"#, part: "b", edit: .lessOne, meant: #"z = \frac{a}{b - 1}"#),
        Change(written: #"z = \frac{a}{b} + c"#, part: #"\frac{a}{b}"#, edit: .exchanged, meant: #"z = \frac{b}{a} + c"#),
        Change(written: #"z = a \cdot b + c"#, part: #"\cdot"#, edit: .added, meant: #"z = a + b + c"#),
        Change(written: #"z = a + \frac{1}{2} b"#, part: #"\frac{1}{2}"#, edit: .value(1), meant: #"z = a + b"#),
        Change(written: #"z = \sum_{k=1}^{3} \frac{k + b}{k}"#, part: "b", edit: .scaled(2), meant: #"z = \sum_{k=1}^{3} \frac{k + 2 b}{k}"#),
    ]

    @Test(arguments: changes) func aChangedPart(_ change: Change) throws {
        let range = try place(of: change.part, in: change.written)
        let edited = try #require(try side(change.written).edited(change.edit, at: range))
        #expect(try isNear(value(edited), value(side(change.meant))))
    }

    @Test func aTermIsAllThatIsMultiplied() throws {
        let written = #"z = a + b c \sqrt{a} - c"#
        let row = ByteRange(4, written.utf8.count)
        let start = try place(of: "b", in: written).lower
        let twice = try #require(try side(written).edited(.scaled(2), termAt: start, within: row))
        #expect(try isNear(value(twice), value(side(#"z = a + 2 (b c \sqrt{a}) - c"#))))
        let name = try place(of: "a", in: written)
        let named = try #require(try side(written).edited(.scaledByName(name), termAt: start, within: row))
        #expect(try isNear(value(named), value(side(#"z = a + a (b c \sqrt{a}) - c"#))))
        // A term does not go beyond its row.
        let inner = #"z = (a + b) c"#
        let bracket = try #require(try side(inner).edited(.negated, termAt: 5, within: ByteRange(5, 10)))
        #expect(try isNear(value(bracket), value(side(#"z = (-a + b) c"#))))
    }

    @Test func aNameMultipliesWhereItsIndicesRun() throws {
        let written = #"z = \sum_{i=1}^{3} x_i (x_i + b) + c"#
        let row = ByteRange(4, written.utf8.count)
        let name = try place(of: "x_i", in: written)
        let inner = try place(of: "b", in: written).lower
        #expect(try side(written).edited(.scaledByName(name), termAt: inner, within: row) == nil)
        let first = try #require(try side(#"z = \sum_{i=1}^{3} (x_i + b x_i) x_i"#).edited(.scaledByName(ByteRange(20, 23)), termAt: 26, within: ByteRange(20, 31)))
        #expect(try isNear(value(first), value(side(#"z = \sum_{i=1}^{3} (x_i + x_i b x_i) x_i"#))))
        let inverse = try #require(try side(#"z = a + b c"#).edited(.scaledByName(ByteRange(4, 5), isInverted: true), termAt: 8, within: ByteRange(4, 11)))
        #expect(try isNear(value(inverse), value(side(#"z = a + \frac{b c}{a}"#))))
    }

    static let brackets = [
        (#"z = a b + c d"#, "+", "b + c", #"z = a (b + c) d"#),
        (#"z = c - a b + c d"#, "+", "b + c", #"z = c - a (b + c) d"#),
        (#"z = -a b - c d"#, "- c", "b - c d", #"z = -a (b - c d)"#),
        (#"z = a + b - c d"#, "-", "b - c", #"z = a + (b - c) d"#),
    ]

    @Test(arguments: brackets) func bracketsJoinFactors(_ written: String, _ sign: String, _ inside: String, _ meant: String) throws {
        let sign = try place(of: sign, in: written)
        let inside = try place(of: inside, in: written)
        let edit = ExpressionEdit.bracketed(sign: ByteRange(sign.lower, sign.lower + 1), from: inside.lower, to: inside.upper)
        let edited = try #require(try side(written).edited(edit, at: inside))
        #expect(try isNear(value(edited), value(side(meant))))
    }

    @Test func whatIsNotThereIsNotChanged() throws {
        let side = try side(#"z = a + b"#)
        #expect(side.edited(.exchanged, at: ByteRange(4, 9)) == nil)
        #expect(side.edited(.squared, at: ByteRange(4, 6)) == nil)
        #expect(side.edited(.turned, at: ByteRange(4, 5)) == nil)
        // A bound says how many elements there are.
        let sum = try self.side(#"z = \sum_{k=1}^{3} k^2 a"#)
        #expect(sum.edited(.value(4), at: try place(of: "3", in: #"z = \sum_{k=1}^{3} k^2 a"#)) == nil)
    }

    private func side(_ latex: String) throws -> Expression { try #require(read(latex).statements.first?.sides.last?.expression) }

    private func place(of part: String, in latex: String) throws -> ByteRange {
        let bytes = Array(latex.utf8)
        let wanted = Array(part.utf8)
        let start = try #require(bytes.indices.dropFirst(2).first { bytes[$0...].starts(with: wanted) })
        return ByteRange(start, start + wanted.count)
    }

    private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-14 * max(1, abs(b)) }

    private func value(_ expression: Expression) throws -> Double {
        let bindings = Bindings(uniqueKeysWithValues: [("a", 1.25), ("b", 2.5), ("c", 0.75), ("d", 1.5), ("beta", 0.25)].map { (SymbolKey(plain: $0.0), Tensor($0.1)) } + [(SymbolKey(plain: "x"), Tensor([1.0, 2, 4]))])
        return try #require(try expression.evaluate(bindings, budget: Budget()).value.scalar)
    }
}
