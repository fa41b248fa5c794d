import Glibc

/// The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), which CPython, NumPy's older interface and PyTorch draw from.
struct MersenneTwister {
    private var state = [UInt32](repeating: 0, count: 624)
    private var next = 624
    /// The second of a pair of normal numbers.
    var spare: Double?

    /// One word, as NumPy and PyTorch take it.
    init(seed: UInt32) {
        state[0] = seed
        for k in 1..<624 { state[k] = 1_812_433_253 &* (state[k - 1] ^ (state[k - 1] >> 30)) &+ UInt32(k) }
    }

    /// Several words, as CPython takes them.
    init(key: [UInt32]) {
        self.init(seed: 19_650_218)
        let key = key.isEmpty ? [0] : key
        var i = 1, j = 0
        for _ in 0..<max(624, key.count) {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) &* 1_664_525)) &+ key[j] &+ UInt32(j)
            i += 1
            j += 1
            if i >= 624 {
                state[0] = state[623]
                i = 1
            }
            if j >= key.count { j = 0 }
        }
        for _ in 0..<623 {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) &* 1_566_083_941)) &- UInt32(i)
            i += 1
            if i >= 624 {
                state[0] = state[623]
                i = 1
            }
        }
        state[0] = 0x8000_0000
    }

    mutating func word() -> UInt32 {
        if next >= 624 {
            for k in 0..<624 {
                let y = (state[k] & 0x8000_0000) | (state[(k + 1) % 624] & 0x7FFF_FFFF)
                state[k] = state[(k + 397) % 624] ^ (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_B0DF)
            }
            next = 0
        }
        var y = state[next]
        next += 1
        y ^= y >> 11
        y ^= (y << 7) & 0x9D2C_5680
        y ^= (y << 15) & 0xEFC6_0000
        return y ^ (y >> 18)
    }

    /// In [0, 1) with 53 bits, of two words.
    mutating func uniform() -> Double {
        let a = Double(word() >> 5), b = Double(word() >> 6)
        return (a * 67_108_864 + b) / 9_007_199_254_740_992
    }

    /// At most `largest`: words masked to its bits until one fits.
    mutating func masked(_ largest: UInt32) -> UInt32 {
        if largest == 0 { return 0 }
        let mask = largest.leadingZeroBitCount == 0 ? UInt32.max : (1 << (32 - UInt32(largest.leadingZeroBitCount))) - 1
        while true {
            let value = word() & mask
            if value <= largest { return value }
        }
    }

    /// `count` random bits, at most 64, the lower word first.
    mutating func bits(_ count: Int) -> UInt64 {
        if count <= 0 { return 0 }
        if count <= 32 { return UInt64(word() >> UInt32(32 - count)) }
        let low = UInt64(word())
        return low | UInt64(word() >> UInt32(64 - count)) << 32
    }

    /// CPython's `_randbelow`.
    mutating func below(_ bound: Int) -> Int {
        if bound <= 1 { return bound == 1 ? { _ = bits(1); return 0 }() : 0 }
        let count = Int.bitWidth - bound.leadingZeroBitCount
        while true {
            let value = bits(count)
            if value < UInt64(bound) { return Int(value) }
        }
    }

    /// NumPy's older normal numbers: Marsaglia's polar method, the second of a pair first.
    mutating func polarNormal() -> Double {
        if let kept = spare {
            spare = nil
            return kept
        }
        while true {
            let x = 2 * uniform() - 1, y = 2 * uniform() - 1
            let r = x * x + y * y
            if r >= 1 || r == 0 { continue }
            let factor = (-2 * Glibc.log(r) / r).squareRoot()
            spare = factor * x
            return factor * y
        }
    }

    /// `random.gauss`: Box and Muller, the cosine first.
    mutating func boxNormal() -> Double {
        if let kept = spare {
            spare = nil
            return kept
        }
        let angle = uniform() * 2 * Double.pi
        let radius = (-2 * Glibc.log(1 - uniform())).squareRoot()
        spare = Glibc.sin(angle) * radius
        return Glibc.cos(angle) * radius
    }

    /// `random.normalvariate`: the ratio of uniforms (Kinderman and Monahan, 1977).
    mutating func ratioNormal() -> Double {
        let factor = 4 * Glibc.exp(-0.5) / (2.0).squareRoot()
        while true {
            let u = uniform(), v = 1 - uniform()
            let z = factor * (u - 0.5) / v
            if z * z / 4 <= -Glibc.log(v) { return z }
        }
    }

    // MARK: PyTorch

    mutating func torchWide() -> UInt64 {
        let high = UInt64(word())
        return high << 32 | UInt64(word())
    }

    mutating func torchUniform() -> Double { Double(word() & 0xFF_FFFF) * 0x1p-24 }

    mutating func torchUniformDouble() -> Double { Double(torchWide() & ((1 << 53) - 1)) * 0x1p-53 }

    /// Normal numbers as PyTorch fills a tensor on a processor: by sixteens, or one by one below sixteen.
    mutating func torchNormals(_ count: Int, isDouble: Bool) -> [Double] {
        if count < 16 {
            return (0..<count).map { _ in
                if let kept = spare {
                    spare = nil
                    return kept
                }
                let u = torchUniformDouble(), v = torchUniformDouble()
                let radius = (-2 * Glibc.log1p(-v)).squareRoot(), angle = 2 * Double.pi * u
                spare = radius * Glibc.sin(angle)
                return radius * Glibc.cos(angle)
            }
        }
        var data = (0..<count).map { _ in isDouble ? torchUniformDouble() : torchUniform() }
        func turn(_ start: Int) {
            for j in start..<(start + 8) {
                let radius = (-2 * Glibc.log(1 - data[j])).squareRoot(), angle = 2 * Double.pi * data[j + 8]
                data[j] = radius * Glibc.cos(angle)
                data[j + 8] = radius * Glibc.sin(angle)
            }
        }
        for start in stride(from: 0, through: count - 16, by: 16) { turn(start) }
        if count % 16 != 0 {
            for j in (count - 16)..<count { data[j] = isDouble ? torchUniformDouble() : torchUniform() }
            turn(count - 16)
        }
        return data
    }

    /// `torch.randperm`.
    mutating func torchPermutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        if count < 2 { return order }
        for i in 0..<(count - 1) { order.swapAt(i, i + Int(word() % UInt32(count - i))) }
        return order
    }
}

