import Snippets
import Source

/// A tree in the notation of Tests/Reference/snippets/syntax.py.
struct TreeShape {
    let tree: PythonTree
    let source: [UInt8]

    var text: String { list(tree.body) }

    private func list(_ ids: PythonTree.List) -> String { list(Array(tree[ids])) }

    private func list(_ ids: [UInt32]) -> String { "[" + ids.map { node($0) }.joined(separator: " ") + "]" }

    private func optional(_ id: UInt32?) -> String { id.map { node($0) } ?? "-" }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private func name(_ id: UInt32?) -> String { id.map { quoted(tree.name($0)) } ?? "-" }

    private func call(_ arguments: PythonTree.List) -> String {
        var positional: [String] = []
        var keywords: [String] = []
        for id in tree[arguments] {
            switch tree[id].kind {
            case .keyword(let key, let value): keywords.append("(keyword \(name(key)) \(node(value)))")
            case .doubleStarred(let value): keywords.append("(keyword - \(node(value)))")
            default: positional.append(node(id))
            }
        }
        return "[\(positional.joined(separator: " "))] [\(keywords.joined(separator: " "))]"
    }

    private func parameters(_ all: [PythonTree.Parameter]) -> String {
        func one(_ p: PythonTree.Parameter) -> String { "(arg \(name(p.name)) \(optional(p.annotation)))" }
        func many(_ list: [PythonTree.Parameter]) -> String { "[" + list.map(one).joined(separator: " ") + "]" }
        let positional = all.filter { $0.kind == .positional }
        let keyword = all.filter { $0.kind == .keywordOnly }
        let star = all.first { $0.kind == .variadic }.map(one) ?? "-"
        let stars = all.first { $0.kind == .variadicKeyword }.map(one) ?? "-"
        let keywordDefaults = "[" + keyword.map { optional($0.standard) }.joined(separator: " ") + "]"
        return "(arguments \(many(positional.filter(\.isPositionalOnly)))"
            + " \(many(positional.filter { !$0.isPositionalOnly })) \(star) \(many(keyword)) \(keywordDefaults) \(stars)"
            + " \(list(positional.compactMap(\.standard))))"
    }

    private func clauses(_ ids: PythonTree.List) -> String { list(ids) }

    private static let binary: [PythonTree.BinaryOperator: String] = [
        .add: "Add", .subtract: "Sub", .multiply: "Mult", .divide: "Div", .floorDivide: "FloorDiv", .modulo: "Mod",
        .power: "Pow", .matrixMultiply: "MatMult", .leftShift: "LShift", .rightShift: "RShift", .bitAnd: "BitAnd",
        .bitOr: "BitOr", .bitXor: "BitXor",
    ]

    private static let comparison: [PythonTree.ComparisonOperator: String] = [
        .equal: "Eq", .notEqual: "NotEq", .less: "Lt", .lessEqual: "LtE", .greater: "Gt", .greaterEqual: "GtE",
        .isSame: "Is", .isNot: "IsNot", .isIn: "In", .notIn: "NotIn",
    ]

