import Source
import TestSupport
import Testing

@testable import Checks

/// Laws of entropies and of mutual information over one joint distribution.
@Suite struct InformationTests {
    private func outcomes(_ text: String) -> [String] {
        NoteRun.record(text).formulas.flatMap(\.statements).filter { $0.outcome != .notation }.map { "\($0.outcome)" }
    }

    @Test(arguments: [
        #"$H(X,Y) = -\sum_{x,y} p(x,y)\log p(x,y)$"#,
        #"$H(X \mid Y) = -\sum_{x,y} p(x,y)\log p(x \mid y)$"#,
        #"$H(Y|X) = \sum_x p(x) H(Y|X=x)$"#,
        #"$H(Y|X) = - \sum_{x \in \mathcal{X}} p(x) \sum_{y \in \mathcal{Y}} p(y|x) \log_2 p(y|x)$"#,
        #"$H(X,Y) = H(X) + H(Y \mid X) = H(Y) + H(X \mid Y)$"#,
        #"$I(X;Y) = H(X) - H(X|Y) = H(X) + H(Y) - H(X,Y)$"#,
        #"$I(X;Y) = \sum_{x,y} P(X=x,Y=y)\log\frac{P(X=x,Y=y)}{P(X=x)P(Y=y)}$"#,
        #"$I(X;Y) = D_{KL}(p(x,y) \,\|\, p(x)p(y))$"#,
        #"$I(X;Y) = \mathbb{E}\left[\log \frac{p(X,Y)}{p(X)p(Y)}\right]$"#,
        #"$I(X;Y) \ge 0$"#,
        #"熵是 $H(p) = -\sum_i p_i\log p_i$，满足 $H(X, Y) = H(X) + H(Y \mid X)$。"#,
        #"$H(X \mid Y) \le H(X)$"#,
        #"$H(X,Y) \le H(X) + H(Y)$"#,
        #"$I(X;Y|Z) = H(X|Z) - H(X|Y,Z)$"#,
        #"$H(X_1,X_2,X_3) = H(X_1) + H(X_2|X_1) + H(X_3|X_1,X_2)$"#,
        #"$H(X|Y) = H(X,Y) - H(Y)$, $H(X) \le \log |\mathcal{X}|$."#,
    ])
    func lawsHold(text: String) {
        let found = outcomes(text)
        #expect(!found.isEmpty && found.allSatisfy { $0 == "verified" }, "\(found)")
        #expect(NoteRun.findings(text) == [])
    }

    @Test(arguments: [
        #"$H(X,Y) = H(X) + H(X|Y)$"#,
        #"$I(X;Y) = H(X) + H(Y) + H(X,Y)$"#,
        #"$H(X|Y) \ge H(X)$"#,
        #"$I(X;Y) = H(X|Y) - H(X)$"#,
    ])
    func brokenLawsAreFound(text: String) {
        #expect(NoteRun.findings(text).map { $0.prefix(2) } == ["V0"])
    }

    /// What holds under conditions only, and letters that stand for something else.
    @Test(arguments: [
        #"If $X$ and $Y$ are independent then $H(X,Y) = H(X) + H(Y)$."#,
        #"$H(Y|X) = 0$ if and only if $Y$ is a function of $X$."#,
        #"Then $I(X;Y) = H(X)$."#,
        #"The Hessian is $H(X) = X^\top X$."#,
        #"信息增益 $g(D,A) = H(D) - H(D|A)$，$H(D) = -\sum_{k=1}^K \frac{|C_k|}{|D|}\log_2\frac{|C_k|}{|D|}$。"#,
        #"$H(X) = -\sum_{i=1}^n p_i \log p_i$，$H(Y|X) = \sum_{i=1}^n p_i H(Y|X=x_i)$"#,
    ])
    func nothingIsSaidOfTheRest(text: String) { #expect(NoteRun.findings(text) == []) }
}
