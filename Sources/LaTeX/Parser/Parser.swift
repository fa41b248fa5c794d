import Source

/// Reads formulas, one after the other. Recursion follows nested groups and is bounded by `limits.nestedGroups`.
///
/// Not copyable: a copy would count references on everything that it holds. What it allocated serves the next formula.
///
/// The text is one array: the formula, and after it what macros expanded to. A frame is a stretch of it that is read
/// in place of a macro's use. What an author wrote as an argument keeps its place; the rest of a frame has the range of
/// the use.
struct Parser: ~Copyable {
    typealias ID = MathTree.ID

    var text: [UInt8] = []
    /// For each byte of `text` beyond the formula where it was written, or −1.
    var places: [Int32] = []
    /// Bytes of the formula itself.
    var sourceCount = 0
    var position = 0
    var limit = 0
    var frames: [Frame] = []
    /// The range of the innermost macro use while `frames` is not empty: that of every byte without a place.
    var use = ByteRange(0, 0)

    var tree = MathTree()
    /// Children of rows that are still open.
    var pending = Stack<ID>(capacity: 64)
    var contexts = Stack<Context>(capacity: 16)
    var diagnostics: [Diagnostic] = []
    var errorCount = 0
    var suggestions = 0
    var depth = 0
    /// A limit was reached: the rest is one error node, and what is left open by it is no fault of its own.
    var isAborted = false

    let limits: FormulaLimits
    let commands = CommandTable.shared
    var macros = Macros()
    var definitions = Macros()
    /// Names defined in a group, with what they meant outside it.
    var savedDefinitions: [(name: String, meaning: Macros.Definition?)] = []
    var expansions = 0
    var cells = 0
    /// The environment around the row has one row: `\\\\` breaks a line in it.
    var isSingleRow = false
    /// What few formulas have.
    var rare = RareState()
    /// Tags and labels of the row of cells that is being read.
    var rowNotes: [ID] = []
    /// The tag of the formula outside an environment.
    var formulaTag: ByteRange?

    struct RareState {
        /// What the cell that is being read says of its form, and the colour of its row.
        var cellForm: MathTree.Table.CellForm?
        var rowColour: UInt32?
        /// The environment around the cell, and where in `pending` the cell begins.
        var environment = ""
        var cellStart = 0
        /// Read in vain for the end of `[`: beyond a bound nobody looks for it, so that work grows with the length.
        var unclosedBytes = 0
        /// `\definecolor`: checked CSS by name.
        var colours: [String: String] = [:]
        /// Labels since the last line that could have a number.
        var labels: [(name: String, range: ByteRange)] = []

        mutating func reset() {
            (cellForm, rowColour) = (nil, nil)
            (environment, cellStart, unclosedBytes) = ("", 0, 0)
            if !colours.isEmpty { colours = [:] }
            if !labels.isEmpty { labels = [] }
        }
    }

    /// Those of the limits that a formula can reach.
    struct FormulaLimits {
        let formulaBytes: Int
        let formulaCells: Int
        let macroExpansions: Int
        let nestedGroups: Int
        let length: Double

        init(_ limits: Limits) {
            formulaBytes = limits.formulaBytes
            formulaCells = limits.formulaCells
            macroExpansions = limits.macroExpansions
            nestedGroups = limits.nestedGroups
            length = limits.length
        }
    }

    struct Frame {
        /// Where it begins in `text`.
        var start: Int
        /// Where reading goes on after the frame.
        var position: Int
        var limit: Int
        /// The use around it.
        var use: ByteRange
    }

    /// What is open, innermost last: decides who may take a closing token.
    struct Context: BitwiseCopyable {
        enum Kind: BitwiseCopyable { case formula, brace, beginGroup, bracket, left, cell, dollar, parenthesis }
        var kind: Kind
        var opening: ByteRange
    }

    init(limits: Limits) {
        self.limits = FormulaLimits(limits)
    }