    func node(_ id: UInt32) -> String {
        if id == PythonTree.noID { return "-" }
        let range = tree[id].range
        switch tree[id].kind {
        case .name(let n): return "(Name \(name(n)))"
        case .noneLiteral: return "(Constant -)"
        case .ellipsis: return "(Constant ...)"
        case .truth(let value): return "(Constant \(value ? "True" : "False"))"
        case .integer(let value): return "(Constant \(value))"
        case .longInteger: return "(Constant LONG)"
        case .float(let value): return "(Constant \(value))"
        case .imaginary(let value): return "(Constant \(Int(value))j)"
        case .string(let index): return "(Constant \(quoted(tree.strings[Int(index)])))"
        case .bytes(let index): return "(Constant \(quoted("b" + tree.strings[Int(index)])))"
        case .joined(let parts): return "(JoinedStr \(list(parts)))"
        case .formatted(let value, let conversion, let format):
            return "(FormattedValue \(node(value)) \(conversion == 0 ? -1 : Int(conversion)) \(optional(format)))"
        case .tuple(let items): return "(Tuple \(list(items)))"
        case .list(let items): return "(List \(list(items)))"
        case .set(let items): return "(Set \(list(items)))"
        case .dictionary(let pairs):
            let items = Array(tree[pairs])
            let keys = stride(from: 0, to: items.count, by: 2).map { items[$0] }
            let values = stride(from: 1, to: items.count, by: 2).map { items[$0] }
            return "(Dict \(list(keys)) \(list(values)))"
        case .unary(let op, let value):
            let word = [PythonTree.UnaryOperator.negative: "USub", .positive: "UAdd", .invert: "Invert", .not: "Not"]
            return "(UnaryOp (\(word[op] ?? "?")) \(node(value)))"
        case .binary(let op, let a, let b): return "(BinOp \(node(a)) (\(Self.binary[op] ?? "?")) \(node(b)))"
        case .boolean(let isAnd, let items): return "(BoolOp (\(isAnd ? "And" : "Or")) \(list(items)))"
        case .comparison(let first, let rest):
            let items = Array(tree[rest])
            let ops = stride(from: 0, to: items.count, by: 2).map {
                "(\(PythonTree.ComparisonOperator(rawValue: items[$0]).flatMap { Self.comparison[$0] } ?? "?"))"
            }
            let operands = stride(from: 1, to: items.count, by: 2).map { items[$0] }
            return "(Compare \(node(first)) [\(ops.joined(separator: " "))] \(list(operands)))"
        case .call(let function, let arguments): return "(Call \(node(function)) \(call(arguments)))"
        case .keyword, .doubleStarred, .bundle: return "(Stray)"
        case .starred(let value): return "(Starred \(node(value)))"
        case .attribute(let value, let n): return "(Attribute \(node(value)) \(name(n)))"
        case .subscripted(let value, let index): return "(Subscript \(node(value)) \(node(index)))"
        case .slice(let a, let b, let c): return "(Slice \(optional(a)) \(optional(b)) \(optional(c)))"
        case .lambda(let index):
            let function = tree.functions[Int(index)]
            return "(Lambda \(parameters(function.parameters)) \(tree[function.body].map { node($0) }.joined()))"
        case .conditional(let test, let body, let otherwise):
            return "(IfExp \(node(test)) \(node(body)) \(node(otherwise)))"
        case .named(let target, let value): return "(NamedExpr \(node(target)) \(node(value)))"
        case .comprehension(let kind, let element, let value, let clauses):
            switch kind {
            case .list: return "(ListComp \(node(element)) \(list(clauses)))"
            case .set: return "(SetComp \(node(element)) \(list(clauses)))"
            case .generator: return "(GeneratorExp \(node(element)) \(list(clauses)))"
            case .dictionary: return "(DictComp \(node(element)) \(optional(value)) \(list(clauses)))"
            }
        case .clause(let target, let iterable, let conditions, let isAsync):
            return "(comprehension \(node(target)) \(node(iterable)) \(list(conditions)) \(isAsync ? 1 : 0))"
        case .await(let value): return "(Await \(node(value)))"
        case .yield(let value): return "(Yield \(optional(value)))"
        case .yieldFrom(let value): return "(YieldFrom \(node(value)))"
        case .expression(let value): return "(Expr \(node(value)))"
        case .assign(let targets, let value): return "(Assign \(list(targets)) \(node(value)))"
        case .augmented(let op, let target, let value):
            return "(AugAssign \(node(target)) (\(Self.binary[op] ?? "?")) \(node(value)))"
        case .annotated(let target, let annotation, let value):
            var isSimple = false
            if case .name = tree[target].kind { isSimple = source[range.lower] != UInt8(ascii: "(") }
            return "(AnnAssign \(node(target)) \(node(annotation)) \(optional(value)) \(isSimple ? 1 : 0))"
        case .returns(let value): return "(Return \(optional(value)))"
        case .delete(let targets): return "(Delete \(list(targets)))"
        case .pass: return "(Pass)"
        case .break: return "(Break)"
        case .continue: return "(Continue)"
        case .global(let names): return "(Global [\(tree[names].map { name($0) }.joined(separator: " "))])"
        case .nonlocal(let names): return "(Nonlocal [\(tree[names].map { name($0) }.joined(separator: " "))])"
        case .conditionalStatement(let test, let body, let otherwise):
            return "(If \(node(test)) \(list(body)) \(list(otherwise)))"
        case .whileLoop(let test, let body, let otherwise):
            return "(While \(node(test)) \(list(body)) \(list(otherwise)))"
        case .forLoop(let target, let iterable, let body, let otherwise):
            let word = source[range.lower] == UInt8(ascii: "a") ? "AsyncFor" : "For"
            return "(\(word) \(node(target)) \(node(iterable)) \(list(body)) \(list(otherwise)))"
        case .with(let items, let body):
            let word = source[range.lower] == UInt8(ascii: "a") ? "AsyncWith" : "With"
            return "(\(word) \(list(items)) \(list(body)))"
        case .withItem(let context, let target): return "(withitem \(node(context)) \(optional(target)))"
        case .function(let index):
            let f = tree.functions[Int(index)]
            return "(\(f.isAsync ? "AsyncFunctionDef" : "FunctionDef") \(name(f.name)) \(parameters(f.parameters))"
                + " \(list(f.body)) \(list(f.decorators)) \(optional(f.returns)))"
        case .classDefinition(let index):
            let c = tree.classes[Int(index)]
            return "(ClassDef \(name(c.name)) \(call(c.arguments)) \(list(c.body)) \(list(c.decorators)))"
        case .tryStatement(let body, let handlers, let otherwise, let finally):
            return "(Try \(list(body)) \(list(handlers)) \(list(otherwise)) \(list(finally)))"
        case .handler(let type, let n, let body): return "(ExceptHandler \(optional(type)) \(name(n)) \(list(body)))"
        case .raise(let value, let cause): return "(Raise \(optional(value)) \(optional(cause)))"
        case .assert(let test, let message): return "(Assert \(node(test)) \(optional(message)))"
        case .importModules(let aliases): return "(Import \(list(aliases)))"
        case .importFrom(let module, let level, let aliases):
            return "(ImportFrom \(name(module)) \(list(aliases)) \(level))"
        case .alias(let n, let alias): return "(alias \(name(n)) \(name(alias)))"
        case .match(let subject, let cases): return "(Match \(node(subject)) \(list(cases)))"
        case .matchCase(let pattern, let condition, let body):
            return "(match_case \(node(pattern)) \(optional(condition)) \(list(body)))"
        case .valuePattern(let value):
            switch tree[value].kind {
            case .noneLiteral: return "(MatchSingleton -)"
            case .truth(let truth): return "(MatchSingleton \(truth ? "True" : "False"))"
            default: return "(MatchValue \(node(value)))"
            }
        case .capturePattern(let n): return "(MatchAs - \(name(n)))"
        case .starPattern(let n): return "(MatchStar \(name(n)))"
        case .sequencePattern(let items): return "(MatchSequence \(list(items)))"
        case .mappingPattern(let pairs, let rest):
            let items = Array(tree[pairs])
            let keys = stride(from: 0, to: items.count, by: 2).map { items[$0] }
            let values = stride(from: 1, to: items.count, by: 2).map { items[$0] }
            return "(MatchMapping \(list(keys)) \(list(values)) \(name(rest)))"
        case .classPattern(let type, let items):
            var plain: [UInt32] = []
            var keys: [String] = []
            var values: [UInt32] = []
            for item in tree[items] {
                if case .keyword(let key, let value) = tree[item].kind {
                    keys.append(name(key))
                    values.append(value)
                } else {
                    plain.append(item)
                }
            }
            return "(MatchClass \(node(type)) \(list(plain)) [\(keys.joined(separator: " "))] \(list(values)))"
        case .alternatives(let items): return "(MatchOr \(list(items)))"
        case .asPattern(let pattern, let n): return "(MatchAs \(node(pattern)) \(name(n)))"
        }
    }
}
