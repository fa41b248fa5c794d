import Catalogue
import Checks
import Source
import Tensors

/// `gloss catalogue`
enum CatalogueCommand: Command {
    static let specification = CommandSpecification(
        name: "catalogue", summary: "list the implementations that notes are checked against, or show one",
        discussion: "NAME may be any name or alias of an entry, in English or Chinese.",
        operands: [.init(name: "NAME", minimum: 0, maximum: 1, help: "an entry; without it, the list of all")],
        options: [.json, .help], examples: ["gloss catalogue", "gloss catalogue softmax --format json"],
        exitCodes: [(0, "shown"), (2, "there is no such entry")])

    static func run(_ arguments: Arguments, _ context: Context) throws(UsageError) -> Int32 {
        let table = ImplementationTable(context.catalogue)
        let asJSON = arguments.value("format") == "json"
        guard let name = arguments.operands.first else {
            if asJSON {
                context.terminal.print(JSONValue.array(table.entries.map(\.json)).serialized())
                return 0
            }
            let width = table.entries.map { DisplayWidth.of($0.name) }.max() ?? 0
            for entry in table.entries {
                let gap = String(repeating: " ", count: width - DisplayWidth.of(entry.name) + 2)
                context.terminal.print(entry.name + gap + entry.title.english + "  " + entry.title.chinese)
            }
            return 0
        }
        guard let entry = table.named(name) ?? table.lookup(name) else {
            let several = table.all(named: name).map(\.name)
            let near = several.isEmpty ? table.nearest(to: name) : several
            throw UsageError(
                several.isEmpty ? "no implementation '\(name)'" : "'\(name)' names several implementations",
                command: "catalogue", help: near.isEmpty ? nil : "did you mean \(near.joined(separator: ", "))?")
        }
        context.terminal.print(asJSON ? entry.json.serialized() : page(entry))
        return 0
    }

    private static func page(_ entry: Implementation) -> String {
        var out = "\(entry.name): \(entry.title.english), \(entry.title.chinese)\n\n    \(entry.equation)\n"
        func section(_ title: String, _ lines: [String]) {
            if !lines.isEmpty { out += "\n\(title)\n" + lines.map { "    \($0)\n" }.joined() }
        }
        section("Parameters", entry.parameters.map(\.line))
        section("Result", [entry.result.description])
        section("Variants", entry.variants.map { "\($0.name): \($0.description)" })
        let inputs = zip(entry.parameters, entry.sample).map { "\($0.name) = \(ValueText.lines($1))" }
        if let value = try? entry.evaluate(entry.sample) { section("Sample", inputs + ["→ " + ValueText.lines(value)]) }
        section("Assumptions", entry.assumptions)
        section("Also called", entry.aliases.isEmpty ? [] : [entry.aliases.joined(separator: ", ")])
        section("Source", [entry.source])
        out.removeLast()
        return out
    }
}

extension Parameter {
    /// `x […]`, `alpha = 0.01`
    fileprivate var line: String { name + (defaultValue.map { " = " + NumberFormat.significant($0) } ?? " \(shape)") }
}

extension Implementation {
    /// The object of `gloss catalogue --format json`.
    var json: JSONValue {
        .object([
            "name": .string(name),
            "title": .object(["en": .string(title.english), "zh": .string(title.chinese)]),
            "aliases": .array(aliases.map { .string($0) }),
            "symbols": .array(symbols.map { .string($0) }),
            "equation": .string(equation),
            "parameters": .array(
                parameters.map { parameter in
                    .object([
                        "name": .string(parameter.name),
                        "symbols": .array(parameter.symbols.map { .string($0) }),
                        "shape": .string(parameter.shape.description),
                        "default": parameter.defaultValue.map { .number($0) } ?? .null,
                    ])
                }),
            "result": .string(result.description),
            "elementwise": .bool(isElementwise),
            "variants": .array(
                variants.map { .object(["name": .string($0.name), "description": .string($0.description)]) }),
            "sample": .object(
                Dictionary(zip(parameters, sample).map { ($0.name, JSONValue($1)) }, uniquingKeysWith: { $1 })),
            "stress": .array(
                stressSamples.map { stress in
                    .object(Dictionary(zip(parameters, stress).map { ($0.name, JSONValue($1)) }, uniquingKeysWith: { $1 }))
                }),
            "exemptions": .array(
                exemptions.map { .object(["demand": .string($0.demand.rawValue), "reason": .string($0.reason)]) }),
            "value": (try? evaluate(sample)).map { JSONValue($0) } ?? .null,
            "assumptions": .array(assumptions.map { .string($0) }),
            "source": .string(source),
        ])
    }
}
