import Source

/// A block of Python as a tree, or what is wrong with it.
public struct ParsedSnippet: Sendable {
    public var tree: PythonTree
    /// Holds a `C001` where the block is not Python.
    public var diagnostics: [Diagnostic]

    public var isMalformed: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads the grammar of CPython 3.11.
public enum SnippetParser {}
