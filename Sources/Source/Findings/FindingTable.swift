/// Every code that Gloss has ever given, in order. One line a code; a page for each is beside the check that gives it.
extension FindingCode {
    // Markdown and files
    public static let unreadableFile = FindingCode("M001", "unreadable-file", .error, "a note cannot be read")
    public static let invalidUTF8 = FindingCode("M002", "invalid-utf8", .error, "a note is not UTF-8")
    public static let noteTooLarge = FindingCode("M003", "note-too-large", .error, "a note is larger than the limit")
    public static let nestingTooDeep = FindingCode("M004", "nesting-too-deep", .error, "blocks nest deeper than the limit")
    public static let unclosedMath = FindingCode(
        "M005", "unclosed-math", .error, .malformed, "a formula's opening delimiter is never closed")
    public static let frontMatterSyntax = FindingCode("M006", "front-matter-syntax", .error, "front matter does not parse")
    public static let frontMatterLimit = FindingCode(
        "M007", "front-matter-limit", .error, "front matter is larger or deeper than the limit")
    public static let tableTooLarge = FindingCode("M008", "table-too-large", .error, "a table has more cells than the limit")
    public static let nulByte = FindingCode("M009", "nul-byte", .warning, "a note holds a NUL byte")
    public static let tooManyBrackets = FindingCode(
        "M010", "too-many-brackets", .error, "a block holds more opening brackets than the limit")
    public static let unclosedFrontMatter = FindingCode(
        "M011", "unclosed-front-matter", .error, "front matter has no closing line")
    public static let removedHTML = FindingCode("M012", "removed-html", .info, "raw HTML that a page may not carry was left out")
    public static let tooManyFindings = FindingCode("M013", "too-many-findings", .info, "a note has more findings than are listed")
    public static let configSyntax = FindingCode("M014", "config-syntax", .error, "gloss.yaml does not parse")

    // LaTeX
    public static let unknownCommand = FindingCode("L001", "unknown-command", .error, .malformed, "a command is not known")
    public static let missingArgument = FindingCode("L002", "missing-argument", .error, .malformed, "a command lacks an argument")
    public static let unbalancedBrace = FindingCode("L003", "unbalanced-brace", .error, .malformed, "a brace has no partner")
    public static let doubleScript = FindingCode(
        "L004", "double-script", .error, .malformed, "a base has two superscripts or two subscripts")
    public static let unbalancedDelimiter = FindingCode(
        "L005", "unbalanced-delimiter", .error, .malformed, "\\left and \\right do not pair")
    public static let environmentMismatch = FindingCode(
        "L006", "environment-mismatch", .error, .malformed, "\\begin and \\end do not pair")
    public static let unknownEnvironment = FindingCode(
        "L007", "unknown-environment", .error, .malformed, "an environment is not known")
    public static let misplacedAlignment = FindingCode(
        "L008", "misplaced-alignment", .error, .malformed, "& or \\\\ stands where no row is open")
    public static let badArgument = FindingCode(
        "L009", "bad-argument", .error, .malformed, "an argument is not of the form that its command takes")
    public static let formulaLimit = FindingCode("L010", "formula-limit", .error, .malformed, "a formula is larger than the limits")
    public static let macroLimit = FindingCode("L011", "macro-limit", .error, .malformed, "a macro expands without end")
    public static let strayCharacter = FindingCode(
        "L012", "stray-character", .warning, "a character in a formula is probably not meant")
    public static let modeError = FindingCode("L013", "mode-error", .error, .malformed, "a command does not work in this mode")

    // Names
    public static let misspeltFunction = FindingCode(
        "N001", "misspelt-function", .error, .malformed, "a function's name is certainly misspelt")
    public static let unboundIndex = FindingCode("N002", "unbound-index", .warning, "an index is bound by nothing")
    public static let unusedIndex = FindingCode("N003", "unused-index", .warning, "a bound index is not used by its body")
    public static let unbalancedBracket = FindingCode(
        "N004", "unbalanced-bracket", .error, .malformed, "a bracket has no partner")
    public static let missingOperand = FindingCode("N005", "missing-operand", .error, .malformed, "an operator lacks an operand")
    public static let reboundIndex = FindingCode("N006", "rebound-index", .warning, "an index is bound by two operators at once")

    // Shapes
    public static let shapeMismatch = FindingCode("S001", "shape-mismatch", .error, .refuted, "shapes cannot conform")

