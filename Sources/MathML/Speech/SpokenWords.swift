import LaTeX
import Source

/// Words that authors write letter by letter: `softmax(x)`, `x_{norm}`.
extension Speaker {
    /// The end of a run of letters that stand side by side in the source.
    private func endOfRun(_ start: Int, _ range: Range<Int>) -> Int {
        var k = start
        var edge: UInt32?
        while k < range.upperBound, case .atom(let atom) = tree[tree.lists[k]].kind, (atom.scalar | 0x20) &- 0x61 < 26 {
            let place = tree[tree.lists[k]].range
            if let edge, edge != place.start { break }
            edge = place.end
            k += 1
        }
        return k
    }

    private func letters(_ range: Range<Int>) -> String {
        var word = ""
        for k in range {
            if case .atom(let atom) = tree[tree.lists[k]].kind, let scalar = Unicode.Scalar(atom.scalar) { word.unicodeScalars.append(scalar) }
        }
        return word
    }

    /// The name of a function of three and more letters that stands before a bracket, or a known one; with the position after it.
    func writtenFunction(at k: Int, _ range: Range<Int>) -> (name: String, next: Int)? {
        let end = endOfRun(k, range)
        guard end - k >= 2, end - k <= 24 else { return nil }
        let name = letters(k..<end)
        let isKnown = SpokenSigns.functions[name] != nil && name.utf8.count > 2
        // `xsin` is x and a sine, which is found at its own place.
        if !isKnown, SpokenSigns.functions.keys.contains(where: { $0.utf8.count > 2 && name.hasSuffix($0) }) { return nil }
        if let next = nextItem(end, range), let sign = bracketSign(tree.lists[next])?.atom, sign.scalar == 0x28, sign.atomClass == .open {
            let isAcronym = name.utf8.allSatisfy { $0 < 0x61 }
            return isKnown || end - k >= 3 || (isAcronym && isLeadingName(k, range)) ? (name, end) : nil
        }
        return isKnown ? (name, end) : nil
    }

    /// `BN(X) =`: two capitals that begin a row are a name.
    private func isLeadingName(_ k: Int, _ range: Range<Int>) -> Bool {
        !range.contains { $0 < k && !isSilent(tree.lists[$0]) }
    }

    /// A script that is one word: three and more letters that are not indices.
    func labelWord(_ id: ID) -> String? {
        guard case .row(let list) = tree[id].kind, list.count >= 2 else { return nil }
        let range = Int(list.lowerBound)..<Int(list.upperBound)
        guard endOfRun(range.lowerBound, range) == range.upperBound else { return nil }
        let word = letters(range)
        if SpokenSigns.functions[word] != nil || word == "in" { return word }
        let vowels = word.lowercased().utf8.contains { "aeou".utf8.contains($0) }
        return vowels && (word.utf8.count >= 3) || word == "out" ? word : nil
    }
}
