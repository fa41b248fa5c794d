import Source

/// Equation numbers. A label stands for the tag of its line or, where that has none, for the next number; both are
/// definitions that outlive the formula, as an author's macros do, so that `\eqref` further down a note finds them. The
/// names `label{eq:1}` and `counter{equation}` are those of no command.
extension Parser {
    /// Settles the labels gathered since the last line. Returns the node of a number that the line has to show.
    mutating func settleLabels(tag: ID?, isNumbered: Bool) -> ID? {
        guard !rare.labels.isEmpty else { return nil }
        let labels = rare.labels
        rare.labels = []
        var words: String?
        var number: ID?
        if let tag, case .tag(let text, _) = tree[tag].kind {
            words = tree.text(text)
        } else if let known = labels.compactMap({ macros.definitions[Parser.labelKey($0.name)] }).first {
            // The formula is read once more.
            words = String(decoding: known.body, as: UTF8.self)
        } else if isNumbered {
            let counter = "counter{equation}"
            let next = (macros.definitions[counter].flatMap { Int(String(decoding: $0.body, as: UTF8.self)) } ?? 0) + 1
            defineForAll(counter, String(next))
            words = String(next)
        }
        guard let words else { return nil }
        if tag == nil, isNumbered, let place = labels.first?.range {
            number = add(.tag(text: add(text: words), isStarred: false), place)
        }
        for label in labels { defineForAll(Parser.labelKey(label.name), words) }
        return number
    }

    /// What `\ref{name}` shows: the number, or the name where none is known yet.
    func reference(_ name: String) -> String {
        guard !macros.definitions.isEmpty, let known = macros.definitions[Parser.labelKey(name)] else { return name }
        return String(decoding: known.body, as: UTF8.self)
    }

    private static func labelKey(_ name: String) -> String { "label{\(name)}" }

    private mutating func defineForAll(_ name: String, _ words: String) {
        let definition = Macros.Definition(body: Array(words.utf8))
        definitions.definitions[name] = definition
        macros.definitions[name] = definition
    }

    /// The root with the number that the formula's own label asks for.
    mutating func numbered(_ root: ID) -> ID {
        guard !rare.labels.isEmpty, !isAborted else { return root }
        let tag = tree.nodes.indices.last {
            if case .tag = tree.nodes[$0].kind { return tree.nodes[$0].range == formulaTag }
            return false
        }
        guard let number = settleLabels(tag: tag.map { ID($0) }, isNumbered: true),
            case .row(let list) = tree[root].kind
        else { return root }
        let first = pending.count
        pending.append(contentsOf: tree.children(list))
        pending.append(number)
        return makeRow(from: first, tree[root].range)
    }
}

extension Macros {
    /// The labels among the definitions, each with its number.
    public var labels: Macros { Macros(definitions.filter { $0.key.hasPrefix("label{") }) }
}

extension FormulaParser {
    /// Whether the formula refers to a label (`\ref`, `\eqref`).
    public static func mentionsLabel(_ latex: [UInt8]) -> Bool {
        var i = 0
        while let k = latex[i...].firstIndex(of: UInt8(ascii: "\\")) {
            let rest = latex[(k + 1)...]
            if rest.starts(with: "ref{".utf8) || rest.starts(with: "eqref{".utf8) || rest.starts(with: "ref ".utf8) { return true }
            i = k + 1
        }
        return false
    }
}

extension MathTree.Table {
    /// Whether LaTeX numbers the rows of the environment.
    var isNumbered: Bool {
        switch environment {
        case "equation", "align", "gather", "alignat", "flalign", "multline", "eqnarray", "xalignat", "IEEEeqnarray", "dmath": true
        default: false
        }
    }
}
