import Source

extension Interpreter {
    /// What the parts of libraries that are written in Python can say and Python cannot.
    nonisolated(unsafe) static let libraryHelpers: [String: NativeBody] = [
        // Ends the statement: the library can do it, we cannot.
        "_unavailable": NativeBody { (i, a) throws(Stop) in
            guard case .string(let what)? = a.positional.first else { throw i.unsupported("this use") }
            throw i.unsupported(what)
        },
        // Ends the statement: the note leaves out what it needs.
        "_incomplete": NativeBody { (i, a) throws(Stop) in throw i.missing(.incompleteCode, try i.str(a.positional.first ?? .none)) },
        // What PyTorch draws from here on is not known.
        "_lose": NativeBody { (i, _) throws(Stop) in
            i.loseStream(.torch)
            return .none
        },
        "_identity": NativeBody { (i, a) throws(Stop) in .int(try i.identity(a.positional.first ?? .none)) },
        // An array whose elements the library may well give in another order.
        "_undetermined": NativeBody { (i, a) throws(Stop) in
            guard case .array(let array)? = a.positional.first else { return a.positional.first ?? .none }
            array.isRandom = true
            return .array(array)
        },
        // How many groups a pattern has, their names, its flags; a message for what is no pattern.
        "_groups": NativeBody { (i, a) throws(Stop) in
            guard a.positional.count == 2, case .string(let pattern) = a.positional[0], case .int(let flags) = a.positional[1] else {
                throw i.unsupported("this pattern")
            }
            switch try i.expression(pattern, flags) {
            case .failure(let message): return .string(message)
            case .success(let expression):
                let names = DictionaryObject(i.arena)
                for (name, group) in expression.names { names.set(.string(name), .string(name), .int(group)) }
                return i.tuple([.int(expression.groupCount), .dictionary(names), .int(expression.flags.rawValue)])
            }
        },
        // The bounds of a match and of its groups, or None.
        "_search": NativeBody { (i, a) throws(Stop) in
            guard a.positional.count == 6, case .string(let pattern) = a.positional[0], case .int(let flags) = a.positional[1],
                case .string(let text) = a.positional[2], case .int(let start) = a.positional[3], case .int(let extent) = a.positional[4],
                case .truth(let advances) = a.positional[5],
                case .success(let expression) = try i.expression(pattern, flags)
            else { throw i.unsupported("this search") }
            let how: RegularExpression.Extent = extent == 0 ? .anywhere : extent == 1 ? .atStart : .whole
            let bounds = try expression.match(i.scalars(text), from: max(0, start), how, advancing: advances) { (count) throws(Stop) in try i.spend(count) }
            return bounds.map { i.tuple($0.map { .int($0) }) } ?? .none
        },
    ]

    /// A pattern, read once a session; the message of `re.error` for what is none.
    private func expression(_ pattern: String, _ flags: Int) throws(Stop) -> Expression {
        let key = "\(flags) \(pattern)"
        if let known = expressions[key] { return .success(known) }
        do throws(RegularExpression.Failure) {
            let made = try RegularExpression(pattern, flags: RegularExpression.Flags(rawValue: flags & ~32))
            if expressions.count < 100 { expressions[key] = made }
            return .success(made)
        } catch {
            switch error {
            case .unsupported(let what): throw unsupported(what)
            case .wrong(let message, let place): return .failure("\(message) at position \(place)")
            }
        }
    }

    private enum Expression {
        case success(RegularExpression)
        case failure(String)
    }

    /// The scalars of a text, which is often searched again at once.
    private func scalars(_ text: String) throws(Stop) -> [UInt32] {
        if let (last, scalars) = lastSearched, last == text { return scalars }
        let scalars = text.unicodeScalars.map(\.value)
        try spend(scalars.count / 16)
        lastSearched = (text, scalars)
        return scalars
    }
}
