import Markdown
import Source
import Tensors

/// The directives of one note in order, which of them had an effect, and what they say of a place.
struct NoteDirectives {
    struct Entry {
        var directive: Directive
        /// Where the section that it stands in ends.
        var scopeEnd: Int
        var isUsed = false
        /// It belonged to a formula or block that came, whether it had an effect there or not.
        var isSpent = false
    }

    private(set) var entries: [Entry] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var frontMatter: FrontMatterSettings
    private var usedAllowances: Set<Int> = []

    init(_ note: Note, outline: NoteOutline, limits: Limits) {
        frontMatter = FrontMatterSettings(note.frontMatter, limits: limits)
        diagnostics = frontMatter.diagnostics
        for raw in note.directives {
            switch DirectiveParser.parse(raw) {
            case .directive(let directive):
                entries.append(Entry(directive: directive, scopeEnd: outline.sectionEnd(at: directive.range.lower)))
            case .diagnostic(let diagnostic): diagnostics.append(diagnostic)
            }
        }
        entries.sort { $0.directive.range < $1.directive.range }
    }

    mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    mutating func use(_ index: Int) {
        if entries.indices.contains(index) { entries[index].isUsed = true }
    }

    /// The first unspent directive before `offset` in whose section it lies that `matches`; it is spent by this.
    mutating func take(before offset: Int, where matches: (Directive.Kind) -> Bool) -> (index: Int, kind: Directive.Kind)? {
        // The nearest counts: of two `implements` before one formula the second.
        for index in entries.indices.reversed() {
            let entry = entries[index]
            guard entry.directive.range.upper <= offset, offset < entry.scopeEnd, !entry.isSpent,
                matches(entry.directive.kind)
            else { continue }
            entries[index].isSpent = true
            return (index, entry.directive.kind)
        }
        return nil
    }

    /// All `allow` directives that belong to the formula or block at `offset`.
    mutating func takeAllowances(before offset: Int) -> [Int] {
        var taken: [Int] = []
        while let next = take(before: offset, where: { kind in
            if case .allow(_, _, inNote: false) = kind { return true }
            return false
        }) {
            taken.append(next.index)
        }
        return taken
    }

    /// Whether the note as a whole allows the code; marks what says so as used.
    mutating func allowsInNote(_ code: FindingCode) -> Bool {
        var allowed = false
        for index in entries.indices {
            if case .allow(code, _, inNote: true) = entries[index].directive.kind {
                entries[index].isUsed = true
                allowed = true
            }
        }
        for (index, entry) in frontMatter.allow.enumerated() where entry.code == code {
            usedAllowances.insert(index)
            allowed = true
        }
        return allowed
    }

    /// Warnings for directives that had no effect.
    var unused: [Diagnostic] {
        var found: [Diagnostic] = []
        for entry in entries where !entry.isUsed {
            found.append(
                Diagnostic(
                    .unusedDirective, at: entry.directive.range, entry.directive.unusedMessage,
                    help: entry.directive.unusedHelp))
        }
        for (index, allowed) in frontMatter.allow.enumerated() where !usedAllowances.contains(index) {
            found.append(
                Diagnostic(.unusedDirective, at: allowed.range, "no finding \(allowed.code.code) to allow in this note"))
        }
        return found
    }
}

extension Directive {
    fileprivate var unusedMessage: String {
        switch kind {
        case .bindings(let bindings):
            "no formula that follows in this section uses \(bindings.map { "`\($0.name)`" }.joined(separator: ", "))"
        case .implements(let name): "`implements \(name)` ties nothing: no definition follows in this section"
        case .assume: "no formula that follows in this section needs this assumption"
        case .expect: "no formula with a value follows in this section"
        case .skip: "nothing that would run follows in this section"
        case .allow(let code, _, let inNote):
            inNote ? "no finding \(code.code) to allow in this note" : "no finding \(code.code) to allow on what follows"
        }
    }

    fileprivate var unusedHelp: String? {
        switch kind {
        case .bindings, .implements, .assume, .expect, .skip: "move it before what it is for, or remove it"
        case .allow: "remove it"
        }
    }
}
