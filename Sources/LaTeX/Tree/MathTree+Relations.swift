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
}
