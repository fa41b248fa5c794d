/// Which part of an axis a picture shows, and where its ticks stand.
struct PlotScale {
    let low: Double
    let high: Double
    let ticks: [Double]

    init(low: Double, high: Double, wantedTicks: Int) {
        self.low = low
        self.high = high
        let step = Self.step((high - low) / Double(max(1, wantedTicks)))
        var ticks: [Double] = []
        var k = (low / step).rounded(.up)
        while k * step <= high + step * 1e-9, ticks.count < 20 {
            ticks.append(k == 0 ? 0 : k * step)
            k += 1
        }
        self.ticks = ticks
    }

    /// The values of a function, without the far ends of poles.
    static func values(_ values: [Double], wantedTicks: Int) -> PlotScale? {
        let finite = values.filter(\.isFinite).sorted()
        guard let least = finite.first, let most = finite.last else { return nil }
        var low = least
        var high = most
        if finite.count >= 20 {
            let inner = finite[finite.count / 20]
            let outer = finite[finite.count - 1 - finite.count / 20]
            let span = outer - inner
            if span > 0, high - low > span * 6 {
                low = max(low, inner - span * 0.5)
                high = min(high, outer + span * 0.5)
            }
        }
        guard high - low <= 1e300 else { return nil }
        // A constant, or one but for rounding.
        if high - low <= max(abs(high), abs(low)) * 1e-9 {
            let pad = high == 0 ? 1 : abs(high) * 0.5
            low -= pad
            high += pad
        } else if low > 0, low < high * 0.4 {
            low = 0
        } else if high < 0, high > low * 0.4 {
            high = 0
        }
        let pad = (high - low) * 0.06
        guard pad > 0, pad.isFinite else { return nil }
        return PlotScale(low: low - pad, high: high + pad, wantedTicks: wantedTicks)
    }

    /// The least of 1, 2 and 5 times a power of ten that is not below `size`.
    private static func step(_ size: Double) -> Double {
        guard size > 0, size.isFinite else { return 1 }
        var power = 1.0
        var guardCount = 0
        while power * 10 <= size, guardCount < 310 {
            power *= 10
            guardCount += 1
        }
        while power > size, guardCount < 310 {
            power /= 10
            guardCount += 1
        }
        for factor in [1.0, 2, 5] where power * factor >= size * (1 - 1e-9) { return power * factor }
        return power * 10
    }
}
