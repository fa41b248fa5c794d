import Source

/// A generator function that runs piece by piece: where it stands is the stack of blocks that it has entered.
///
/// A statement without a `yield` runs in one piece; one with a `yield` is taken apart here.
final class GeneratorState {
    enum Block {
        case body(PythonTree.List, next: UInt32)
        case whileLoop(PythonTree.ID)
        case forLoop(PythonTree.ID, IteratorObject)
        case with(Value)
        /// Below the body of a `try`: its handlers, then its `else`.
        case guarded(PythonTree.ID)
        /// Below that: its `finally`.
        case finalizer(PythonTree.ID)
        /// Below a handler's body: the exception that it handles, and the handler.
        case handling(InstanceObject, PythonTree.ID)
        /// Below the body of a `finally`: what goes on after it.
        case finishing(Pending)
        /// `yield from`, and where its value goes.
        case delegate(IteratorObject, PythonTree.ID?)
    }

    enum Pending {
        case nothing, breaks, continues
        case returns(Value)
        case stop(Stop)
    }

    let unit: CodeUnit
    let frame: Frame
    fileprivate(set) var blocks: [Block]
    /// The assignment that waits for what `send` gives.
    fileprivate var receiver: PythonTree.ID?
    /// A value sent while it waits for a generator of its own.
    fileprivate var sent: Value?
    fileprivate var isRunning = false
    /// What the step just taken leaves the block with.
    fileprivate var flow: Pending?
    fileprivate var hasStarted = false
    fileprivate(set) var result = Value.none

    init(_ unit: CodeUnit, _ frame: Frame, _ body: PythonTree.List) {
        self.unit = unit
        self.frame = frame
        blocks = [.body(body, next: body.lowerBound)]
    }
}

extension Interpreter {
    /// The generator that a call of a generator function gives.
    func generator(_ body: PythonTree.List, _ unit: CodeUnit, _ frame: Frame) -> Value {
        let state = GeneratorState(unit, frame, body)
        let iterator = IteratorObject("generator", arena) { [unowned self] () throws(Stop) in
            try resume(state, sending: .none)
        }
        iterator.generator = state
        return .iterator(iterator)
    }

    /// Runs `state` up to its next `yield`; `nil` at its end.
    func resume(_ state: GeneratorState, sending value: Value, raising: Stop? = nil) throws(Stop) -> Value? {
        if state.isRunning { throw error("ValueError", "generator already executing") }
        do { try budget.enter() } catch {
            budget.leave()
            throw .limit(error)
        }
        try descend()
        state.isRunning = true
        defer {
            state.isRunning = false
            ascend()
            budget.leave()
        }
        if !state.hasStarted, case .none = value {} else if !state.hasStarted {
            throw error("TypeError", "can't send non-None value to a just-started generator")
        }
        state.hasStarted = true
        var pending = raising.map { GeneratorState.Pending.stop($0) } ?? .nothing
        state.sent = nil
        if case .delegate? = state.blocks.last, raising == nil {
            if case .none = value {} else { state.sent = value }
        } else if let receiver = state.receiver, raising == nil {
            state.receiver = nil
            do { try give(value, to: receiver, state) } catch { pending = .stop(error) }
        }
        while true {
            if case .nothing = pending {} else {
                try unwind(pending, state)
                pending = .nothing
            }
            guard let top = state.blocks.last else { return nil }
            do {
                if let item = try step(top, state) { return item.value }
            } catch {
                pending = .stop(error)
                continue
            }
            if let flow = state.flow {
                state.flow = nil
                pending = flow
            }
        }
    }

    private struct Yielded { let value: Value }

