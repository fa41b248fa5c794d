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
        scope(Array(tree[tree.body]), parameters: [], &context, &findings)
        return findings
    }

    private struct Context {
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

    /// A name that is used as an array: an object of the author's own may have any attribute.
    private func isValue(_ name: NameID, _ context: Context) -> Bool { context.arrays.contains(name) }
}
