import Source

/// Attributes that are certainly misspelt, also in functions that nothing calls.
///
/// Said only of a module that is known (by its import, or by the abbreviation that everybody uses), of a value that
/// can only be an array, or where the underscore of a name in scope was written as a point (`y.hat` beside `y_hat`).
/// What NumPy, PyTorch or Python really have under that name is never called misspelt.
struct AttributeCheck {
    typealias ID = PythonTree.ID
    typealias NameID = PythonTree.NameID

    let unit: CodeUnit
    /// Names that earlier blocks of the note bind.
    let known: Set<String>
    /// An earlier block imports all that a module has.
    var importsAll = false

    /// Names in the order in which they are first bound.
    var defines: [String] {
        let tree = unit.tree
        var result: [String] = []
        for statement in tree[tree.body] {
            var bound: Set<NameID> = [], mentioned: Set<NameID> = []
            TreeWalk.names(statement, tree, bound: &bound, mentioned: &mentioned)
            for name in bound.sorted() where TreeWalk.bindsGlobally(name, statement, tree) {
                if !result.contains(tree.name(name)) { result.append(tree.name(name)) }
            }
        }
        return result
    }

    func run() -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let tree = unit.tree
        var own: Set<NameID> = [], all: Set<NameID> = []
        for statement in tree[tree.body] { TreeWalk.names(statement, tree, bound: &own, mentioned: &all) }
        var context = Context(imports: imports(), bound: Set(own.map { tree.name($0) }).union(known), stored: stored())
        // What the parser tried twice stands twice in the tree.
        var places: Set<Int> = []
        for node in tree.nodes {
            if case .name(let name) = node.kind, places.insert(node.range.lower).inserted { context.mentions[name, default: 0] += 1 }
            if case .importFrom(_, _, let aliases) = node.kind {
                for alias in tree[aliases] {
                    if case .alias(let name, _) = tree[alias].kind, tree.name(name) == "*" { context.importsAll = true }
                }
            }
        }
        context.importsAll = context.importsAll || importsAll
        scope(Array(tree[tree.body]), parameters: [], &context, &findings)
        return findings
    }

    private struct Context {
        /// Everything may come from a module of which the block imports all.
        var importsAll = false
        /// How often each name is mentioned.
        var mentions: [NameID: Int] = [:]
        /// Names that stand for modules.
        var imports: [String: String]
        /// Names that the note binds.
        var bound: Set<String>
        /// Attributes that the block sets on something.
        var stored: Set<String>
        /// Names of the scope being read that can only be arrays.
        var arrays: Set<NameID> = []
        /// Parameters and names assigned in the scope being read.
        var local: Set<String> = []
    }

    private func imports() -> [String: String] {
        var result: [String: String] = [:]
        var pending = Array(unit.tree[unit.tree.body])
        while let next = pending.popLast() {
            switch unit.tree[next].kind {
            case .importModules(let aliases):
                for alias in unit.tree[aliases] {
                    guard case .alias(let name, let other) = unit.tree[alias].kind else { continue }
                    let path = unit.tree.name(name)
                    if let other {
                        result[unit.tree.name(other)] = path
                    } else {
                        let head = String(path.prefix { $0 != "." })
                        result[head] = head
                    }
                }
            case .importFrom(let module?, 0, let aliases):
                for alias in unit.tree[aliases] {
                    guard case .alias(let name, let other) = unit.tree[alias].kind else { continue }
                    let path = unit.tree.name(module) + "." + unit.tree.name(name)
                    if PublicNames.of(path) != nil { result[unit.tree.name(other ?? name)] = path }
                }
            default: break
            }
            pending += TreeWalk.children(next, unit.tree)
        }
        return result
    }

    /// Attributes that are assigned somewhere, and methods that classes define: they exist because the note says so.
    private func stored() -> Set<String> {
        var result: Set<String> = []
        for node in unit.tree.nodes {
            switch node.kind {
            case .assign(let targets, _):
                for target in unit.tree[targets] {
                    if case .attribute(_, let name) = unit.tree[target].kind { result.insert(unit.tree.name(name)) }
                }
            case .augmented(_, let target, _), .annotated(let target, _, _):
                if case .attribute(_, let name) = unit.tree[target].kind { result.insert(unit.tree.name(name)) }
            default: break
            }
        }
        for function in unit.tree.functions { result.insert(unit.tree.name(function.name)) }
        return result
    }

    // MARK: Scopes

    private func scope(
        _ body: [ID], parameters: [PythonTree.Parameter], _ context: inout Context, _ findings: inout [Diagnostic]
    ) {
        let saved = (context.arrays, context.local)
        defer { (context.arrays, context.local) = saved }
        var nodes: [ID] = []
        var inner: [UInt32] = []
        var pending = Array(body.reversed())
        while let next = pending.popLast() {
            nodes.append(next)
            switch unit.tree[next].kind {
            case .function(let index), .lambda(let index): inner.append(index)
            default: pending += TreeWalk.children(next, unit.tree).reversed()
            }
        }
        var bound: Set<NameID> = Set(parameters.map(\.name)), mentioned: Set<NameID> = []
        for statement in body where !isFunction(statement) {
            TreeWalk.names(statement, unit.tree, bound: &bound, mentioned: &mentioned)
        }
        context.local.formUnion(bound.map { unit.tree.name($0) })
        for name in bound { context.arrays.remove(name) }
        // Whatever has its `dtype` asked for, or a gradient, is an array.
        for id in nodes {
            if case .attribute(let base, let name) = unit.tree[id].kind, case .name(let owner) = unit.tree[base].kind,
                Self.arrayWords.contains(unit.tree.name(name)), module(base, context) == nil
            {
                context.arrays.insert(owner)
            }
        }
        for id in nodes {
            if case .assign(let targets, let value) = unit.tree[id].kind, targets.count == 1,
                let target = unit.tree[targets].first, case .name(let name) = unit.tree[target].kind,
                isArray(value, context)
            {
                context.arrays.insert(name)
            }
        }
        for id in nodes {
            if case .attribute(let base, let name) = unit.tree[id].kind { check(id, base, name, context, &findings) }
        }
        for id in nodes { checkName(id, context, &findings) }
        for index in inner {
            let function = unit.tree.functions[Int(index)]
            scope(Array(unit.tree[function.body]), parameters: function.parameters, &context, &findings)
        }
    }

    private func isFunction(_ id: ID) -> Bool { if case .function = unit.tree[id].kind { true } else { false } }

    private static let arrayWords: Set<String> = ["dtype", "requires_grad", "detach", "backward", "unsqueeze", "argmax"]

    // MARK: What an expression is

    /// The path of the module that an expression names.
    private func module(_ id: ID, _ context: Context) -> String? {
        switch unit.tree[id].kind {
        case .name(let name):
            guard case .global = unit.places[Int(id)] else { return nil }
            let word = unit.tree.name(name)
            if let path = context.imports[word] { return path }
            return context.bound.contains(word) ? nil : Interpreter.customaryModules[word]
        case .attribute(let base, let name):
            guard let path = module(base, context) else { return nil }
            let inner = path + "." + unit.tree.name(name)
            return PublicNames.of(inner) != nil ? inner : nil
        default: return nil
        }
    }

    /// True only where the value must be an array of NumPy or PyTorch.
    private func isArray(_ id: ID, _ context: Context) -> Bool {
        switch unit.tree[id].kind {
        case .name(let name): return context.arrays.contains(name)
        case .comparison(let first, let rest):
            let parts = Array(unit.tree[rest])
            guard parts.count == 2, let operation = PythonTree.ComparisonOperator(rawValue: parts[0]) else { return false }
            switch operation {
            case .isSame, .isNot, .isIn, .notIn: return false
            default: return isArray(first, context) || isArray(parts[1], context)
            }
        case .binary(_, let a, let b): return isArray(a, context) || isArray(b, context)
        case .unary(let operation, let a): return operation != .not && isArray(a, context)
        case .call(let function, _):
            guard case .attribute(let base, let name) = unit.tree[function].kind else { return false }
            let word = unit.tree.name(name)
            if let path = module(base, context) { return Self.makers[path]?.contains(word) ?? false }
            return Self.keeping.contains(word) && isArray(base, context)
        default: return false
        }
    }

    private static let makers: [String: Set<String>] = [
        "numpy": ["array", "zeros", "ones", "arange", "linspace", "exp", "eye", "maximum", "multiply", "concatenate"],
        "torch": ["tensor", "zeros", "ones", "arange", "linspace", "exp", "eye", "randn", "rand", "matmul", "mm", "relu"],
    ]

    /// Methods of arrays that give arrays.
    private static let keeping: Set<String> = [
        "sum", "mean", "reshape", "view", "astype", "type", "float", "long", "exp", "log", "sqrt", "abs", "clip", "clamp",
        "detach", "transpose", "flatten", "squeeze", "unsqueeze", "copy", "clone", "argmax",
    ]

    // MARK: The checks

    private static let arrayNames: Set<String> =
        (PublicNames.of("Tensor") ?? []).union(PublicNames.of("ndarray") ?? [])

    /// Attributes of pandas, whose series and frames look like arrays.
    private static let pandasNames: Set<String> = Set(
        """
        loc iloc at iat index columns values head tail iterrows items apply map drop dropna fillna isnull isna notnull notna \
        groupby merge join describe info unique nunique value_counts to_numpy sort_values reset_index set_index plot str dt \
        cat corr cov iteritems itertuples rename replace query sample shift rolling pivot melt append assign isin between \
        to_csv to_list to_dict tolist name names keys pop get where mask quantile mode idxmax idxmin agg aggregate
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

    private func check(
        _ id: ID, _ base: ID, _ name: NameID, _ context: Context, _ findings: inout [Diagnostic]
    ) {
        let word = unit.tree.name(name)
        let upper = unit.tree[id].range.upper
        let range = ByteRange(upper - word.utf8.count, upper)
        if word.hasPrefix("_") { return }
        if let path = module(base, context) {
            guard let names = PublicNames.of(path), !names.contains(word) else { return }
            guard let meant = PublicNames.meant(word, among: names) else { return }
            findings.append(
                Diagnostic(
                    .undefinedName, at: range, "module '\(path)' has no attribute '\(word)'", help: "did you mean `\(meant)`?"))
            return
        }
        if context.stored.contains(word) || PublicNames.anyAttribute.contains(word) || Self.pandasNames.contains(word) { return }
        if case .name(let owner) = unit.tree[base].kind {
            let joined = unit.tree.name(owner) + "_" + word
            if context.local.contains(joined), unit.tree.name(owner) != "self", isValue(owner, context) {
                findings.append(
                    Diagnostic(
                        .undefinedName, at: unit.tree[id].range, "nothing has an attribute '\(word)'",
                        help: "did you mean `\(joined)`?"))
                return
            }
        }
        guard isArray(base, context), let meant = PublicNames.meant(word, among: Self.arrayNames) else { return }
        findings.append(
            Diagnostic(
                .undefinedName, at: range, "arrays have no attribute '\(word)'", help: "did you mean `\(meant)`?"))
    }

    /// A name that nothing binds, one slip of the pen away from one that is bound where it stands.
    private func checkName(_ id: ID, _ context: Context, _ findings: inout [Diagnostic]) {
        guard case .name(let name) = unit.tree[id].kind, unit.places[Int(id)] == .global, !context.importsAll else { return }
        let word = unit.tree.name(name)
        if context.bound.contains(word) || context.local.contains(word) || PublicNames.builtins.contains(word) { return }
        if Interpreter.customaryModules[word] != nil || Interpreter.customaryNames.contains(word) || context.mentions[name] != 1 { return }
        let near = context.bound.union(context.local).filter { Self.isSlip(Array(word.utf8), Array($0.utf8)) }
        guard near.count == 1, let meant = near.first else { return }
        findings.append(
            Diagnostic(
                .undefinedName, at: unit.tree[id].range, "name '\(word)' is not defined", help: "did you mean `\(meant)`?"))
    }

    /// Whether `a` is `b` with one letter left out, put in, changed or swapped with the next, inside of a word: what two
    /// names that are both meant seldom are. Digits, a plural and the first letter tell names apart.
    private static func isSlip(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard a.count >= 5, b.count >= 5, a != b, Swift.abs(a.count - b.count) <= 1 else { return false }
        let head = zip(a, b).prefix { $0 == $1 }.count
        let tail = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
        /// The first letter of a word.
        func isStart(_ text: [UInt8], _ place: Int) -> Bool { place == 0 || !isLetter(text[place - 1]) }
        if a.count == b.count {
            guard head < a.count, !isStart(a, head) else { return false }
            if head + tail == a.count - 1 {
                return a.count >= 7 && isLetter(a[head]) && isLetter(b[head]) && a[head] | 0x20 != b[head] | 0x20
                    && head + 1 < a.count && isLetter(a[head + 1])
            }
            return head + tail == a.count - 2 && a[head] == b[head + 1] && a[head + 1] == b[head] && isLetter(a[head]) && isLetter(a[head + 1])
        }
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        guard head + tail >= short.count, head < long.count else { return false }
        let letter = long[head]
        guard isLetter(letter), !isStart(long, head) else { return false }
        // A word's last letter may be a plural or a mark of its own.
        let ends = head + 1 >= long.count || !isLetter(long[head + 1])
        return !ends
    }

    /// A name that is used as an array: an object of the author's own may have any attribute.
    private func isValue(_ name: NameID, _ context: Context) -> Bool { context.arrays.contains(name) }
}