    // Values
    public static let wrongValue = FindingCode("V001", "wrong-value", .error, .refuted, "a definition differs from its implementation")
    public static let wrongEquation = FindingCode("V002", "wrong-equation", .error, .refuted, "the sides of a relation differ")
    public static let wrongStep = FindingCode("V003", "wrong-step", .error, .refuted, "a step of a derivation does not follow")
    public static let wrongGradient = FindingCode(
        "V004", "wrong-gradient", .error, .refuted, "a stated derivative differs from automatic differentiation")
    public static let wrongExpectation = FindingCode(
        "V005", "wrong-expectation", .error, .refuted, "a value differs from what the author expects")
    public static let wrongNumber = FindingCode("V006", "wrong-number", .error, .refuted, "a printed number is not the value")
    public static let needsAssumption = FindingCode(
        "V007", "needs-assumption", .warning, "a claim holds only under an assumption nobody stated")
    public static let wrongInequality = FindingCode(
        "V008", "wrong-inequality", .error, .refuted, "an inequality fails on a sample")
    public static let wrongApproximation = FindingCode(
        "V009", "wrong-approximation", .error, .refuted, "an expansion has a wrong term")
    public static let brokenCases = FindingCode(
        "V010", "broken-cases", .error, .refuted, "the conditions of cases shadow one another or leave a gap")

    // Code
    public static let pythonSyntax = FindingCode("C001", "python-syntax", .error, .malformed, "Python that does not parse")
    public static let pythonError = FindingCode("C002", "python-error", .error, .refuted, "Python that fails when run")
    public static let wrongSnippet = FindingCode(
        "C003", "wrong-snippet", .error, .refuted, "a snippet's function differs from its implementation")
    public static let failedAssert = FindingCode("C004", "failed-assert", .error, .refuted, "an assert of a snippet fails")
    public static let wrongOutput = FindingCode("C005", "wrong-output", .error, .refuted, "a stated output is not what is printed")
    public static let undefinedName = FindingCode("C006", "undefined-name", .error, .refuted, "a name is certainly misspelt")
    public static let codeLimit = FindingCode("C007", "code-limit", .warning, "a snippet was stopped at a limit")

    // Hazards
    public static let overflow = FindingCode("H001", "overflow", .warning, "a formula overflows on large input")
    public static let logOfZero = FindingCode("H002", "log-of-zero", .warning, "a logarithm is taken of zero")
    public static let notStable = FindingCode("H003", "not-stable", .warning, "a formula that the text calls stable is not")

    // Across notes
    public static let pageNameCollision = FindingCode(
        "X001", "page-name-collision", .info, "the pages of two notes would have the same name")
    public static let brokenLink = FindingCode("X002", "broken-link", .warning, "a link leads to a file that is not there")
    public static let missingImage = FindingCode("X003", "missing-image", .warning, "a picture is not there")
    public static let unresolvedWikilink = FindingCode(
        "X004", "unresolved-wikilink", .info, "a wikilink names a note that is not there")
    public static let missingAnchor = FindingCode(
        "X005", "missing-anchor", .warning, "a link leads to a heading that is not there")

    // Annotations
    public static let unknownDirective = FindingCode("A001", "unknown-directive", .error, "a directive is not known")
    public static let directiveSyntax = FindingCode("A002", "directive-syntax", .error, "a directive does not parse")
    public static let unusedDirective = FindingCode("A003", "unused-directive", .warning, "a directive has no effect")
    public static let unknownKey = FindingCode("A004", "unknown-key", .warning, "a setting is not known")
    public static let unknownImplementation = FindingCode(
        "A005", "unknown-implementation", .error, "a directive names an implementation that the catalogue lacks")

    public static let all: [FindingCode] = [
        unreadableFile, invalidUTF8, noteTooLarge, nestingTooDeep, unclosedMath, frontMatterSyntax, frontMatterLimit,
        tableTooLarge, nulByte, tooManyBrackets, unclosedFrontMatter, removedHTML, tooManyFindings, configSyntax,
        unknownCommand, missingArgument, unbalancedBrace, doubleScript, unbalancedDelimiter, environmentMismatch,
        unknownEnvironment, misplacedAlignment, badArgument, formulaLimit, macroLimit, strayCharacter, modeError,
        misspeltFunction, unboundIndex, unusedIndex, unbalancedBracket, missingOperand, reboundIndex,
        shapeMismatch,
        wrongValue, wrongEquation, wrongStep, wrongGradient, wrongExpectation, wrongNumber, needsAssumption,
        wrongInequality, wrongApproximation, brokenCases,
        pythonSyntax, pythonError, wrongSnippet, failedAssert, wrongOutput, undefinedName, codeLimit,
        overflow, logOfZero, notStable,
        pageNameCollision, brokenLink, missingImage, unresolvedWikilink, missingAnchor,
        unknownDirective, directiveSyntax, unusedDirective, unknownKey, unknownImplementation,
    ]
}
