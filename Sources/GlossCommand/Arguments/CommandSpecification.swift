import Source

/// What a command takes, as data: the parser and the help pages read it.
struct CommandSpecification: Sendable {
    struct Option: Sendable {
        var name: String
        var short: Character?
        /// `nil` for a flag.
        var value: String?
        /// The values that are allowed, where they are few.
        var choices: [String]
        var repeats: Bool
        var help: String

        static func flag(_ name: String, short: Character? = nil, _ help: String) -> Option {
            Option(name: name, short: short, value: nil, choices: [], repeats: false, help: help)
        }

        static func value(
            _ name: String, short: Character? = nil, _ value: String, choices: [String] = [], repeats: Bool = false,
            _ help: String
        ) -> Option {
            Option(name: name, short: short, value: value, choices: choices, repeats: repeats, help: help)
        }
    }

    struct Operand: Sendable {
        var name: String
        var minimum: Int
        var maximum: Int
        var help: String
    }

    var name: String
    var summary: String
    /// Paragraphs for `gloss help NAME`.
    var discussion: String
    var operands: [Operand]
    var options: [Option]
    /// Lines of commands that a reader can try.
    var examples: [String]
    var exitCodes: [(code: Int32, meaning: String)]
    /// For those who work on Gloss: not in the list of commands.
    var isHidden = false
}

/// A command line that was read against a specification.
struct Arguments: Sendable {
    private(set) var operands: [String] = []
    private(set) var values: [String: [String]] = [:]

    func has(_ name: String) -> Bool { values[name] != nil }
    func value(_ name: String) -> String? { values[name]?.last }
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// Options may stand anywhere; `--` ends them; `--name=value` and `--name value` are the same. What begins with a
    /// digit, a point or a blank after `-` is an operand, so that formulas may begin with a minus sign.
    init(_ words: [String], for command: CommandSpecification) throws(UsageError) {
        var index = 0
        var optionsEnded = false
        while index < words.count {
            let word = words[index]
            index += 1
            if optionsEnded || !Self.looksLikeOption(word) {
                operands.append(word)
                continue
            }
            if word == "--" {
                optionsEnded = true
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let option = command.options.first(where: { "--" + $0.name == parts[0] || $0.short.map { "-\($0)" } == parts[0] })
            else {
                throw UsageError(
                    "\(command.name): unknown option \(parts[0])", command: command.name,
                    help: Self.nearest(parts[0], among: command.options.map { "--" + $0.name }))
            }
            let value: String
            if option.value == nil {
                guard parts.count == 1 else {
                    throw UsageError("\(command.name): --\(option.name) takes no value", command: command.name)
                }
                value = ""
            } else if parts.count == 2 {
                value = parts[1]
            } else if index < words.count {
                value = words[index]
                index += 1
            } else {
                throw UsageError("\(command.name): --\(option.name) needs a value (\(option.value ?? ""))", command: command.name)
            }
            if !option.choices.isEmpty, !option.choices.contains(value) {
                throw UsageError(
                    "\(command.name): --\(option.name) is one of \(option.choices.joined(separator: ", ")), not '\(value)'",
                    command: command.name)
            }
            if values[option.name] != nil, !option.repeats, option.value != nil {
                throw UsageError("\(command.name): --\(option.name) is given twice", command: command.name)
            }
            values[option.name, default: []].append(value)
        }
        let minimum = command.operands.reduce(0) { $0 + $1.minimum }
        let maximum = command.operands.reduce(0) { $0.addingReportingOverflow($1.maximum).overflow ? .max : $0 + $1.maximum }
        if !has("help"), operands.count < minimum {
            let missing = command.operands.first { $0.minimum > 0 }?.name ?? "an operand"
            throw UsageError("\(command.name): \(missing) is missing", command: command.name)
        }
        if operands.count > maximum {
            throw UsageError("\(command.name): unexpected '\(operands[maximum])'", command: command.name)
        }
    }

    private static func looksLikeOption(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        guard bytes.count > 1, bytes[0] == UInt8(ascii: "-") else { return false }
        if bytes[1] == UInt8(ascii: "-") { return bytes.count == 2 || (bytes[2] | 0x20) >= 0x61 && (bytes[2] | 0x20) <= 0x7A }
        return bytes.count == 2 && (bytes[1] | 0x20) >= 0x61 && (bytes[1] | 0x20) <= 0x7A
    }

    private static func nearest(_ word: String, among names: [String]) -> String? {
        EditDistance.nearest(word, among: names, within: 3).map { "did you mean \($0)?" }
    }
}

/// The command line cannot be understood: exit code 2.
struct UsageError: Error, Sendable {
    var message: String
    var command: String?
    var help: String?

    init(_ message: String, command: String? = nil, help: String? = nil) {
        self.message = message
        self.command = command
        self.help = help
    }
}
