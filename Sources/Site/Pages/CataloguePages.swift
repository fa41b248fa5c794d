import Catalogue
import Checks
import Markdown
import Source
import Tensors

/// A page for each entry of the catalogue, and their list.
struct CataloguePages {
    let context: SiteContext

    func files() -> [SiteFile] {
        [indexFile()] + context.catalogue.entries.compactMap { entry in
            context.pages.entries[entry.name].map { file(entry, path: $0) }
        }
    }

    // MARK: The list

    private func indexFile() -> SiteFile {
        let shell = context.shell(PageMap.catalogueIndex, title: "Catalogue", section: .catalogue, kind: "plain-page wide")
        return shell.page { html in
            html.open("main", nil, [.id("main")])
            html.newline()
            html.element("h1", "Catalogue")
            html.element("p", "lead", "The implementations that notes are checked against, each tested against an outside source.")
            html.newline()
            html.open("ul", "entry-list")
            html.newline()
            for entry in context.catalogue.entries {
                guard let path = context.pages.entries[entry.name] else { continue }
                html.open("li")
                html.open("p", "entry-name")
                html.link(shell.url(path), entry.title.english)
                html.text(" ")
                html.element("span", "chinese", [.init("lang", "zh")], entry.title.chinese)
                let count = context.uses[entry.name]?.count ?? 0
                if count > 0 {
                    html.text(" ")
                    html.element("span", "count", count == 1 ? "1 use" : "\(count) uses")
                }
                html.close("p")
                html.open("div", "math-box")
                SiteContext.math(Array(entry.equation.utf8), display: true, to: &html)
                html.close("div")
                html.close("li")
                html.newline()
            }
            html.close("ul")
            html.close("main")
            html.newline()
        }
    }

    // MARK: An entry

    private func file(_ entry: Implementation, path: String) -> SiteFile {
        let shell = context.shell(path, title: entry.title.english, section: .catalogue, kind: "plain-page")
        return shell.page { html in
            html.open("main", nil, [.id("main")])
            html.newline()
            html.open("h1")
            html.text(entry.title.english)
            html.text(" ")
            html.element("span", "chinese", [.init("lang", "zh")], entry.title.chinese)
            html.close("h1")
            html.newline()
            html.open("div", "math-box definition")
            SiteContext.math(Array(entry.equation.utf8), display: true, to: &html)
            html.close("div")
            html.newline()
            writePlot(entry, &html)
            writeSample(entry, &html)
            writeSignature(entry, &html)
            writeVariants(entry, &html)
            writeLists(entry, &html)
            writeUses(entry, shell, &html)
            html.close("main")
            html.newline()
        }
    }

    private func writePlot(_ entry: Implementation, _ html: inout HTMLWriter) {
        guard let plot = Self.plot(entry), let picture = PlotPicture(plot) else { return }
        html.open("div", "entry-plot")
        picture.write(to: &html)
        html.close("div")
        html.newline()
    }

    /// The curve of an entry that maps one number to one number.
    static func plot(_ entry: Implementation) -> Plot? {
        let variables = entry.parameters.filter { $0.role == .variable }
        guard entry.isElementwise, variables.count == 1, let variable = variables.first,
            entry.parameters.first?.name == variable.name
        else { return nil }
        let (low, high): (Double, Double)
        switch variable.domain {
        case .any, .nonZero: (low, high) = (-5, 5)
        case .positive, .nonNegative: (low, high) = (0, 5)
        case .probability: (low, high) = (0, 1)
        case .interval(let a, let b) where a < b && b - a < 1e6: (low, high) = (a, b)
        default: return nil
        }
        let count = 160
        let x = (0...count).map { low + (high - low) * Double($0) / Double(count) }
        guard let values = try? entry.evaluate([Tensor(x)]), values.elements.count == x.count else { return nil }
        return Plot(variable: variable.name, x: x, y: values.elements)
    }

