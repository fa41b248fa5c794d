import Markdown
import Source
import Testing

struct TreeTests {
    @Test(arguments: [
        ("# A *b*", "heading 1\n  text A \n  em\n    text b"),
        ("> [!NOTE]- A $x$\n> b", "callout note titled closed\n  paragraph\n    text A \n    formula dollar $x$\n  paragraph\n    text b"),
        ("> [!tip]\n> b", "callout tip\n  paragraph\n    text b"),
        ("> [a] b", "quote\n  paragraph\n    text [a] b"),
        ("- [ ] a\n- [X] b\n- [y] c", "list\n  item open\n    paragraph\n      text a\n  item done\n    paragraph\n      text b\n  item\n    paragraph\n      text [y] c"),
        ("a ~~b *c*~~ ==d== 1~2 3~4", "paragraph\n  text a \n  del\n    text b \n    em\n      text c\n  text  \n  mark\n    text d\n  text  1~2 3~4"),
        ("#a/中文 b #1 c#d", "paragraph\n  tag(a/中文) #a/中文\n  text  b #1 c#d"),
        ("\\#a #b \\# c x\\#d", "paragraph\n  text \\#\n  text a \n  tag(b) #b\n  text  \\# c x\\#d"),
        ("[[A#B]] [[#C d]] [[E#^f]]", "paragraph\n  wikilink(A#B)\n    text [[A#B]]\n  text  \n  wikilink(#C d)\n    text [[#C d]]\n  text  \n  wikilink(E#^f)\n    text [[E#^f]]"),
        ("[[A b|c]] [[D]] ![[e.png|30]]", "paragraph\n  wikilink(A b)\n    text [[A b|c]]\n  text  \n  wikilink(D)\n    text [[D]]\n  text  \n  image(e.png 30) ![[e.png|30]]"),
        ("![a|300](b) ![c|30x40](d) ![650](e) ![2](f)", "paragraph\n  image(b 300)\n    text a\n  text  \n  image(d 30x40)\n    text c\n  text  \n  image(e 650) ![650](e)\n  text  \n  image(f)\n    text 2"),
        ("见https://a.b/c_d，x@y.zz www.q.r.", "paragraph\n  text 见\n  link(https://a.b/c_d)\n    text https://a.b/c_d\n  text ，\n  link(mailto:x@y.zz)\n    text x@y.zz\n  text  \n  link(http://www.q.r)\n    text www.q.r\n  text ."),
        ("a[^1] [^2]\n\n[^1]: b\n[^3]: c", "paragraph\n  text a\n  reference 1 [^1]\n  text  \n  text [^2]\nfootnote 1\n  paragraph\n    text b\nfootnote 3\n  paragraph\n    text c"),
        ("> [!a]+ t\n> > [!b]\n> > c", "callout a titled open\n  paragraph\n    text t\n  callout b\n    paragraph\n      text c"),
        ("a[^b]\n\n[^b]: c\n\n    d $x$\n\n    ```\n    e\n    ```\n\n    - f\n\ng", "paragraph\n  text a\n  reference b [^b]\nfootnote b\n  paragraph\n    text c\n  paragraph\n    text d \n    formula dollar $x$\n  code() ```⏎    e⏎    ```\n  list\n    item\n      paragraph\n        text f\nparagraph\n  text g"),
        ("[^b]:\n    c\n[^d]: e", "footnote b\n  paragraph\n    text c\nfootnote d\n  paragraph\n    text e"),
        ("1) a\n2) b\n\n[^c]: d\n\n3) e", "list ordered loose\n  item\n    paragraph\n      text a\n  item\n    paragraph\n      text b\nfootnote c\n  paragraph\n    text d\nlist ordered loose\n  item\n    paragraph\n      text e"),
        ("> [^a]: b\n> c", "quote\n  footnote a\n    paragraph\n      text b\n      soft ⏎\n      text c"),
        ("a^[b *c* [d] $x$] e", "paragraph\n  text a\n  reference inline 1\n    footnote inline 1\n      paragraph\n        text b \n        em\n          text c\n        text  [d] \n        formula dollar $x$\n  text  e"),
        ("*a^[b* c] ^[", "paragraph\n  em\n    text a^[b\n  text  c] ^["),
        ("a %%b $x$%% c 5%% d %% e", "paragraph\n  text a \n  comment %%b $x$%%\n  text  c 5%% d %% e"),
        ("# A {#sec-1}\n\nb ^37066d\n\nc ^2\n\n{d}\n\ne\n{: .note}", "heading 1\n  text A \n  comment {#sec-1}\nparagraph\n  text b \n  comment ^37066d\nparagraph\n  text c ^2\nparagraph\n  text {d}\nparagraph\n  text e\n  soft ⏎\n  comment {: .note}"),
        ("a\n| b | c |\n|:-:|--:|\n| `d|e` | f\\|g |\n| h |\n---", "paragraph\n  text a\ntable center right\n  header\n    cell\n      text b\n    cell\n      text c\n  row\n    cell\n      code `d|e`\n    cell\n      text f\\|g\n  row\n    cell\n      text h\n    cell \nbreak ---"),
        ("<div>\n$x_1$\n</div>", "html\n  inline html <div>⏎\n  formula dollar $x_1$\n  inline html ⏎</div>"),
        ("<div>\nx\n</div>", "html <div>⏎x⏎</div>"),
        ("\t这是一段缩进的话，$x_1$。\n\nb", "paragraph\n  text 这是一段缩进的话，\n  formula dollar $x_1$\n  text 。\nparagraph\n  text b"),
        ("    x = f(1)\n", "code() x = f(1)"),
        ("```math\na\n```", "paragraph\n  formula fence ```math⏎a⏎```"),
        ("$$\na\n$$\n---\nb", "paragraph\n  formula doubleDollar $$⏎a⏎$$\nbreak ---\nparagraph\n  text b"),
        ("|a|\n|-|\n|b|\n---\nc", "table none\n  header\n    cell\n      text a\n  row\n    cell\n      text b\nbreak ---\nparagraph\n  text c"),
        ("a $x$\n---\nb", "heading 2\n  text a \n  formula dollar $x$\nparagraph\n  text b"),
        ("a $x$\n---", "heading 2\n  text a \n  formula dollar $x$"),
        ("---\n\na", "break ---\nparagraph\n  text a"),
        ("---\n中文\n---", "break ---\nheading 2\n  text 中文"),
    ])
    func notesBecomeTrees(_ text: String, _ expected: String) {
        let note = read(text)
        #expect(outline(note) == expected)
        checkInvariants(note)
    }

