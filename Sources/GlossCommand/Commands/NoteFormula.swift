import Catalogue
import Checks
import Formulas
import Markdown
import Source
import Tensors

/// `gloss eval --at note.md:42`, `--at note.md#name`: a formula of a note on the note's own data.
struct NoteFormula {
    init(_ place: String, _ context: Context) throws(UsageError) {
        let path: String
        let target: FormulaTarget
        if let mark = place.lastIndex(of: "#"), place.index(after: mark) < place.endIndex {
            path = String(place[..<mark])
            target = .name(String(place[place.index(after: mark)...]))
        } else if let colon = place.lastIndex(of: ":"), let line = Int(place[place.index(after: colon)...]), line > 0 {
            path = String(place[..<colon])
            target = .line(line)
        } else {
            throw UsageError("eval: --at takes NOTE:LINE or NOTE#NAME, not '\(place)'", command: "eval")
        }
        let project: Project
        do throws(FileError) {
            project = try Project(paths: [path], jobs: 1)
        } catch {
            throw UsageError("eval: \(error.path): \(error.reason)", command: "eval")
        }
        guard let root = project.roots.first, let note = root.notes.first, root.notes.count == 1 else {
            throw UsageError("eval: \(path) is no note that can be read", command: "eval")
        }
        (self.note, self.configuration, self.target, self.place, self.catalogue) = (note, root.configuration, target, place, context.catalogue)
    }

    private let note: Note
    private let configuration: CheckConfiguration
    private let target: FormulaTarget
    private let place: String
    private let catalogue: [Implementation]

    func show(_ bindings: [(name: String, value: Tensor)], asJSON: Bool, to terminal: Terminal) throws(UsageError) -> Int32 {
        let values = NoteChecker.values(
            of: target, in: note, overriding: bindings, configuration: configuration, catalogue: catalogue, clock: Clock.work(jobs: 1))
        guard let values else { throw UsageError("eval: \(place): no formula stands there", command: "eval") }
        guard let last = values.last else {
            let words = "the formula at \(place) has no value on the data of its note"
            if asJSON {
                terminal.print(JSONLines.failure("not-evaluable", words, position: 0, offset: 0).serialized())
            } else {
                terminal.printError("error[not-evaluable]: \(words)")
            }
            return 1
        }
        if asJSON {
            terminal.print(
                JSONValue.object([
                    "ok": true, "value": JSONValue(last.value), "shape": .array(last.value.shape.map { .integer($0) }), "warnings": [],
                    "sample": .object(Dictionary(last.sample.map { ($0.name, JSONValue($0.value)) }, uniquingKeysWith: { $1 })),
                    "latex": .string(last.latex),
                ]).serialized())
            return 0
        }
        for (k, value) in values.enumerated() {
            let names = value.sample.map(\.name)
            let isNew = k == 0 || names != values[k - 1].sample.map(\.name)
            for entry in value.sample where isNew { terminal.print("\(entry.name) = \(ValueText.lines(entry.value))") }
            terminal.print("\(value.latex.split { $0 == " " || $0 == "\n" }.joined(separator: " ")) = \(ValueText.lines(value.value))")
        }
        return 0
    }
}
