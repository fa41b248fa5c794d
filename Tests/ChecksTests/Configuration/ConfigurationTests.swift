import Checks
import LaTeX
import Markdown
import Source
import Testing

@Suite struct ConfigurationTests {
    private func string(_ text: String) -> ConfigValue { ConfigValue(.string(text), range: ByteRange(4, 8)) }

    private func table(_ entries: [(String, ConfigValue)]) -> ConfigValue {
        ConfigValue(
            .table(entries.map { ConfigValue.Entry(key: $0.0, keyRange: ByteRange(0, 3), value: $0.1) }),
            range: ByteRange(0, 8))
    }

    @Test func readsEverySetting() {
        let (configuration, diagnostics) = CheckConfiguration.read(
            table([
                ("title", string("Notes")), ("language", string("zh")),
                ("macros", table([("\\norm", string("\\lVert #1 \\rVert_{#2}")), ("RR", string("\\mathbb{R}"))])),
                ("limits", table([("steps", ConfigValue(.integer(1_000), range: ByteRange(0, 1)))])),
                ("allow", ConfigValue(.array([string("V001"), string("log-of-zero")]), range: ByteRange(0, 1))),
                ("exclude", string("drafts/")),
            ]))
        #expect(diagnostics.isEmpty)
        #expect(configuration.title == "Notes")
        #expect(configuration.language == "zh")
        #expect(configuration.macros.definitions["norm"]?.parameters == 2)
        #expect(configuration.macros.definitions["RR"]?.parameters == 0)
        #expect(configuration.limits.steps == 1_000)
        #expect(configuration.allow == [.wrongValue, .logOfZero])
        #expect(configuration.exclude == ["drafts/"])
    }

    @Test(arguments: [
        ("titel", "did you mean `title`?"), ("colour", "known here: title, language, macros, limits, allow, exclude"),
    ])
    func unknownKey(key: String, help: String) {
        let (_, diagnostics) = CheckConfiguration.read(table([(key, string("x"))]))
        #expect(diagnostics.map(\.code) == [.unknownKey])
        #expect(diagnostics.first?.range == ByteRange(0, 3))
        #expect(diagnostics.first?.help == help)
    }

    @Test(arguments: [
        ("title", ConfigValue(.bool(true), range: ByteRange(5, 9))),
        ("allow", ConfigValue(.string("V999"), range: ByteRange(5, 9))),
        ("limits", ConfigValue(.integer(3), range: ByteRange(5, 9))),
        ("exclude", ConfigValue(.integer(3), range: ByteRange(5, 9))),
    ])
    func wrongType(key: String, value: ConfigValue) {
        let (_, diagnostics) = CheckConfiguration.read(table([(key, value)]))
        #expect(diagnostics.map(\.range) == [ByteRange(5, 9)])
    }

    @Test func limitsMustBePositive() {
        for number in [ConfigValue.Kind.integer(-1), .integer(0), .number(.nan), .number(1e300)] {
            let limits = table([("steps", ConfigValue(number, range: ByteRange(1, 2)))])
            let (configuration, diagnostics) = CheckConfiguration.read(table([("limits", limits)]))
            #expect(diagnostics.count == 1)
            #expect(configuration.limits.steps == Limits().steps)
        }
    }
}
