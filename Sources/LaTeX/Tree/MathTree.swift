import Source

/// A formula as it is written: what KaTeX would draw, with ranges, and no meaning yet.
///
/// Nodes lie in one array, children before parents. Spellings of one sign are one node: `\alpha` and `α`, `\le` and
/// `≤`, `*` and `\ast` differ in their range only, so that whoever reads meaning looks at scalars, not at commands.
public struct MathTree: Sendable {
    public typealias ID = UInt32
    public typealias List = Range<UInt32>

    public struct Node: Sendable {
        public var kind: Kind
        /// Bytes of the formula. What a macro expanded to has the range of the macro's use.
        public var range: ByteRange

        public init(kind: Kind, range: ByteRange) {
            self.kind = kind
            self.range = range
        }
    }

    public enum Kind: Sendable {
        /// One letter, operator, relation, bracket or punctuation mark. A bracket outside `\left…\right` is an atom of
        /// class `open` or `close`; a prime is U+2032 in the superscript of its base.
        case atom(Atom)
        /// Digits with at most one point: the text as it is to be shown. `...` is the atom U+2026, not a number.
        case number(text: UInt32)
        /// `\text{…}` and its like; text in words. A run of Han, kana or hangul in a formula is one, font `normal`.
        case text(text: UInt32, font: Font)
        /// `\sin`, `\max`, `\operatorname{softmax}`, `\mathrm{softmax}` of several letters keeps `font: .upright` instead.
        case operatorName(text: UInt32, limits: Bool)
        /// `{…}` or a sequence; children in order.
        case row(List)
        case fraction(top: ID, bottom: ID, Fraction)
        case radical(body: ID, index: ID?)
        /// At least one of `sub` and `sup`. The base is an empty row where none was written.
        case scripts(base: ID, sub: ID?, sup: ID?, limits: Bool)
        /// `\left( … \right)`; `0` for the empty delimiter `.`. `\middle` is an atom of class `middle` in the body.
        case fenced(open: UInt32, body: ID, close: UInt32)
        /// `\hat{x}`, `\bar`, `\tilde`, `\vec`, `\dot`, `\widehat`, `\overline`, `\underline`, `\overbrace` …
        case accent(Accent, base: ID)
        /// `\overset`, `\underset`, `\stackrel`, labelled braces and arrows: what stands above and below a base.
        case stack(base: ID, over: ID?, under: ID?)
        /// An environment or `\substack`: index into `tables`.
        case table(UInt32)
        /// `\mathbf{x}`, `\bm`, `\mathcal` …
        case styled(Font, body: ID)
        /// `\displaystyle`, `\big(` …: how large the body is drawn, without meaning.
        case sized(Size, body: ID)
        /// Width in em; `\quad` is 1, `\,` is 1/6.
        case space(em: Double)
        /// `\\` outside an environment.
        case newline
        /// `\color{red}{x}`: the colour is checked CSS, in `texts`.
        case coloured(text: UInt32, body: ID)
        /// `\boxed`, `\cancel`, `\phantom` …
        case enclosed(Enclosure, body: ID)
        /// `\tag{1}`, `\label{eq:1}`: the words in `texts`.
        case tag(text: UInt32, isStarred: Bool)
        case label(text: UInt32)
        /// `\xrightarrow[under]{over}`: an arrow as long as its labels.
        case extensibleArrow(scalar: UInt32, over: ID?, under: ID?)
        /// `\mathbin{…}`, `\mathop{…}` (class `large`), `\bmod` (an operator name of class `binary`): the body spaced
        /// as one atom of that class.
        case classed(AtomClass, body: ID)
        /// `\raisebox`, `\vcenter` (0).
        case raised(em: Double, body: ID)
        /// A checked address: http, https or mailto.
        case link(text: UInt32, body: ID)
        /// A filled box, in em.
        case rule(width: Double, height: Double)
        /// `\colorbox`, `\fcolorbox`: checked CSS colours in `texts`.
        case background(text: UInt32, border: UInt32?, body: ID)
        /// `\mathchoice`: one body for each style.
        case choice(display: ID, text: ID, script: ID, scriptScript: ID)
        /// What could not be read; a diagnostic has the same range.
        case error
    }

    public struct Atom: Sendable, Hashable {
        public var scalar: UInt32
        public var atomClass: AtomClass

        public init(_ scalar: UInt32, _ atomClass: AtomClass) {
            self.scalar = scalar
            self.atomClass = atomClass
        }
    }

    /// TeX's classes; `large` are the operators that take limits (∑, ∏, ∫, ⋃).
    public enum AtomClass: Sendable, Hashable {
        case ordinary, large, binary, relation, open, close, middle, punctuation, inner
    }

    public enum Font: Sendable, Hashable {
        case upright, italic, bold, boldItalic, calligraphic, script, blackboard, fraktur, sansSerif, typewriter, normal
    }

    public struct Fraction: Sendable, Hashable {
        /// `\binom` and `\atop` have none.
        public var hasBar: Bool
        /// Brackets around it, `0` for none (`\binom`, `\brack`, `\genfrac`).
        public var open: UInt32
        public var close: UInt32
        public var style: Style

