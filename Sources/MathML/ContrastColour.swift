import Glibc

/// The colour in which text on a background is read best, where nothing says its own: pages have a dark form, backgrounds that
/// an author chooses have none.
enum ContrastColour {
    /// - Parameter background: a checked CSS colour: a name, `#rgb` or `#rrggbb`, `rgb(r, g, b)`.
    static func on(_ background: String) -> StaticString {
        guard let luminance = luminance(background) else { return darkNames.contains(background.lowercased()) ? "white" : "black" }
        return luminance < threshold ? "white" : "black"
    }

    /// White and black have the same contrast against it: (1.05 / (L + 0.05) = (L + 0.05) / 0.05; WCAG 2.2, contrast ratio).
    private static let threshold = 0.1791

    /// Of names in CSS Color 4 those whose luminance is below the threshold; Tests/Reference/mathml/colours.py finds them.
    static let darkNames: Set<String> = [
        "black", "blue", "blueviolet", "brown", "crimson", "darkblue", "darkgreen", "darkmagenta", "darkolivegreen", "darkorchid",
        "darkred", "darkslateblue", "darkslategray", "darkslategrey", "darkviolet", "dimgray", "dimgrey", "firebrick", "green",
        "indigo", "maroon", "mediumblue", "mediumvioletred", "midnightblue", "navy", "purple", "rebeccapurple", "royalblue",
        "saddlebrown", "sienna", "slateblue", "teal",
    ]

    /// Relative luminance of a colour in numbers, 0 to 1.
    static func luminance(_ colour: String) -> Double? {
        let bytes = Array(colour.utf8)
        var parts: [Double] = []
        if bytes.first == UInt8(ascii: "#") {
            let digits = bytes.dropFirst().compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
            guard digits.count == bytes.count - 1 else { return nil }
            if digits.count == 3 {
                parts = digits.map { Double(17 * $0) }
            } else if digits.count == 6 {
                parts = [0, 2, 4].map { Double(16 * digits[$0] + digits[$0 + 1]) }
            }
        } else if colour.hasPrefix("rgb(") {
            parts = colour.dropFirst(4).split(whereSeparator: { ", )".contains($0) }).compactMap { Double($0) }
        }
        guard parts.count == 3 else { return nil }
        let linear = parts.map { part in
            let c = min(max(part / 255, 0), 1)
            return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
