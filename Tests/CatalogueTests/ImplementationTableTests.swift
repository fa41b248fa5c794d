import Catalogue
import Testing

@Suite struct ImplementationTableTests {
    let table = StandardCatalogue.table

    @Test(arguments: [
        ("softmax", "softmax"), ("Soft Max", "softmax"), ("归一化指数函数", "softmax"), ("ｓｉｇｍｏｉｄ", "sigmoid"),
        ("Logistic_Function", "sigmoid"),
    ]) func lookup(_ name: String, _ entry: String) {
        #expect(table.lookup(name)?.name == entry)
    }

    @Test func unknownNamesHaveNeighbours() {
        #expect(table.lookup("sofmax") == nil)
        #expect(table.nearest(to: "sofmax") == ["softmax"])
        #expect(table.nearest(to: "qqqqqq") == [])
    }
}
