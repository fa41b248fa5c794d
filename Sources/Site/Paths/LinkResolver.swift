import Markdown
import Source

/// What a destination in a note means on its page.
enum LinkTarget {
    /// A URL to be written as it is, already checked.
    case url(String)
    /// Leads nowhere that the site has: the words stay, without a link.
    case none
}

/// Destinations of notes → URLs of the site. Collects the local files that pages refer to.
struct LinkResolver {
    private let pages: [String]
    private let names: [String]
    private let outlines: [NoteOutline]
    /// Folded path of a note with its extension → index.
    private let byPath: [String: Int]
    /// Folded last component without extension → indices in the order of paths.
    private let byName: [String: [Int]]
    private var assetTargets: [String: String] = [:]
    private var takenTargets: Set<String> = []

    init(pages: [String], names: [String], outlines: [NoteOutline]) {
        self.pages = pages
        self.names = names
        self.outlines = outlines
        var byPath: [String: Int] = [:]
        var byName: [String: [Int]] = [:]
        let order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
        for index in order {
            let key = SitePath.foldedKey(names[index])
            if byPath[key] == nil { byPath[key] = index }
            let stem = SitePath.foldedKey(SitePath.withoutExtension(SitePath.lastComponent(of: names[index])))
            byName[stem, default: []].append(index)
        }
        self.byPath = byPath
        self.byName = byName
    }

    /// Sorted by source.
    var assets: [SiteAsset] {
        assetTargets.map { SiteAsset(source: $0.key, target: $0.value) }
            .sorted { $0.source.utf8.lexicographicallyPrecedes($1.source.utf8) }
    }

    // MARK: Links

    func link(_ destination: String, from note: Int) -> LinkTarget {
        let destination = destination.trimmingBlanks
        if let scheme = Self.scheme(of: destination) {
            return ["http", "https", "mailto"].contains(scheme) ? .url(destination) : .none
        }
        if destination.hasPrefix("//") { return .url("https:" + destination) }
        let (path, fragment) = Self.split(destination)
        if path.isEmpty {
            guard let fragment, !fragment.isEmpty else { return .none }
            return anchor(fragment, in: note, from: note)
        }
        guard let local = localPath(path, from: note) else { return .none }
        guard let target = noteIndex(atPath: local) else { return .none }
        return anchor(fragment ?? "", in: target, from: note)
    }

    /// `target` is what stands in `[[…]]` before `|`: a note's name, perhaps with folders and `#heading`.
    func wikilink(_ target: String, from note: Int) -> LinkTarget {
        let (path, fragment) = Self.split(target)
        let name = path.trimmingBlanks
        if name.isEmpty { return fragment.map { anchor($0, in: note, from: note) } ?? .none }
        let key = SitePath.foldedKey(name)
        if let index = noteIndex(atPath: name) { return anchor(fragment ?? "", in: index, from: note) }
        let stem = SitePath.foldedKey(
            ["md", "markdown"].contains(SitePath.fileExtension(of: name))
                ? SitePath.withoutExtension(SitePath.lastComponent(of: name)) : SitePath.lastComponent(of: name))
        let candidates = (byName[stem] ?? []).filter { index in
            guard key.contains("/") else { return true }
            let path = SitePath.foldedKey(SitePath.withoutExtension(names[index]))
            return path == key || path.hasSuffix("/" + key)
        }
        guard let first = candidates.first else { return .none }
        // A note in the same folder is nearer than the first by path.
        let folder = SitePath.folder(of: names[note])
        let index = candidates.first { SitePath.folder(of: names[$0]) == folder } ?? first
        return anchor(fragment ?? "", in: index, from: note)
    }

    private func noteIndex(atPath path: String) -> Int? {
        let key = SitePath.foldedKey(path)
        return byPath[key] ?? byPath[key + ".md"] ?? byPath[key + ".markdown"]
            ?? (key.hasSuffix(".html") ? byPath[String(key.dropLast(5)) + ".md"] : nil)
    }

