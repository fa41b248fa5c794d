import Snippets
import Source
import Tensors
import Testing

private func run(_ source: String, limits: Limits = Limits()) -> SnippetResult {
    SnippetSession().run(Array(source.utf8), budget: Budget(limits))
}

/// The text that the first finding marks.
private func marked(_ source: String) -> String? {
    guard let range = run(source).diagnostics.first?.range else { return nil }
    return String(decoding: Array(source.utf8)[range.range], as: UTF8.self)
}

@Suite struct SnippetSessionTests {
    @Test(arguments: [
        ("x = np.myltiply(a, b)", "did you mean `multiply`?", "myltiply"),
        ("def f(x):\n    return np.linalg.nrom(x)", "did you mean `norm`?", "nrom"),
        ("import numpy\nnumpy.concatnate([a, b])", "did you mean `concatenate`?", "concatnate"),
        ("def f(y):\n    c = (y.detach() == y)\n    return c.typr(y.dtype)", "did you mean `type`?", "typr"),
        ("learning_rate = 0.1\nw = learing_rate", "did you mean `learning_rate`?", "learing_rate"),
        ("def f(predictions):\n    return predicitons", "did you mean `predictions`?", "predicitons"),
        ("def f(y_hat, y):\n    z = y.dtype\n    return y.hat + z", "did you mean `y_hat`?", "y.hat"),
    ])
    func namesTheAttributeThatWasMeant(source: String, help: String, text: String) {
        let result = run(source)
        #expect(result.outcome == .refuted)
        #expect(result.diagnostics.first?.code == .undefinedName)
        #expect(result.diagnostics.first?.help == help)
        #expect(marked(source) == text)
    }

    @Test(arguments: [
        "x_train = 1\nprint(y_train)", "weights = 1\nprint(weight)", "test_loss = 1\nprint(best_loss)", "layer1 = 1\nprint(layer2)",
        "from mylib import *\nlearning_rate = 1\nprint(learing_rate)", "softmax = 1\nprint(Softmax)", "np.xyzzy(a)", "model.fitt(x)", "class A:\n    def typr(self): pass\nA().typr()", "df.shape; df.loc[0]",
        "np.multiply(2, 3)", "def np_like(np):\n    return np.myltiply(1)", "x = self.net.typr", "np.float(3)",
        "import mylib as np\nnp.myltiply(1)",
    ])
    func callsNothingMisspeltThatMayBeRight(source: String) {
        #expect(!run(source).diagnostics.contains { $0.code == .undefinedName })
        #expect(run(source).outcome != .refuted)
    }

    @Test(arguments: [
        (">>> 1 + 1\n2\n>>> for i in range(2):\n...     print(i)\n0\n1\n>>> x = 3\n", ["2": "2\n", "0\n1": "0\n1\n"]),
        ("In [1]: x = 2\n\nIn [2]: x * 2\nOut[2]: 4", ["4": "4\n"]),
        (">>> 1 / 0\nTraceback (most recent call last):\n  ...\nZeroDivisionError: division by zero", ["ZeroDivisionError": "ZeroDivisionError"]),
        ("print(2 + 3)  # 5\ny = 1  # 2\nprint(y)  # the second", ["5": "5\n"]),
    ])
    func readsSessionsAndStatedOutput(source: String, stated: [String: String]) {
        let result = run(source)
        #expect(result.outcome == .ran, "\(result.diagnostics.map(\.message))")
        var found: [String: String] = [:]
        for example in result.examples { found[example.stated] = example.shown }
        #expect(found == stated)
    }

    @Test func countsOfLabelsAreNoFunctionOfNumbers() {
        let source = "def entropy(labels):\n    counts = {}\n    for l in labels: counts[l] = counts.get(l, 0) + 1\n    return len(counts)\n"
        let function = run(source).functions.first
        #expect(throws: SnippetError.self) { try function?.call([Tensor([0.25, 0.5])], budget: Budget()) }
    }

    @Test func marksWhatIsWrongInASession() {
        #expect(marked(">>> x = 1\n>>> y = x + z_\n>>> x / 0\n") == "x / 0")
        #expect(marked(">>> x = 1\n>>> y = (x + \n") != nil)
    }

    @Test(arguments: [
        ("%matplotlib inline\nx = 1\nassert x == 1", CodeOutcome.ran), ("!pip install gloss\nx = 1", .skipped), ("%%bash\nls -l", .skipped),
        ("np.mean?", .skipped), ("    def forward(self, x):\n        return x", .ran), ("x = 1\n  y = 2", .malformed),
    ])
    func readsCellsOfNotebooks(source: String, outcome: CodeOutcome) {
        #expect(run(source).outcome == outcome, "\(run(source).diagnostics.map(\.message))")
    }

    @Test(arguments: [
        "plt.plot([1, 2])", "import matplotlib.pyplot as plt\nfig, axes = plt.subplots(2, 3)\nfor i, ax in enumerate(axes.flat):\n    ax.plot([i])\nassert i == 5",
        "fig, ax = plt.subplots()\nline, = ax.plot([1])\nline.set_data([1], [2])\nplt.show()",
        "from tqdm import tqdm\nn = 0\nfor i in tqdm(range(4)):\n    n += i\nassert n == 6",
    ])
    func runsBlocksThatOnlyPlot(source: String) {
        let result = run(source)
        #expect(result.outcome == .ran, "\(result.reason?.description ?? "-") \(result.diagnostics.map(\.message))")
    }

