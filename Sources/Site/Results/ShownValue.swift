import Source
import Tensors

/// A value as people read it: numbers with at most six significant digits, large arrays by their first and last parts.
struct ShownValue {
    /// Empty for a scalar.
    let shape: [Int]
    private let cells: [String]
    /// The same with four digits, for a matrix in a narrow place.
    private let shortCells: [String]
    /// What is no array of numbers (a text, a record).
    private let words: String?

    init(_ tensor: Tensor) {
        shape = tensor.shape
        words = nil
        let elements = tensor.elements
        if tensor.kind == .boolean {
            cells = elements.prefix(4096).map { $0 == 0 ? "false" : "true" }
            shortCells = cells
        } else {
            cells = Self.cells(elements)
            shortCells = tensor.shape.count == 2 ? Self.cells(elements, digits: 4) : cells
        }
    }

    init(_ value: JSONValue) {
        var shape: [Int] = []
        var numbers: [Double] = []
        switch value {
        case .bool(let truth):
            self.shape = []
            cells = []
            shortCells = []
            words = truth ? "true" : "false"
        case .string(let text) where value.double == nil:
            self.shape = []
            cells = []
            shortCells = []
            words = text.count > 200 ? String(text.prefix(200)) + "…" : text
        default:
            if Self.measure(value, depth: 0, &shape), Self.collect(value, axis: 0, shape, &numbers) {
                self.shape = shape
                cells = Self.cells(numbers)
                shortCells = shape.count == 2 ? Self.cells(numbers, digits: 4) : cells
                words = nil
            } else {
                self.shape = []
                cells = []
                shortCells = []
                let text = value.serialized()
                words = text.count > 200 ? String(text.prefix(200)) + "…" : text
            }
        }
    }

    // MARK: Reading JSON

    /// The shape along the first element of every list.
    private static func measure(_ value: JSONValue, depth: Int, _ shape: inout [Int]) -> Bool {
        guard depth <= 8 else { return false }
        if let elements = value.elements {
            shape.append(elements.count)
            return elements.first.map { measure($0, depth: depth + 1, &shape) } ?? true
        }
        return value.double != nil
    }

    private static func collect(_ value: JSONValue, axis: Int, _ shape: [Int], _ numbers: inout [Double]) -> Bool {
        if axis == shape.count {
            guard let number = value.double else { return false }
            numbers.append(number)
            return true
        }
        guard let elements = value.elements, elements.count == shape[axis] else { return false }
        return elements.allSatisfy { collect($0, axis: axis + 1, shape, &numbers) }
    }

    // MARK: Cells

    private static func cells(_ elements: [Double], digits: Int = 6) -> [String] {
        // What rounding leaves beside numbers of ordinary size is nothing.
        let largest = elements.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
        let isLarge = elements.count > 4096
        return (isLarge ? elements.prefix(4096)[...] : elements[...]).map { value in
            abs(value) < largest * 1e-12 ? "0" : NumberFormat.significant(value, digits: digits)
        }
    }

    /// Indices along an axis that are shown; `nil` stands for those left out.
    private static func visible(_ count: Int, limit: Int) -> [Int?] {
        guard count > limit else { return Array(0..<max(0, count)) }
        return (0..<(limit - 1)).map { $0 } + [nil, count - 1]
    }

    /// Lines that it takes in a narrow place.
    var lines: Int { shape.count == 2 ? min(max(shape[0], 1), 6) : 1 + text.utf8.count / 48 }

    private func cell(_ index: Int) -> String { cells.indices.contains(index) ? cells[index] : "…" }

    // MARK: Text

    var isScalar: Bool { shape.isEmpty }

    /// `[3]`, `[2, 4]`; empty for a scalar.
    var shapeText: String { shape.isEmpty ? "" : "[" + shape.map(String.init).joined(separator: ", ") + "]" }

    /// On one line: `0.5`, `[1, 2, …, 9]`, `[[1, 2], [3, 4]]`.
    var text: String {
        if let words { return words }
        if shape.isEmpty { return cells.first ?? "" }
        guard shape.count <= 4 else { return "an array of shape \(shapeText)" }
        return text(axis: 0, start: 0, count: shape.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue })
    }

    private func text(axis: Int, start: Int, count: Int) -> String {
        guard axis < shape.count else { return cell(start) }
        let length = shape[axis]
        guard length > 0 else { return "[]" }
        let stride = count / length
        let parts = Self.visible(length, limit: axis == shape.count - 1 ? 8 : 4).map { index in
            index.map { text(axis: axis + 1, start: start &+ $0 &* stride, count: stride) } ?? "…"
        }
        return "[" + parts.joined(separator: ", ") + "]"
    }

    // MARK: Markup

    /// A matrix as a table between brackets, everything else on one line. Not for a paragraph: tables end it.
    ///
    /// In a narrow place a wide one shows four digits and its first and last columns.
    func write(isNarrow: Bool = false, to html: inout HTMLWriter) {
        guard words == nil, shape.count == 2, shape[0] > 1, shape[1] > 0 else {
            return html.element("span", "value", text)
        }
        let isWide = isNarrow && shape[1] > 3
        html.open("table", "matrix", [.role("presentation")])
        for row in Self.visible(shape[0], limit: 6) {
            html.open("tr")
            for column in Self.visible(shape[1], limit: isWide ? 3 : 6) {
                if let row, let column {
                    let index = row &* shape[1] &+ column
                    html.element("td", isWide && shortCells.indices.contains(index) ? shortCells[index] : cell(index))
                } else {
                    html.element("td", row == nil ? (column == nil ? "⋱" : "⋮") : "…")
                }
            }
            html.close("tr")
        }
        html.close("table")
    }

    func writeInline(to html: inout HTMLWriter) { html.element("span", "value", text) }
}
