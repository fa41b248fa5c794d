import Checks
import Source

/// A function of one real variable as an inline SVG picture: classes only, coordinates to two decimals.
struct PlotPicture {
    private let plot: Plot
    private let x: PlotScale
    private let y: PlotScale

    private static let width = 280.0
    private static let height = 152.0
    private static let left = 36.0
    private static let right = 10.0
    private static let top = 8.0
    private static let bottom = 22.0

    /// `nil` where there is nothing to draw: fewer than two points, no finite value.
    init?(_ plot: Plot) {
        guard plot.x.count == plot.y.count, plot.x.count >= 2, plot.x.allSatisfy(\.isFinite),
            let least = plot.x.min(), let most = plot.x.max(), most > least, most - least < 1e300,
            let y = PlotScale.values(plot.y, wantedTicks: 4)
        else { return nil }
        self.plot = plot
        x = PlotScale(low: least, high: most, wantedTicks: 6)
        self.y = y
    }

    private func px(_ value: Double) -> Double {
        Self.left + (value - x.low) / (x.high - x.low) * (Self.width - Self.left - Self.right)
    }

    private func py(_ value: Double) -> Double {
        Self.height - Self.bottom - (value - y.low) / (y.high - y.low) * (Self.height - Self.top - Self.bottom)
    }

    func write(to html: inout HTMLWriter) {
        let name = SymbolName(plot.variable).base
        html.open("svg", "plot", [.init("viewBox", "0 0 280 152"), .role("img")])
        html.element(
            "title",
            "Plot over \(name) from \(NumberFormat.significant(x.low)) to \(NumberFormat.significant(x.high))")
        for tick in x.ticks {
            line(tick == 0 ? "zero" : "grid", px(tick), Self.top, px(tick), Self.height - Self.bottom, &html)
            label(tick, px(tick), Self.height - 7, "x-tick", &html)
        }
        for tick in y.ticks {
            line(tick == 0 ? "zero" : "grid", Self.left, py(tick), Self.width - Self.right, py(tick), &html)
            label(tick, Self.left - 5, py(tick) + 3.5, "y-tick", &html)
        }
        html.open("path", "curve", [.init("d", curve())])
        html.close("path")
        html.close("svg")
    }

    private func line(
        _ name: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ html: inout HTMLWriter
    ) {
        let path = "M\(Self.coordinate(x1)) \(Self.coordinate(y1))L\(Self.coordinate(x2)) \(Self.coordinate(y2))"
        html.open("path", name, [.init("d", path)])
        html.close("path")
    }

    private func label(_ value: Double, _ x: Double, _ y: Double, _ name: String, _ html: inout HTMLWriter) {
        html.element(
            "text", name, [.init("x", Self.coordinate(x)), .init("y", Self.coordinate(y))],
            NumberFormat.significant(value, digits: 4).replacingHyphen)
    }

    /// The curve, cut at the picture's upper and lower edges and wherever a value is missing.
    private func curve() -> String {
        var path = ""
        var last: (Double, Double)?
        for index in 1..<plot.x.count {
            let (y0, y1) = (plot.y[index - 1], plot.y[index])
            guard y0.isFinite, y1.isFinite else {
                last = nil
                continue
            }
            // From beyond one edge to beyond the other between two samples: a pole, not a slope.
            if min(y0, y1) < y.low, max(y0, y1) > y.high {
                last = nil
                continue
            }
            guard let (a, b) = clipped(from: (plot.x[index - 1], y0), to: (plot.x[index], y1)) else {
                last = nil
                continue
            }
            if last.map({ $0 != a }) ?? true { path += "M" + point(a) }
            path += "L" + point(b)
            last = b
        }
        return path
    }

    private typealias Point = (Double, Double)

    private func clipped(from a: Point, to b: Point) -> (Point, Point)? {
        var start = 0.0
        var end = 1.0
        let rise = b.1 - a.1
        for (edge, isLow) in [(y.low, true), (y.high, false)] {
            let inside: (Double) -> Bool = { isLow ? $0 >= edge : $0 <= edge }
            if inside(a.1), inside(b.1) { continue }
            guard inside(a.1) || inside(b.1), rise != 0 else { return nil }
            let cut = (edge - a.1) / rise
            if inside(a.1) { end = min(end, cut) } else { start = max(start, cut) }
        }
        guard start < end else { return nil }
        func at(_ t: Double) -> Point { (a.0 + (b.0 - a.0) * t, a.1 + rise * t) }
        return (start == 0 ? a : at(start), end == 1 ? b : at(end))
    }

    private func point(_ p: Point) -> String { "\(Self.coordinate(px(p.0))) \(Self.coordinate(py(p.1)))" }

    /// Two decimals, zeros at the end dropped.
    static func coordinate(_ value: Double) -> String {
        guard abs(value) < 1e6 else { return "0" }
        let hundredths = Int((value * 100).rounded())
        let magnitude = abs(hundredths)
        let sign = hundredths < 0 ? "-" : ""
        let (whole, part) = (magnitude / 100, magnitude % 100)
        if part == 0 { return "\(sign)\(whole)" }
        if part % 10 == 0 { return "\(sign)\(whole).\(part / 10)" }
        return "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
    }
}

extension String {
    /// With a minus sign, as numbers in text are set.
    var replacingHyphen: String { hasPrefix("-") ? "−" + dropFirst() : self }
}