    @Test(arguments: [
        ("y = x_train.shape[0]", Reason.Code.needsData), ("from sklearn.svm import SVC\nSVC().fit(X, y)", .needsLibrary),
        ("nn.CrossEntropyLoss(reduction='')", .incompleteCode), ("torch.relu()", .incompleteCode),
        ("np.array([[...], [...], ...])", .incompleteCode), ("x = torch.zeros(2, device='cuda')", .needsDevice),
        ("while True:\n    pass", .limit), ("open('/etc/passwd').read()", .needsData), ("import os\nos.system('ls')", .needsLibrary),
        ("assert f(data) == 1", .needsData), ("n, bins, _ = plt.hist([1, 2])\nprint(n.sum() + 1)", .needsLibrary), ("net = Net()\nnet(X)", .needsData),
        ("9 ** 9 ** 9 ** 9", .limit), ("'a' * 10 ** 12", .limit), ("list(range(10 ** 12))", .limit),
        ("def f(): return f()\nf()", .limit), ("np.zeros((10 ** 6, 10 ** 6))", .limit),
        ("for i in range(10 ** 12): print(i)", .limit), ("x = np.random.rand()\nassert x < 0.5 and x > 0.5", .needsData),
    ])
    func saysWhyABlockIsLeftOut(source: String, code: Reason.Code) {
        let result = run(source)
        #expect(result.outcome == .skipped, "\(result.diagnostics.map(\.message))")
        #expect(result.reason?.code == code, "\(result.reason?.description ?? "-")")
    }

    @Test(arguments: [
        ("x = 1 / 0", FindingCode.pythonError, "1 / 0"), ("a = np.ones(2)\nb = a + np.ones(3)", .pythonError, "a + np.ones(3)"),
        ("assert 1 + 1 == 3", .failedAssert, "1 + 1 == 3"),
        ("w[1] = np.random.randn((2, 2)) * 0.01", .pythonError, "np.random.randn((2, 2))"),
        ("def f(x):\n    return x[5]\nf([1])", .pythonError, "x[5]"),
    ])
    func marksTheExpressionThatFails(source: String, code: FindingCode, text: String) {
        #expect(run(source).outcome == .refuted)
        #expect(run(source).diagnostics.first?.code == code)
        #expect(marked(source) == text)
    }

    @Test func blocksShareOneNamespaceAndForgetWhatCouldNotRun() {
        let session = SnippetSession()
        func next(_ source: String) -> SnippetResult { session.run(Array(source.utf8), budget: Budget()) }
        #expect(next("def double(x):\n    return 2 * x\nitems = []").defines == ["double", "items"])
        #expect(next("print(double(4))").output == "8\n")
        #expect(next("for row in data:\n    items.append(row)").outcome == .skipped)
        // Nobody knows how long the list is now.
        #expect(next("assert len(items) == 0").outcome == .skipped)
        #expect(next("assert double(2) == 5").outcome == .refuted)
    }

    @Test func functionsCompute() throws {
        let source = """
            def softmax(X):
                X_exp = np.exp(X)
                partition = X_exp.sum(1, keepdims=True)
                return X_exp / partition
            """
        let function = try #require(run(source).functions.first)
        #expect(function.name == "softmax")
        #expect(function.parameters.map(\.name) == ["X"])
        let rows = try function.call([Tensor([[0.0, 0.0], [0.0, 0.0]])], budget: Budget())
        #expect(rows == (try Tensor([[0.5, 0.5], [0.5, 0.5]])))
        #expect(throws: SnippetError.self) { try function.call([Tensor([0.0, 0.0])], budget: Budget()) }
    }

    @Test(arguments: [
        String(repeating: "(", count: 100_000), String(repeating: "[", count: 150) + String(repeating: "]", count: 150),
        String(repeating: "-", count: 50_000) + "1", String(repeating: "not ", count: 50_000) + "1",
        "x = " + String(repeating: "1+", count: 20_000) + "1", String(repeating: "if x:\n ", count: 300),
        "a = []\nfor i in range(100000):\n    a = [a]\nprint(a)", "a = []\na.append(a)\nprint(a == [a], a)",
        "t = ()\nfor i in range(200000): t = (t,)", "f'{" + String(repeating: "(", count: 500) + "}'",
        String(repeating: "x = 1\n", count: 20_000), "\u{0}", "x = '\\", "lambda: " + String(repeating: "lambda: ", count: 5_000) + "1",
        "x = 1 << 10 ** 9", "f = lambda n: f(n - 1)\nf(10)", "range(10 ** 18)[-1]", "-9223372036854775808 // -1",
        "(-9223372036854775807 - 1) % -1", "x = [1] * (2 ** 62)", "'%' % ()", "'{' .format()", "f'{1:{2}}'",
        "class A(A): pass", "d = {}\nd['d'] = d\nprint(d)\nassert d == d", "[][::0]", "x = [1, 2, 3]\nx[::-1] = [1]",
        "np.arange(0, 10, 1e-300)", "np.array([]).max()", "torch.tensor([]).mean()", "np.ones((0, 3)).sum(axis=5)",
        "def f(*a): return f(*a, *a)\nf(1)", "it = iter([1])\nfor i in range(50000): it = map(str, it)\nnext(it)",
    ])
    func hostileInputEnds(source: String) {
        var limits = Limits()
        limits.steps = 2_000_000
        let result = run(source, limits: limits)
        #expect([.malformed, .refuted, .skipped, .ran].contains(result.outcome))
    }
}
