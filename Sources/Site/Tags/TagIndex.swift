import Checks
import Markdown
import Source

/// All tags of all notes, nested ones below their parents: `a/b` makes `a` a tag too.
struct TagIndex {
    struct Tag {
        /// As the first note writes it.
        var name: String
        /// Below the parent.
        var shortName: String { name.split(separator: "/").last.map(String.init) ?? name }
        var parent: String?
        var children: [String] = []
        /// Indices of notes that carry it or one below it, in the order of the site.
        var notes: [Int] = []
    }

    private(set) var byKey: [String: Tag] = [:]
    /// Folded names, sorted.
    private(set) var keys: [String] = []

    /// `tags` of each note, in the ledger's order; `order` is that of the site.
    init(_ tags: [[String]], order: [Int]) {
        for note in order where tags.indices.contains(note) {
            var seen: Set<String> = []
            for tag in tags[note] {
                let parts = tag.split(separator: "/").filter { !$0.allSatisfy(\.isWhitespace) }
                for depth in parts.indices {
                    let name = parts[...depth].joined(separator: "/")
                    let key = Self.key(name)
                    guard !key.isEmpty, seen.insert(key).inserted else { continue }
                    let parent = depth > 0 ? Self.key(parts[..<depth].joined(separator: "/")) : nil
                    byKey[key, default: Tag(name: name, parent: parent)].notes.append(note)
                }
            }
        }
        keys = byKey.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for key in keys {
            if let parent = byKey[key]?.parent { byKey[parent]?.children.append(key) }
        }
    }

    static func key(_ name: String) -> String { PageOutline.tagKey(name) }

    var isEmpty: Bool { keys.isEmpty }
}
