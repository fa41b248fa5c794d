import Source

/// Where a name of the tree lives.
enum NamePlace: Sendable, Hashable {
    /// Nobody binds it here: the block's namespace, then Python's own names.
    case global
    /// `depth` frames out, in `slot`.
    case slot(depth: UInt16, UInt32)
    /// A name of a class body: its own slot, else the global of that name.
    case classSlot(UInt32)
}

/// The scopes of a block: which frame and slot every name means.
struct Scopes: Sendable {
    /// By node: names, and statements that bind one (`def`, `class`, imports, handlers, captures).
    var places: [PythonTree.ID: NamePlace] = [:]
    /// Slots of each function's frame, parameters first.
    var functionSlots: [[PythonTree.NameID]] = []
    var classSlots: [[PythonTree.NameID]] = []
    /// By comprehension node.
    var comprehensionSlots: [PythonTree.ID: Int] = [:]
    /// Functions that hold a `yield`.
    var generators: Set<Int> = []
}

/// Finds the scopes of a tree and the faults that CPython's symbol table and compiler raise.
struct SymbolTable {
    static func resolve(_ tree: PythonTree) throws(SyntaxFault) -> Scopes {
        var table = SymbolTable(tree: tree)
        table.scopes.functionSlots = Array(repeating: [], count: tree.functions.count)
        table.scopes.classSlots = Array(repeating: [], count: tree.classes.count)
        table.statements(tree.body)
        table.finish()
        if let fault = table.symbolFault ?? table.compilerFault { throw fault }
        return table.scopes
    }

    typealias ID = PythonTree.ID
    typealias NameID = PythonTree.NameID

    enum Kind { case module, function, asyncFunction, lambda, classBody, comprehension(PythonTree.ComprehensionKind) }

    struct Scope {
        var kind: Kind
        var parent: Int
        var slots: [NameID: UInt32] = [:]
        var order: [NameID] = []
        var globals: Set<NameID> = []
        var nonlocals: [NameID: ByteRange] = [:]
        var used: Set<NameID> = []
        var parameters: Set<NameID> = []
        /// How many loops are open around the statement being read.
        var loops = 0
        var owner: UInt32 = 0
    }

    let tree: PythonTree
    var scopes = Scopes()
    private var all: [Scope] = [Scope(kind: .module, parent: -1)]
    private var current = 0
    private var mentions: [(node: ID, name: NameID, scope: Int)] = []
    private var symbolFault: SyntaxFault?
    private var compilerFault: SyntaxFault?

    private init(tree: PythonTree) { self.tree = tree }

    // MARK: Faults

    private mutating func symbol(_ message: String, _ range: ByteRange) {
        if symbolFault == nil { symbolFault = SyntaxFault(message, range.lower, range.upper) }
    }

    private mutating func compiler(_ message: String, _ range: ByteRange) {
        if compilerFault == nil { compilerFault = SyntaxFault(message, range.lower, range.upper) }
    }

    // MARK: Names

    private mutating func use(_ node: ID, _ name: NameID) {
        all[current].used.insert(name)
        mentions.append((node, name, current))
    }

    private mutating func bind(_ node: ID?, _ name: NameID, range: ByteRange) {
        if tree.name(name) == "__debug__" { compiler("cannot assign to __debug__", range) }
        if !all[current].globals.contains(name), all[current].nonlocals[name] == nil { declare(name) }
        if let node { mentions.append((node, name, current)) }
    }

    private mutating func declare(_ name: NameID) {
        guard all[current].slots[name] == nil else { return }
        all[current].slots[name] = UInt32(all[current].order.count)
        all[current].order.append(name)
    }

    private mutating func open(_ kind: Kind, owner: UInt32 = 0) -> Int {
        let before = current
        all.append(Scope(kind: kind, parent: current, owner: owner))
        current = all.count - 1
        return before
    }

    private func isFunction(_ scope: Int) -> Bool {
        switch all[scope].kind {
        case .function, .asyncFunction, .lambda, .comprehension: true
        case .module, .classBody: false
        }
    }

    /// Where `name`, mentioned in `scope`, is bound.
    private func place(_ name: NameID, in scope: Int) -> NamePlace {
        if all[scope].globals.contains(name) || scope == 0 { return .global }
        if let slot = all[scope].slots[name] {
            if case .classBody = all[scope].kind { return .classSlot(slot) }
            return .slot(depth: 0, slot)
        }
        var depth: UInt16 = 0
        var at = scope
        while true {
            // Each scope below the module is a frame.
            depth &+= 1
            at = all[at].parent
            if at <= 0 { return .global }
            if !isFunction(at) { continue }
            if all[at].globals.contains(name) { return .global }
            if let slot = all[at].slots[name] { return .slot(depth: depth, slot) }
        }
    }

