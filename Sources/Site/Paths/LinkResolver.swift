import Checks
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
    private let folder: NoteFolder
    private var assetTargets: [String: String] = [:]
    private var takenTargets: Set<String> = []

    init(pages: [String], folder: NoteFolder) {
        self.pages = pages
        self.folder = folder
    }

    /// Sorted by source.
    var assets: [SiteAsset] {
        assetTargets.map { SiteAsset(source: $0.key, target: $0.value) }
            .sorted { $0.source.utf8.lexicographicallyPrecedes($1.source.utf8) }
    }

    // MARK: Links

    mutating func link(_ destination: String, from note: Int) -> LinkTarget {
        let destination = destination.trimmingBlanks
        if let scheme = Destination.scheme(of: destination) {
            return ["http", "https", "mailto"].contains(scheme) ? .url(destination) : .none
        }
        if destination.hasPrefix("//") { return .url("https:" + destination) }
        let parts = Destination(destination)
        if parts.path.isEmpty {
            guard let fragment = parts.fragment, !fragment.isEmpty else { return .none }
            return anchor(fragment, in: note, from: note)
        }
        guard let local = folder.localPath(parts.path, from: note) else { return .none }
        if let target = folder.note(at: local) { return anchor(parts.fragment ?? "", in: target, from: note) }
        // A file is copied where it is known to be there and cannot run in the reader's browser.
        guard folder.knowsFiles, let file = folder.file(at: local, from: note),
            Self.pictures.union(Self.documents).contains(SitePath.fileExtension(of: file))
        else { return .none }
        return .url(SitePath.relative(from: pages[note], to: assetTarget(for: file)))
    }

    /// `target` is what stands in `[[…]]` before `|`: a note's name, perhaps with folders and `#heading`.
    func wikilink(_ target: String, from note: Int) -> LinkTarget {
        let parts = Destination(target)
        let name = parts.path.trimmingBlanks
        if name.isEmpty { return parts.fragment.map { anchor($0, in: note, from: note) } ?? .none }
        guard let index = folder.note(named: name, from: note) else { return .none }
        return anchor(parts.fragment ?? "", in: index, from: note)
    }

    private func anchor(_ fragment: String, in target: Int, from note: Int) -> LinkTarget {
        let page = target == note ? "" : SitePath.relative(from: pages[note], to: pages[target])
        let words = SitePath.decoded(fragment)
        if words.isEmpty { return .url(page.isEmpty ? "#main" : page) }
        // Obsidian names a heading below another one by both.
        let last = words.split(separator: "#").last.map(String.init) ?? words
        let outline = folder.outlines[target]
        guard let anchor = outline.anchor(for: last) ?? outline.anchor(for: words) else {
            return page.isEmpty ? .none : .url(page)
        }
        return .url(page + "#" + SitePath.encoded(anchor))
    }

    // MARK: Images

    /// The URL for an image's `src`; local files are collected.
    mutating func image(_ destination: String, from note: Int) -> LinkTarget {
        let destination = destination.trimmingBlanks
        if let scheme = Destination.scheme(of: destination) {
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
        guard let local = folder.localPath(Destination(destination).path, from: note),
            let file = folder.file(at: local, from: note), Self.pictures.contains(SitePath.fileExtension(of: file))
        else { return .none }
        return .url(SitePath.relative(from: pages[note], to: assetTarget(for: file)))
    }

    private static let pictures: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp", "ico"]
    private static let documents: Set<String> = [
        "pdf", "txt", "csv", "tsv", "json", "yaml", "yml", "py", "ipynb", "npy", "npz", "zip", "docx", "pptx", "xlsx", "mp4", "mp3",
    ]

    private mutating func assetTarget(for source: String) -> String {
        if let known = assetTargets[source] { return known }
        let stem = SitePath.withoutExtension(source)
        var target = SitePath.published(stem) + source.dropFirst(stem.count)
        if !takenTargets.insert(SitePath.foldedKey(target)).inserted {
            let suffix = SitePath.fileExtension(of: target)
            target = "\(SitePath.withoutExtension(target))-\(ShortHash.of(source)).\(suffix)"
            takenTargets.insert(SitePath.foldedKey(target))
        }
        assetTargets[source] = target
        return target
    }
}