/// PCG64 (O'Neill, 2014) as NumPy's `default_rng` seeds and draws it.
struct PermutedCongruential {
    private var state: (high: UInt64, low: UInt64)
    private var increment: (high: UInt64, low: UInt64)
    private var half: UInt32?

    init(seed: [UInt32]) {
        // SeedSequence: a pool of four words, mixed.
        var constant: UInt32 = 0x43B0_D7E5
        func mixed(_ value: UInt32) -> UInt32 {
            var value = value ^ constant
            constant = constant &* 0x931E_8875
            value = value &* constant
            return value ^ (value >> 16)
        }
        func joined(_ x: UInt32, _ y: UInt32) -> UInt32 {
            let z = 0xCA01_F9DD &* x &- 0x4973_F715 &* y
            return z ^ (z >> 16)
        }
        var pool = (0..<4).map { mixed($0 < seed.count ? seed[$0] : 0) }
        for source in 0..<4 { for target in 0..<4 where source != target { pool[target] = joined(pool[target], mixed(pool[source])) } }
        for word in seed.dropFirst(4) { for target in 0..<4 { pool[target] = joined(pool[target], mixed(word)) } }
        constant = 0x8B51_F9DD
        var words: [UInt64] = []
        var low: UInt64 = 0
        for k in 0..<8 {
            var value = pool[k % 4] ^ constant
            constant = constant &* 0x58F3_8DED
            value = value &* constant
            value ^= value >> 16
            if k % 2 == 0 { low = UInt64(value) } else { words.append(low | UInt64(value) << 32) }
        }
        state = (0, 0)
        increment = (words[2] << 1 | words[3] >> 63, words[3] << 1 | 1)
        step()
        let (sum, carry) = state.low.addingReportingOverflow(words[1])
        state = (state.high &+ words[0] &+ (carry ? 1 : 0), sum)
        step()
    }