    /// One step of the block on top.
    private func step(_ top: GeneratorState.Block, _ state: GeneratorState) throws(Stop) -> Yielded? {
        try spend()
        let unit = state.unit
        let last = state.blocks.count - 1
        switch top {
        case .body(let list, let next):
            guard next < list.upperBound else {
                state.blocks.removeLast()
                return nil
            }
            state.blocks[last] = .body(list, next: next + 1)
            return try statement(unit.tree.lists[Int(next)], state)
        case .whileLoop(let id):
            guard case .whileLoop(let test, let body, let otherwise) = unit.tree[id].kind else { break }
            if try truth(evaluate(test, unit, state.frame)) { state.enter(body) } else { state.leave(for: otherwise) }
        case .forLoop(let id, let iterator):
            guard case .forLoop(let target, _, let body, let otherwise) = unit.tree[id].kind else { break }
            if let item = try iterator.next() {
                try assign(target, item, unit, state.frame)
                state.enter(body)
            } else {
                state.leave(for: otherwise)
            }
        case .with(let manager):
            state.blocks.removeLast()
            _ = try leaveContext(manager, nil)
        case .guarded(let id):
            guard case .tryStatement(_, _, let otherwise, _) = unit.tree[id].kind else { break }
            state.leave(for: otherwise)
        case .handling(_, let handler):
            state.blocks.removeLast()
            forgetException(handler, state)
        case .finalizer(let id):
            guard case .tryStatement(_, _, _, let finally) = unit.tree[id].kind else { break }
            state.blocks[last] = .finishing(.nothing)
            state.enter(finally)
        case .finishing(let pending):
            state.blocks.removeLast()
            state.flow = pending
        case .delegate(let source, let receiver):
            // What is sent goes to the generator inside.
            if let inner = source.generator, let sent = state.sent {
                state.sent = nil
                if let item = try resume(inner, sending: sent) { return Yielded(value: item) }
            } else if let item = try source.next() {
                return Yielded(value: item)
            }
            state.blocks.removeLast()
            if let receiver { try give(source.generator?.result ?? .none, to: receiver, state) }
        }
        return nil
    }

    private func statement(_ id: PythonTree.ID, _ state: GeneratorState) throws(Stop) -> Yielded? {
        let (unit, frame) = (state.unit, state.frame)
        guard unit.holdsYield(id) else {
            switch try execute(id, unit, frame) {
            case .next: break
            case .breaks: state.flow = .breaks
            case .continues: state.flow = .continues
            case .returns(let value): state.flow = .returns(value)
            }
            return nil
        }
        try spend()
        switch unit.tree[id].kind {
        case .expression(let value): return try yielding(value, nil, state)
        case .assign(_, let value), .annotated(_, _, let value?), .augmented(_, _, let value):
            return try yielding(value, id, state)
        case .conditionalStatement(let test, let body, let otherwise):
            state.enter(try truth(evaluate(test, unit, frame)) ? body : otherwise)
        case .whileLoop: state.blocks.append(.whileLoop(id))
        case .forLoop(_, let iterable, _, _):
            if unit.tree.isAsync(id) { throw unsupported("async for") }
            let source = try evaluate(iterable, unit, frame)
            do { state.blocks.append(.forLoop(id, try makeIterator(source))) } catch { throw located(error, unit, iterable) }
        case .with(let items, let body):
            if unit.tree.isAsync(id) { throw unsupported("async with") }
            for item in unit.tree[items] {
                guard case .withItem(let context, let target) = unit.tree[item].kind else { continue }
                let manager = try evaluate(context, unit, frame)
                let entered: Value
                do { entered = try enterContext(manager) } catch { throw located(error, unit, context) }
                state.blocks.append(.with(manager))
                if let target { try assign(target, entered, unit, frame) }
            }
            state.enter(body)
        case .tryStatement(let body, _, _, _):
            state.blocks.append(.finalizer(id))
            state.blocks.append(.guarded(id))
            state.enter(body)
        case .match:
            if let body = try matchedCase(id, unit, frame) { state.enter(body) }
        default: throw unsupported("yield inside of an expression")
        }
        return nil
    }

