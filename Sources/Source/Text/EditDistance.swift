/// How far two names are from each other, for "did you mean".
public enum EditDistance {
    /// Optimal string alignment distance over bytes or scalars: insertions, deletions, substitutions and swaps of neighbours cost
    /// one each. Gives `limit + 1` as soon as the distance is known to be larger than `limit`.
    public static func between<Element: Equatable>(
        _ a: some Collection<Element>, _ b: some Collection<Element>, limit: Int = .max - 1
    ) -> Int {
        let a = Array(a)
        let b = Array(b)
        if abs(a.count - b.count) > limit { return limit + 1 }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        var current = last
        for i in 0..<a.count {
            current[0] = i + 1
            var least = current[0]
            for j in 0..<b.count {
                var cost = min(last[j + 1] + 1, current[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
                current[j + 1] = cost
                least = min(least, cost)
            }
            if least > limit { return limit + 1 }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[b.count]
    }

    /// The one name nearest to `word` within `limit`; `nil` when there is none or when two are equally near.
    public static func nearest(_ word: String, among names: some Sequence<String>, within limit: Int) -> String? {
        var best: String?
        var distance = limit + 1
        var isTied = false
        for name in names {
            let d = between(word.utf8, name.utf8, limit: limit)
            if d < distance {
                (best, distance, isTied) = (name, d, false)
            } else if d == distance, name != best {
                isTied = true
            }
        }
        return isTied ? nil : best
    }
}
