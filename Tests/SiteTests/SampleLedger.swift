import Catalogue
import Checks
import Formulas
import Markdown
import Source
import Tensors

@testable import Site

/// Two small notes that hold one of everything a page can show.
enum SampleLedger {
    static let ledger = Ledger(notes: [activations(), plain()])

    static let settings = SiteSettings(title: "样例笔记", language: "zh", notesFolder: "notes")

    static func build(catalogue: [Implementation] = StandardCatalogue.table.entries) -> SiteOutput {
        SiteBuilder.build(ledger: ledger, catalogue: catalogue, settings: settings)
    }

    private static func sigmoid(_ x: Double) -> Double {
        // A rational curve of the same form, so that no library's exponential decides a byte of the golden page.
        0.5 + 0.5 * x / (1 + abs(x))
    }

    private static func activations() -> NoteRecord {
        var note = SampleNote()
        note.heading(1, "激活函数")
        let intro = note.words("每一层先算 ")
        let affine = note.formula(
            "z = w^\\top x + b",
            SampleNote.result(.definition, .evaluated) { statement in
                statement.sample = [("w", Tensor([1, -2])), ("x", Tensor([0.5, 0.25])), ("b", 1)]
                statement.value = 1
            })
        let middle = note.words("，再用 ")
        let sigma = note.formula("\\sigma", SampleNote.mention)
        let end = note.words(" 逐元素变换，结果是 ")
        let strong = note.node(.strong, [note.words("激活值")])
        let stop = note.words("。下面的行")
        let soft = note.node(.softBreak)
        let more = note.words("直接相接，")
        let code = note.node(.code("a < b"))
        let wiki = note.node(.wikilink(target: "notes"), [note.words("另一篇")])
        note.paragraph([intro, affine, middle, sigma, end, strong, stop, soft, more, code, note.words("，见"), wiki])

        note.heading(2, "Sigmoid 函数")
        let x = (0...80).map { -4 + Double($0) / 10 }
        let lead = note.words("定义：")
        let definition = note.formula(
            "\\sigma(x) = \\frac{1}{1 + e^{-x}}", display: true,
            SampleNote.result(.definition, .verified) { statement in
                statement.implementation = "sigmoid"
                statement.variant = "standard"
                statement.tie = .words
                statement.sample = [("x", Tensor([-1, 0, 2]))]
                statement.value = Tensor([0.2689414213699951, 0.5, 0.8807970779778823])
                statement.evidence = [
                    Evidence(by: .implementation, name: "sigmoid", samples: 32, maxError: 3e-16),
                    Evidence(by: .gradient, name: "", samples: 16, maxError: 2e-11, assuming: ["x 是实数"]),
                ]
                statement.plot = Plot(variable: "x", x: x, y: x.map(sigmoid))
            })
        let after = note.words("它把实数压到 0 与 1 之间。")
        note.paragraph([lead, definition, after])

        note.heading(2, "导数")
        let wrongStart = note.text.utf8.count
        let wrong = note.formula(
            "\\sigma'(x) = \\sigma(x)(1 + \\sigma(x))", display: true,
            SampleNote.result(.gradient, .refuted) { statement in
                statement.sample = [("x", 0.5)]
                statement.value = 1.009871
                statement.steps = [StepRecord(relation: "=", outcome: .refuted, range: .empty(at: 0))]
            })
        let wrongRange = ByteRange(wrongStart, note.text.utf8.count)
        note.paragraph([wrong])
        let unread = note.formula(
            "\\nabla_\\theta J \\approx \\mathcal{T}[J]", display: true,
            SampleNote.result(.approximation, .unsupported, reason: Reason(.undefinedFunction, "no function is called \\mathcal{T}")))
        note.paragraph([unread])
        let chain = note.formula(
            "A = \\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}, \\quad \\det A = 1 \\cdot 4 - 2 \\cdot 3 = -2", display: true,
            matrixRecord())
        note.paragraph([chain])

        note.heading(2, "代码")
        let snippet = "import numpy as np\n\ndef sigmoid(x):  # 逐元素\n    return 1 / (1 + np.exp(-x))\n\nprint(f\"{sigmoid(0):.2f}\")\n"
        note.add(
            note.codeBlock(
                "python", snippet,
                CodeRecord(
                    language: "python", outcome: .verified, defines: ["sigmoid"],
                    evidence: [Evidence(by: .implementation, name: "sigmoid", samples: 32, maxError: 0)], output: "0.50\n")))
        let brokenStart = note.text.utf8.count
        let broken = note.codeBlock(
            "python", "def relu(x)\n    return max(x, 0)\n", CodeRecord(language: "python", outcome: .malformed))
        note.add(broken)
        note.add(
            note.codeBlock(
                "bash", "echo done\n",
                CodeRecord(language: "bash", outcome: .skipped, reason: Reason(.otherLanguage, "bash is not run"))))

        let head = note.node(
            .tableRow(isHeader: true),
            [note.node(.tableCell, [note.words("函数")]), note.node(.tableCell, [note.words("零点处的值")])])
        let cellFormula = note.formula(
            "\\tanh(0)",
            SampleNote.result(.application, .evaluated) { statement in statement.value = 0 })
        let row = note.node(
            .tableRow(isHeader: false), [note.node(.tableCell, [cellFormula]), note.node(.tableCell, [note.words("0")])])
        note.add(note.node(.table(columns: [.left, .right]), [head, row]))

        let title = note.node(.paragraph, [note.words("注意")])
        let advice = note.node(.paragraph, [note.words("大的负数会溢出。"), note.node(.footnoteReference(label: "1"))])
        note.add(note.node(.callout(kind: "warning", hasTitle: true, folding: .none), [title, advice]))
        let done = note.node(.item(task: .done), [note.node(.paragraph, [note.words("写出定义")])])
        let open = note.node(.item(task: .open), [note.node(.paragraph, [note.words("画出图像")])])
        note.add(note.node(.list(ordered: false, start: 1, tight: true), [done, open]))
        let picture = note.node(
            .image(destination: "img/图 1.png", title: "", width: 300, height: nil), [note.words("曲线")])
        note.paragraph([picture])
        let footnote = note.node(.paragraph, [note.words("在单精度下约为 -88。")])
        note.add(note.node(.footnoteDefinition(label: "1"), [footnote]))

        let diagnostics = [
            Diagnostic(
                .wrongGradient, at: wrongRange, "the stated derivative of \\sigma differs from automatic differentiation",
                help: "\\sigma(x)(1 - \\sigma(x)) agrees on all samples",
                counterexample: Counterexample(
                    inputs: [("x", 0.5)], expected: .number(0.2350037122015945), actual: .number(1.0098713))),
            Diagnostic(
                .pythonSyntax, at: ByteRange(brokenStart + 21, brokenStart + 22), "expected ':'",
                help: "add a colon at the end of the line"),
        ]
        return note.record(name: "notes/激活函数.md", diagnostics: diagnostics)
    }

