/// The order in which CPython runs through a set of integers: that of its hash table, which depends on the numbers only.
///
/// Other keys have hashes that change from run to run; sets of them keep the order in which they came.
enum SetOrder {
    private static let linearProbes = 9
    private static let smallest = 8

    /// Places of `numbers` (distinct, as they came) in the order of the table.
    static func places(of numbers: [Int]) -> [Int] {
        var table = [Int](repeating: -1, count: smallest)
        for (used, place) in numbers.indices.enumerated() {
            insert(place, numbers, &table)
            // Three fifths full: four times what is in it (twice for large ones).
            let filled = used + 1
            guard filled * 5 >= (table.count - 1) * 3 else { continue }
            let least = filled > 50_000 ? filled * 2 : filled * 4
            var size = smallest
            while size <= least { size <<= 1 }
            let old = table
            table = [Int](repeating: -1, count: size)
            for entry in old where entry >= 0 { insert(entry, numbers, &table) }
        }
        return table.filter { $0 >= 0 }
    }

    private static func insert(_ entry: Int, _ numbers: [Int], _ table: inout [Int]) {
        let mask = table.count - 1
        let hash = hash(numbers[entry])
        var perturb = UInt(bitPattern: hash)
        var i = Int(truncatingIfNeeded: perturb) & mask
        while true {
            for place in i...(i + linearProbes <= mask ? i + linearProbes : i) where table[place] < 0 {
                table[place] = entry
                return
            }
            perturb >>= 5
            i = (i &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
        }
    }

    /// `hash(n)`: modulo 2^61 − 1, with the sign; −2 for −1.
    private static func hash(_ number: Int) -> Int {
        let rest = Int(number.magnitude % ((1 << 61) - 1))
        let signed = number < 0 ? -rest : rest
        return signed == -1 ? -2 : signed
    }
}
