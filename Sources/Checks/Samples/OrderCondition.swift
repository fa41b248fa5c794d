import Formulas
import Source
import Tensors

/// An order between numbers that holds where a statement is claimed: `x > 0`, `a \ne b`, `|r| \le \delta`.
struct OrderCondition: Sendable {
    var left: Expression
    var right: Expression
    var relation: Relation.Kind

    var symbols: Set<SymbolKey> { Set(left.symbols).union(right.symbols) }

    /// The conditions that a short formula states, or `nil` where it states anything else.
    static func read(_ reading: Reading) -> [OrderCondition]? {
        var found: [OrderCondition] = []
        for statement in reading.statements where !statement.relations.isEmpty {
            for (index, relation) in statement.relations.enumerated() {
                guard isOrder(relation.kind), index + 1 < statement.sides.count, let left = statement.sides[index].expression,
                    let right = statement.sides[index + 1].expression, isSimple(left), isSimple(right)
                else { return nil }
                found.append(OrderCondition(left: left, right: right, relation: relation.kind))
            }
        }
        return found.isEmpty ? nil : found
    }

    private static func isOrder(_ kind: Relation.Kind) -> Bool {
        switch kind {
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .notEqual: true
        default: false
        }
    }

    /// A number, a symbol, or its absolute value: what is longer is more likely a claim than a condition.
    private static func isSimple(_ side: Expression) -> Bool {
        side.symbols.count <= 1 && (side.range.count <= 16 || side.isBareSymbol)
    }

    /// Whether it holds of these data; a condition of symbols that they lack, or that mean another kind of thing there,
    /// says nothing about them.
    func holds(_ bindings: Bindings, budget: Budget) -> Bool {
        guard symbols.allSatisfy({ bindings[$0] != nil }) else { return true }
        do throws(EvaluationError) {
            let (a, b) = (try left.evaluate(bindings, budget: budget).value, try right.evaluate(bindings, budget: budget).value)
            return relation.holds(a, b)
        } catch {
            return true
        }
    }
}

extension Relation.Kind {
    /// Whether the relation holds between all elements, of numbers and arrays too; arrays that do not match, and empty
    /// ones, contradict nothing.
    func holds(_ a: Tensor, _ b: Tensor) -> Bool {
        let (x, y) = (a.elements, b.elements)
        guard x.count == y.count || x.count == 1 || y.count == 1, !x.isEmpty, !y.isEmpty else { return true }
        return (0..<max(x.count, y.count)).allSatisfy { k in
            let (p, q) = (x[x.count == 1 ? 0 : k], y[y.count == 1 ? 0 : k])
            return switch self {
            case .less: p < q
            case .lessOrEqual: p <= q
            case .greater: p > q
            case .greaterOrEqual: p >= q
            case .notEqual: p != q
            default: abs(p - q) <= 1e-9 * max(abs(p), abs(q), 1)
            }
        }
    }
}
