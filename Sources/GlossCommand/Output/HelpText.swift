import Source

/// The pages of `gloss help`, made from the commands' specifications.
enum HelpText {
    static func overview() -> String {
        var out = """
            gloss \(Gloss.version): notes whose mathematics runs

            Usage: gloss COMMAND [ARGUMENT …]

            """
        out += "\n"
        for command in Gloss.commands where !command.specification.isHidden {
            out += row(command.specification.name, command.specification.summary, width: 12)
        }
        out += row("--version", "print the version", width: 12)
        out += "\nTry: gloss help COMMAND"
        return out
    }

    static func page(_ command: CommandSpecification) -> String {
        var out = "gloss \(command.name): \(command.summary)\n\nUsage: \(usage(command))\n"
        if !command.discussion.isEmpty { out += "\n\(command.discussion)\n" }
        let width = max(
            24,
            (command.operands.map { $0.name.count } + command.options.map { spelling($0).count }).max().map { $0 + 2 } ?? 0)
        if !command.operands.isEmpty {
            out += "\nArguments:\n"
            for operand in command.operands { out += row(operand.name, operand.help, width: width) }
        }
        out += "\nOptions:\n"
        for option in command.options { out += row(spelling(option), option.help, width: width) }
        if !command.exitCodes.isEmpty {
            out += "\nExit code:\n"
            for exit in command.exitCodes { out += row(String(exit.code), exit.meaning, width: 5) }
        }
        if !command.examples.isEmpty {
            out += "\nExamples:\n"
            for example in command.examples { out += "  \(example)\n" }
        }
        out.removeLast()
        return out
    }

    private static func usage(_ command: CommandSpecification) -> String {
        var parts = ["gloss", command.name]
        for operand in command.operands {
            let many = operand.maximum > 1 ? " …" : ""
            parts.append(operand.minimum == 0 ? "[\(operand.name)\(many)]" : operand.name + many)
        }
        for option in command.options where option.name != "help" {
            let value = option.value.map { " " + (option.choices.isEmpty ? $0 : option.choices.joined(separator: "|")) } ?? ""
            parts.append("[--\(option.name)\(value)]")
        }
        return parts.joined(separator: " ")
    }

    private static func spelling(_ option: CommandSpecification.Option) -> String {
        (option.short.map { "-\($0), " } ?? "") + "--\(option.name)" + (option.value.map { " \($0)" } ?? "")
    }

    private static func row(_ head: String, _ text: String, width: Int) -> String {
        let gap = max(1, width - DisplayWidth.of(head))
        return "  \(head)\(String(repeating: " ", count: gap))\(text)\n"
    }
}
