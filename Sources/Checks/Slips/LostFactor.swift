import Glibc

/// What a density or a probability is a product of: its factors by their names, each a function of the entry's arguments.
enum LostFactor {
    typealias Factor = (words: String, value: ([Double]) -> Double)

    static func all(_ names: [String]) -> [Factor] {
        var found: [Factor] = []
        for (k, name) in names.enumerated() {
            func add(_ words: String, _ value: @escaping (Double) -> Double) {
                found.append(("`\(words)`", { $0.indices.contains(k) ? value($0[k]) : .nan }))
                found.append(("`1 / \(words)`", { $0.indices.contains(k) ? 1 / value($0[k]) : .nan }))
            }
            add(name) { $0 }
            add("\(name)^2") { $0 * $0 }
            add("sqrt(\(name))") { $0.squareRoot() }
            add("\(name)!") { tgamma($0 + 1) }
            add("(\(name) - 1)!") { tgamma($0) }
            add("e^\(name)") { exp($0) }
            add("(1 - \(name))") { 1 - $0 }
            for (j, other) in names.enumerated() where j != k {
                found.append(("`\(name)^\(other)`", { $0.indices.contains(max(j, k)) ? pow($0[k], $0[j]) : .nan }))
                found.append(("`(1 - \(name))^\(other)`", { $0.indices.contains(max(j, k)) ? pow(1 - $0[k], $0[j]) : .nan }))
            }
        }
        return found
    }
}