    private func writeSample(_ entry: Implementation, _ html: inout HTMLWriter) {
        guard !entry.sample.isEmpty, let value = try? entry.evaluate(entry.sample) else { return }
        html.element("h2", "Sample")
        html.newline()
        html.open("div", "run")
        html.open("dl", "sample")
        for (parameter, value) in zip(entry.parameters, entry.sample) {
            html.open("div")
            html.open("dt")
            SymbolName(parameter.name).write(to: &html)
            html.close("dt")
            html.open("dd")
            ShownValue(value).write(to: &html)
            html.close("dd")
            html.close("div")
        }
        html.close("dl")
        let shown = ShownValue(value)
        html.open("div", "yields")
        html.element("span", "arrow", [.hidden], "→")
        html.element("span", "sr", "value")
        shown.write(to: &html)
        if !shown.isScalar { html.element("span", "shape", [.title("shape")], shown.shapeText) }
        html.close("div")
        html.close("div")
        html.newline()
    }

    private func writeSignature(_ entry: Implementation, _ html: inout HTMLWriter) {
        html.element("h2", "Signature")
        html.newline()
        html.open("div", "table-box")
        html.open("table")
        html.open("thead")
        html.open("tr")
        for title in ["Parameter", "Shape", "Values", "Also written"] { html.element("th", [.init("scope", "col")], title) }
        html.close("tr")
        html.close("thead")
        html.open("tbody")
        html.newline()
        for parameter in entry.parameters {
            html.open("tr")
            html.open("td")
            SymbolName(parameter.name).write(to: &html)
            html.close("td")
            html.element("td", Self.shape(parameter.shape, isElementwise: entry.isElementwise))
            var values = Self.words(parameter.domain)
            if let value = parameter.defaultValue { values += ", by default \(NumberFormat.significant(value))" }
            html.element("td", values)
            html.open("td")
            for (place, symbol) in parameter.symbols.enumerated() {
                if place > 0 { html.text(", ") }
                SymbolName(symbol).write(to: &html)
            }
            html.close("td")
            html.close("tr")
            html.newline()
        }
        html.open("tr")
        html.element("td", "result")
        html.element("td", Self.shape(entry.result, isElementwise: entry.isElementwise))
        html.element("td", "")
        html.element("td", "")
        html.close("tr")
        html.close("tbody")
        html.close("table")
        html.close("div")
        html.newline()
    }

    private static func shape(_ shape: ShapeTemplate, isElementwise: Bool) -> String {
        if shape.dimensions.isEmpty { return shape.hasLeadingAxes ? (isElementwise ? "any, element by element" : "any") : "a number" }
        return shape.description
    }

    private func writeVariants(_ entry: Implementation, _ html: inout HTMLWriter) {
        guard !entry.variants.isEmpty else { return }
        html.element("h2", entry.variants.count == 1 ? "Convention" : "Accepted conventions")
        html.newline()
        html.open("dl", "variants")
        for variant in entry.variants {
            html.open("div")
            html.open("dt")
            html.element("code", variant.name)
            html.close("dt")
            html.open("dd")
            html.text(variant.description)
            if entry.variants.count > 1, let arguments = variant.sample ?? (variant.parameters == nil ? entry.sample : nil),
                let value = try? entry.evaluate(arguments, variant: variant)
            {
                html.text(" ")
                html.element("span", "arrow", [.hidden], "→")
                html.text(" ")
                ShownValue(value).writeInline(to: &html)
            }
            html.close("dd")
            html.close("div")
        }
        html.close("dl")
        html.newline()
    }

    private func writeLists(_ entry: Implementation, _ html: inout HTMLWriter) {
        if !entry.properties.isEmpty {
            html.element("h2", "Properties")
            html.open("ul")
            for property in entry.properties { html.element("li", Self.words(property, of: entry)) }
            html.close("ul")
            html.newline()
        }
        if !entry.assumptions.isEmpty {
            html.element("h2", "Assumes")
            html.open("ul")
            for assumption in entry.assumptions { html.element("li", assumption) }
            html.close("ul")
            html.newline()
        }
        let names = [entry.name] + entry.aliases
        html.element("h2", "Names")
        html.open("p", "names")
        for (place, name) in names.enumerated() {
            if place > 0 { html.text(", ") }
            let isChinese = name.unicodeScalars.contains { $0.value >= 0x2E80 }
            if place == 0 {
                html.element("code", name)
            } else if isChinese {
                html.element("span", [.init("lang", "zh")], name)
            } else {
                html.text(name)
            }
        }
        html.close("p")
        html.newline()
        html.element("h2", "Source")
        html.element("p", entry.source)
        html.newline()
    }

