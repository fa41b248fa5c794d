import LaTeX

/// Which letters a formula has in several cases or fonts: only of those the form is said.
struct LetterForms {
    enum Prefix { case none, capital, bold, boldCapital, script, blackboard, fraktur }

    private enum Font: UInt8 { case plain, bold, script, blackboard, fraktur, word }

    /// By node.
    private var fonts: [Font]
    /// By letter a to z: a bit for each case and font, of all letters and of those that are no index.
    private var seen = [UInt16](repeating: 0, count: 26)
    private var seenOutside = [UInt16](repeating: 0, count: 26)
    private var isIndex: [Bool]

    init(_ tree: MathTree) {
        fonts = Array(repeating: .plain, count: tree.nodes.count)
        isIndex = Array(repeating: false, count: tree.nodes.count)
        // Parents stand after their children.
        for index in tree.nodes.indices.reversed() {
            let font = fonts[index]
            if isIndex[index] {
                for child in tree.labelledChildren(of: MathTree.ID(index)) { isIndex[Int(child.id)] = true }
            } else if case .scripts(let base, let sub?, _, _) = tree.nodes[index].kind, !LetterForms.takesLimits(tree[base].kind) {
                isIndex[Int(sub)] = true
            }
            switch tree.nodes[index].kind {
            case .styled(let style, let body):
                var inner = font
                switch style {
                case .bold, .boldItalic: inner = .bold
                case .calligraphic, .script: inner = .script
                case .blackboard: inner = .blackboard
                case .fraktur: inner = .fraktur
                case .upright:
                    if case .row(let list) = tree[body].kind, list.count > 1 { inner = .word }
                default: break
                }
                fonts[Int(body)] = inner
            case .row(let list) where font != .plain:
                for child in tree.children(list) { fonts[Int(child)] = font }
            case .scripts(let base, _, _, _), .accent(_, base: let base):
                fonts[Int(base)] = font
            case .atom(let atom):
                let letter = (atom.scalar | 0x20) &- 0x61
                // d is the sign of a differential; next to it D needs no name.
                if letter < 26, letter != 3, font != .word {
                    seen[Int(letter)] |= LetterForms.bit(atom.scalar, font)
                    if !isIndex[index] { seenOutside[Int(letter)] |= LetterForms.bit(atom.scalar, font) }
                }
            default: break
            }
        }
    }

    private static func takesLimits(_ kind: MathTree.Kind) -> Bool {
        switch kind {
        case .atom(let atom): atom.atomClass == .large
        case .operatorName, .classed, .styled: true
        default: false
        }
    }

    private static func bit(_ scalar: UInt32, _ font: Font) -> UInt16 {
        1 << (UInt16(font.rawValue) * 2 + (scalar < 0x61 ? 1 : 0))
    }

    func prefix(of id: MathTree.ID, _ scalar: UInt32) -> Prefix {
        let letter = (scalar | 0x20) &- 0x61
        guard letter < 26, Int(id) < fonts.count, fonts[Int(id)] != .word else { return .none }
        let font = fonts[Int(id)]
        let forms = isIndex[Int(id)] ? seen[Int(letter)] : seenOutside[Int(letter)]
        let isCapital = scalar < 0x61
        let capitals: UInt16 = 0b10_1010_1010
        let isOfTwoCases = forms & capitals != 0 && forms & (capitals >> 1) != 0
        let isOfTwoFonts = (forms & (isCapital ? capitals : capitals >> 1)).nonzeroBitCount > 1
        guard isOfTwoFonts, font != .plain else { return isCapital && isOfTwoCases ? .capital : .none }
        switch font {
        case .bold: return isCapital && isOfTwoCases ? .boldCapital : .bold
        case .script: return .script
        case .blackboard: return .blackboard
        case .fraktur: return .fraktur
        case .plain, .word: return .none
        }
    }
}
