extension MathTree {
    /// Whether any sign of a relation stands in it, scripts included: without one nothing is stated or defined.
    public var hasRelation: Bool {
        nodes.contains { node in
            switch node.kind {
            case .atom(let atom): atom.atomClass == .relation
            case .classed(let atomClass, _): atomClass == .relation
            case .extensibleArrow: true
            default: false
            }
        }
    }

    /// Whether a sign of this kind stands in it, scripts included.
    public func holdsSign(_ isWanted: (UInt32) -> Bool) -> Bool {
        nodes.contains { node in
            if case .atom(let atom) = node.kind { isWanted(atom.scalar) } else { false }
        }
    }
}
