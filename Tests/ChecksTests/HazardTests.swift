import Checks
import Source
import Testing

/// Functions that are right on ordinary data and lose their value on extreme data.
@Suite struct HazardTests {
    private func findings(_ body: String) -> [String] {
        NoteRun.findings("```python\nimport numpy as np\nimport math\nimport torch\n\n\(body)\n```\n")
    }

    @Test(arguments: [
        "def softmax(x):\n    return np.exp(x) / np.sum(np.exp(x))",
        "def softmax(X):\n    E = np.exp(X)\n    return E / E.sum(axis=1, keepdims=True)",
        "def softmax(X):\n    E = torch.exp(X)\n    return E / E.sum(1, keepdim=True)",
        "def softplus(x):\n    return np.log(1 + np.exp(x))",
        "def tanh(x):\n    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))",
        "def log_sum_exp(x):\n    return np.log(np.sum(np.exp(x)))",
        "def log_softmax(x):\n    return np.log(np.exp(x) / np.exp(x).sum())",
        "def sigmoid(x):\n    return 1 / (1 + math.exp(-x))",
    ])
    func overflowIsFound(_ body: String) {
        #expect(findings(body) == ["H001 6:1"])
    }

    @Test(arguments: [
        "def entropy(p):\n    return -np.sum(p * np.log(p))",
        "def kl_divergence(p, q):\n    return np.sum(p * np.log(p / q))",
        "def cross_entropy(y, p):\n    return -np.sum(y * np.log(p))",
        "def log_softmax(x):\n    e = np.exp(x - x.max())\n    return np.log(e / e.sum())",
    ])
    func logarithmOfZeroIsFound(_ body: String) {
        #expect(findings(body) == ["H002 6:1"])
    }

    @Test(arguments: [
        "def softmax(x):\n    e = np.exp(x - np.max(x))\n    return e / np.sum(e)",
        "def sigmoid(x):\n    return 1 / (1 + np.exp(-x))",
        "def softplus(x):\n    return np.logaddexp(0, x)",
        "def softplus(x):\n    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))",
        "def relu(x):\n    return np.maximum(x, 0)",
        "def swish(x):\n    return x / (1 + np.exp(-x))",
        "def log_softmax(x):\n    s = x - x.max()\n    return s - np.log(np.exp(s).sum())",
        "def entropy(p):\n    return -np.sum(p * np.log(p + 1e-12))",
        "def l2_norm(x):\n    return np.sqrt(np.sum(x ** 2))",
        "def cosine_similarity(a, b):\n    return a @ b / (np.linalg.norm(a) * np.linalg.norm(b))",
        "def min_max_scaling(x):\n    return (x - x.min()) / (x.max() - x.min())",
        "def mse(y, y_hat):\n    return np.mean((y - y_hat) ** 2)",
        "def nll(p):\n    return -np.log(p)",
    ])
    func goodCodeIsLeftAlone(_ body: String) {
        #expect(findings(body) == [])
    }

    @Test func functionsOfSingleNumbersAreComparedToo() {
        let right = NoteRun.record("```python\nimport math\n\ndef relu(x):\n    return x if x > 0 else 0.0\n```\n")
        #expect(right.code.map(\.outcome) == [.verified])
        #expect(NoteRun.findings("```python\nimport math\n\ndef sigmoid(x):\n    return 1 / (1 + math.exp(x))\n```\n") == ["C003 4:1"])
    }

    @Test(arguments: [
        "def step(x):\n    return x - 0.1 * 2 * x", "def inverse(x):\n    return 1 / x", "def step(n):\n    return n + 1",
        "def trace(x):\n    return x",
    ])
    func everydayNamesSayNothingByThemselves(_ body: String) {
        #expect(findings(body) == [])
    }

    @Test func theFindingNamesTheInputAndTheValues() throws {
        let record = NoteRun.record("```python\nimport numpy as np\n\ndef softmax(x):\n    return np.exp(x) / np.sum(np.exp(x))\n```\n")
        let finding = try #require(record.findings.first)
        #expect(finding.severity == .warning)
        #expect(finding.diagnostic.message.contains("x = [1000, 1001, 1002]"))
        #expect(finding.diagnostic.help?.contains("subtract the maximum") == true)
        // A formula is mathematics: it has no overflow.
        #expect(NoteRun.findings(#"The softmax is $\operatorname{softmax}(x)_i = \frac{e^{x_i}}{\sum_j e^{x_j}}$."#) == [])
    }

    @Test func anAuthorMayAllowIt() {
        let note = "<!-- gloss: allow H001 \"the naive way\" -->\n```python\nimport numpy as np\n\ndef softmax(x):\n    return np.exp(x) / np.sum(np.exp(x))\n```\n"
        #expect(NoteRun.findings(note) == [])
    }
}
