import LaTeX
import MathML
import Source
import Testing

@testable import Site

/// Formulas that would put a script, a handler, an address, an id or a style into the page.
@Suite struct HostileFormulaTests {
    static let formulas = [
        #"\href{javascript:alert(1)}{x}"#,
        #"\href{JaVaScRiPt:alert(1)}{x}"#,
        #"\href{ javascript:alert(1)}{x}"#,
        #"\href{\javascript:alert(1)}{x}"#,
        #"\href{data:text/html,<script>alert(1)</script>}{x}"#,
        #"\href{vbscript:x}{x}"#,
        #"\href{http://a" onmouseover="alert(1)}{x}"#,
        #"\href{http://a'><script>alert(1)</script>}{x}"#,
        #"\href{https://a&quot; onload=&quot;x}{x}"#,
        #"\url{javascript:alert(1)}"#,
        #"\url{http://x"><img src=x onerror=alert(1)>}"#,
        #"\href{file:///etc/passwd}{x}"#,
        #"\href{//evil}{x}"#,
        #"\href{/x}{x}"#,
        #"\href{#top}{x}"#,
        #"\href{mailto:a@b?subject=<script>}{x}"#,
        #"\href{http://a\"b}{x}"#,
        #"\includegraphics{javascript:alert(1)}"#,
        #"\includegraphics[width=1em]{"><script>}"#,
        #"\htmlId{toc}{x}"#,
        #"\htmlClass{evil}{x}"#,
        #"\htmlStyle{position:fixed;top:0}{x}"#,
        #"\htmlData{x="onload=alert(1)"}{x}"#,
        #"\htmlData{onclick=alert(1)}{x}"#,
        #"\cssId{toc}{x}"#,
        #"\class{evil" onclick="alert(1)}{x}"#,
        #"\style{position:fixed}{x}"#,
        #"\color{red;position:fixed}x"#,
        #"\color{red" onclick="alert(1)}x"#,
        #"\color{url(javascript:alert(1))}x"#,
        #"\color{expression(alert(1))}x"#,
        #"\textcolor{#fff;background:url(x)}{x}"#,
        #"\textcolor{#ff"f}{x}"#,
        #"\colorbox{red;}{x}"#,
        #"\fcolorbox{red}{blue" style="x}{x}"#,
        #"\definecolor{a}{HTML}{"><scri}\color{a}x"#,
        #"\definecolor{red" x="}{rgb}{1,0,0}\color{red" x="}x"#,
        #"\cellcolor{red;}x"#,
        #"\begin{array}{c}\cellcolor{url(x)}a\end{array}"#,
        #"\begin{array}{c}\rowcolor{red"}a\end{array}"#,
        #"\bbox[background:url(javascript:alert(1))]{x}"#,
        #"\bbox[red;position:fixed]{x}"#,
        #"\bbox[border:1px solid red" onclick="x]{x}"#,
        #"\bbox[#ff0" x=",5px]{x}"#,
        #"\enclose{box" onclick="alert(1)}{x}"#,
        #"\enclose{circle}[mathcolor="red" onclick="alert(1)"]{x}"#,
        #"\mmlToken{mi}[onclick="alert(1)"]{x}"#,
        #"\text{<script>alert(1)</script>}"#,
        #"\text{&lt;script&gt;}"#,
        #"\text{]]>}"#,
        #"\text{--></math><script>alert(1)</script>}"#,
        #"\mathrm{</annotation></semantics></math><img src=x onerror=alert(1)>}"#,
        #"</annotation><script>alert(1)</script>"#,
        #"</math><script>alert(1)</script>"#,
        #"<!--"#,
        #"<![CDATA[x]]>"#,
        #"%</annotation>"#,
        #"\tag{<script>alert(1)</script>}"#,
        #"\tag{" onclick="x}"#,
        #"\label{<script>}"#,
        #"\label{toc}"#,
        #"\label{a" id="b}"#,
        #"\ref{<img src=x onerror=alert(1)>}"#,
        #"\eqref{javascript:alert(1)}"#,
        #"\operatorname{<b>x</b>}"#,
        #"\verb|<script>alert(1)</script>|"#,
        #"\verb"onclick=x""#,
        #"\unicode{x3c}script\unicode{x3e}"#,
        #"\char`\<\char"3C script\char62"#,
        #"\unicode[onclick=alert(1)]{x41}"#,
        #"\newcommand{\x}{<script>}\x"#,
        #"\def\<{<script>}\<"#,
        #"\begin{<script>}\end{<script>}"#,
        #"\begin{array}{<script>}a\end{array}"#,
        #"\begin{tikzcd}A\arrow[r,"<script>alert(1)</script>"]&B\end{tikzcd}"#,
        #"\xymatrix{A\ar[r]^{<img onerror=x>}&B}"#,
        #"\ce{<script>}"#,
        #"\ce{$\href{javascript:alert(1)}{x}$}"#,
        #"\pu{1 <b>}"#,
        #"\SI{1}{<script>}"#,
        #"\si{\href{javascript:alert(1)}{x}}"#,
        #"\hspace{1em;position:fixed}"#,
        #"\rule{1em"}{2em}"#,
        #"\hspace{99999999999999999999em}"#,
        #"\rule{1e999em}{1em}"#,
        #"\rule{NaNem}{Infinityem}"#,
        #"\raisebox{-999999em}{x}"#,
        #"\kern-99999em x"#,
        #"\kern1e309em"#,
        #"\mathchoice{<}{>}{"}{'}"#,
        #"\mathtip{x}{<script>alert(1)</script>}"#,
        #"\texttip{x}{" onmouseover="x}"#,
        #"\toggle{a}{<script>}\endtoggle"#,
        #"\action{x}{y}"#,
        #"\require{javascript:alert(1)}"#,
        #"\begin{CD}A@>{<script>}>>B\end{CD}"#,
        #"\text{‮evil}"#,
        #"ﷺ̴̵̶̷̸̡̢"#,
        #"\u202E"#,
        #"\mathop{\href{http://a.b}{<script>}}"#,
        #"\begin{array}{c}\href{javascript:x}{a}\end{array}"#,
        #"\color{transparent}\href{https://evil}{x}"#,
        #"\fontsize{999}{999}x"#,
        #"\Huge\Huge\Huge\Huge\Huge\Huge\Huge x"#,
        #"\begin{prooftree}\AxiomC{<script>}\end{prooftree}"#,
    ]

    /// Whatever becomes of a formula, its markup has elements and attributes of mathematics only, and safe addresses.
    @Test(arguments: formulas)
    func markup(_ latex: String) {
        let parsed = FormulaParser.parse(Array(latex.utf8))
        var buffer = ByteBuffer()
        MathMLRenderer(display: true, annotation: Array(latex.utf8)).render(parsed.tree, to: &buffer)
        let page = HTMLInspector(buffer.bytes)
        for element in page.elements {
            #expect(!["script", "style", "img", "iframe", "object", "form", "svg", "input"].contains(element.name))
            for (name, value) in element.attributes {
                #expect(!name.hasPrefix("on") && name != "id" && name != "style", "\(name)")
                if name == "href" { #expect(["http://", "https://", "mailto:"].contains { value.lowercased().hasPrefix($0) }, "\(value)") }
                if name == "mathcolor" || name == "mathbackground" {
                    #expect(value.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "#") }, "\(value)")
                }
            }
        }
    }

    /// The same in pages: displayed and in running text.
    @Test func pages() {
        let text = Self.formulas.map { "Text $$\($0)$$ and $x + \($0)$ end." }.joined(separator: "\n\n")
        #expect(WholeNoteTests.page(text).inspector.problems == [])
    }
}