    private static func matrixRecord() -> FormulaRecord {
        var matrix = StatementRecord(range: .empty(at: 0), kind: .matrix, outcome: .evaluated)
        matrix.value = try? Tensor([[1, 2], [3, 4]])
        var determinant = StatementRecord(range: .empty(at: 0), kind: .chain, outcome: .verified)
        determinant.value = -2
        determinant.evidence = [Evidence(by: .equation, name: "", samples: 1, maxError: 0)]
        determinant.steps = [
            StepRecord(
                relation: "=", outcome: .verified, range: .empty(at: 0),
                evidence: [Evidence(by: .equation, name: "", samples: 1, maxError: 0)]),
            StepRecord(
                relation: "=", outcome: .verified, range: .empty(at: 0),
                evidence: [Evidence(by: .step, name: "", samples: 1, maxError: 0)]),
        ]
        return FormulaRecord(kind: .chain, outcome: .evaluated, value: -2, statements: [matrix, determinant])
    }

    private static func plain() -> NoteRecord {
        var note = SampleNote()
        note.heading(1, "第一部分")
        note.paragraph([note.words("没有公式。")])
        note.heading(1, "第二部分")
        note.heading(3, "细节")
        let link = note.node(.link(destination: "../激活函数.md#导数", title: ""), [note.words("导数")])
        note.paragraph([link])
        return note.record(name: "notes/more/notes.md")
    }
}
