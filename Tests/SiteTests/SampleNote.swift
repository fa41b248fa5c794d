import Checks
import Formulas
import Markdown
import Source
import Tensors

/// Writes a note and its tree side by side: what the reader would make of the text, without the reader.
struct SampleNote {
    var text = ""
    var tree = NoteTree()
    var formulas: [FormulaSpan] = []
    var code: [CodeBlock] = []
    var formulaRecords: [FormulaRecord] = []
    var codeRecords: [CodeRecord] = []
    private var blocks: [NoteTree.ID] = []

    typealias ID = NoteTree.ID

    mutating func node(_ kind: NoteTree.Kind, _ children: [ID] = []) -> ID {
        let start = UInt32(tree.lists.count)
        tree.lists += children
        tree.nodes.append(
            NoteTree.Node(kind: kind, range: .empty(at: text.utf8.count), children: start..<UInt32(tree.lists.count)))
        return UInt32(tree.nodes.count - 1)
    }

    mutating func words(_ words: String) -> ID {
        text += words
        return node(.text(words))
    }

    mutating func formula(_ latex: String, display: Bool = false, _ record: FormulaRecord) -> ID {
        let mark = display ? "$$" : "$"
        let start = text.utf8.count
        text += mark + latex + mark
        formulas.append(
            FormulaSpan(
                range: ByteRange(start, text.utf8.count), delimiter: display ? .doubleDollar : .dollar, display: display,
                latex: Array(latex.utf8), map: SegmentMap(at: start + mark.utf8.count, count: latex.utf8.count)))
        formulaRecords.append(record)
        return node(.formula(formulas.count - 1))
    }

    mutating func codeBlock(_ language: String, _ content: String, _ record: CodeRecord) -> ID {
        let start = text.utf8.count
        text += "```\(language)\n\(content)```\n"
        code.append(
            CodeBlock(
                range: ByteRange(start, text.utf8.count), isFenced: true, info: language, language: language,
                content: Array(content.utf8), map: SegmentMap(at: start + 4 + language.utf8.count, count: content.utf8.count)))
        codeRecords.append(record)
        return node(.codeBlock(code.count - 1))
    }

    mutating func add(_ block: ID) {
        blocks.append(block)
        text += "\n\n"
    }

    mutating func paragraph(_ children: [ID]) { add(node(.paragraph, children)) }

    mutating func heading(_ level: Int, _ words: String) {
        let child = self.words(words)
        add(node(.heading(level: level), [child]))
    }

    /// The whole: findings are made from diagnostics on the note's bytes.
    mutating func record(name: String, diagnostics: [Diagnostic] = []) -> NoteRecord {
        tree.root = node(.document, blocks)
        var note = Note(source: SourceText(name: name, text: text))
        note.tree = tree
        note.formulas = formulas
        note.code = code
        let findings = diagnostics.map { Finding($0, in: note.source) }.sorted(by: Finding.precedes)
        return NoteRecord(note: note, formulas: formulaRecords, code: codeRecords, findings: findings)
    }

    static func result(
        _ kind: FormulaKind, _ outcome: Outcome, reason: Reason? = nil, range: ByteRange = .empty(at: 0),
        _ change: (inout StatementRecord) -> Void = { _ in }
    ) -> FormulaRecord {
        var statement = StatementRecord(range: range, kind: kind, outcome: outcome, reason: reason)
        change(&statement)
        return FormulaRecord(kind: kind, outcome: outcome, reason: reason, value: statement.value, statements: [statement])
    }

    static let mention = FormulaRecord(
        kind: .symbol, outcome: .notation,
        statements: [StatementRecord(range: .empty(at: 0), kind: .symbol, outcome: .notation)])
}