    private mutating func step() {
        let factor: (high: UInt64, low: UInt64) = (0x2360_ED05_1FC6_5DA4, 0x4385_DF64_9FCC_F645)
        let product = state.low.multipliedFullWidth(by: factor.low)
        let high = product.high &+ state.high &* factor.low &+ state.low &* factor.high
        let (sum, carry) = product.low.addingReportingOverflow(increment.low)
        state = (high &+ increment.high &+ (carry ? 1 : 0), sum)
    }

    mutating func wide() -> UInt64 {
        step()
        let value = state.high ^ state.low, turn = state.high >> 58
        return turn == 0 ? value : value >> turn | value << (64 - turn)
    }

    mutating func word() -> UInt32 {
        if let kept = half {
            half = nil
            return kept
        }
        let value = wide()
        half = UInt32(truncatingIfNeeded: value >> 32)
        return UInt32(truncatingIfNeeded: value)
    }

    mutating func uniform() -> Double { Double(wide() >> 11) * 0x1p-53 }

    /// At most `largest` (Lemire, 2019).
    mutating func bounded(_ largest: UInt32) -> UInt32 {
        if largest == 0 { return 0 }
        if largest == .max { return word() }
        let count = UInt64(largest) + 1
        var product = UInt64(word()) * count
        if product & 0xFFFF_FFFF < count {
            let threshold = UInt64(UInt32.max - largest) % count
            while product & 0xFFFF_FFFF < threshold { product = UInt64(word()) * count }
        }
        return UInt32(product >> 32)
    }

    mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        for i in stride(from: count - 1, to: 0, by: -1) { order.swapAt(i, Int(masked(UInt32(i)))) }
        return order
    }

    /// At most `largest`: words masked to its bits until one fits.
    private mutating func masked(_ largest: UInt32) -> UInt32 {
        let mask = largest.leadingZeroBitCount == 0 ? UInt32.max : (1 << (32 - UInt32(largest.leadingZeroBitCount))) - 1
        while true {
            let value = word() & mask
            if value <= largest { return value }
        }
    }

    /// The ziggurat of 256 layers (Marsaglia and Tsang, 2000).
    private static let ziggurat: (k: [UInt64], w: [Double], f: [Double]) = {
        let edge = 3.6541528853610088
        // Of each layer: the base strip with the tail beyond the edge.
        let area = edge * Glibc.exp(-0.5 * edge * edge) + (Double.pi / 2).squareRoot() * Glibc.erfc(edge / (2.0).squareRoot())
        var k = [UInt64](repeating: 0, count: 256), w = [Double](repeating: 0, count: 256), f = [Double](repeating: 0, count: 256)
        var x = edge, before = edge
        let base = area / Glibc.exp(-0.5 * x * x)
        k[0] = UInt64(x / base * 0x1p52)
        w[0] = base * 0x1p-52
        w[255] = x * 0x1p-52
        f[0] = 1
        f[255] = Glibc.exp(-0.5 * x * x)
        for i in stride(from: 254, through: 1, by: -1) {
            x = (-2 * Glibc.log(area / x + Glibc.exp(-0.5 * x * x))).squareRoot()
            k[i + 1] = UInt64(x / before * 0x1p52)
            before = x
            f[i] = Glibc.exp(-0.5 * x * x)
            w[i] = x * 0x1p-52
        }
        return (k, w, f)
    }()

    mutating func normal() -> Double {
        let table = Self.ziggurat
        let edge = 3.6541528853610088
        while true {
            var r = wide()
            let layer = Int(r & 0xFF)
            r >>= 8
            let magnitude = (r >> 1) & 0x000F_FFFF_FFFF_FFFF
            var x = Double(magnitude) * table.w[layer]
            if r & 1 == 1 { x = -x }
            if magnitude < table.k[layer] { return x }
            if layer == 0 {
                while true {
                    let u = -Glibc.log1p(-uniform()) / edge, v = -Glibc.log1p(-uniform())
                    if v + v > u * u { return (magnitude >> 8) & 1 == 1 ? -(edge + u) : edge + u }
                }
            }
            if (table.f[layer - 1] - table.f[layer]) * uniform() + table.f[layer] < Glibc.exp(-0.5 * x * x) { return x }
        }
    }
}

func portableLog1p(_ x: Double) -> Double { Glibc.log1p(x) }
func portableLog(_ x: Double) -> Double { Glibc.log(x) }
