import Formulas
import Source
import Tensors

/// Conditions that stand in the text beside a formula: `… for $x > 0$`, `当 $a, b > 0$ 时，…`.
struct SpokenConditions: Sendable {
    var conditions: [Statement] = []
    /// Words say that there is a condition, and it is not read.
    var isUnread = false
    /// Formulas right behind are understood.
    var isReadBehind = false

    /// Relations that restrict numbers; others say what something is.
    static func restricts(_ statement: Statement) -> Bool {
        guard !statement.relations.isEmpty, statement.reason == nil, statement.sides.allSatisfy({ $0.expression != nil }) else { return false }
        return statement.relations.allSatisfy { relation in
            switch relation.kind {
            case .less, .lessOrEqual, .greater, .greaterOrEqual, .notEqual, .equal: true
            default: false
            }
        }
    }

    /// Symbols that are to be above a number that is not negative.
    var positive: [SymbolKey] {
        conditions.flatMap { statement -> [SymbolKey] in
            guard statement.relations.count == 1, let left = statement.sides.first?.expression, let right = statement.sides.last?.expression,
                [.greater, .greaterOrEqual].contains(statement.relations[0].kind), (right.printedNumber?.value ?? -1) >= 0
            else { return [] }
            return left.head == "vector" || left.isBareSymbol ? left.symbols : []
        }
    }

    func hold(_ bindings: Bindings, budget: Budget) -> Bool {
        conditions.allSatisfy { statement in
            statement.relations.indices.allSatisfy { k in
                guard k + 1 < statement.sides.count, let left = statement.sides[k].expression, let right = statement.sides[k + 1].expression,
                    let a = try? left.evaluate(bindings, budget: budget).value, let b = try? right.evaluate(bindings, budget: budget).value
                else { return true }
                return statement.relations[k].kind.holds(a, b)
            }
        }
    }
}

extension StatementContext {
    /// Words around the formula take back what it says.
    var isQualified: Bool { surroundings.isQualified }

    /// Words say that the relation is wrong, holds nearly or in another arithmetic, or is to be solved.
    var deniesTruth: Bool { isQualified || Condition.denies(surroundings.sentence) }

    /// Words restrict what functions the relation holds of.
    var restrictsFunctions: Bool {
        isQualified || Condition.isRestriction(surroundings.sentence) || surroundings.supposition == .open || spoken.isUnread
            || Condition.follows(surroundings.following, isRead: spoken.isReadBehind)
    }

    /// Words make the relation a condition, a task or a wish, or restrict it in a way that is not understood.
    var isConditional: Bool {
        if isQualified { return true }
        if surroundings.isConditional || surroundings.supposition == .open, spoken.conditions.isEmpty || spoken.isUnread { return true }
        return spoken.conditions.isEmpty && Condition.follows(surroundings.following, isRead: spoken.isReadBehind) || spoken.isUnread
    }
}
