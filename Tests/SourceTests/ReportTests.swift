import Source
import Testing

@Suite struct TextReportTests {
    private func report(_ text: String, _ range: ByteRange, help: String? = nil, colour: Bool = false) -> String {
        let source = SourceText(name: "notes/a.md", text: text)
        let diagnostic = Diagnostic(
            .wrongEquation, at: range, "the sides differ", help: help,
            counterexample: Counterexample(inputs: [("x", 0.5)], expected: 1, actual: 2.25))
        var out = ByteBuffer()
        TextReport(colour: colour).write(Finding(diagnostic, in: source), source: source, to: &out)
        return out.string
    }

    @Test func underlinesWideText() {
        #expect(report("中文 $a=b$", ByteRange(7, 12), help: "write b = a") == """
            error[V002]: the sides differ
             --> notes/a.md:1:4
              |
            1 | 中文 $a=b$
              |      ^^^^^
              = with: x = 0.5
              = expected: 1
              = actual: 2.25
              = help: write b = a


            """)
    }

    @Test func showsTheEndOfLongRanges() {
        let text = report("a\n$$x\n= y$$", ByteRange(2, 11))
        #expect(text.contains(" --> notes/a.md:2:1\n"))
        #expect(text.contains("2 | $$x\n  | ^^^…\n  | ends at 3:6\n"))
    }

    @Test func cutsLongLines() {
        let text = report(String(repeating: "x", count: 5_000), ByteRange(2_000, 2_003))
        let line = text.split(separator: "\n")[3]
        #expect(line.count < 160)
        #expect(line.hasPrefix("1 | …x"))
        #expect(line.hasSuffix("…"))
    }

    @Test func neverSteersTheTerminal() {
        let text = report("a\u{1B}[31m\u{202E}b", ByteRange(0, 1))
        #expect(!text.contains("\u{1B}"))
        #expect(!text.contains("\u{202E}"))
    }

    @Test func coloursOnRequest() { #expect(report("a", ByteRange(0, 1), colour: true).hasPrefix("\u{1B}[1;31merror[V002]\u{1B}[0m")) }
}

@Suite struct FindingCodeTests {
    @Test func codesAreUniqueAndInFamilies() {
        let codes = FindingCode.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(Set(FindingCode.all.map(\.name)).count == codes.count)
        for code in codes {
            #expect(FindingFamily(rawValue: String(code.prefix(1))) != nil)
            #expect(code.dropFirst().count == 3 && code.dropFirst().allSatisfy(\.isNumber))
        }
    }

    @Test func forcedOutcomesAreErrors() {
        for code in FindingCode.all where code.outcome == .malformed || code.outcome == .refuted {
            #expect(code.severity == .error, "\(code.code)")
        }
    }

    @Test func isFoundByCodeAndName() {
        #expect(FindingCode.named("v001") == .wrongValue)
        #expect(FindingCode.named("wrong-value") == .wrongValue)
        #expect(FindingCode.named("Z999") == nil)
    }
}

@Suite struct BudgetTests {
    @Test func stopsAtSteps() throws {
        var limits = Limits()
        limits.steps = 10
        let budget = Budget(limits)
        try budget.spend(10)
        #expect(throws: LimitExceeded.steps(10)) { try budget.spend() }
    }

    @Test func readsTheClockNowAndThen() {
        let budget = Budget(isExpired: { true })
        #expect(throws: LimitExceeded.time(2)) { for _ in 0..<10_000 { try budget.spend() } }
    }

    @Test func countsDepthAndElements() throws {
        let budget = Budget()
        for _ in 0..<200 { try budget.enter() }
        #expect(throws: LimitExceeded.recursion(200)) { try budget.enter() }
        #expect(throws: LimitExceeded.elements(1_000_000)) { try budget.retain(elements: 1_000_001) }
        try budget.retain(elements: 1_000)
        budget.release(elements: 5_000)
        #expect(budget.elementsAlive == 0)
    }
}
