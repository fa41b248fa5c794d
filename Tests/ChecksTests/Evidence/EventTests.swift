import Source
import TestSupport
import Testing

@testable import Checks

/// Laws of probability over events, as notes write them.
@Suite struct EventTests {
    private func outcomes(_ text: String) -> [String] {
        NoteRun.record(text).formulas.flatMap(\.statements).filter { $0.outcome != .notation }.map { "\($0.outcome)" }
    }

    @Test(arguments: [
        #"$P(A \cup B) = P(A) + P(B) - P(AB)$"#,
        #"$P(A|B) = \frac{P(AB)}{P(B)}$"#,
        #"$P(AB) = P(A|B)P(B) = P(B|A)P(A)$"#,
        #"$P(A - B) = P(A) - P(AB)$"#,
        #"$P(A\bar{B}) = P(A) - P(AB)$"#,
        #"$P(A \cup B \cup C) = P(A)+P(B)+P(C)-P(AB)-P(BC)-P(AC)+P(ABC)$"#,
        #"$P(ABC) = P(A)P(B|A)P(C|AB)$"#,
        #"全概率公式：$P(A) = \sum_{i=1}^n P(A|B_i)P(B_i)$"#,
        #"Bayes: $P(B_i|A) = \frac{P(A|B_i)P(B_i)}{\sum_{j=1}^n P(A|B_j)P(B_j)}$"#,
        #"$P\left(\bigcup_{i=1}^n A_i\right) \le \sum_{i=1}^n P(A_i)$"#,
        #"$P(X_1, X_2, X_3) = P(X_1)P(X_2|X_1)P(X_3|X_1,X_2)$"#,
        #"$P(a < X \le b) = F(b) - F(a)$"#,
        #"$P(|X - E(X)| \ge \epsilon) \le \frac{Var(X)}{\epsilon^2}$"#,
        #"若 $A$ 与 $B$ 独立，则 $P(AB) = P(A)P(B)$。"#,
        #"$P\{X > b\} = 1 - F(b)$, $P\{a < X \le b\} = P\{X \le b\} - P\{X \le a\} = F(b) - F(a)$"#,
        #"$P(A\cap(B\cup C)) = P(AB\cup AC) = P(AB) + P(AC) - P(ABC)$"#,
        #"全概率公式：$P(A) = P(A|B_1)P(B_1) + P(A|B_2)P(B_2) + \cdots + P(A|B_n)P(B_n) = \sum_{i=1}^n P(A|B_i)P(B_i)$"#,
        #"$P\{|X-E(X)| \ge \varepsilon\} \le \frac{D(X)}{\varepsilon^2}$"#,
    ])
    func lawsHold(text: String) {
        let found = outcomes(text)
        #expect(!found.isEmpty && found.allSatisfy { $0 == "verified" }, "\(found)")
        #expect(NoteRun.findings(text) == [])
    }

    @Test(arguments: [
        #"$P(A \cup B) = P(A) + P(B) + P(AB)$"#,
        #"$P(A\bar{B}) = P(A) + P(AB)$"#,
        #"$P(A|B) = \frac{P(AB)}{P(A)}$"#,
    ])
    func brokenLawsAreFound(text: String) {
        #expect(NoteRun.findings(text).map { $0.prefix(2) } == ["V0"])
    }