    private mutating func finish() {
        for i in all.indices {
            for (name, range) in all[i].nonlocals {
                if case .global = place(name, in: i) {
                    symbol("no binding for nonlocal '\(tree.name(name))' found", range)
                }
            }
        }
        for mention in mentions {
            let place = place(mention.name, in: mention.scope)
            if place != .global { scopes.places[mention.node] = place }
        }
        for scope in all {
            switch scope.kind {
            case .function, .asyncFunction, .lambda: scopes.functionSlots[Int(scope.owner)] = scope.order
            case .classBody: scopes.classSlots[Int(scope.owner)] = scope.order
            case .comprehension: scopes.comprehensionSlots[scope.owner] = scope.order.count
            case .module: break
            }
        }
    }

    // MARK: Statements

    private mutating func statements(_ list: PythonTree.List) {
        for id in tree[list] { statement(id) }
    }

    private mutating func loop(_ body: PythonTree.List) {
        all[current].loops += 1
        statements(body)
        all[current].loops -= 1
    }

    private var isInFunction: Bool {
        var at = current
        while true {
            switch all[at].kind {
            case .function, .asyncFunction, .lambda: return true
            case .comprehension: at = all[at].parent
            case .module, .classBody: return false
            }
        }
    }

    private var isInAsync: Bool {
        var at = current
        while case .comprehension = all[at].kind { at = all[at].parent }
        if case .asyncFunction = all[at].kind { return true }
        return false
    }

    private mutating func statement(_ id: ID) {
        let range = tree[id].range
        switch tree[id].kind {
        case .expression(let value): expression(value)
        case .assign(let targets, let value):
            expression(value)
            for target in tree[targets] {
                if case .starred = tree[target].kind {
                    compiler("starred assignment target must be in a list or tuple", tree[target].range)
                }
                self.target(target)
            }
        case .augmented(_, let target, let value):
            expression(value)
            if case .name(let name) = tree[target].kind { all[current].used.insert(name) }
            self.target(target)
        case .annotated(let target, let annotation, let value):
            if let value { expression(value) }
            self.target(target)
            expression(annotation)
        case .returns(let value):
            switch all[current].kind {
            case .function, .asyncFunction: break
            default: compiler("'return' outside function", range)
            }
            if let value { expression(value, allowsStarred: true) }
        case .delete(let targets): for target in tree[targets] { self.target(target) }
        case .pass: break
        case .break: if all[current].loops == 0 { compiler("'break' outside loop", range) }
        case .continue: if all[current].loops == 0 { compiler("'continue' not properly in loop", range) }
        case .global(let names): declareGlobal(names, range)
        case .nonlocal(let names): declareNonlocal(names, range)
        case .conditionalStatement(let test, let body, let otherwise):
            expression(test)
            statements(body)
            statements(otherwise)
        case .whileLoop(let test, let body, let otherwise):
            expression(test)
            loop(body)
            statements(otherwise)
        case .forLoop(let target, let iterable, let body, let otherwise):
            if tree.isAsync(id), !isInAsync { compiler("'async for' outside async function", range) }
            expression(iterable, allowsStarred: true)
            self.target(target)
            loop(body)
            statements(otherwise)
        case .with(let items, let body):
            if tree.isAsync(id), !isInAsync { compiler("'async with' outside async function", range) }
            for item in tree[items] {
                if case .withItem(let context, let target) = tree[item].kind {
                    expression(context)
                    if let target { self.target(target) }
                }
            }
            statements(body)
        case .function(let index): function(index, id)
        case .classDefinition(let index): classDefinition(index, id)
        case .tryStatement(let body, let handlers, let otherwise, let finally):
            statements(body)
            for (position, handler) in tree[handlers].enumerated() {
                if case .handler(let type, let name, let body) = tree[handler].kind {
                    if type == nil, position + 1 < tree[handlers].count {
                        compiler("default 'except:' must be last", tree[handler].range)
                    }
                    if let type { expression(type) }
                    if let name { bind(handler, name, range: tree[handler].range) }
                    statements(body)
                }
            }
            statements(otherwise)
            statements(finally)
        case .raise(let value, let cause):
            if let value { expression(value) }
            if let cause { expression(cause) }
        case .assert(let test, let message):
            expression(test)
            if let message { expression(message) }
        case .importModules(let aliases):
            for alias in tree[aliases] {
                if case .alias(let name, let other) = tree[alias].kind {
                    let bound = other ?? head(name)
                    if let bound { bind(alias, bound, range: tree[alias].range) }
                }
            }
        case .importFrom(let module, _, let aliases):
            for alias in tree[aliases] {
                guard case .alias(let name, let other) = tree[alias].kind else { continue }
                if tree.name(name) == "*" {
                    if current != 0 { symbol("import * only allowed at module level", tree[alias].range) }
                    continue
                }
                if let module, tree.name(module) == "__future__", !Self.futures.contains(tree.name(name)) {
                    compiler("future feature \(tree.name(name)) is not defined", range)
                }
                bind(alias, other ?? name, range: tree[alias].range)
            }
        case .match(let subject, let cases):
            expression(subject, allowsStarred: true)
            for item in tree[cases] {
                if case .matchCase(let pattern, let condition, let body) = tree[item].kind {
                    self.pattern(pattern)
                    if let condition { expression(condition) }
                    statements(body)
                }
            }
        default: break
        }
    }

