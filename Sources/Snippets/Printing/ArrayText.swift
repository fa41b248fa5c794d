import Tensors

/// Arrays as NumPy and PyTorch print them.
enum ArrayText {
    // MARK: NumPy

    /// `[1. 2. 3.]` with `separator` " ", or with ", " as in `repr`. `prefix` is what stands before on the first line.
    static func numpy(_ array: ArrayObject, separator: String, prefix: String, suffix: String = "") -> String {
        let tensor = array.tensor
        if tensor.isScalar { return format(array).first ?? "" }
        if tensor.count == 0 { return "[]" }
        let summarized = tensor.count > 1_000
        let places = summarized ? edges(tensor.shape, 3) : nil
        let items = format(array, only: places)
        var cursor = 0
        let tail = suffix.utf8.count
        let indent = String(repeating: " ", count: prefix.utf8.count)
        return nested(
            tensor.shape, items, &cursor, edge: summarized ? 3 : nil, separator: separator, indent: indent + " ",
            width: 75, tail: tail, depth: 0, stride: 1)
    }

    /// Row-major positions kept when an array is summarised.
    private static func edges(_ shape: [Int], _ edge: Int) -> [Int] {
        var positions = [0]
        for size in shape {
            let kept = size > 2 * edge ? Array(0..<edge) + Array((size - edge)..<size) : Array(0..<size)
            positions = positions.flatMap { base in kept.map { base * size + $0 } }
        }
        return positions
    }

    private static func nested(
        _ shape: [Int], _ items: [String], _ cursor: inout Int, edge: Int?, separator: String, indent: String,
        width: Int, tail: Int, depth: Int, stride: Int
    ) -> String {
        guard let size = shape.first else { return "" }
        let isCut = edge.map { size > 2 * $0 } ?? false
        let shown = isCut ? 2 * (edge ?? 0) : size
        let rest = Array(shape.dropFirst())
        if rest.isEmpty {
            // One row, broken where it does not fit.
            var text = ""
            var line = indent
            var lines: [String] = []
            for i in 0..<shown {
                var item = cursor < items.count ? items[cursor] : ""
                cursor += 1
                let isLast = i == shown - 1
                if isCut, i == edge {
                    let dots = "..." + separator
                    if line.utf8.count + 3 > width - tail - max(1, separatorWidth(separator)), line.utf8.count > indent.utf8.count {
                        lines.append(trimmed(line))
                        line = indent
                    }
                    line += dots
                }
                let room = width - tail - max(1, separatorWidth(separator))
                if line.utf8.count + item.utf8.count > room, line.utf8.count > indent.utf8.count {
                    lines.append(trimmed(line))
                    line = indent
                }
                if !isLast { item += separator }
                line += item
            }
            lines.append(line)
            text = lines.joined(separator: "\n")
            return "[" + text.dropFirst(indent.utf8.count) + "]"
        }
        var rows: [String] = []
        for i in 0..<shown {
            if isCut, i == edge { rows.append("...") }
            rows.append(
                nested(
                    rest, items, &cursor, edge: edge, separator: separator, indent: indent + " ", width: width,
                    tail: tail + 1, depth: depth + 1, stride: stride))
        }
        let between = trimmed(separator) + String(repeating: "\n", count: rest.count) + indent
        return "[" + rows.joined(separator: between) + "]"
    }

    private static func separatorWidth(_ separator: String) -> Int { trimmed(separator).utf8.count }

