/// What input may ask for before it gets a finding instead. The defaults are the design's; `gloss.yaml` and flags of
/// `gloss eval` may change those of evaluation.
public struct Limits: Sendable, Hashable {
    // A note
    public var noteBytes = 4 << 20
    public var nestedContainers = 64
    public var bracketsInBlock = 1_000
    public var tableColumns = 256
    public var tableCells = 1 << 18
    public var frontMatterBytes = 64 << 10
    public var frontMatterDepth = 32
    public var findingsInNote = 100

    // A formula
    public var formulaBytes = 64 << 10
    public var nestedGroups = 200
    public var macroExpansions = 1_000
    public var formulaCells = 10_000
    /// In em, either sign.
    public var length = 50.0

    // A snippet
    public var pythonBrackets = 200
    public var pythonIndents = 100
    public var pythonStatements = 10_000

    // An evaluation
    public var steps = 10_000_000
    public var seconds = 2.0
    public var recursion = 200
    public var elementsInTensor = 1_000_000
    public var elementsAlive = 1 << 24
    public var digits = 4_300
    public var outputBytes = 64 << 10
    public var flopsInCall = 1_000_000_000

    public init() {}
}
