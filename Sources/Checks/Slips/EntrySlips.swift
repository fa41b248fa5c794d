import Catalogue
import Formulas
import LaTeX
import Markdown
import Source
import Tensors

/// Takes back one slip after another of a definition, until it computes an entry of the catalogue.
///
/// The statement is read by itself, and its value compared on two samples before anything else is tried, so that a definition
/// that is no slip of anything costs little.
struct EntrySlips {
    let context: StatementContext
    let statement: Statement

    /// An entry that a definition may be meant to compute.
    struct Target {
        var implementation: Implementation
        /// The nearest words or the head name it; else it is only spoken of near by.
        var isNamed: Bool
        /// The nearest words name it, and nothing beside it.
        var isByWords = false
        /// The nearest words speak of it, among other things.
        var isSaid = false
    }

    /// One way to hold the definition against an entry, with samples.
    private struct Probe {
        var candidate: Candidate
        var target: Int
        var trials: [SamplePlan.Trial]
    }

    private static let mostProbes = 64
    private static let mostSlips = 320
    private static let mostSignatures = 16
    private static let longest = 400

    /// The first slip, and the entry that it makes of the definition; `nil` where the definition computes one as it stands.
    ///
    /// - Parameter isUnbound: an index of the definition is bound by nothing; only another index mends that.
    func find(_ definition: Definition, _ targets: [Target], isUnbound: Bool) -> (slip: Slip, entry: Implementation)? {
        guard !targets.isEmpty, let written = own, let read = read(written), read.definition.name == definition.name else { return nil }
        let own = self.probes(read.statement, read.definition, targets)
        guard !own.isEmpty || targets.contains(where: { $0.isNamed || $0.isSaid }), isUnbound || !own.contains(where: { agrees($0, read.definition.body) }) else { return nil }
        let kept = targets.indices.filter { place in !own.contains { $0.target == place && isRelative(targets[place], $0, read.definition.body) } }
        let near = own.filter { kept.contains($0.target) }.map { (probe: $0, target: targets[$0.target]) }
        let targets = kept.map { targets[$0] }
        guard !targets.isEmpty else { return nil }
        var probes: [Signature: [Probe]] = [:]
        let head = max(read.statement.sides.first?.range.upper ?? 0, Self.equals(written))
        let hasMatrix = read.statement.symbols.contains { $0.shape?.dimensions.count == 2 }
        var names = Set(read.definition.body.symbols + read.definition.parameters.map(\.name))
        if Self.hasStep(written) { names.insert(SymbolKey(canonical: "t")) }
        var tried: Set<[UInt8]> = []
        for slip in slips(written, read.tree) where !isUnbound || slip.kind == .index {
            // Of vectors, rows and columns are a convention.
            if slip.kind == .transpose, !hasMatrix, slip.latex.count < written.count { continue }
            if slip.kind != .index, slip.kind != .number, !slip.latex.starts(with: written.prefix(head)) { continue }
            // What no target admits need not be read; several lists hold some edits.
            guard targets.contains(where: { admits(slip, $0) }), tried.insert(slip.latex).inserted, !isOther(slip, read.definition.body, near, isAll: own.count < Self.mostProbes) else { continue }
            guard let (other, mended, _) = self.read(slip.latex), mended.name == definition.name || slip.kind == .index || slip.kind == .number else { continue }
            // A slip that makes other names of those that stand there reads something else into them.
            guard slip.kind == .index || slip.kind == .number || slip.kind == .name || other.variables(of: mended.body).allSatisfy(names.contains) else { continue }
            let signature = Signature(other)
            if probes[signature] == nil {
                guard probes.count < Self.mostSignatures else { continue }
                probes[signature] = self.probes(other, mended, targets)
            }
            for probe in probes[signature] ?? [] where admits(slip, targets[probe.target]) && agrees(probe, mended.body) {
                guard isEntry(mended, other, probe.candidate, targets[probe.target]), !isAnotherReading(written, targets) else { continue }
                return (slip, targets[probe.target].implementation)
            }
        }
        return nil
    }

