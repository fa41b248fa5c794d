import Testing

@Suite struct TableMarkupTests {
    /// `\arraystretch` reaches the page as a class, in tenths, on tables that it stretches.
    @Test(arguments: [
        ("\\def\\arraystretch{1.5}\\begin{array}{c}a\\end{array}", "<mtable class=\"gm-array gm-stretch-15\">"),
        ("\\renewcommand{\\arraystretch}{0.8}\\begin{pmatrix}a\\end{pmatrix}", "<mtable class=\"gm-matrix gm-stretch-8\">"),
        ("\\def\\arraystretch{1.5}\\begin{aligned}a\\end{aligned}", "<mtable class=\"gm-aligned\" displaystyle=\"true\">"),
        ("\\def\\arraystretch{wide}\\begin{array}{c}a\\end{array}", "<mtable class=\"gm-array\">"),
        ("\\begin{array}{c}a\\end{array}", "<mtable class=\"gm-array\">"),
    ])
    func stretch(_ latex: String, _ table: String) { #expect(markup(latex).contains(table), "\(markup(latex))") }

    /// A stack outside scripts is as small as in one, where the script makes it so.
    @Test func substack() {
        #expect(markup("\\substack{a\\\\b}").hasPrefix("<mstyle scriptlevel=\"1\"><mtable class=\"gm-substack\">"))
        #expect(!markup("\\sum_{\\substack{a\\\\b}}").contains("mstyle"))
    }

    @Test func colon() {
        #expect(markup("f\\colon A").contains("<mo lspace=\"0.1111em\" rspace=\"0.3333em\">:</mo>"))
    }
}
