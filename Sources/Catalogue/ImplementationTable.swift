import Source
import Synchronization
import Tensors

/// A collection of implementations with lookup by name and alias; a value, so that a program may pass a larger one.
public struct ImplementationTable: Sendable {
    /// Sorted by name.
    public let entries: [Implementation]
    /// Made when something is looked up: most formulas name no entry.
    private let index: Index

    /// Of entries of one name the last counts.
    public init(_ entries: [Implementation]) {
        let isSorted = zip(entries, entries.dropFirst()).allSatisfy { $0.name < $1.name }
        if isSorted {
            self.entries = entries
        } else {
            var byName: [String: Implementation] = [:]
            for entry in entries { byName[entry.name] = entry }
            self.entries = byName.values.sorted { $0.name < $1.name }
        }
        index = Index()
    }

    private struct Names: Sendable {
        var byFoldedName: [String: [Int]] = [:]
        var places: [String: Int] = [:]

        init(_ entries: [Implementation]) {
            places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($0.element.name, $0.offset) })
            for (place, entry) in entries.enumerated() {
                for name in [entry.name, entry.title.english, entry.title.chinese] + entry.aliases {
                    let key = ImplementationTable.folded(name)
                    if byFoldedName[key]?.contains(place) != true { byFoldedName[key, default: []].append(place) }
                }
            }
        }
    }

    private final class Index: Sendable {
        private let names = Mutex<Names?>(nil)

        func names(of entries: [Implementation]) -> Names {
            names.withLock { known in
                if let known { return known }
                let made = Names(entries)
                known = made
                return made
            }
        }
    }

    private var names: Names { index.names(of: entries) }

    /// The entry of exactly this name.
    public func named(_ name: String) -> Implementation? { names.places[name].map { entries[$0] } }

    /// The one entry whose name, title or alias this is, ignoring case, width, spaces, hyphens and underscores; nil
    /// for none and for several.
    public func lookup(_ name: String) -> Implementation? {
        guard let places = names.byFoldedName[ImplementationTable.folded(name)], places.count == 1 else { return nil }
        return entries[places[0]]
    }

    /// All entries with this name or alias.
    public func all(named name: String) -> [Implementation] {
        (names.byFoldedName[ImplementationTable.folded(name)] ?? []).map { entries[$0] }
    }

    /// The entries that formulas write with this symbol key, sorted by name.
    public func entries(withSymbol key: String) -> [Implementation] { entries.filter { $0.symbols.contains(key) } }

    /// Every name and alias, as written, with its entry: what a search for cues in prose goes through. Longest first,
    /// so that "binary cross-entropy" is met before "cross-entropy".
    public var cues: [(text: String, entry: Implementation)] {
        var result: [(text: String, entry: Implementation)] = []
        for entry in entries {
            var seen: Set<String> = []
            for name in [entry.name, entry.title.english, entry.title.chinese] + entry.aliases
            where seen.insert(ImplementationTable.folded(name)).inserted {
                result.append((name, entry))
            }
        }
        return result.sorted {
            ($1.text.unicodeScalars.count, $0.text, $0.entry.name) < ($0.text.unicodeScalars.count, $1.text, $1.entry.name)
        }
    }

    /// Names nearest to a misspelt one, best first, none farther than a third of its length.
    public func nearest(to name: String, limit: Int = 3) -> [String] {
        let key = Array(ImplementationTable.folded(name).unicodeScalars.prefix(64))
        var found: [(distance: Int, name: String)] = []
        for entry in entries {
            var best = Int.max
            for candidate in [entry.name, entry.title.english, entry.title.chinese] + entry.aliases {
                let other = Array(ImplementationTable.folded(candidate).unicodeScalars)
                best = min(best, EditDistance.between(key, other))
            }
            if best <= max(1, key.count / 3) { found.append((best, entry.name)) }
        }
        return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(max(limit, 0)).map(\.name)
    }

    /// Lower case, full-width forms as ASCII, without spaces, hyphens, underscores, apostrophes and dots.
    public static func folded(_ name: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in name.lowercased().unicodeScalars {
            var value = scalar
            if (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0) {
                value = narrow
            }
            switch value {
            case " ", "\t", "-", "_", "'", ".", "·", "\u{2019}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}",
                "\u{00A0}", "\u{3000}", "\u{200B}":
                continue
            case "A"..."Z": result.append(Unicode.Scalar(value.value + 32) ?? value)
            default: result.append(value)
            }
        }
        return String(result)
    }
}
