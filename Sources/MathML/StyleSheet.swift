extension MathMLRenderer {
    /// The rules of the classes above, for the page that shows formulas.
    public static let styleSheet: String =
        """
        math.gm { white-space: nowrap; font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", math; }
        math.gm .gm-error { color: #b00020; border-bottom: 1px dotted currentColor; font-family: monospace; }
        math.gm mtable { border-spacing: 0; }
        math.gm mtd { padding: 0.25em 0.4em; }
        math.gm mtd.gm-left { text-align: left; text-align: -webkit-left; }
        math.gm mtd.gm-right { text-align: right; text-align: -webkit-right; }
        math.gm mtable.gm-aligned mtd { padding: 0.3em 0; }
        math.gm mtable.gm-aligned:not(.gm-tagged) mtd:nth-child(2n+3) { padding-left: 1em; }
        math.gm mtable.gm-aligned.gm-tagged mtd:nth-child(2n+4):not(.gm-tag) { padding-left: 1em; }
        math.gm mtable.gm-aligned.gm-close mtd:nth-child(n):not(.gm-tag) { padding-left: 0; }
        math.gm mtable.gm-cases mtd { padding: 0.2em 0.5em; }
        math.gm mtable.gm-cases mtd:first-child { padding-left: 0.1em; }
        math.gm mtable.gm-cases mtd:last-child { padding-right: 0.1em; }
        math.gm mtable.gm-matrix mtd { padding: 0.2em 0.5em; }
        math.gm mtable.gm-small mtd { padding: 0.1em 0.25em; }
        math.gm mtable.gm-matrix mtd:first-child { padding-left: 0; }
        math.gm mtable.gm-matrix mtd:last-child { padding-right: 0; }
        math.gm mtable.gm-substack mtd, math.gm mtable.gm-lines mtd { padding: 0.1em 0; }
        math.gm mtable.gm-gathered mtd { padding: 0.3em 0; }
        math.gm mtable.gm-tagged { width: 100%; }
        .math-box:has(.gm-tagged) { container-type: inline-size; }
        .math-box math.gm mtable.gm-tagged { width: 100cqi; }
        math.gm mtd.gm-tag, math.gm mtd.gm-side { width: 50%; }
        math.gm mtable.gm-tagged mtd.gm-tag { text-align: right; text-align: -webkit-right; padding-left: 2em; padding-right: 0; }
        math.gm mtd.gm-rule-top { border-top: 0.06em solid; }
        math.gm mtd.gm-rule-bottom { border-bottom: 0.06em solid; }
        math.gm mtd.gm-rule-left { border-left: 0.06em solid; }
        math.gm mtd.gm-rule-right { border-right: 0.06em solid; }
        math.gm mtd.gm-dash-top { border-top-style: dashed; }
        math.gm mtd.gm-dash-bottom { border-bottom-style: dashed; }
        math.gm mtd.gm-dash-left { border-left-style: dashed; }
        math.gm mtd.gm-dash-right { border-right-style: dashed; }
        math.gm mtd.gm-double-top { border-top: 0.18em double; }
        math.gm mtd.gm-double-bottom { border-bottom: 0.18em double; }
        math.gm mtd.gm-double-left { border-left: 0.18em double; }
        math.gm .gm-box { border: 0.06em solid; padding: 0.3em; }
        math.gm .gm-colour-box { padding: 0.3em; }
        math.gm .gm-frame { border: 0.06em solid; }
        math.gm .gm-cancel, math.gm .gm-bcancel, math.gm .gm-xcancel { padding: 0.15em 0.1em; margin: 0 -0.1em; }
        math.gm .gm-cancel { background: linear-gradient(to top left, transparent calc(50% - 0.03em), currentColor calc(50% - 0.03em), currentColor calc(50% + 0.03em), transparent calc(50% + 0.03em)); }
        math.gm .gm-bcancel { background: linear-gradient(to top right, transparent calc(50% - 0.03em), currentColor calc(50% - 0.03em), currentColor calc(50% + 0.03em), transparent calc(50% + 0.03em)); }
        math.gm .gm-xcancel { background: linear-gradient(to top left, transparent calc(50% - 0.03em), currentColor calc(50% - 0.03em), currentColor calc(50% + 0.03em), transparent calc(50% + 0.03em)), linear-gradient(to top right, transparent calc(50% - 0.03em), currentColor calc(50% - 0.03em), currentColor calc(50% + 0.03em), transparent calc(50% + 0.03em)); }
        math.gm .gm-strike { background: linear-gradient(to top, transparent calc(50% - 0.03em), currentColor calc(50% - 0.03em), currentColor calc(50% + 0.03em), transparent calc(50% + 0.03em)); }
        math.gm .gm-angle { border-top: 0.06em solid; border-right: 0.06em solid; padding: 0.1em 0.1em 0 0.1em; }
        math.gm .gm-phase { border-bottom: 0.06em solid; }
        math.gm .gm-llap { transform: translateX(-100%); }
        math.gm .gm-clap { transform: translateX(-50%); }
        math.gm .gm-bold { font-weight: bold; }
        math.gm .gm-italic { font-style: italic; }
        math.gm .gm-sans { font-family: sans-serif; }
        math.gm .gm-mono { font-family: monospace; }
        math.gm .gm-script { font-feature-settings: "ss01"; }
        math.gm .gm-vec { font-size: 0.75em; }
        math.gm .gm-rule { background: currentColor; }

        """
        + (5...50).map { tenths in
            // A stretched line is 1.2 em times the factor: half of what it gains goes above, half below.
            let hundredths = max(0, 20 + (tenths - 10) * 6)
            let digits = String(hundredths % 100)
            let padding = "\(hundredths / 100).\(digits.utf8.count == 1 ? "0" : "")\(digits)em"
            return "math.gm mtable.gm-stretch-\(tenths) mtd { padding-top: \(padding); padding-bottom: \(padding); }\n"
        }.joined()
        + (1...36).map { units in
            let tenThousandths = (units * 10_000 + 9) / 18
            let digits = String(tenThousandths % 10_000)
            let padded = String(repeating: "0", count: 4 - digits.count) + digits
            return "math.gm .gm-neg-\(units) { margin-inline-start: -\(tenThousandths / 10_000).\(padded)em; }\n"
        }.joined()
}
