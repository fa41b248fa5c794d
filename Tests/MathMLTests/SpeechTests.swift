import LaTeX
import MathML
import Testing

@Suite struct SpeechTests {
    private func words(_ latex: String, _ language: FormulaSpeech.Language) -> String {
        FormulaSpeech(language).words(FormulaParser.parse(Array(latex.utf8)).tree)
    }

    @Test(arguments: [
        ("x^2+1", "x squared plus 1", "x 的平方加 1"),
        ("\\frac{a}{b}", "a over b", "b 分之 a"),
        ("\\frac{a+b}{2}", "fraction a plus b over 2 end fraction", "分数，分子 a 加 b，分母 2，分数结束"),
        ("\\sum_{i=1}^n x_i", "the sum from i equals 1 to n of x sub i", "对 i 等于 1 到 n 求和 x 下标 i"),
        ("\\sqrt{x+1}", "the square root of x plus 1 end root", "根号 x 加 1，根号结束"),
        ("\\sqrt[3]{x}", "the cube root of x", "3 次根号 x"),
        ("A^\\top A^{-1}", "capital A transpose capital A inverse", "A 的转置 A 的逆"),
        ("-x\\le 0", "minus x is less than or equal to 0", "负 x 小于等于 0"),
        ("\\lim_{x\\to0}f", "the limit as x to 0 of f", "当 x 趋于 0 时的极限 f"),
        ("P(A|B)", "capital P open paren capital A given capital B close paren", "P 左括号 A 给定 B 右括号"),
        ("|x|", "absolute value of x end absolute value", "绝对值 x 绝对值结束"),
        ("\\begin{bmatrix}a&b\\\\c&d\\end{bmatrix}", "2 by 2 matrix, row 1: a, b; row 2: c, d end matrix", "2 行 2 列矩阵，第 1 行，a，b；第 2 行，c，d，矩阵结束"),
        ("\\hat y=\\mathrm{softmax}(o)", "y hat equals softmax open paren o close paren", "y 帽等于 softmax 左括号 o 右括号"),
        ("e^{-x}", "e to the power of minus x end power", "e 的负 x 次方"),
        ("\\binom nk", "n choose k", "从 n 个中取 k 个的组合数"),
        ("\\int_0^1 f\\,dx", "the integral from 0 to 1 of f d x", "从 0 到 1 积分 f d x"),
        ("x\\in\\mathbb{R}^n", "x in blackboard capital R to the n", "x 属于空心 R 的 n 次方"),
        ("f'(\\alpha)", "f prime open paren alpha close paren", "f 撇左括号 alpha 右括号"),
    ])
    func speaks(_ latex: String, _ english: String, _ chinese: String) {
        #expect(words(latex, .english) == english)
        #expect(words(latex, .chinese) == chinese)
    }
}
