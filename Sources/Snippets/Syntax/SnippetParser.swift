import Source

/// A block of Python as a tree, or what is wrong with it.
public struct ParsedSnippet: Sendable {
    public var tree: PythonTree
    var scopes = Scopes()
    /// Holds a `C001` where the block is not Python.
    public var diagnostics: [Diagnostic]

    init(tree: PythonTree, scopes: Scopes = Scopes(), diagnostics: [Diagnostic]) {
        self.tree = tree
        self.scopes = scopes
        self.diagnostics = diagnostics
    }
}

/// Reads the grammar of CPython 3.11.
public enum SnippetParser {}
