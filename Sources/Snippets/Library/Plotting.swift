import Source

/// Drawing: nothing is drawn, and nothing is known of what a drawing call gives. A block that plots what it computed runs;
/// one that computes with what a plot gave back does not.
extension Interpreter {
    static let drawingModules: Set<String> = ["matplotlib", "seaborn", "mpl_toolkits", "plotly", "bokeh", "IPython"]

    func inert(_ library: String, rows: Int? = nil, columns: Int? = nil) -> Value {
        let object = InstanceObject(classes.inert, arena)
        object.set("library", .string(library))
        if let rows, let columns {
            object.set("rows", .int(rows))
            object.set("columns", .int(columns))
        }
        return .instance(object)
    }

    private func library(_ object: InstanceObject) -> String {
        if case .string(let name)? = object.attributes["library"] { name } else { "matplotlib" }
    }

    /// The stop where more than drawing is asked of `object`.
    func drawn(_ object: InstanceObject) -> Stop { missing(.needsLibrary, "\(library(object)) is not available here") }

    private func grid(_ object: InstanceObject) -> (rows: Int, columns: Int)? {
        guard case .int(let rows)? = object.attributes["rows"], case .int(let columns)? = object.attributes["columns"] else { return nil }
        return (rows, columns)
    }

    func inertAttribute(_ object: InstanceObject, _ name: String) throws(Stop) -> Value {
        if name.hasPrefix("__") { throw drawn(object) }
        let library = library(object)
        if let (rows, columns) = grid(object) {
            switch name {
            case "flat": return inert(library, rows: 1, columns: rows * columns)
            case "ravel", "flatten", "reshape":
                return .native(NativeFunction(name) { (i, _) throws(Stop) in i.inert(library, rows: 1, columns: rows * columns) })
            case "shape": return tuple(rows > 1 && columns > 1 ? [.int(rows), .int(columns)] : [.int(rows * columns)])
            case "size": return .int(rows * columns)
            case "T": return inert(library, rows: columns, columns: rows)
            default: break
            }
        }
        guard name == "subplots" else { return inert(library) }
        return .native(
            NativeFunction(name) { (i, a) throws(Stop) in
                func size(_ place: Int, _ word: String) -> Int? {
                    let given = a.positional.count > place ? a.positional[place] : a[word]
                    if case .int(let count)? = given { return max(1, min(count, 1_000)) }
                    return given == nil ? 1 : nil
                }
                guard let rows = size(0, "nrows"), let columns = size(1, "ncols") else { return i.inert(library) }
                var squeezes = true
                if case .truth(false)? = a["squeeze"] { squeezes = false }
                let axes = rows * columns == 1 && squeezes ? i.inert(library) : i.inert(library, rows: rows, columns: columns)
                return i.tuple([i.inert(library), axes])
            })
    }

    func inertItem(_ object: InstanceObject, _ key: Value) throws(Stop) -> Value {
        let library = library(object)
        guard let (rows, columns) = grid(object) else { return inert(library) }
        if case .int = key, rows > 1, columns > 1 { return inert(library, rows: 1, columns: columns) }
        return inert(library)
    }

    /// As many items as the grid of axes has, or without end where nothing says how many there are.
    func inertIterator(_ object: InstanceObject) -> IteratorObject {
        let library = library(object)
        let grid = grid(object)
        var index = 0
        return IteratorObject("iterator", arena) { [unowned self] () throws(Stop) in
            try spend()
            index += 1
            guard let (rows, columns) = grid else { return inert(library) }
            if rows > 1, columns > 1 { return index <= rows ? inert(library, rows: 1, columns: columns) : nil }
            return index <= rows * columns ? inert(library) : nil
        }
    }
}