    private func writeUses(_ entry: Implementation, _ shell: PageShell, _ html: inout HTMLWriter) {
        guard let uses = context.uses[entry.name], !uses.isEmpty else { return }
        html.element("h2", "In these notes")
        html.open("ul", "uses")
        html.newline()
        for use in uses {
            let record = context.ledger.notes[use.note]
            let anchor = use.formula.map(ResultRenderer.formulaID) ?? use.block.map(ResultRenderer.codeID) ?? "main"
            html.open("li")
            html.open(
                "a", nil,
                [
                    .href(shell.url(context.pages.notes[use.note]) + "#" + anchor),
                    .init("lang", context.settings.language),
                ])
            html.text(context.outlines[use.note].title)
            html.close("a")
            if let block = use.block { html.text(", code block \(block + 1)") }
            html.text(" ")
            html.element("span", "outcome \(use.outcome)", use.outcome)
            if let index = use.formula, record.note.formulas.indices.contains(index) {
                html.open("div", "math-box")
                let parsed = record.note.formulas[index].latex
                SiteContext.math(parsed, display: false, macros: context.settings.macros, to: &html)
                html.close("div")
            }
            html.close("li")
            html.newline()
        }
        html.close("ul")
        html.newline()
    }

    // MARK: Words

    static func words(_ domain: Domain) -> String {
        switch domain {
        case .any: "any"
        case .positive: "positive"
        case .nonNegative: "not negative"
        case .nonZero: "not zero"
        case .probability: "between 0 and 1"
        case .interval(let a, let b): "from \(NumberFormat.significant(a)) to \(NumberFormat.significant(b))"
        case .distribution: "positive, sums to 1"
        case .oneHot: "one-hot"
        case .binary: "0 or 1"
        case .signs: "−1 or 1"
        case .classIndex(let dimension): "a class, 0 to \(dimension) − 1"
        case .positiveInteger: "a positive integer"
        case .symmetric: "symmetric"
        case .positiveDefinite: "positive definite"
        case .invertible: "invertible"
        case .fullColumnRank: "of full column rank"
        case .fullRowRank: "of full row rank"
        }
    }

    static func words(_ property: Property, of entry: Implementation) -> String {
        switch property {
        case .sumsToOne: "the result sums to 1"
        case .shiftInvariant: "adding a constant to the argument changes nothing"
        case .keepsArgmax: "the largest element stays in its place"
        case .odd: "odd: f(−x) = −f(x)"
        case .even: "even: f(−x) = f(x)"
        case .pointSymmetric: "f(−x) = 1 − f(x)"
        case .monotone: "increasing"
        case .bounded(-.infinity, let b): "at most \(NumberFormat.significant(b))"
        case .bounded(let a, .infinity): "at least \(NumberFormat.significant(a))"
        case .bounded(let a, let b): "between \(NumberFormat.significant(a)) and \(NumberFormat.significant(b))"
        case .nonNegative: "never negative"
        case .idempotent: "idempotent: f(f(x)) = f(x)"
        case .symmetric: "symmetric: f(x, y) = f(y, x)"
        case .zeroWhenEqual: "zero where the arguments are equal"
        case .homogeneous(let degree): "homogeneous of degree \(NumberFormat.significant(degree))"
        case .additive: "additive: f(x + z) = f(x) + f(z)"
        case .subadditive: "subadditive: f(x + z) ≤ f(x) + f(z)"
        case .convex: "convex"
        case .concave: "concave"
        case .affine: "affine: f((x + z)/2) = (f(x) + f(z))/2"
        case .decreasing: "decreasing"
        case .involution: "an involution: f(f(x)) = x"
        case .transposeInvariant: "f(Aᵀ) = f(A)"
        case .argument(let place, let property):
            (entry.parameters.indices.contains(place) ? "in \(entry.parameters[place].name): " : "")
                + words(property, of: entry)
        }
    }
}