    private static let futures: Set<String> = [
        "annotations", "division", "print_function", "absolute_import", "with_statement", "unicode_literals",
        "generators", "nested_scopes", "generator_stop", "barry_as_FLUFL",
    ]

    /// `os` of `os.path`; `nil` where the tree never interned it, which cannot be looked up either.
    private func head(_ name: NameID) -> NameID? {
        let text = tree.name(name)
        guard let dot = text.firstIndex(of: ".") else { return name }
        return tree.nameIDs[String(text[..<dot])]
    }

    private mutating func declareGlobal(_ names: PythonTree.List, _ range: ByteRange) {
        for name in tree[names] {
            let word = tree.name(name)
            if all[current].parameters.contains(name) {
                symbol("name '\(word)' is parameter and global", range)
            } else if all[current].slots[name] != nil, current != 0 {
                symbol("name '\(word)' is assigned to before global declaration", range)
            } else if all[current].used.contains(name) {
                symbol("name '\(word)' is used prior to global declaration", range)
            }
            all[current].globals.insert(name)
        }
    }

    private mutating func declareNonlocal(_ names: PythonTree.List, _ range: ByteRange) {
        for name in tree[names] {
            let word = tree.name(name)
            if current == 0 {
                symbol("nonlocal declaration not allowed at module level", range)
            } else if all[current].parameters.contains(name) {
                symbol("name '\(word)' is parameter and nonlocal", range)
            } else if all[current].slots[name] != nil {
                symbol("name '\(word)' is assigned to before nonlocal declaration", range)
            } else if all[current].used.contains(name) {
                symbol("name '\(word)' is used prior to nonlocal declaration", range)
            }
            all[current].nonlocals[name] = range
        }
    }

    private mutating func parameters(_ list: [PythonTree.Parameter]) {
        for parameter in list {
            if all[current].slots[parameter.name] != nil {
                symbol(
                    "duplicate argument '\(tree.name(parameter.name))' in function definition", parameter.nameRange)
            }
            declare(parameter.name)
            all[current].parameters.insert(parameter.name)
        }
    }

    private mutating func function(_ index: UInt32, _ id: ID) {
        let function = tree.functions[Int(index)]
        for decorator in tree[function.decorators] { expression(decorator) }
        for parameter in function.parameters {
            if let standard = parameter.standard { expression(standard) }
            if let annotation = parameter.annotation { expression(annotation, allowsStarred: true) }
        }
        if let returns = function.returns { expression(returns) }
        if !function.isLambda { bind(id, function.name, range: function.nameRange) }
        let before = open(
            function.isLambda ? .lambda : function.isAsync ? .asyncFunction : .function, owner: index)
        parameters(function.parameters)
        if function.isLambda {
            for body in tree[function.body] { expression(body) }
        } else {
            statements(function.body)
        }
        current = before
    }

    private mutating func classDefinition(_ index: UInt32, _ id: ID) {
        let item = tree.classes[Int(index)]
        for decorator in tree[item.decorators] { expression(decorator) }
        arguments(item.arguments)
        bind(id, item.name, range: item.nameRange)
        let before = open(.classBody, owner: index)
        statements(item.body)
        current = before
    }

    // MARK: Targets and patterns

    private mutating func target(_ id: ID) {
        switch tree[id].kind {
        case .name(let name): bind(id, name, range: tree[id].range)
        case .tuple(let items), .list(let items):
            var stars = 0
            for item in tree[items] {
                if case .starred(let inner) = tree[item].kind {
                    stars += 1
                    if stars > 1 { compiler("multiple starred expressions in assignment", tree[id].range) }
                    target(inner)
                } else {
                    target(item)
                }
            }
        case .starred(let inner): target(inner)
        default: expression(id)
        }
    }

    private mutating func pattern(_ id: ID) {
        switch tree[id].kind {
        case .valuePattern(let value): expression(value)
        case .capturePattern(let name), .starPattern(let name):
            if let name { bind(id, name, range: tree[id].range) }
        case .sequencePattern(let items), .alternatives(let items): for item in tree[items] { pattern(item) }
        case .mappingPattern(let pairs, let rest):
            for (position, item) in tree[pairs].enumerated() {
                if position % 2 == 0 { expression(item) } else { pattern(item) }
            }
            if let rest { bind(id, rest, range: tree[id].range) }
        case .classPattern(let type, let items):
            expression(type)
            for item in tree[items] {
                if case .keyword(_, let inner) = tree[item].kind { pattern(inner) } else { pattern(item) }
            }
        case .asPattern(let inner, let name):
            pattern(inner)
            bind(id, name, range: tree[id].range)
        default: break
        }
    }

