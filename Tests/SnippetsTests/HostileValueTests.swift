import Snippets
import Source
import Testing

/// Values at the edges of what numbers and methods take: an error or an answer, never a trap.
@Suite struct HostileValueTests {
    @Test(arguments: [
        ("import numpy as np\nx = np.random.default_rng(0).normal(size=3)", true), ("'abc'.startswith()", false),
        ("import torch\ntorch.ones(2).size(float('nan'))", false), ("import torch\ntorch.ones(2).size(float('inf'))", false),
        ("import torch\nimport torch.nn.functional as F\nF.one_hot(torch.tensor([float('inf')]))", false),
        ("import torch\nimport torch.nn.functional as F\nF.one_hot(torch.tensor([2 ** 62]))", false),
        ("import numpy as np\nnp.bincount([2 ** 62])", false), ("round(2 ** 62, -18)", true), ("{-2 ** 63, 2 ** 63 - 1, 0}", true),
        ("import re\nre.match('(a*)*b', 'a' * 30)", false), ("import re\nre.match('(' * 60 + ')' * 60, '')", false),
        ("import re\nre.findall('(?:a|aa)+$', 'a' * 40 + 'b')", false), ("import re\nre.compile('a{1000}{1000}')", false),
        ("(1j) ** (10 ** 30)", false), ("complex('1e400')", true), ("import json\njson.loads('[' * 300)", false),
    ])
    func neverTraps(_ source: String, _ runs: Bool) {
        let result = SnippetSession().run(Array(source.utf8), budget: Budget())
        #expect((result.outcome == .ran) == runs, "\(source): \(result.outcome) \(result.reason?.description ?? "") \(result.diagnostics.first?.message ?? "")")
    }
}
