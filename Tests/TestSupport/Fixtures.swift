import Source

/// Where tests find files: relative to the package, and to what a developer may have beside it.
public enum Fixtures {
    /// The package's folder, without a slash at its end.
    public static let packageRoot: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/")
    }()
}