    // MARK: Expressions

    private mutating func arguments(_ list: PythonTree.List, call: ByteRange? = nil) {
        var seen: Set<NameID> = []
        for id in tree[list] {
            switch tree[id].kind {
            case .keyword(let name, let value):
                if tree.name(name) == "__debug__" {
                    compiler("cannot assign to __debug__", call ?? tree[id].range)
                }
                if !seen.insert(name).inserted {
                    compiler("keyword argument repeated: \(tree.name(name))", tree[id].range)
                }
                expression(value)
            case .starred(let value), .doubleStarred(let value): expression(value)
            default: expression(id)
            }
        }
    }

    /// `allowsStarred`: a tuple or an item of a display, where `*x` may stand.
    private mutating func expression(_ id: ID, allowsStarred: Bool = false) {
        if id == PythonTree.noID { return }
        let range = tree[id].range
        switch tree[id].kind {
        case .name(let name): use(id, name)
        case .joined(let items): for item in tree[items] { expression(item) }
        case .formatted(let value, _, let format):
            expression(value)
            if let format { expression(format) }
        case .tuple(let items), .list(let items), .set(let items):
            for item in tree[items] {
                if case .starred(let inner) = tree[item].kind { expression(inner) } else { expression(item) }
            }
        case .dictionary(let items): for item in tree[items] { expression(item) }
        case .unary(_, let value): expression(value)
        case .binary(_, let a, let b):
            expression(a)
            expression(b)
        case .boolean(_, let items): for item in tree[items] { expression(item) }
        case .comparison(let first, let rest):
            expression(first)
            for (position, item) in tree[rest].enumerated() where position % 2 == 1 { expression(item) }
        case .call(let function, let list):
            expression(function)
            arguments(list, call: range)
        case .starred(let value):
            compiler("can't use starred expression here", range)
            expression(value)
        case .attribute(let value, _): expression(value)
        case .subscripted(let value, let index):
            expression(value)
            expression(index)
        case .slice(let a, let b, let c): for part in [a, b, c] { if let part { expression(part) } }
        case .lambda(let index): function(index, id)
        case .conditional(let test, let body, let otherwise):
            expression(test)
            expression(body)
            expression(otherwise)
        case .named(let target, let value):
            expression(value)
            named(target)
        case .comprehension(let kind, let element, let value, let clauses):
            comprehension(id, kind, element, value, clauses)
        case .await(let value):
            if !isInFunction {
                compiler("'await' outside function", range)
            } else if !isInAsync {
                compiler("'await' outside async function", range)
            }
            expression(value)
        case .yield(let value):
            checkYield(range)
            if let value { expression(value) }
        case .yieldFrom(let value):
            checkYield(range)
            expression(value)
        default: break
        }
    }

    private mutating func checkYield(_ range: ByteRange) {
        if case .comprehension(let kind) = all[current].kind {
            let word =
                switch kind {
                case .list: "list comprehension"
                case .set: "set comprehension"
                case .dictionary: "dict comprehension"
                case .generator: "generator expression"
                }
            symbol("'yield' inside \(word)", range)
        } else if !isInFunction {
            compiler("'yield' outside function", range)
        } else {
            scopes.generators.insert(Int(all[current].owner))
        }
    }

    /// The target of `:=` in a comprehension belongs to the scope around it.
    private mutating func named(_ target: ID) {
        guard case .name(let name) = tree[target].kind else { return }
        var at = current
        while case .comprehension = all[at].kind { at = all[at].parent }
        let before = current
        current = at
        if !all[at].globals.contains(name), all[at].nonlocals[name] == nil { declare(name) }
        current = before
        mentions.append((target, name, current))
    }

    private mutating func comprehension(
        _ id: ID, _ kind: PythonTree.ComprehensionKind, _ element: ID, _ value: ID?, _ clauses: PythonTree.List
    ) {
        // The first iterable belongs to the scope around.
        var isFirst = true
        let before = current
        for clause in tree[clauses] {
            guard case .clause(let target, let iterable, let conditions, _) = tree[clause].kind else { continue }
            if isFirst {
                expression(iterable)
                _ = open(.comprehension(kind), owner: id)
                isFirst = false
            } else {
                expression(iterable)
            }
            self.target(target)
            for condition in tree[conditions] { expression(condition) }
        }
        expression(element)
        if let value { expression(value) }
        current = before
    }
}
