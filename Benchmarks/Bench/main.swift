// Times the stages of Gloss on a fixed input, beside cmark on the same bytes. Run it with `make bench`.

import Catalogue
import Checks
import Glibc
import LaTeX
import Markdown
import MathML
import Site
import Source

/// Seconds of a clock that never goes back.
func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// The median of several runs of `body`, each at least `minimum` seconds long, per call.
func median(runs: Int = 7, minimum: Double = 0.2, _ body: () -> Void) -> Double {
    times(runs, minimum, body)[runs / 2]
}

/// The times of several runs, in ascending order.
func times(_ runs: Int, _ minimum: Double, _ body: () -> Void) -> [Double] {
    body()
    var times: [Double] = []
    for _ in 0..<runs {
        var calls = 0
        let start = now()
        repeat {
            body()
            calls += 1
        } while now() - start < minimum
        times.append((now() - start) / Double(calls))
    }
    return times.sorted()
}

func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var out: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&block, 1, block.count, file)
        if count == 0 { return out }
        out.append(contentsOf: block[..<count])
    }
}

func row(_ stage: String, _ seconds: Double, _ amount: Double, _ unit: String) {
    let rate = NumberFormat.significant(amount / seconds, digits: 3)
    let time = NumberFormat.significant(seconds * 1000, digits: 3)
    print("| \(stage) | \(time) ms | \(rate) \(unit)/s |")
}

let paths = Array(CommandLine.arguments.dropFirst())
if paths.count == 2, paths[0] == "--formulas", let requests = read(paths[1]) {
    timeFormulas(readRequests(requests))
    exit(0)
}
if paths.count > 1, paths[0] == "--list" {
    // The formulas of notes, as requests for the other converters.
    for path in paths.dropFirst() {
        guard let bytes = read(path) else { continue }
        writeRequests(
            NoteReader.read(NoteReader.decode(name: path, bytes: bytes).0).formulas.map {
                BenchFormula(latex: $0.latex, isDisplay: $0.display)
            })
    }
    exit(0)
}
if let mode = paths.first, ["--read", "--page"].contains(mode), paths.count == 2, let bytes = read(paths[1]) {
    // One note as a process of its own, for a fair comparison with another program.
    var limits = Limits()
    limits.noteBytes = .max
    let note = NoteReader.read(NoteReader.decode(name: paths[1], bytes: bytes).0, limits: limits)
    if mode == "--read" {
        print(note.formulas.count)
    } else {
        // Without results: what other programs do.
        let site = SiteBuilder.build(ledger: Ledger(notes: [NoteRecord(note: note)]), catalogue: [])
        print(site.files.reduce(0) { $0 + $1.bytes.count })
    }
    exit(0)
}
let sources = paths.compactMap { path in read(path).map { NoteReader.decode(name: path, bytes: $0).0 } }
guard sources.count == paths.count, !sources.isEmpty else {
    print("usage: bench NOTE.md …")
    exit(2)
}
let megabytes = Double(sources.reduce(0) { $0 + $1.bytes.count }) / 1e6
let notes = sources.map { NoteReader.read($0) }
let formulas = notes.flatMap(\.formulas)
let trees = formulas.map { FormulaParser.parse($0.latex).tree }
let catalogue = StandardCatalogue.entries
let configuration = CheckConfiguration()
let ledger = NoteChecker.check(notes: notes, configuration: configuration, catalogue: catalogue, clock: now)
let statements = ledger.notes.flatMap(\.formulas).reduce(0) { $0 + $1.statements.count }

print("\(notes.count) notes, \(NumberFormat.significant(megabytes * 1000, digits: 3)) kB, \(formulas.count) formulas, \(statements) statements\n")
print("| stage | time | rate |\n|---|---|---|")
row("scan and read", median { for source in sources { _ = NoteReader.read(source) } }, megabytes, "MB")
row("parse", median { for formula in formulas { _ = FormulaParser.parse(formula.latex) } }, Double(formulas.count), "formulas")
row(
    "render",
    median {
        for (formula, tree) in zip(formulas, trees) {
            var out = ByteBuffer(capacity: 1024)
            MathMLRenderer(display: formula.display).render(tree, to: &out)
        }
    }, Double(formulas.count), "formulas")
row(
    "check",
    median(runs: 5, minimum: 0.5) {
        _ = NoteChecker.check(notes: notes, configuration: configuration, catalogue: catalogue, clock: now)
    }, Double(statements), "statements")
row("build pages", median { _ = SiteBuilder.build(ledger: ledger, catalogue: catalogue) }, Double(notes.count), "notes")