    @Test(arguments: [
        #"$A \perp B \mid C \Longleftrightarrow P(AB \mid C) = P(A \mid C)P(B \mid C)$"#,
        #"$P(A+B) = P(A) + P(B)$ 当 $A$、$B$ 互斥。"#,
        #"If $B \subset A$ then $P(A-B) = P(A) - P(B)$."#,
        #"$P(x_1, x_2) = p(x_1)p(x_2)$ for independent draws."#,
        #"$P(XY) = P(X)P(Y)$"#,
    ])
    func nothingIsSaidOfConditions(text: String) { #expect(NoteRun.findings(text) == []) }

    /// What compares a thing with itself, or takes a word for a letter, is no evidence.
    @Test(arguments: [
        #"$Var(X) = Var(Y)$"#, #"$Cov(X,Y) = Cov(Z,W)$"#, #"A positive test: $P(A \cap B) = P(A)P(B)$"#, #"$E(X-EX)(Y-EY) = 0$"#,
    ])
    func isNotVerified(text: String) { #expect(outcomes(text) == ["evaluated"]) }

    /// Moments without brackets, by letters, with signs in pairs.
    @Test(arguments: [
        #"$\mathrm{Cov}(X,Y) = E[(X-EX)(Y-EY)] = E[XY]-E[X]E[Y]$"#,
        #"$\mathrm{Cov}(X,Y) = \mathbb{E}[(X-\mu_X)(Y-\mu_Y)]$"#,
        #"$\rho_{XY} = \frac{\mathrm{Cov}(X,Y)}{\sigma_X\sigma_Y}$, $\mathrm{Var}(X \pm Y) = \mathrm{Var}(X)+\mathrm{Var}(Y) \pm 2\mathrm{Cov}(X,Y)$"#,
        #"$D(X) = E(X^2)-[E(X)]^2$, $D(aX+b) = a^2D(X)$"#,
        #"$\mathbb{E}_{x\sim p}[f(x)] = \mathbb{E}_{x\sim q}\left[f(x)\frac{p(x)}{q(x)}\right]$"#,
        #"$D(X) = E\{[X-E(X)]^2\} = E(X^2)-[E(X)]^2$, $D(CX) = C^2D(X)$, $D(X+C) = D(X)$"#,
        #"$Cov(X,Y) = E[(X-E X)(Y-E Y)] = E(X Y)-E(X)E(Y)$"#,
        #"$Cov(aX_{1}{\pm}bX_{2},Y) = aCov(X_{1},Y){\pm}bCov(X_{2},Y)$"#,
        #"$D(X) = E(X^2) - (EX)^2$. 若 $X$, $Y$ 相互独立，则 $D(X \pm Y) = DX + DY$。"#,
        #"方差 $D(X) = E(X-EX)^2 = E(X^2) - (EX)^2$，$Cov(X,Y) = E(X-EX)(Y-EY)$"#,
        #"设 $X \sim Geo(p)$，$P\{X=k\}=p(1-p)^{k-1}$。"#,
        #"设 $X \sim B(1,p)$，则 $P(X=k)=p^k(1-p)^{1-k}$。"#,
        #"Let $X \sim Geo(p)$. $P(X=k)=(1-p)^{k-1}p$, $P(X>k)=(1-p)^k$, $E(X)=\frac1p$."#,
        #"$X \sim B(n,p)$，$P(X=k)=C_n^kp^k(1-p)^{n-k}$，$P(X=0)=(1-p)^n$"#,
        #"$X \sim U(a,b)$, $P(X\le x)=\frac{x-a}{b-a}$"#,
    ])
    func momentsHold(text: String) {
        let found = outcomes(text).filter { $0 != "evaluated" }
        #expect(!found.isEmpty && found.allSatisfy { $0 == "verified" }, "\(found)")
        #expect(NoteRun.findings(text) == [])
    }

    @Test(arguments: [
        #"$\mathbb{E}_{x\sim P}[f(x)] = \mathbb{E}_{x\sim Q}\left[f(x)\frac{Q(x)}{P(x)}\right]$"#,
        #"$D(X) = E(X^2)-[E(X)]^2$, $D(aX+b) = aD(X)$"#,
        #"设 $X \sim B(n,p)$，则 $D(X)=np(1+p)$。"#,
        #"方差的性质：$D(X-Y) = DX - DY$"#,
        #"Let $X \sim Exp(\lambda)$. Then $P(X>t)=1-e^{-\lambda t}$."#,
    ])
    func wrongMomentsAreFound(text: String) {
        #expect(NoteRun.findings(text).map { $0.prefix(2) } == ["V0"])
    }
}
