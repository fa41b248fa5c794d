import Catalogue
import Checks
import Source

/// The command line: `gloss build`, `check`, `eval` and the rest.
///
/// A program of yours can run it with a catalogue of its own:
///
///     exit(Gloss.main(catalogue: standard + [myImplementation]))
public enum Gloss {
    public static let version = "0.1.0"

    /// Runs one command and gives its exit code.
    public static func main(
        arguments: [String] = Array(CommandLine.arguments.dropFirst()), catalogue: [Implementation]
    ) -> Int32 {
        run(arguments, Context(catalogue: catalogue, terminal: .standard()))
    }

    /// Every command, in the order in which `gloss help` lists them. One line a command.
    static var commands: [any Command.Type] {
        [
            BuildCommand.self,
            CheckCommand.self,
            EvalCommand.self,
            RenderCommand.self,
            CatalogueCommand.self,
            ExplainCommand.self,
            MutateCommand.self,
            HelpCommand.self,
        ]
    }

    package static func run(_ words: [String], _ context: Context) -> Int32 {
        do throws(UsageError) {
            guard let first = words.first else {
                context.terminal.printError(HelpText.overview())
                return 2
            }
            if first == "--version" || first == "-V" {
                context.terminal.print("gloss \(version)")
                return 0
            }
            if first == "--help" || first == "-h" {
                context.terminal.print(HelpText.overview())
                return 0
            }
            let command = try self.command(named: first)
            let arguments = try Arguments(Array(words.dropFirst()), for: command.specification)
            if arguments.has("help") {
                context.terminal.print(HelpText.page(command.specification))
                return 0
            }
            return try command.run(arguments, context)
        } catch {
            context.terminal.printError("gloss: \(error.message)")
            if let help = error.help { context.terminal.printError("  help: \(help)") }
            context.terminal.printError("  see: gloss help" + (error.command.map { " " + $0 } ?? ""))
            return 2
        }
    }

    static func command(named name: String) throws(UsageError) -> any Command.Type {
        if let command = commands.first(where: { $0.specification.name == name }) { return command }
        let nearest = EditDistance.nearest(name, among: commands.map { $0.specification.name }, within: 2)
        throw UsageError("no command '\(name)'", help: nearest.map { "did you mean gloss \($0)?" })
    }
}

/// A command of the program: one file, one line in `Gloss.commands`.
protocol Command: Sendable {
    static var specification: CommandSpecification { get }
    /// Gives the exit code.
    static func run(_ arguments: Arguments, _ context: Context) throws(UsageError) -> Int32
}

/// What a command works with beside its arguments.
package struct Context {
    package var catalogue: [Implementation]
    package var terminal: Terminal

    package init(catalogue: [Implementation], terminal: Terminal) {
        self.catalogue = catalogue
        self.terminal = terminal
    }
}
