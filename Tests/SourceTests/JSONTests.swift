import Source
import Testing

@Suite struct JSONTests {
    @Test(arguments: [
        "null", "true", "[]", "{}", "[1,2.5,-3]", #"{"a":[null,{"b":"c"}]}"#, #""中\n\"""#, "1e+300", "-0.5",
        #""\u2028\u0085\u007f""#, "[[1,2],[3,4]]",
    ])
    func roundTrips(text: String) throws { #expect(try JSONValue(parsing: text).serialized() == text) }

    @Test(arguments: [
        ("", 0), ("[1,]", 3), ("[1", 2), (#"{"a" 1}"#, 5), ("01", 1), ("1.", 2), (#""a"#, 2), ("nul", 0), ("[1] 2", 4),
        (#""\x""#, 2), ("{a:1}", 1), ("+1", 0), ("-", 0), ("1e", 2), ("\"\u{1}\"", 1),
    ])
    func saysWhereTextIsNotJSON(text: String, offset: Int) {
        #expect { try JSONValue(parsing: text) } throws: { ($0 as? JSONSyntaxError)?.offset == offset }
    }

    @Test func limitsNesting() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: text) }
    }

    @Test func joinsSurrogates() throws {
        #expect(try JSONValue(parsing: #""\ud83d\ude42""#) == .string("🙂"))
        #expect(try JSONValue(parsing: #""\ud83d""#) == .string("\u{FFFD}"))
    }

    @Test func writesWhatJSONCannotSay() {
        #expect(JSONValue.array([.number(.nan), .number(.infinity), .number(-.infinity)]).serialized() == #"["NaN","Infinity","-Infinity"]"#)
        #expect(JSONValue.number(-0.0).serialized() == "-0.0")
        #expect(JSONValue.number(0.1).serialized() == "0.1")
    }

    @Test func sortsKeysAndIndents() {
        let value: JSONValue = ["b": 1, "a": [1, 2], "c": [["d": nil]]]
        #expect(value.serialized(indented: true) == """
            {
              "a": [1,2],
              "b": 1,
              "c": [
                {
                  "d": null
                }
              ]
            }
            """)
    }
}