    /// Reads a formula into `tree`, `diagnostics` and `definitions`.
    mutating func read(_ latex: [UInt8], macros: Macros) {
        text = latex
        sourceCount = latex.count
        limit = latex.count
        position = 0
        tree.source = latex
        tree.nodes.reserveCapacity(latex.count + 8)
        tree.lists.reserveCapacity(latex.count + 8)
        self.macros = macros
        if sourceCount > limits.formulaBytes {
            let range = ByteRange(0, sourceCount)
            tree.root = report(
                .formulaLimit, at: range, "a formula of \(sourceCount) bytes: the limit is \(limits.formulaBytes)")
        } else {
            tree.root = numbered(parseRow(Context(kind: .formula, opening: .empty(at: 0))))
            tree.nodes[Int(tree.root)].range = ByteRange(0, sourceCount)
        }
    }

    /// Forgets the formula but keeps the storage.
    mutating func reset() {
        tree.removeAll()
        pending.removeAll()
        contexts.removeAll()
        frames.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        if !diagnostics.isEmpty { diagnostics = [] }
        if !definitions.definitions.isEmpty { definitions = Macros() }
        if !savedDefinitions.isEmpty { savedDefinitions = [] }
        if !rowNotes.isEmpty { rowNotes = [] }
        rare.reset()
        (errorCount, suggestions, depth, expansions, cells) = (0, 0, 0, 0, 0)
        (isAborted, isSingleRow) = (false, false)
        formulaTag = nil
        use = ByteRange(0, 0)
    }

    /// What was read, moved out.
    consuming func finish() -> ParsedFormula {
        ParsedFormula(tree: tree, diagnostics: diagnostics, definitions: definitions)
    }
}

// MARK: - Bytes

extension Parser {
    /// The next byte, 0 at the end of the input.
    @inline(__always)
    mutating func peek() -> UInt8 {
        position < limit ? text[position] : peekBeyondFrame()
    }

    private mutating func peekBeyondFrame() -> UInt8 {
        while let frame = frames.popLast() {
            position = frame.position
            limit = frame.limit
            use = frame.use
            if position < limit { return text[position] }
        }
        return 0
    }

    var isAtEnd: Bool { position >= limit && frames.isEmpty }

    @inline(__always)
    mutating func skipSpaces() {
        while true {
            let c = peek()
            if c == 0x20 || c == 0x0A || c == 0x09 || c == 0x0D {
                position += 1
            } else if c == UInt8(ascii: "%") {
                skipComment()
            } else {
                return
            }
        }
    }

    /// Offset in the formula of what is read next.
    @inline(__always)
    var here: Int { mutating get { frames.isEmpty ? position : hereInFrame() } }

    // `mutating`, as much else that changes nothing: Swift hands a large value to a plain method as a copy.
    private mutating func hereInFrame() -> Int { position < limit ? place(of: position) ?? use.lower : use.lower }

    /// Where a byte of the text was written; `nil` where no author wrote it.
    private mutating func place(of position: Int) -> Int? {
        guard position >= sourceCount else { return position }
        let place = places[position - sourceCount]
        return place < 0 ? nil : Int(place)
    }

    /// The next byte with its place.
    mutating func placed(_ position: Int) -> Int32 { place(of: position).map { Int32(truncatingIfNeeded: $0) } ?? -1 }

    /// Offset in the formula of the end of what was just read.
    @inline(__always)
    var end: Int { mutating get { frames.isEmpty ? position : endInFrame() } }

    private mutating func endInFrame() -> Int {
        guard let frame = frames.last, position > frame.start, let last = place(of: position - 1) else { return use.upper }
        return last + 1
    }

    @inline(__always)
    mutating func range(from start: Int) -> ByteRange { frames.isEmpty ? ByteRange(start, position) : rangeInFrame(from: start) }

    /// Arguments may stand in another order than they were written in.
    private mutating func rangeInFrame(from start: Int) -> ByteRange {
        let end = endInFrame()
        return start <= end ? ByteRange(start, end) : ByteRange(min(use.lower, end), max(use.upper, start))
    }
}

// MARK: - Nodes

