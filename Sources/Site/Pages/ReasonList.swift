import Checks
import Formulas
import Markdown
import Source

/// Why formulas were not read and blocks not run: the reasons by their code, the most frequent first, with the places.
struct ReasonList {
    let context: SiteContext
    let shell: PageShell

    private struct Place {
        var note: Int
        var anchor: String
        var line: Int
    }

    private struct Group {
        var code: Reason.Code
        /// By the words of the reason.
        var places: [String: [Place]] = [:]
        var count: Int { places.values.reduce(0) { $0 + $1.count } }
    }

    /// So many places of one reason are linked; the notes' own pages and rows have all.
    private static let linked = 40

    func write(to html: inout HTMLWriter) {
        html.element("h2", [.id("reasons")], "Not read, not run")
        html.newline()
        let groups = self.groups()
        if groups.isEmpty {
            html.element("p", "Everything was read and run.")
            html.newline()
        }
        for group in groups {
            html.open("details", "reason-group")
            html.open("summary")
            html.element("code", group.code.rawValue)
            html.text(" ")
            html.element("span", "count", String(group.count))
            html.text(" ")
            html.element("span", "meaning", EvidenceWords.meaning(group.code))
            html.close("summary")
            html.newline()
            html.open("ul")
            html.newline()
            let reasons = group.places.sorted {
                $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
            }
            for (words, places) in reasons {
                html.open("li")
                html.prose(words)
                html.text(": ")
                for (position, place) in places.prefix(Self.linked).enumerated() {
                    if position > 0 { html.text(", ") }
                    let isNew = position == 0 || places[position - 1].note != place.note
                    html.open(
                        "a", nil,
                        [
                            .href(shell.url(context.pages.notes[place.note]) + "#" + place.anchor),
                            .init("lang", context.settings.language),
                        ])
                    html.text(isNew ? "\(context.outlines[place.note].title) \(place.line)" : String(place.line))
                    html.close("a")
                }
                if places.count > Self.linked { html.text(" and \(places.count - Self.linked) more") }
                html.close("li")
                html.newline()
            }
            html.close("ul")
            html.close("details")
            html.newline()
        }
    }

    private func groups() -> [Group] {
        var byCode: [Reason.Code: Group] = [:]
        func add(_ reason: Reason, _ place: Place) {
            let words = reason.words.isEmpty ? reason.code.rawValue : reason.words
            byCode[reason.code, default: Group(code: reason.code)].places[words, default: []].append(place)
        }
        for note in context.order {
            let record = context.ledger.notes[note]
            for (index, result) in record.formulas.enumerated() where result.outcome == .unsupported {
                guard let reason = result.reason ?? result.statements.lazy.compactMap(\.reason).first,
                    record.note.formulas.indices.contains(index)
                else { continue }
                let line = record.note.source.position(of: record.note.formulas[index].range.lower).line
                add(reason, Place(note: note, anchor: ResultRenderer.formulaID(index), line: line))
            }
            for (index, result) in record.code.enumerated() where result.outcome == .skipped {
                guard let reason = result.reason, record.note.code.indices.contains(index) else { continue }
                let line = record.note.source.position(of: record.note.code[index].range.lower).line
                add(reason, Place(note: note, anchor: ResultRenderer.codeID(index), line: line))
            }
        }
        return byCode.values.sorted { $0.count != $1.count ? $0.count > $1.count : $0.code.rawValue < $1.code.rawValue }
    }
}
