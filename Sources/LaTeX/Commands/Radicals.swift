extension CommandTable {
    static let radicals: [(String, Command)] = [("sqrt", .radical)]
}

extension Parser {
    mutating func parseRadical(from start: Int) -> ID {
        if let index = parseOptional() {
            let body = parseArgument("the radicand", from: start)
            return add(.radical(body: body, index: index), range(from: start))
        }
        guard let body = parsePrimitive(as: "radicand") else {
            let body = parseArgument("the radicand", from: start)
            return add(.radical(body: body, index: nil), range(from: start))
        }
        return add(.radical(body: unwrapped(body), index: nil), range(from: start))
    }
}