    /// `yield x`, `y = yield x`, `yield from x`.
    private func yielding(_ value: PythonTree.ID, _ receiver: PythonTree.ID?, _ state: GeneratorState) throws(Stop) -> Yielded? {
        let (unit, frame) = (state.unit, state.frame)
        switch unit.tree[value].kind {
        case .yield(let inner):
            state.receiver = receiver
            guard let inner else { return Yielded(value: .none) }
            if unit.holdsYield(inner) { throw unsupported("yield inside of an expression") }
            return Yielded(value: try evaluate(inner, unit, frame))
        case .yieldFrom(let inner):
            if unit.holdsYield(inner) { throw unsupported("yield inside of an expression") }
            let source = try evaluate(inner, unit, frame)
            do { state.blocks.append(.delegate(try makeIterator(source), receiver)) } catch { throw located(error, unit, inner) }
            return nil
        default: throw unsupported("yield inside of an expression")
        }
    }

    /// Finishes the assignment whose right side yielded.
    private func give(_ value: Value, to statement: PythonTree.ID, _ state: GeneratorState) throws(Stop) {
        let unit = state.unit
        switch unit.tree[statement].kind {
        case .assign(let targets, _): for target in unit.tree[targets] { try assign(target, value, unit, state.frame) }
        case .annotated(let target, _, _): try assign(target, value, unit, state.frame)
        case .augmented(let operation, let target, _):
            guard case .name = unit.tree[target].kind else { throw unsupported("this target of a yield") }
            let old = try evaluate(target, unit, state.frame)
            try assign(target, try inPlace(operation, old, value), unit, state.frame)
        default: break
        }
    }

    private func forgetException(_ handler: PythonTree.ID, _ state: GeneratorState) {
        if !handled.isEmpty { handled.removeLast() }
        if case .handler(_, let name?, _) = state.unit.tree[handler].kind { bind(handler, name, nil, state.unit, state.frame) }
    }

    /// Leaves blocks until one takes `pending` over.
    private func unwind(_ pending: GeneratorState.Pending, _ state: GeneratorState) throws(Stop) {
        var pending = pending
        while let top = state.blocks.popLast() {
            do {
                switch (top, pending) {
                case (.whileLoop, .breaks), (.forLoop, .breaks): return
                case (.whileLoop, .continues), (.forLoop, .continues):
                    state.blocks.append(top)
                    return
                case (.with(let manager), .stop(.raised(let exception))):
                    if try leaveContext(manager, exception) { return }
                case (.with(let manager), .breaks), (.with(let manager), .continues), (.with(let manager), .returns):
                    _ = try leaveContext(manager, nil)
                case (.guarded(let id), .stop(.raised(let exception))):
                    if try handle(exception, id, state) { return }
                case (.handling(_, let handler), _): forgetException(handler, state)
                case (.finalizer(let id), .stop(.raised)), (.finalizer(let id), .breaks), (.finalizer(let id), .continues),
                    (.finalizer(let id), .returns):
                    guard case .tryStatement(_, _, _, let finally) = state.unit.tree[id].kind else { break }
                    state.blocks.append(.finishing(pending))
                    state.enter(finally)
                    return
                default: break
                }
            } catch { pending = .stop(error) }
        }
        switch pending {
        case .stop(let stop): throw stop
        case .returns(let value): state.finish(value)
        default: break
        }
    }

    private func handle(_ exception: InstanceObject, _ id: PythonTree.ID, _ state: GeneratorState) throws(Stop) -> Bool {
        guard case .tryStatement(_, let handlers, _, _) = state.unit.tree[id].kind else { return false }
        for handler in state.unit.tree[handlers] {
            guard case .handler(let type, let name, let body) = state.unit.tree[handler].kind else { continue }
            if let type, try !matches(exception, evaluate(type, state.unit, state.frame)) { continue }
            if let name { bind(handler, name, .instance(exception), state.unit, state.frame) }
            handled.append(exception)
            state.blocks.append(.handling(exception, handler))
            state.enter(body)
            return true
        }
        return false
    }

    // MARK: Generator expressions