    private static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars
        while scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }

    /// The elements as texts of one width.
    private static func format(_ array: ArrayObject, only places: [Int]? = nil) -> [String] {
        let all = array.tensor.elements
        let values = places.map { places in places.map { all[$0] } } ?? all
        switch array.dtype {
        case .bool:
            // NumPy leaves room for False.
            return values.map { $0 != 0 ? (array.tensor.isScalar ? "True" : " True") : "False" }
        case .float16, .float32, .float64:
            if array.tensor.isScalar {
                return values.map { array.dtype == .float64 ? FloatText.repr($0) : FloatText.repr(single: $0) }
            }
            return floats(values, isSingle: array.dtype != .float64)
        default:
            let texts = values.map { String(Int(exactly: $0) ?? 0) }
            return array.tensor.isScalar ? texts : padded(texts)
        }
    }

    private static func padded(_ texts: [String]) -> [String] {
        let width = texts.map(\.utf8.count).max() ?? 0
        return texts.map { String(repeating: " ", count: width - $0.utf8.count) + $0 }
    }

    private static func floats(_ values: [Double], isSingle: Bool) -> [String] {
        func shortest(_ value: Double) -> (digits: [UInt8], exponent: Int) {
            FloatText.decimal(Array((isSingle ? "\(Float(value).magnitude)" : "\(value.magnitude)").utf8))
        }
        let finite = values.filter(\.isFinite)
        let magnitudes = finite.filter { $0 != 0 }.map(\.magnitude)
        let largest = magnitudes.max() ?? 0, least = magnitudes.min() ?? 0
        let usesExponent = !magnitudes.isEmpty && (largest >= 1e8 || least < 1e-4 || largest / least > 1000)
        var texts: [String] = []
        if usesExponent {
            var parts: [(mantissa: [UInt8], exponent: Int)] = []
            for value in finite {
                let (digits, exponent) = shortest(value)
                parts.append(rounded(digits, exponent, keeping: 9))
            }
            let precision = max(0, (parts.map { $0.mantissa.count }.max() ?? 1) - 1)
            let exponentWidth = max(2, parts.map { String($0.exponent.magnitude).utf8.count }.max() ?? 2)
            var next = 0
            for value in values {
                guard value.isFinite else {
                    texts.append(value.isNaN ? "nan" : value < 0 ? "-inf" : "inf")
                    continue
                }
                let (mantissa, exponent) = parts[next]
                next += 1
                let tail = Array(mantissa.dropFirst()) + Array(repeating: 0x30, count: precision + 1 - mantissa.count)
                let power = String(exponent.magnitude)
                texts.append(
                    (value.sign == .minus ? "-" : "") + String(decoding: mantissa.prefix(1), as: UTF8.self) + "."
                        + String(decoding: tail, as: UTF8.self) + (exponent < 0 ? "e-" : "e+")
                        + String(repeating: "0", count: exponentWidth - power.utf8.count) + power)
            }
            return padded(texts)
        }
        var fractionWidth = 0
        for value in values {
            guard value.isFinite else {
                texts.append(value.isNaN ? "nan" : value < 0 ? "-inf" : "inf")
                continue
            }
            let (digits, exponent) = shortest(value)
            // Eight digits after the point.
            let kept = rounded(digits, exponent, keeping: exponent + 9)
            var text = FloatText.positional(kept.mantissa, kept.exponent)
            if text.hasSuffix(".0") { text.removeLast() }
            if let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) {
                fractionWidth = max(fractionWidth, text.utf8.distance(from: point, to: text.utf8.endIndex) - 1)
            }
            texts.append((value.sign == .minus ? "-" : "") + text)
        }
        texts = texts.map { text in
            guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return text }
            let width = text.utf8.distance(from: point, to: text.utf8.endIndex) - 1
            return text + String(repeating: " ", count: fractionWidth - width)
        }
        return padded(texts)
    }

    /// `digits` cut to `count`, half to even on what is cut.
    private static func rounded(
        _ digits: [UInt8], _ exponent: Int, keeping count: Int
    ) -> (mantissa: [UInt8], exponent: Int) {
        if digits.count <= count { return (digits, exponent) }
        if count < 0 { return ([0x30], 0) }
        var kept = Array(digits.prefix(count))
        var power = exponent
        let rest = digits[count...]
        let isHalf = rest.first == 0x35 && rest.dropFirst().allSatisfy { $0 == 0x30 }
        let isUp = isHalf ? (kept.last ?? 0x30) % 2 == 1 : (rest.first ?? 0) >= 0x35
        if isUp {
            var i = kept.count - 1
            while i >= 0, kept[i] == 0x39 {
                kept[i] = 0x30
                i -= 1
            }
            if i >= 0 {
                kept[i] += 1
            } else {
                kept.insert(0x31, at: 0)
                power += 1
            }
        }
        while kept.count > 1, kept.last == 0x30 { kept.removeLast() }
        return kept.isEmpty || kept == [0x30] ? ([0x30], 0) : (kept, power)
    }

    // MARK: PyTorch

    static func torch(_ array: ArrayObject) -> String {
        (array.isParameter ? "Parameter containing:\n" : "") + tensor(array)
    }

    private static func tensor(_ array: ArrayObject) -> String {
        let suffix = torchSuffix(array)
        let tensor = array.tensor
        if tensor.count == 0 {
            let shape = tensor.rank == 1 ? "" : ", size=(" + tensor.shape.map { String($0) }.joined(separator: ", ") + ")"
            return "tensor([]\(shape)\(suffix))"
        }
        let summarized = tensor.count > 1_000
        let places = summarized ? edges(tensor.shape, 3) : nil
        let all = tensor.elements
        let items = torchItems(places.map { places in places.map { all[$0] } } ?? all, array.dtype)
        if tensor.isScalar { return "tensor(\(trimmedStart(items.first ?? ""))\(suffix))" }
        var cursor = 0
        let width = items.map(\.utf8.count).max() ?? 1
        return "tensor("
            + torchNested(tensor.shape, items, &cursor, indent: 7, width: width, edge: summarized ? 3 : nil) + suffix + ")"
    }

    private static func trimmedStart(_ text: String) -> String { String(text.drop { $0 == " " }) }

    private static func torchSuffix(_ array: ArrayObject) -> String {
        var suffix = ""
        switch array.dtype {
        case .float32, .int64, .bool: break
        default: suffix += ", dtype=torch.\(array.dtype.name)"
        }
        if array.tensor.count == 0, array.dtype == .int64 { suffix += ", dtype=torch.int64" }
        if array.requiresGradient { suffix += array.isLeaf ? ", requires_grad=True" : ", grad_fn=<\(GradientNames.shown(array.gradientName))>" }
        return suffix
    }

    private static func torchItems(_ values: [Double], _ dtype: DType) -> [String] {
        if dtype == .bool { return padded(values.map { $0 != 0 ? "True" : "False" }) }
        if !dtype.isFloat { return padded(values.map { String(Int(exactly: $0) ?? 0) }) }
        let nonzero = values.filter { $0.isFinite && $0 != 0 }
        func special(_ value: Double) -> String? {
            value.isNaN ? "nan" : value.isInfinite ? (value < 0 ? "-inf" : "inf") : nil
        }
        if nonzero.isEmpty {
            return padded(values.map { special($0) ?? ($0.sign == .minus ? "-0." : "0.") })
        }
        let largest = nonzero.map(\.magnitude).max() ?? 1, least = nonzero.map(\.magnitude).min() ?? 1
        let isWhole = nonzero.allSatisfy { $0 == $0.rounded() }
        let usesExponent = largest / least > 1000 || largest > 1e8 || !isWhole && least < 1e-4
        return padded(
            values.map { value in
                if let text = special(value) { return text }
                if usesExponent { return FloatText.c(value, "e", precision: 4) }
                return isWhole ? FloatText.c(value, "f", precision: 0) + "." : FloatText.c(value, "f", precision: 4)
            })
    }

    private static func torchNested(
        _ shape: [Int], _ items: [String], _ cursor: inout Int, indent: Int, width: Int, edge: Int?
    ) -> String {
        guard let size = shape.first else { return "" }
        let isCut = edge.map { size > 2 * $0 } ?? false
        let shown = isCut ? 2 * (edge ?? 0) : size
        let rest = Array(shape.dropFirst())
        if rest.isEmpty {
            let perLine = max(1, (80 - indent) / (width + 2))
            var texts: [String] = []
            for i in 0..<shown {
                if isCut, i == edge { texts.append(" ...") }
                texts.append(cursor < items.count ? items[cursor] : "")
                cursor += 1
            }
            var lines: [String] = []
            for start in stride(from: 0, to: texts.count, by: perLine) {
                lines.append(texts[start..<min(texts.count, start + perLine)].joined(separator: ", "))
            }
            return "[" + lines.joined(separator: ",\n" + String(repeating: " ", count: indent + 1)) + "]"
        }
        var rows: [String] = []
        for i in 0..<shown {
            if isCut, i == edge { rows.append("...") }
            rows.append(torchNested(rest, items, &cursor, indent: indent + 1, width: width, edge: edge))
        }
        return "["
            + rows.joined(
                separator: "," + String(repeating: "\n", count: rest.count) + String(repeating: " ", count: indent + 1))
            + "]"
    }
}
