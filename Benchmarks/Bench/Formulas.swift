// LaTeX to MathML, formula after formula: what is compared with other converters.

import Glibc
import LaTeX
import MathML
import Source

struct BenchFormula {
    var latex: [UInt8]
    var isDisplay: Bool
}

/// One request of `gloss render --jsonl` a line: the form in which the other converters get the same formulas.
func writeRequests(_ formulas: [BenchFormula]) {
    for formula in formulas {
        let request = JSONValue.object([
            "latex": .string(String(decoding: formula.latex, as: UTF8.self)), "display": .bool(formula.isDisplay),
        ])
        print(request.serialized())
    }
}

func readRequests(_ bytes: [UInt8]) -> [BenchFormula] {
    bytes.split(separator: 0x0A).compactMap { line in
        guard let request = try? JSONValue(parsing: Array(line)), let latex = request["latex"]?.string else { return nil }
        return BenchFormula(latex: Array(latex.utf8), isDisplay: request["display"] == .bool(true))
    }
}

/// Formulas a second, warm, no annotation, and what one takes in memory while its tree and its markup are held.
func timeFormulas(_ formulas: [BenchFormula]) {
    var converter = MathMLConverter()
    var count = 0
    // The best of seven, as the other converters are timed.
    let warm = times(7, 0.2) {
        for formula in formulas { count &+= converter.convert(formula.latex, display: formula.isDisplay) { markup, _ in markup.count } }
    }[0]
    let single = times(7, 0.2) {
        for formula in formulas {
            var out = ByteBuffer()
            MathMLRenderer(display: formula.isDisplay).render(FormulaParser.parse(formula.latex).tree, to: &out)
            count &+= out.bytes.count
        }
    }[0]
    // Twenty times each: pages are counted.
    let before = residentBytes()
    let held = (0..<20).flatMap { _ in
        formulas.map { formula in
            let tree = FormulaParser.parse(formula.latex).tree
            var out = ByteBuffer()
            MathMLRenderer(display: formula.isDisplay).render(tree, to: &out)
            return (tree, out)
        }
    }
    let memory = (residentBytes() - before) / max(held.count, 1)
    let rate = Double(formulas.count) / warm
    print("rate \(Int(rate))")
    print("single \(Int(Double(formulas.count) / single))")
    print("memory \(memory)")
    if count == 0 { exit(1) }
}

/// Memory of the process that is in RAM.
private func residentBytes() -> Int {
    guard let statistics = read("/proc/self/statm") else { return 0 }
    let fields = String(decoding: statistics, as: UTF8.self).split(separator: " ")
    return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
}