        public enum Style: Sendable, Hashable { case inherited, display, text, continued }

        public init(hasBar: Bool = true, open: UInt32 = 0, close: UInt32 = 0, style: Style = .inherited) {
            self.hasBar = hasBar
            self.open = open
            self.close = close
            self.style = style
        }
    }

    public enum Accent: Sendable, Hashable {
        case hat, wideHat, tilde, wideTilde, bar, overline, underline, vec, dot, ddot, dddot, check, breve, acute, grave
        case ring, overbrace, underbrace, overRightArrow, overLeftArrow, overLeftRightArrow, underRightArrow
        case underLeftArrow, underLeftRightArrow, ddddot, doubleAcute, wideCheck, underTilde, overgroup, undergroup
        case overLineSegment, underLineSegment, overLeftHarpoon, overRightHarpoon, doubleOverRightArrow, underBar
        case overbracket, underbracket, overparenthesis, underparenthesis
    }

    public enum Size: Sendable, Hashable {
        case display, text, script, scriptScript
        /// `\big` 1 to `\Bigg` 4.
        case delimiter(Int)
        /// `\tiny` to `\Huge`: a factor.
        case scale(Double)
    }

    public enum Enclosure: Sendable, Hashable {
        case box, cancel, backCancel, crossCancel, strike, phantom, horizontalPhantom, verticalPhantom, smash
        /// `\llap`, `\rlap`, `\mathclap`
        case leftLap, rightLap, centreLap
        /// `\angl` (actuarial), `\phase` (electrical), `\smash[t]`, `\smash[b]`
        case angle, phase, smashTop, smashBottom
    }

    public struct Table: Sendable {
        /// `aligned`, `cases`, `bmatrix`, `array`, `substack` …, a star kept.
        public var environment: String
        /// A row is a list of cells in `lists`.
        public var rows: [List]
        /// The tag or label of each row, where it has one: IDs of `tag` and `label` nodes.
        public var rowNotes: [[ID]]
        /// Extra space below each row in em.
        public var rowGaps: [Double]
        /// One a column; the last is repeated.
        public var columns: [Column]
        /// `\arraystretch`: a factor of the distance of rows, from 0.1 to 10.
        public var stretch = 1.0
        /// Rules above row k, for k from 0 to the number of rows: how many.
        public var rules: [Int]
        /// Rows whose rule above is dashed: `\hdashline`.
        public var dashedRules: Set<Int> = []

        /// Cells that are not as their column says: `\multicolumn`, `\cellcolor`; in the order of rows and cells.
        public var cellForms: [CellForm] = []
        /// Rules above some columns of a row (`\cline`); the row after the last means below the table.
        public var partialRules: [PartialRule] = []

        public struct CellForm: Sendable, Hashable {
            public var row = 0
            public var cell = 0
            /// How many columns it takes.
            public var span = 1
            public var column: Column?
            public var rulesAfter = 0
            /// Checked CSS in `texts`.
            public var colour: UInt32?

            public init() {}
        }

        public struct PartialRule: Sendable, Hashable {
            public var row: Int
            public var columns: Range<Int>
        }

        public struct Column: Sendable, Hashable {
            public enum Alignment: Sendable { case left, center, right }
            public var alignment: Alignment
            /// Vertical rules on its left; those right of the last column stand in one more column without cells.
            public var rulesBefore: Int
            /// The rule is dashed: `:` instead of `|`.
            public var isDashed = false

            public init(_ alignment: Alignment, rulesBefore: Int = 0) {
                self.alignment = alignment
                self.rulesBefore = rulesBefore
            }
        }

        public init(environment: String) {
            self.environment = environment
            rows = []
            rowNotes = []
            rowGaps = []
            columns = []
            rules = []
        }
    }

    public var nodes: [Node] = []
    public var lists: [ID] = []
    public var tables: [Table] = []
    /// Words that nodes name by index: numbers, texts, operator names, colours.
    public var texts: [String] = []
    /// Scripts whose place an explicit `\limits` fixed; other `limits` move beside the base in running text.
    /// In ascending order.
    public var fixedLimits: [ID] = []
    public var root: ID = 0
    /// The formula: what an `error` node shows.
    public var source: [UInt8] = []

    public init() {}

    @inlinable
    public subscript(id: ID) -> Node { nodes[Int(id)] }

    @inlinable
    public func children(_ list: List) -> ArraySlice<ID> { lists[Int(list.lowerBound)..<Int(list.upperBound)] }

    @inlinable
    public func text(_ index: UInt32) -> String { texts[Int(index)] }

    /// Forgets the formula but keeps the storage.
    mutating func removeAll() {
        nodes.removeAll(keepingCapacity: true)
        lists.removeAll(keepingCapacity: true)
        if !tables.isEmpty { tables.removeAll() }
        if !texts.isEmpty { texts.removeAll(keepingCapacity: true) }
        if !fixedLimits.isEmpty { fixedLimits.removeAll(keepingCapacity: true) }
        root = 0
    }
}
