/// Every command that formulas may use, with an example of each: the page of commands is made from it, and a test parses
/// every example.
public enum CommandCatalogue {
    public struct Entry: Sendable {
        /// Without the backslash.
        public var name: String
        /// A formula that shows it.
        public var example: String
        /// `core` is TeX, amsmath and what KaTeX documents; `package` may be defined anew by an author.
        public var level: Level

        public enum Level: String, Sendable { case core, package }
    }

    public struct Family: Sendable {
        public var title: String
        public var entries: [Entry]
    }

    /// Families in a fixed order, entries in the order of their tables; no name twice.
    public static func families() -> [Family] {
        var known: Set<String> = []
        var families: [Family] = []
        func add(_ title: String, _ commands: [(String, Command)], _ level: Entry.Level) {
            var entries: [Entry] = []
            for (name, command) in commands where known.insert(name).inserted && !isInternal(name) {
                entries.append(Entry(name: name, example: example(name, command), level: level))
            }
            if !entries.isEmpty { families.append(Family(title: title, entries: entries)) }
        }
        // A name that a later table has too means what that table says.
        let tables = CommandTable.titledFamilies
        let taken = Set(tables.flatMap { $0.commands.map(\.0) })
        let symbols = SymbolTable.shared.symbols.map { (String(decoding: $0.name, as: UTF8.self), Command.symbol($0.atom)) }
        add("Signs", symbols.filter { !taken.contains($0.0) }, .core)
        for table in tables { add(table.title, table.commands, .core) }
        add("Packages: short forms", CommandTable.expansions, .package)
        add("Packages: commands with a syntax of their own", CommandTable.rewritings, .package)
        return families
    }

    /// Environments by name, with an example of each.
    public static func environments() -> [Entry] {
        CommandTable.environmentForms.map { Entry(name: $0.name, example: environmentExample($0.name, $0.form), level: .core) }
            + CommandTable.writtenEnvironments.map { Entry(name: $0.name, example: writtenExample($0.name), level: .package) }
    }

    /// Names that only other names of ours stand for.
    private static func isInternal(_ name: String) -> Bool {
        name == "pairedDelimiter" || name.utf8.allSatisfy { $0 <= 0x20 } || name == "(" || name == ")"
    }
}
