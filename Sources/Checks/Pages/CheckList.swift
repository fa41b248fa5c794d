import Source

/// Every page, one line a check, in the order of the codes.
public enum CheckList {
    public static let all: [CheckPage] = [
    ]

    static let byCode: [FindingCode: CheckPage] = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
}
