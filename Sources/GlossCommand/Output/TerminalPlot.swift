import Source

/// A curve in braille dots with axes and numbers: eight dots a character, two across and four down.
struct TerminalPlot {
    static let width = 64
    static let height = 16

    let range: AxisRange
    let y: [Double]

    /// Two values a column.
    static func values(of range: AxisRange) -> [Double] { range.values(count: width * 2) }

    /// Of the finite values, a little wider where they are all one; `nil` where none is finite.
    var bounds: (low: Double, high: Double)? { Self.bounds(y) }

    /// Where a few values are far larger than the rest (a pole), the rest decides.
    static func bounds(_ y: [Double]) -> (low: Double, high: Double)? {
        let finite = y.filter(\.isFinite).sorted()
        guard var low = finite.first, var high = finite.last else { return nil }
        let (a, b) = (finite[finite.count / 20], finite[finite.count - 1 - finite.count / 20])
        if b > a, high - low > 20 * (b - a) {
            low = max(low, a - (b - a))
            high = min(high, b + (b - a))
        }
        if low == high {
            let pad = max(abs(low) * 0.5, 0.5)
            return (low - pad, high + pad)
        }
        return (low, high)
    }

    func text() -> String? {
        guard let (low, high) = bounds else { return nil }
        let (columns, rows) = (Self.width * 2, Self.height * 4)
        var dots = [UInt8](repeating: 0, count: Self.width * Self.height)
        func set(_ column: Int, _ row: Int) {
            guard column >= 0, column < columns, row >= 0, row < rows else { return }
            let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
            dots[row / 4 * Self.width + column / 2] |= bits[column % 2][row % 4]
        }
        func row(_ value: Double) -> Int? {
            guard value.isFinite, value >= low, value <= high else { return nil }
            return Int(((high - value) / (high - low) * Double(rows - 1)).rounded())
        }
        // The axes, dotted, where zero is in sight.
        if let zero = row(0) { for column in stride(from: 0, to: columns, by: 4) { set(column, zero) } }
        if range.from < 0, range.to > 0 {
            let column = Int((-range.from / (range.to - range.from) * Double(columns - 1)).rounded())
            for k in stride(from: 0, to: rows, by: 4) { set(column, k) }
        }
        var before: Int?
        for (column, value) in y.prefix(columns).enumerated() {
            guard let place = row(value) else {
                before = nil
                continue
            }
            // A steep curve stays one line; a jump over most of the picture is a gap.
            if let last = before, abs(last - place) < rows * 3 / 4 { for k in min(last, place)...max(last, place) { set(column, k) } } else { set(column, place) }
            before = place
        }
        let labels = (0..<Self.height).map { k -> String in
            switch k {
            case 0: NumberFormat.significant(high)
            case Self.height - 1: NumberFormat.significant(low)
            case Self.height / 2: NumberFormat.significant(high - (high - low) * Double(Self.height / 2 * 4) / Double(rows - 1))
            default: ""
            }
        }
        let margin = labels.map(\.utf8.count).max() ?? 0
        var out = ""
        for k in 0..<Self.height {
            out += String(repeating: " ", count: margin - labels[k].utf8.count) + labels[k] + " │"
            var line = ""
            for cell in dots[k * Self.width..<(k + 1) * Self.width] {
                line.unicodeScalars.append(Unicode.Scalar(0x2800 + UInt32(cell)) ?? " ")
            }
            while line.hasSuffix("\u{2800}") { line.removeLast() }
            out += line + "\n"
        }
        out += String(repeating: " ", count: margin) + " └" + String(repeating: "─", count: Self.width) + "\n"
        let (left, right) = (NumberFormat.significant(range.from), NumberFormat.significant(range.to))
        let middle = range.name
        let space = max(2, Self.width - left.utf8.count - right.utf8.count - middle.unicodeScalars.count)
        out += String(repeating: " ", count: margin + 2) + left + String(repeating: " ", count: space / 2) + middle
        out += String(repeating: " ", count: space - space / 2) + right
        return out
    }
}

/// The same curve as a picture of its own.
struct SVGPlot {
    let range: AxisRange
    let x: [Double]
    let y: [Double]
    let title: String

    private static let (width, height, margin) = (640.0, 400.0, 48.0)

    func text() -> String? {
        guard let (low, high) = TerminalPlot.bounds(y) else { return nil }
        let (left, right) = (Self.margin * 1.5, Self.width - Self.margin / 2)
        let (top, bottom) = (Self.margin / 2, Self.height - Self.margin)
        func across(_ value: Double) -> Double { left + (value - range.from) / (range.to - range.from) * (right - left) }
        func down(_ value: Double) -> Double { bottom - (value - low) / (high - low) * (bottom - top) }
        func place(_ value: Double) -> String { NumberFormat.significant((value * 100).rounded() / 100) }
        var out = ByteBuffer()
        out.append(string: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n<title>")
        out.append(escaping: title)
        out.append(string: "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n<g stroke=\"#ccc\" fill=\"#444\">\n")
        for k in 0...4 {
            let share = Double(k) / 4
            let (u, v) = (range.from + (range.to - range.from) * share, low + (high - low) * share)
            out.append(string: "<path d=\"M\(place(across(u))) \(place(top))V\(place(bottom))M\(place(left)) \(place(down(v)))H\(place(right))\"/>\n")
            out.append(string: "<text stroke=\"none\" text-anchor=\"middle\" x=\"\(place(across(u)))\" y=\"\(place(bottom + 18))\">\(NumberFormat.significant(u))</text>\n")
            out.append(string: "<text stroke=\"none\" text-anchor=\"end\" x=\"\(place(left - 6))\" y=\"\(place(down(v) + 4))\">\(NumberFormat.significant(v))</text>\n")
        }
        out.append(string: "<text stroke=\"none\" text-anchor=\"middle\" x=\"\(place((left + right) / 2))\" y=\"\(place(bottom + 36))\">")
        out.append(escaping: range.name)
        out.append(string: "</text>\n</g>\n<path fill=\"none\" stroke=\"#1f5fbf\" stroke-width=\"2\" stroke-linejoin=\"round\" d=\"")
        var isDrawing = false
        var before: Double?
        for (u, v) in zip(x, y) {
            guard v.isFinite, v >= low, v <= high else {
                isDrawing = false
                continue
            }
            if let last = before, abs(last - v) > 0.75 * (high - low) { isDrawing = false }
            out.append(string: "\(isDrawing ? "L" : "M")\(place(across(u))) \(place(down(v)))")
            isDrawing = true
            before = v
        }
        out.append(string: "\"/>\n</svg>\n")
        return out.string
    }
}
