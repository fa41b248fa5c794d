import Markdown
import Source

extension NoteTree {
    /// Every node below the root, parents before children, in the order of the note.
    package func documentOrder(from start: ID? = nil) -> [ID] {
        var order: [ID] = []
        var stack: [ID] = [start ?? root]
        while let id = stack.popLast() {
            order.append(id)
            stack.append(contentsOf: children(of: id).reversed())
        }
        return order
    }

    /// The words of a node without markup; a formula as its LaTeX.
    package func plainText(of id: ID, formulas: [FormulaSpan]) -> String {
        var text = ""
        for node in documentOrder(from: id) {
            switch self[node].kind {
            case .text(let words), .code(let words), .wikilink(let words): text += words
            case .tag(let name): text += "#" + name
            case .formula(let index) where formulas.indices.contains(index):
                text += String(decoding: formulas[index].latex, as: UTF8.self)
            case .softBreak, .lineBreak: text += " "
            default: break
            }
        }
        return text.trimmingBlanks
    }
}

extension String {
    package var trimmingBlanks: String {
        let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        let scalars = unicodeScalars.drop(while: isBlank)
        guard let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(scalars[...last])
    }
}
