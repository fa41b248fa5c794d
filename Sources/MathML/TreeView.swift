import LaTeX
import Source

/// A tree that is being written, behind pointers: reading a node costs a comparison and no reference counting.
///
/// Valid inside `MathTree.withView`. An ID that the tree does not have stops the program, as with an array.
struct TreeView {
    typealias ID = MathTree.ID

    private let nodes: UnsafeBufferPointer<MathTree.Node>
    let lists: UnsafeBufferPointer<ID>
    /// Tables, words and the source, which few nodes have.
    private let whole: UnsafePointer<MathTree>

    fileprivate init(
        nodes: UnsafeBufferPointer<MathTree.Node>, lists: UnsafeBufferPointer<ID>, whole: UnsafePointer<MathTree>
    ) {
        self.nodes = nodes
        self.lists = lists
        self.whole = whole
    }

    @inline(__always)
    subscript(id: ID) -> MathTree.Node {
        precondition(Int(id) < nodes.count)
        return nodes[Int(id)]
    }

    @inline(__always)
    func contains(_ id: ID) -> Bool { Int(id) < nodes.count }

    /// The ID at place `k` of `lists`.
    @inline(__always)
    func child(_ k: Int) -> ID {
        precondition(k >= 0 && k < lists.count)
        return lists[k]
    }

    func children(_ list: MathTree.List) -> UnsafeBufferPointer<ID> {
        UnsafeBufferPointer(rebasing: lists[Int(list.lowerBound)..<Int(list.upperBound)])
    }

    func labelledChildren(of id: ID) -> [(role: String, id: ID)] { whole.pointee.labelledChildren(of: id) }

    var root: ID { whole.pointee.root }
    var tables: [MathTree.Table] { whole.pointee.tables }
    var fixedLimits: [ID] { whole.pointee.fixedLimits }
    var source: [UInt8] { whole.pointee.source }

    @inline(__always)
    func text(_ index: UInt32) -> String { whole.pointee.text(index) }
}

extension MathTree {
    /// Calls `body` with the tree behind pointers.
    @inline(__always)
    func withView<Result>(_ body: (TreeView) -> Result) -> Result {
        nodes.withUnsafeBufferPointer { nodes in
            lists.withUnsafeBufferPointer { lists in
                withUnsafePointer(to: self) { body(TreeView(nodes: nodes, lists: lists, whole: $0)) }
            }
        }
    }
}
