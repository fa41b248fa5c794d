import LaTeX
import MathML
import Source

/// Every command of formulas with an example of it, drawn: one row a command.
struct CommandsPage {
    let context: SiteContext

    func file() -> SiteFile {
        let shell = context.shell(PageMap.commands, title: "Commands", section: .findings, kind: "plain-page")
        let families = CommandCatalogue.families()
        let environments = CommandCatalogue.environments()
        return shell.page { html in
            html.open("main", nil, [.id("main")])
            html.newline()
            html.element("h1", "Commands")
            let count = families.reduce(environments.count) { $0 + $1.entries.count }
            html.element(
                "p", "lead",
                "The \(count) commands and environments that formulas may use. An author may define the names of packages anew.")
            html.newline()
            html.open("ul", "code-list")
            for (index, title) in (families.map(\.title) + ["Environments"]).enumerated() {
                html.open("li")
                html.element("a", nil, [.href("#family-\(index + 1)")], title)
                html.close("li")
            }
            html.close("ul")
            html.newline()
            for (index, family) in families.enumerated() {
                table(family.title, index + 1, family.entries, isEnvironment: false, &html)
            }
            table("Environments", families.count + 1, environments, isEnvironment: true, &html)
            html.close("main")
            html.newline()
        }
    }

    private func table(
        _ title: String, _ number: Int, _ entries: [CommandCatalogue.Entry], isEnvironment: Bool, _ html: inout HTMLWriter
    ) {
        html.element("h2", nil, [.id("family-\(number)")], title)
        html.open("div", "table-box")
        html.open("table")
        html.open("thead")
        html.open("tr")
        for heading in ["Name", "Drawn", "Written", "From"] { html.element("th", nil, [.init("scope", "col")], heading) }
        html.close("tr")
        html.close("thead")
        html.open("tbody")
        html.newline()
        for entry in entries {
            html.open("tr")
            html.open("td", "command-name")
            html.element("code", isEnvironment ? entry.name : "\\" + entry.name)
            html.close("td")
            html.open("td")
            let parsed = FormulaParser.parse(Array(entry.example.utf8))
            var renderer = MathMLRenderer(display: false)
            renderer.hasInertLinks = true
            html.withBuffer { renderer.render(parsed.tree, to: &$0) }
            html.close("td")
            html.open("td")
            html.element("code", entry.example)
            html.close("td")
            html.element("td", entry.level == .core ? "core" : "package")
            html.close("tr")
            html.newline()
        }
        html.close("tbody")
        html.close("table")
        html.close("div")
        html.newline()
    }
}