    /// Whether the body differs from all entries that it may be meant to compute though a slip is taken back.
    private func isOther(_ slip: Slip, _ body: Expression, _ near: [(probe: Probe, target: Target)], isAll: Bool) -> Bool {
        // Ways to hold it against an entry that there are not as it stands, no other value makes; of many, some were left out.
        let near = near.filter { admits(slip, $0.target) }
        guard !near.isEmpty || isAll, let change = slip.change, body.range.contains(change.range), let edited = change.applied(to: body) else { return false }
        return near.allSatisfy { entry in
            entry.probe.trials.first.map { entry.probe.candidate.differs(on: $0, with: edited, evaluate: context.value) } ?? false
        }
    }

    /// Where the sign stands that no bracket holds: behind `P(X = k \mid n)`.
    private static func equals(_ written: [UInt8]) -> Int {
        var depth = 0
        for (place, byte) in written.enumerated() {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "="): if depth == 0 { return place }
            default: break
            }
        }
        return 0
    }

    private func isEntry(_ mended: Definition, _ other: Statement, _ candidate: Candidate, _ target: Target) -> Bool {
        guard target.isNamed else {
            let evidence = ImplementationEvidence(context: context)
            var candidate = candidate
            candidate.body = mended.body
            let run = evidence.run(candidate, seed: context.seed)
            return run.verdict == .verified && run.isTelling
        }
        return BehaviourEvidence(context: context, statement: other).computes(mended, target.implementation)
    }

    /// Whether the definition computes an entry when it is read in another plausible way.
    private func isAnotherReading(_ written: [UInt8], _ targets: [Target]) -> Bool {
        guard let (tree, reading) = context.read(written) else { return false }
        let others = FormulaReader.alternatives(to: 0, of: reading, in: tree, scope: context.scope, vocabulary: context.shared.vocabulary)
        return others.contains { other in
            guard let definition = self.definition(of: other) else { return false }
            return probes(other, definition, targets).contains { agrees($0, definition.body) }
        }
    }

    /// What words only speak of near by is meant where the slip is small, and no other thing that texts define is as near to it.
    private func admits(_ slip: Slip, _ target: Target) -> Bool {
        // Of what authors scale as they like a factor is no slip.
        if target.implementation.isOpen || target.implementation.isLoss, slip.kind == .factor { return false }
        if target.isNamed { return target.isByWords || !slip.isOfWhole }
        return !slip.isOfWhole && slip.kind != .name && (slip.kind != .factor || target.implementation.isLaw || target.isSaid && !target.implementation.isLoss)
    }

    /// What samples of a statement follow from.
    private struct Signature: Hashable {
        private var symbols: [Symbol] = []

        private struct Symbol: Hashable {
            var name: SymbolKey
            var shape: [Int]?
            var role: Int
            var domain: Formulas.Domain
        }

        init(_ statement: Statement) {
            var numbers: [Dimension: Int] = [:]
            func number(_ dimension: Dimension) -> Int {
                if let known = numbers[dimension] { return known }
                numbers[dimension] = numbers.count
                return numbers.count - 1
            }
            for symbol in statement.symbols.sorted(by: { $0.name < $1.name }) {
                let role: Int
                switch symbol.role {
                case .variable: role = -1
                case .constant: role = -2
                case .dimension(let size): role = number(size) * 16 + 8 + min(max(symbol.sizeOffset, -7), 7)
                }
                symbols.append(Symbol(name: symbol.name, shape: symbol.shape?.dimensions.map { number($0) }, role: role, domain: symbol.domain))
            }
        }
    }

    // MARK: - Readings

    /// The statement as it is written, without marks of alignment and ends of lines.
    private var own: [UInt8]? {
        let latex = context.span.latex
        var bytes = Array(latex[statement.range.clamped(to: latex.count).range])
        guard bytes.count <= Self.longest else { return nil }
        if !bytes.containsSequence("\\begin") {
            var kept: [UInt8] = []
            for byte in bytes where byte != UInt8(ascii: "&") || kept.last == UInt8(ascii: "\\") { kept.append(byte) }
            bytes = kept
            while bytes.last.map({ $0 <= 0x20 }) ?? false || bytes.suffix(2).elementsEqual([0x5C, 0x5C]) { bytes.removeLast(bytes.last == 0x5C ? 2 : 1) }
        }
        return bytes
    }

    private func read(_ latex: [UInt8]) -> (statement: Statement, definition: Definition, tree: MathTree)? {
        guard let (tree, reading) = context.read(latex), reading.statements.count == 1, let other = reading.statements.first, other.reason == nil else { return nil }
        return definition(of: other).map { (other, $0, tree) }
    }

    /// What a reading of the statement defines, or says of an entry by its name.
    private func definition(of other: Statement) -> Definition? {
        statement.definition == nil ? BehaviourEvidence(context: context, statement: other).namedSide : other.definition
    }

    private func slips(_ written: [UInt8], _ tree: MathTree) -> [Slip] {
        let first = Slip.all(written, tree, in: ByteRange(0, written.count))
        return Array((first + counts(written, tree) + Repairs.all(written, tree, most: Self.mostSlips)).prefix(Self.mostSlips))
    }

    /// Something is counted by steps: `m_t`.
    private static func hasStep(_ written: [UInt8]) -> Bool { written.containsSequence("_t") || written.containsSequence("_{t") }

    /// A sum that lacks the count of its terms under it: `\sum_{i=1}^{n} x_i` for a mean; a `\pi` that a root lacks.
    private func counts(_ written: [UInt8], _ tree: MathTree) -> [Slip] {
        var found: [Slip] = []
        func insert(_ new: String, at place: Int) {
            guard place >= 0, place <= written.count else { return }
            found.append(Slip(latex: Array(written[..<place]) + Array(new.utf8) + Array(written[place...]), words: "with the factor `\(new.prefix { $0 != " " })`", kind: .factor))
        }
        for node in tree.nodes where node.range.upper <= written.count {
            switch node.kind {
            case .scripts(let base, _?, let sup?, _):
                guard case .atom(let atom) = tree[base].kind, atom.scalar == 0x2211 else { continue }
                let count = String(decoding: written[tree[sup].range.clamped(to: written.count).range], as: UTF8.self).filter { $0 != "{" && $0 != "}" && $0 != " " }
                if count.utf8.count <= 4 { insert("\\frac{1}{\(count)} ", at: node.range.lower) }
            case .scripts(let base, _?, nil, _), .accent(_, let base):
                // `1 - \beta` where the power of the step is meant: `1 - \beta^t`.
                guard case .atom(let atom) = tree[base].kind, (0x3B1...0x3C9).contains(atom.scalar), Self.hasStep(written) else { continue }
                found.append(Slip(latex: Array(written[..<node.range.upper]) + Array("^{t}".utf8) + Array(written[node.range.upper...]), words: "with the power `^t`", kind: .power))
            case .radical(let body, nil):
                insert("\\pi \\cdot ", at: tree[body].range.lower + (written[tree[body].range.lower...].first == UInt8(ascii: "{") ? 1 : 0))
            default: continue
            }
        }
        return found
    }

    // MARK: - Probes

    private func probes(_ statement: Statement, _ definition: Definition, _ targets: [Target]) -> [Probe] {
        let evidence = ImplementationEvidence(context: context)
        var probes: [Probe] = []
        for plan in BehaviourEvidence(context: context, statement: statement).plans {
            for (place, target) in targets.enumerated() {
                func admits(_ candidate: Candidate) -> Bool {
                    target.isNamed || candidate.isNamed || candidate.isNamedButForData || definition.isFunction && candidate.isNatural
                }
                for candidate in evidence.candidates(statement, definition, target.implementation, plan: plan, where: admits) {
                    guard probes.count < Self.mostProbes else { return probes }
                    let trials = (0..<2).compactMap { candidate.plan.trial($0, seed: context.seed, budget: context.budget) }
                    if trials.count == 2 { probes.append(Probe(candidate: candidate, target: place, trials: trials)) }
                }
            }
        }
        return probes
    }

    private func agrees(_ probe: Probe, _ body: Expression) -> Bool {
        var candidate = probe.candidate
        candidate.body = body
        for (index, trial) in probe.trials.enumerated() {
            guard let (actual, expected) = candidate.values(trial, index: index + 1, evaluate: context.value) else { return false }
            guard case .agree = ImplementationEvidence.compare(actual, SideValue(expected, slots: [], magnitude: actual.magnitude)) else { return false }
        }
        return true
    }

    /// Whether the definition is right as something near to the entry: losses, penalties and norms are stated with any factor; what the
    /// words only speak of has multiples, a mirror image (`\frac{1}{1 + e^{z}}`), a complement.
    private func isRelative(_ target: Target, _ probe: Probe, _ body: Expression) -> Bool {
        let entry = target.implementation
        // A law of both signs has half the density; kernels are stated with any bias.
        if entry.isLaw, pairs(probe, body, { $0 }).map({ $0.allSatisfy { abs(2 * $0.0 - $0.1) <= 1e-9 * abs($0.1) } }) ?? false { return true }
        if entry.name.hasSuffix("-kernel"), pairs(probe, body, { $0 }).map(Self.haveOneOffset) ?? false { return true }
        guard !target.isNamed || entry.isLoss || entry.isPenalty else { return false }
        if !entry.isLaw, pairs(probe, body, { $0 }).map(Self.haveOneRatio) ?? false { return true }
        guard !target.isNamed else { return false }
        let complements = pairs(probe, body, { $0 }).map { pairs in pairs.allSatisfy { abs($0.0 + $0.1 - 1) < 1e-9 } } ?? false
        let isMirrored = pairs(probe, body, { $0.map { -$0 } }).map { pairs in pairs.allSatisfy { abs($0.0 - $0.1) < 1e-9 } } ?? false
        return complements || isMirrored
    }

    private static func haveOneOffset(_ pairs: [(Double, Double)]) -> Bool {
        guard let first = pairs.first else { return false }
        let offset = first.0 - first.1
        return pairs.allSatisfy { abs($0.0 - $0.1 - offset) <= 1e-9 * max(1, abs(offset)) }
    }

    private static func haveOneRatio(_ pairs: [(Double, Double)]) -> Bool {
        var ratio: Double?
        for (a, b) in pairs {
            guard b != 0, a.isFinite, b.isFinite else { return false }
            if let ratio, abs(a / b - ratio) > 1e-9 * abs(ratio) { return false }
            ratio = a / b
        }
        return ratio.map { $0 != 0 } ?? false
    }

    /// The elements of the body and of the entry on all samples of a probe, the entry's first argument changed.
    private func pairs(_ probe: Probe, _ body: Expression, _ change: (Tensor) -> Tensor) -> [(Double, Double)]? {
        var candidate = probe.candidate
        candidate.body = body
        guard case .symbol(let first)? = candidate.arguments.first else { return nil }
        var all: [(Double, Double)] = []
        for (index, trial) in probe.trials.enumerated() {
            var changed = trial
            if let value = trial.bindings[first] { changed.bindings[first] = change(value) }
            guard let (actual, _) = candidate.values(trial, index: index + 1, evaluate: context.value),
                let (_, expected) = candidate.values(changed, index: index + 1, evaluate: context.value), actual.tensor.count == expected.count
            else { return nil }
            all += zip(actual.tensor.elements, expected.elements)
        }
        return all
    }
}

extension Statement {
    /// The names of an expression that stand for data.
    fileprivate func variables(of body: Expression) -> [SymbolKey] {
        let constants = symbols.filter { if case .constant = $0.role { true } else { false } }.map(\.name)
        return body.symbols.filter { !constants.contains($0) }
    }
}

extension Implementation {
    /// A density or a probability: texts state it whole.
    var isLaw: Bool { name.hasSuffix("-density") || name.hasSuffix("-probability") }
}