extension Parser {
    @inline(__always)
    mutating func add(_ kind: MathTree.Kind, _ range: ByteRange) -> ID {
        tree.nodes.append(MathTree.Node(kind: kind, range: range))
        return ID(truncatingIfNeeded: tree.nodes.count &- 1)
    }

    mutating func add(text: String) -> UInt32 {
        tree.texts.append(text)
        return UInt32(truncatingIfNeeded: tree.texts.count - 1)
    }

    mutating func emptyRow(at offset: Int) -> ID { add(.row(0..<0), .empty(at: offset)) }

    /// A row of the nodes pending from `first` on, which are taken away.
    mutating func makeRow(from first: Int, _ range: ByteRange) -> ID {
        let start = UInt32(truncatingIfNeeded: tree.lists.count)
        for k in first..<pending.count { tree.lists.append(pending[k]) }
        pending.removeAll(from: first)
        return add(.row(start..<UInt32(truncatingIfNeeded: tree.lists.count)), range)
    }

    /// A row unless it is a single node.
    mutating func makeItem(from first: Int, _ range: ByteRange) -> ID {
        if pending.count == first + 1 { return pending.removeLast() }
        return makeRow(from: first, range)
    }

    /// The range of the nodes pending from `first` on.
    mutating func pendingRange(from first: Int, or offset: Int) -> ByteRange {
        guard first < pending.count else { return .empty(at: offset) }
        return tree[pending[first]].range.union(tree[pending[pending.count - 1]].range)
    }

    /// The only child of a row, or the node itself.
    ///
    /// `mutating` so that its argument is evaluated first: a plain method would copy the parser before it.
    mutating func unwrapped(_ id: ID) -> ID {
        if case .row(let list) = tree[id].kind, list.count == 1 { return tree.lists[Int(list.lowerBound)] }
        return id
    }
}

// MARK: - Faults

extension Parser {
    /// Records an error and makes the node that marks it.
    mutating func report(
        _ code: FindingCode, at range: ByteRange, _ message: String, help: String? = nil, related: [Related] = []
    ) -> ID {
        // An argument that a macro takes twice has its faults twice: they are said once.
        let isSaid = !frames.isEmpty && diagnostics.contains { $0.code == code && $0.range == range && $0.severity == .error }
        if !isAborted, !isSaid {
            errorCount += 1
            diagnostics.append(
                Diagnostic(
                    code, at: range, Parser.oneLine(message + (code == .macroLimit ? "" : expansionNote(range, message))), help: help.map(Parser.oneLine),
                    related: related))
            if errorCount >= 100 { abort() }
        }
        return add(.error, range)
    }

    /// Says that a fault stands in what a macro expanded to: its place shows the use only.
    private func expansionNote(_ range: ByteRange, _ message: String) -> String {
        guard !frames.isEmpty, range == use, use.lower < sourceCount, text[use.lower] == UInt8(ascii: "\\") else { return "" }
        let name = sourceName(at: use.lower)
        return name == "\\begin" || message.contains(name) ? "" : ", in what \(name) stands for"
    }

    /// Messages quote the formula, which may hold line breaks.
    static func oneLine(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
        return String(decoding: text.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
    }

    mutating func warn(_ code: FindingCode, at range: ByteRange, _ message: String, help: String? = nil) {
        guard !isAborted, diagnostics.count < 200 else { return }
        diagnostics.append(Diagnostic(code, at: range, message, severity: .warning, help: help))
    }

    /// Stops reading: whatever is open closes without a finding of its own.
    mutating func abort() {
        isAborted = true
        frames.removeAll()
        position = sourceCount
        limit = sourceCount
    }

    /// Enters a nested construct; when it fails, the construct is `tooDeep`.
    mutating func enter() -> Bool {
        guard depth < limits.nestedGroups else { return false }
        depth += 1
        return true
    }

    mutating func leave() { depth -= 1 }

    /// The error node of a construct that `enter` refused; reading stops.
    mutating func tooDeep(at start: Int) -> ID {
        let error = report(
            .formulaLimit, at: ByteRange(start, sourceCount), "groups nest deeper than \(limits.nestedGroups)")
        abort()
        return error
    }
}
