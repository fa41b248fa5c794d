import LaTeX
import Source

/// Brackets that grow with what they hold.
extension MathMLWriter {
    mutating func writeFence(_ scalar: UInt32, isOpening: Bool, stretches: Bool = true) {
        guard scalar != 0 else { return }
        guard stretches else {
            writeSign(scalar, isOpening ? " form=\"prefix\" stretchy=\"false\"" : " form=\"postfix\" stretchy=\"false\"")
            return
        }
        writeSign(scalar, isOpening ? " form=\"prefix\" stretchy=\"true\"" : " form=\"postfix\" stretchy=\"true\"")
    }

    mutating func writeFenced(_ open: UInt32, _ body: ID, _ close: UInt32, _ place: Place) {
        // Around what is no higher than a bracket nothing stretches: Chromium keeps the room of the largest bracket of the
        // font for one that may.
        let stretches = isTall(body)
        out.append("<mrow>")
        writeFence(open, isOpening: true, stretches: stretches)
        if stretches, holdsLargeOperator(body) {
            // Beside a bracket Firefox leaves an operator with limits out of what the bracket spans.
            out.append("<mrow>")
            write(body, place)
            out.append("</mrow>")
        } else {
            write(body, place)
        }
        writeFence(close, isOpening: false, stretches: stretches)
        out.append("</mrow>")
    }

    /// Whether brackets around the body stretch: it may be higher than a bracket.
    func isTall(_ body: ID) -> Bool {
        var budget = 48
        return !isFlat(body, &budget)
    }

    private func holdsLargeOperator(_ body: ID) -> Bool {
        guard case .row(let list) = tree[body].kind, list.count > 1 else { return false }
        return tree.children(list).contains { id in
            switch tree[id].kind {
            case .atom(let atom): return atom.atomClass == .large
            case .scripts(let base, _, _, _):
                if case .atom(let atom) = tree[base].kind { return atom.atomClass == .large }
                return false
            default: return false
            }
        }
    }

    /// What TeX calls an inner atom that stands in tall brackets: thin spaces part it from letters and from its like.
    func isTallFence(_ id: ID) -> Bool {
        switch tree[id].kind {
        case .fenced(_, let body, _): return isTall(body)
        case .scripts(let base, _, _, _): return isTallFence(base)
        case .table(let index):
            guard Int(index) < tree.tables.count else { return false }
            switch tree.tables[Int(index)].environment {
            case "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix": return true
            default: return false
            }
        default: return false
        }
    }

    /// Whether the node is surely no higher than a bracket; `budget` bounds what is looked at.
    private func isFlat(_ id: ID, _ budget: inout Int) -> Bool {
        guard budget > 0 else { return false }
        budget -= 1
        switch tree[id].kind {
        case .atom(let atom): return atom.atomClass != .large && atom.atomClass != .middle
        case .number, .text, .operatorName, .space: return true
        case .row(let list):
            for child in tree.children(list) where !isFlat(child, &budget) { return false }
            return true
        case .styled(_, let body), .coloured(_, let body), .classed(_, let body): return isFlat(body, &budget)
        case .fenced(_, let body, _): return isFlat(body, &budget)
        case .scripts(let base, let sub, let sup, let limits):
            // A script that has scripts of its own may stand out.
            return !limits && isFlat(base, &budget) && isLine(sub, &budget) && isLine(sup, &budget)
        case .accent(let accent, let base):
            switch accent {
            case .hat, .tilde, .bar, .vec, .dot, .ddot, .check, .breve, .acute, .grave, .ring: return isFlat(base, &budget)
            default: return false
            }
        default: return false
        }
    }

    private func isLine(_ id: ID?, _ budget: inout Int) -> Bool {
        guard let id else { return true }
        guard budget > 0 else { return false }
        if case .scripts = tree[id].kind { return false }
        if case .row(let list) = tree[id].kind {
            budget -= 1
            for child in tree.children(list) where !isLine(child, &budget) { return false }
            return true
        }
        return isFlat(id, &budget)
    }
}
