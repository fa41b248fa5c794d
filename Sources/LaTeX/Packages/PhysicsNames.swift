import Source

/// The package `physics`: its functions by their long names, and its matrices of a pattern.
extension Expansion {
    static let spelledOutPhysics: [Expansion] =
        """
        sine sin,hypsine sinh,arcsine arcsin,asine arcsin,cosine cos,hypcosine cosh,arccosine arccos,acosine arccos,tangent tan,
        hyptangent tanh,arctangent arctan,atangent arctan,cosecant csc,secant sec,cotangent cot,hypcotangent coth,exponential exp,
        logarithm log,naturallogarithm ln,determinant det,Probability Pr,gradientnabla nabla,vnabla nabla,diffd mathrm{d}
        """.names { "\\\($0) " }
        + "asin acos atan csch arccsc acsc sech arcsec asec arccot acot".split(separator: " ").map {
            Expansion(String($0), "\\operatorname{\($0)}")
        }
        + """
        hypcosecant csch,arccosecant arccsc,acosecant acsc,hypsecant sech,arcsecant arcsec,asecant asec,arccotangent arccot,
        acotangent acot,Trace Tr,Residue Res,imaginary Im
        """.names { "\\operatorname{\($0)}" }
        + """
        qeven even,qodd odd,qinteger integer
        """.names { "\\quad\\text{\($0)}\\quad " } + [Expansion("qcomma", ",\\quad ")]
}

extension String {
    /// "sine sin,cosine cos": names and what they stand for.
    fileprivate func names(_ body: (Substring) -> String) -> [Expansion] {
        split { $0 == "," || $0 == "\n" }.compactMap { pair in
            let words = pair.split(separator: " ", maxSplits: 1)
            return words.count == 2 ? Expansion(String(words[0]), body(words[1])) : nil
        }
    }
}

/// A matrix that follows a pattern.
enum PatternMatrix: Sendable {
    /// `\xmat{x}{2}{3}`; a star adds the indices.
    case repeated
    /// `\zmat{2}{3}`
    case zero
    /// `\pmat{1}`: one of Pauli's.
    case pauli
    /// `\admat{a,b}`
    case antidiagonal
}

extension Parser {
    mutating func patternMatrix(_ pattern: PatternMatrix, from start: Int) -> Excerpt? {
        let hasIndices = takeStar()
        switch pattern {
        case .repeated:
            guard let entry = rawArgument("the entry", from: start), let rows = matrixSize(from: start), let columns = matrixSize(from: start)
            else { return nil }
            return grid(rows, columns) { row, column in
                if !hasIndices { return entry.excerpt }
                let index = rows == 1 ? "\(column + 1)" : columns == 1 ? "\(row + 1)" : "\(row + 1)\(column + 1)"
                return latex("{", entry.excerpt, "}_{", index, "}")
            }
        case .zero:
            guard let rows = matrixSize(from: start), let columns = matrixSize(from: start) else { return nil }
            return grid(rows, columns) { _, _ in [UInt8(ascii: "0")] }
        case .pauli:
            guard let raw = rawArgument("the number of the matrix", from: start) else { return nil }
            switch String(decoding: raw.excerpt.filter { $0 > 0x20 }, as: UTF8.self) {
            case "0": return latex("1&0\\\\0&1")
            case "1", "x": return latex("0&1\\\\1&0")
            case "2", "y": return latex("0&-i\\\\i&0")
            case "3", "z": return latex("1&0\\\\0&-1")
            default:
                pending.append(report(.badArgument, at: raw.range, "Pauli's matrices are 0 to 3, or x, y and z"))
                return nil
            }
        case .antidiagonal:
            let filling = rawOptional()?.excerpt ?? []
            guard let raw = rawArgument("the elements", from: start) else { return nil }
            let entries = Parser.split(raw.excerpt, at: UInt8(ascii: ",")).prefix(20).map { $0 }
            return grid(entries.count, entries.count) { row, column in row + column == entries.count - 1 ? entries[row] : filling }
        }
    }

    private mutating func matrixSize(from start: Int) -> Int? {
        guard let raw = rawArgument("the size", from: start) else { return nil }
        guard let n = Int(String(decoding: raw.excerpt.filter { $0 > 0x20 }, as: UTF8.self)), (1...20).contains(n) else {
            pending.append(report(.badArgument, at: raw.range, "the size of a matrix is a number from 1 to 20"))
            return nil
        }
        return n
    }

    private func grid(_ rows: Int, _ columns: Int, _ entry: (Int, Int) -> Excerpt) -> Excerpt {
        var out = Excerpt()
        for row in 0..<rows {
            if row > 0 { out += "\\\\".utf8 }
            for column in 0..<columns {
                if column > 0 { out.append(UInt8(ascii: "&")) }
                out += entry(row, column)
            }
        }
        return out
    }
}