    @Test(arguments: [
        ("```Python\n⟦a\n b\n⟧```", "python", "a\n b\n"), ("> ~~~ {.js .x}\n> ⟦a\n⟧> ~~~", "js", "a\n"),
        ("- ```C++\n  ⟦a\n⟧  ```", "c++", "a\n"), ("    ⟦a;\n⟧", "", "a;\n"), ("```\n⟦a⟧", "", "a"), ("```{python}\r\n⟦a\r\n⟧```", "python", "a\n"),
    ])
    func codeBlocksHaveExactContent(_ example: String, _ language: String, _ content: String) throws {
        let (text, ranges) = marked(example)
        let note = read(text)
        let block = try #require(note.code.first)
        #expect(block.language == language)
        #expect(String(decoding: block.content, as: UTF8.self).replacing("\r", with: "") == content.replacing("\r", with: "") || block.content.last == 0x0A)
        let first = try #require(block.map.segments.first)
        #expect(Int(first.original) == ranges[0].lower)
        checkInvariants(note)
    }

    @Test(arguments: ["⟦# a⟧\nb", "⟦a\nb\n===⟧\nc", "> ⟦a\n> ---⟧\n> b", "⟦a\n---⟧\n\nb", "⟦- a\n\n  b⟧\n\nc", "⟦> a\nb⟧\n\n\nc", "⟦***⟧\nb", "⟦```\na\n```⟧\nb", "[x]: y\n⟦a⟧\n\nb", "⟦<div>\na⟧\n\nb"])
    func blocksHaveExactRanges(_ example: String) throws {
        let (text, ranges) = marked(example)
        var id = read(text).tree.root
        let tree = read(text).tree
        id = try #require(tree.children(of: id).first)
        if case .blockQuote = tree[id].kind, ranges[0].lower > 0 { id = try #require(tree.children(of: id).first) }
        #expect(tree[id].range == ranges[0])
    }

    @Test func nestedContainersBeyondTheLimitAreText() {
        var limits = Limits()
        limits.nestedContainers = 3
        let note = read("> > > > a\n\n- - - - b\n\n1. 1. 1. 1. c", limits: limits)
        #expect(note.diagnostics.map(\.code) == [.nestingTooDeep])
        #expect(outline(note).contains("text \\> a") || outline(note).contains("text > a"))
        #expect(outline(note).contains("- b"))
        checkInvariants(note)
    }

    @Test func bracketsBeyondTheLimitAreText() {
        var limits = Limits()
        limits.bracketsInBlock = 2
        let note = read("[a](b) [c](d) [e](f)", limits: limits)
        #expect(note.diagnostics.map(\.code) == [.tooManyBrackets])
        #expect(outline(note).hasSuffix("text  [e](f)"))
    }

    @Test func tablesBeyondTheLimitsAreText() {
        var limits = Limits()
        limits.tableColumns = 2
        limits.tableCells = 4
        #expect(read("|a|b|c|\n|-|-|-|", limits: limits).diagnostics.map(\.code) == [.tableTooLarge])
        #expect(read("|a|b|\n|-|-|\n|c|d|\n|e|f|", limits: limits).diagnostics.map(\.code) == [.tableTooLarge])
        #expect(read("|a|b|\n|-|-|\n|c|d|", limits: limits).diagnostics.isEmpty)
    }

    @Test func aNoteBeyondTheLimitIsNotRead() {
        var limits = Limits()
        limits.noteBytes = 10
        let note = read("a $x$ b $y$ c", limits: limits)
        #expect(note.diagnostics.map(\.code) == [.noteTooLarge])
        #expect(note.formulas.isEmpty)
    }
}
