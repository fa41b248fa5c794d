import Source

/// The page of a finding code: what it checks, why it matters, an example of each kind, and what to do.
///
/// One `static let` a code in the files of this folder, one line in `CheckList.all`. The examples are tests: the wrong one gives the code, the right one does not.
public struct CheckPage: Sendable {
    public enum Example: Sendable {
        /// A note in Markdown, run as it stands.
        case note(String)
        /// The text of a `gloss.yaml`.
        case configuration(String)
        /// Where the fault lies outside any text that a page can show (a file that cannot be read).
        case words(String)

        public var text: String {
            switch self {
            case .note(let text), .configuration(let text), .words(let text): text
            }
        }
    }

    public var code: FindingCode
    public var what: String
    public var why: String
    public var wrong: Example
    public var right: Example
    public var advice: String

    public init(_ code: FindingCode, what: String, why: String, wrong: Example, right: Example, advice: String) {
        self.code = code
        self.what = what
        self.why = why
        self.wrong = wrong
        self.right = right
        self.advice = advice
    }
}

/// The page of `code`.
public func explanation(for code: FindingCode) -> CheckPage {
    CheckList.byCode[code]
        ?? CheckPage(
            code, what: code.summary, why: "", wrong: .words(""), right: .words(""),
            advice: "This code is retired; nothing gives it any more.")
}