    /// `(element for … in … if …)`: `first` is the outermost iterable, evaluated where the expression stands.
    func generatorExpression(
        _ element: PythonTree.ID, _ clauses: [PythonTree.ID], first: IteratorObject, _ unit: CodeUnit, _ inner: Frame
    ) -> Value {
        var sources = [first]
        return .iterator(
            IteratorObject("generator", arena) { [unowned self] () throws(Stop) in
                while let source = sources.last {
                    try spend()
                    guard case .clause(let target, _, let conditions, _) = unit.tree[clauses[sources.count - 1]].kind else { return nil }
                    guard let item = try source.next() else {
                        sources.removeLast()
                        continue
                    }
                    try assign(target, item, unit, inner)
                    var holds = true
                    for condition in unit.tree[conditions] where holds { holds = try truth(evaluate(condition, unit, inner)) }
                    if !holds { continue }
                    if sources.count == clauses.count { return try evaluate(element, unit, inner) }
                    guard case .clause(_, let iterable, _, _) = unit.tree[clauses[sources.count]].kind else { return nil }
                    sources.append(try makeIterator(evaluate(iterable, unit, inner)))
                }
                return nil
            })
    }
}

extension GeneratorState {
    fileprivate func enter(_ body: PythonTree.List) { blocks.append(.body(body, next: body.lowerBound)) }

    fileprivate func leave(for otherwise: PythonTree.List) {
        blocks.removeLast()
        if !otherwise.isEmpty { enter(otherwise) }
    }

    fileprivate func finish(_ value: Value) {
        result = value
        blocks = []
    }

    /// `close()`.
    func abandon() { blocks = [] }
}

extension Interpreter {
    /// `send`, `throw`, `close`.
    func generatorMethod(_ iterator: IteratorObject, _ name: String) -> Value? {
        switch name {
        case "__next__":
            return .native(NativeFunction(name) { (i, _) throws(Stop) in
                if let item = try iterator.next() { return item }
                throw i.stopIteration(iterator)
            })
        case "__iter__": return .native(NativeFunction(name) { (_, _) throws(Stop) in .iterator(iterator) })
        default: break
        }
        guard let state = iterator.generator else { return nil }
        switch name {
        case "send":
            return .native(NativeFunction(name) { (i, a) throws(Stop) in
                if let item = try i.resume(state, sending: a.positional.first ?? .none) { return item }
                throw i.stopIteration(iterator)
            })
        case "throw":
            return .native(NativeFunction(name) { (i, a) throws(Stop) in
                var raised = a.positional.first ?? .none
                if case .type = raised { raised = try i.call(raised, Arguments(Array(a.positional.dropFirst().prefix(1)))) }
                guard case .instance(let exception) = raised else { throw i.error("TypeError", "exceptions must be classes or instances deriving from BaseException") }
                if let item = try i.resume(state, sending: .none, raising: .raised(exception)) { return item }
                throw i.stopIteration(iterator)
            })
        case "close":
            return .native(NativeFunction(name) { (i, _) throws(Stop) in
                let exception = InstanceObject(i.classes.exception("GeneratorExit"), i.arena)
                exception.set("args", i.tuple([]))
                do throws(Stop) {
                    _ = try i.resume(state, sending: .none, raising: .raised(exception))
                } catch {
                    guard case .raised(let other) = error, other === exception || other.kind.name == "StopIteration" else { throw error }
                }
                iterator.end()
                return .none
            })
        default: return nil
        }
    }

    func stopIteration(_ iterator: IteratorObject) -> Stop {
        let exception = InstanceObject(classes.exception("StopIteration"), arena)
        if let value = iterator.generator?.result, !isNone(value) {
            exception.set("args", tuple([value]))
            exception.set("value", value)
        } else {
            exception.set("args", tuple([]))
            exception.set("value", .none)
        }
        return .raised(exception)
    }

    func isNone(_ value: Value) -> Bool { if case .none = value { true } else { false } }

    func keyError(_ key: Value) -> Stop {
        let exception = InstanceObject(classes.exception("KeyError"), arena)
        exception.set("args", tuple([key]))
        return .raised(exception)
    }
}
