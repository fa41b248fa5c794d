/// `gloss help [COMMAND]`
enum HelpCommand: Command {
    static let specification = CommandSpecification(
        name: "help", summary: "explain a command", discussion: "",
        operands: [.init(name: "COMMAND", minimum: 0, maximum: 1, help: "the command; without it, the list of all")],
        options: [.help], examples: ["gloss help check"], exitCodes: [])

    static func run(_ arguments: Arguments, _ context: Context) throws(UsageError) -> Int32 {
        guard let name = arguments.operands.first else {
            context.terminal.print(HelpText.overview())
            return 0
        }
        context.terminal.print(HelpText.page(try Gloss.command(named: name).specification))
        return 0
    }
}

extension CommandSpecification.Option {
    static let help = flag("help", short: "h", "print this page")
    static let json = value("format", "FORMAT", choices: ["text", "json"], "text (default) or json")
}
