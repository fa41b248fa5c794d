import Source

/// The nearest known name of a misspelt one.
extension Parser {
    func nearestCommand(to name: ArraySlice<UInt8>) -> String? {
        let written = Array(name)
        guard written.count >= 2, written.count <= 24 else { return nil }
        var best: (distance: Int, count: Int, name: ArraySlice<UInt8>)?
        for range in commands.names where range.count >= 2 && abs(range.count - written.count) <= 2 {
            let candidate = commands.name(range)
            guard let distance = EditDistance.between(written, candidate, atMost: min(2, (written.count + 1) / 2)) else {
                continue
            }
            // Ties go to the name that shares the first letter, then to the first in order.
            let penalty = candidate.first == written.first ? 0 : 1
            let score = distance * 2 + penalty
            if let best, best.distance < score || (best.distance == score && !candidate.lexicographicallyPrecedes(best.name)) {
                continue
            }
            best = (score, candidate.count, candidate)
        }
        // `\part` is the beginning of one command alone.
        if written.count >= 4, best.map({ $0.distance >= 4 }) ?? true {
            let longer = commands.names.filter { $0.count > written.count && commands.name($0).starts(with: written) }
            if longer.count == 1, let only = longer.first { return String(decoding: commands.name(only), as: UTF8.self) }
        }
        let own = macros.definitions.keys.sorted().first {
            EditDistance.between(written, Array($0.utf8)[...], atMost: 1) != nil
        }
        return own ?? best.map { String(decoding: $0.name, as: UTF8.self) }
    }

    func nearestEnvironment(to name: [UInt8]) -> String? {
        var best: (distance: Int, name: String)?
        for (candidate, _) in CommandTable.environmentForms {
            guard let distance = EditDistance.between(name, Array(candidate.utf8)[...], atMost: 2) else { continue }
            if let best, best.distance <= distance { continue }
            best = (distance, candidate)
        }
        return best?.name
    }
}

/// Insertions, deletions, replacements and exchanges of neighbours between two short names.
enum EditDistance {
    static func between(_ a: [UInt8], _ b: ArraySlice<UInt8>, atMost limit: Int) -> Int? {
        let b = Array(b)
        guard abs(a.count - b.count) <= limit else { return nil }
        var before: [Int] = []
        var previous = Array(0...b.count)
        for i in 0..<a.count {
            var current = [i + 1]
            current.reserveCapacity(b.count + 1)
            for j in 0..<b.count {
                var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                current.append(cost)
            }
            if (current.min() ?? 0) > limit { return nil }
            before = previous
            previous = current
        }
        return previous[b.count] <= limit ? previous[b.count] : nil
    }
}