    private func anchor(_ fragment: String, in target: Int, from note: Int) -> LinkTarget {
        let page = target == note ? "" : SitePath.relative(from: pages[note], to: pages[target])
        let words = SitePath.decoded(fragment)
        if words.isEmpty { return .url(page.isEmpty ? "#main" : page) }
        // Obsidian names a heading below another one by both.
        let last = words.split(separator: "#").last.map(String.init) ?? words
        guard let anchor = outlines[target].anchor(for: last) else { return page.isEmpty ? .none : .url(page) }
        return .url(page + "#" + SitePath.encoded(anchor))
    }

    // MARK: Images

    /// The URL for an image's `src`; local files are collected.
    mutating func image(_ destination: String, from note: Int) -> LinkTarget {
        let destination = destination.trimmingBlanks
        if let scheme = Self.scheme(of: destination) {
            switch scheme {
            case "https": return .url(destination)
            // The page's policy lets no picture come over plain HTTP; nearly every host has both.
            case "http": return .url("https" + destination.dropFirst(4))
            case "data":
                let lowered = destination.prefix(32).lowercased()
                let isPicture = ["png", "jpeg", "gif", "webp"].contains { kind in
                    lowered.hasPrefix("data:image/\(kind);") || lowered.hasPrefix("data:image/\(kind),")
                }
                return isPicture ? .url(destination) : .none
            default: return .none
            }
        }
        if destination.hasPrefix("//") { return .url("https:" + destination) }
        let (path, _) = Self.split(destination)
        guard let local = localPath(path, from: note), Self.pictures.contains(SitePath.fileExtension(of: local)) else {
            return .none
        }
        return .url(SitePath.relative(from: pages[note], to: assetTarget(for: local)))
    }

    private static let pictures: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp", "ico"]

    private mutating func assetTarget(for source: String) -> String {
        if let known = assetTargets[source] { return known }
        var target = TextFolding.nfc(source)
        if !takenTargets.insert(SitePath.foldedKey(target)).inserted {
            let suffix = SitePath.fileExtension(of: target)
            target = "\(SitePath.withoutExtension(target))-\(ShortHash.of(source)).\(suffix)"
            takenTargets.insert(SitePath.foldedKey(target))
        }
        assetTargets[source] = target
        return target
    }

    // MARK: Parts of a destination

    /// The path below the notes folder; `nil` where it leaves it. A path from `/` counts from the notes folder.
    private func localPath(_ path: String, from note: Int) -> String? {
        let decoded = SitePath.decoded(path)
        guard !decoded.utf8.contains(0), !decoded.utf8.contains(UInt8(ascii: "\\")) else { return nil }
        let whole = decoded.hasPrefix("/") ? decoded : SitePath.folder(of: names[note]) + decoded
        guard let result = SitePath.normalized(whole), !result.isEmpty else { return nil }
        return result
    }

    /// Before and after the first `#`; a query is dropped.
    private static func split(_ destination: String) -> (path: String, fragment: String?) {
        let bytes = destination.utf8
        guard let hash = bytes.firstIndex(of: UInt8(ascii: "#")) else { return (withoutQuery(destination), nil) }
        return (withoutQuery(String(destination[..<hash])), String(destination[bytes.index(after: hash)...]))
    }

    private static func withoutQuery(_ path: String) -> String {
        path.utf8.firstIndex(of: UInt8(ascii: "?")).map { String(path[..<$0]) } ?? path
    }

    /// The scheme in lower case. Browsers drop control characters and blanks inside of one, so they do not hide it.
    private static func scheme(of destination: String) -> String? {
        var scheme = ""
        for scalar in destination.unicodeScalars {
            switch scalar {
            case ":": return scheme.isEmpty ? "invalid" : scheme.lowercased()
            case "a"..."z", "A"..."Z", "0"..."9", "+", "-", ".": scheme.unicodeScalars.append(scalar)
            case _ where scalar.value <= 0x20 || scalar.value == 0x7F: continue
            case "/", "?", "#": return nil
            // A colon after such a character is part of a relative path; it is written as %3A.
            default: return nil
            }
        }
        return nil
    }
}
