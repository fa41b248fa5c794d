import Source

extension MathTree {
    /// The tree as text, one node a line with its range, children indented: for tests and `--explain-reading`.
    public func dump() -> String {
        guard Int(root) < nodes.count else { return "" }
        var lines: [String] = []
        var stack: [(id: ID, depth: Int, role: String)] = [(root, 0, "")]
        while let (id, depth, role) = stack.popLast() {
            let node = self[id]
            let indent = String(repeating: "  ", count: depth)
            lines.append("\(indent)\(role)\(summary(node.kind)) \(node.range.start)..\(node.range.end)")
            for child in labelledChildren(of: id).reversed() {
                stack.append((child.id, depth + 1, child.role.isEmpty ? "" : child.role + ": "))
            }
        }
        return lines.joined(separator: "\n")
    }

    /// Children in the order of the source, each with the part it plays.
    public func labelledChildren(of id: ID) -> [(role: String, id: ID)] {
        func some(_ role: String, _ id: ID?) -> [(role: String, id: ID)] { id.map { [(role, $0)] } ?? [] }
        switch self[id].kind {
        case .atom, .number, .text, .operatorName, .space, .newline, .tag, .label, .error, .rule:
            return []
        case .row(let list):
            return children(list).map { ("", $0) }
        case .fraction(let top, let bottom, _):
            return [("top", top), ("bottom", bottom)]
        case .radical(let body, let index):
            return some("index", index) + [("body", body)]
        case .scripts(let base, let sub, let sup, _):
            return [("base", base)] + some("sub", sub) + some("sup", sup)
        case .fenced(_, let body, _), .styled(_, let body), .sized(_, let body), .coloured(_, let body),
            .enclosed(_, let body), .classed(_, let body), .raised(_, let body), .link(_, let body),
            .background(_, _, let body):
            return [("", body)]
        case .accent(_, let base):
            return [("", base)]
        case .stack(let base, let over, let under):
            return [("base", base)] + some("over", over) + some("under", under)
        case .extensibleArrow(_, let over, let under):
            return some("over", over) + some("under", under)
        case .choice(let display, let text, let script, let scriptScript):
            return [("display", display), ("text", text), ("script", script), ("scriptScript", scriptScript)]
        case .table(let index):
            guard Int(index) < tables.count else { return [] }
            let table = tables[Int(index)]
            var cells: [(role: String, id: ID)] = []
            for (r, row) in table.rows.enumerated() {
                for (c, cell) in children(row).enumerated() { cells.append(("\(r),\(c)", cell)) }
                for note in r < table.rowNotes.count ? table.rowNotes[r] : [] { cells.append(("\(r)", note)) }
            }
            return cells
        }
    }

    private func summary(_ kind: Kind) -> String {
        func sign(_ scalar: UInt32) -> String {
            guard scalar != 0 else { return "." }
            return Unicode.Scalar(scalar).map { String(Character($0)) } ?? "?"
        }
        switch kind {
        case .atom(let atom):
            return atom.atomClass == .ordinary ? "atom \(sign(atom.scalar))" : "\(atom.atomClass) \(sign(atom.scalar))"
        case .number(let index): return "number \(text(index))"
        case .text(let index, let font): return font == .normal ? "text '\(text(index))'" : "text '\(text(index))' \(font)"
        case .operatorName(let index, let limits): return "operator \(text(index))\(limits ? " limits" : "")"
        case .row: return "row"
        case .fraction(_, _, let fraction):
            let bar = fraction.hasBar ? "" : " barless"
            let brackets = fraction.open == 0 && fraction.close == 0 ? "" : " \(sign(fraction.open))\(sign(fraction.close))"
            return "fraction\(bar)\(brackets)\(fraction.style == .inherited ? "" : " \(fraction.style)")"
        case .radical: return "radical"
        case .scripts(_, _, _, let limits): return limits ? "scripts limits" : "scripts"
        case .fenced(let open, _, let close): return "fenced \(sign(open)) \(sign(close))"
        case .accent(let accent, _): return "accent \(accent)"
        case .stack: return "stack"
        case .table(let index):
            guard Int(index) < tables.count else { return "table" }
            let table = tables[Int(index)]
            return "table \(table.environment) \(table.rows.count) rows"
        case .styled(let font, _): return "styled \(font)"
        case .sized(let size, _): return "sized \(size)"
        case .space(let em): return "space \(NumberFormat.significant(em))"
        case .newline: return "newline"
        case .coloured(let index, _): return "coloured \(text(index))"
        case .enclosed(let enclosure, _): return "enclosed \(enclosure)"
        case .tag(let index, let isStarred): return "tag\(isStarred ? "*" : "") '\(text(index))'"
        case .label(let index): return "label '\(text(index))'"
        case .extensibleArrow(let scalar, _, _): return "arrow \(sign(scalar))"
        case .classed(let atomClass, _): return "classed \(atomClass)"
        case .raised(let em, _): return "raised \(NumberFormat.significant(em))"
        case .link(let index, _): return "link \(text(index))"
        case .rule(let width, let height):
            return "rule \(NumberFormat.significant(width)) \(NumberFormat.significant(height))"
        case .background(let index, let border, _):
            return "background \(text(index))\(border.map { " " + text($0) } ?? "")"
        case .choice: return "choice"
        case .error: return "error"
        }
    }
}
