import Checks
import Markdown
import Source

/// Raw HTML of a note: through the sanitiser, then with the site's URLs and classes instead of inline styles, which
/// the pages' policy forbids.
extension NoteBody {
    mutating func rawBlock(_ id: NoteTree.ID, _ raw: String) {
        guard mode == .page else { return push(childrenOf: id) }
        isInRawBlock = true
        later(.endRawBlock)
        if tree.children(of: id).isEmpty {
            emit(sanitizer.push(raw))
        } else {
            push(childrenOf: id)
        }
    }

    mutating func endRawBlock() {
        emit(sanitizer.endBlock())
        isInRawBlock = false
        html.newline()
    }

    mutating func rawHTML(_ raw: String) {
        guard mode == .page else { return }
        emit(sanitizer.push(raw, inline: !isInRawBlock))
    }

    mutating func emit(_ events: [HTMLEvent]) {
        for event in events {
            switch event {
            case .text(let words): html.text(words)
            case .close(let name): html.close(allowed: name)
            case .open(let name, let attributes, _): open(name, attributes)
            }
        }
    }

    private mutating func open(_ name: String, _ attributes: [HTMLAttribute]) {
        guard name.utf8.allSatisfy(Self.isNameByte), !name.isEmpty else { return }
        var result: [(name: String, value: String)] = []
        var classes: [String] = []
        var names: Set<String> = ["id", "name", "class", "loading", "tabindex"]
        for attribute in attributes
        where attribute.name.utf8.allSatisfy(Self.isNameByte) && !attribute.name.hasPrefix("on") {
            guard names.insert(attribute.name).inserted else { continue }
            switch attribute.name {
            case "src":
                guard case .url(let url) = links.image(attribute.value, from: noteIndex) else { continue }
                result.append(("src", url))
            case "href":
                guard case .url(let url) = links.link(attribute.value, from: noteIndex) else { continue }
                result.append(("href", url))
            case "style": Self.read(style: attribute.value, element: name, &classes, &result)
            case "align": if let side = Self.side(attribute.value) { classes.append(side) }
            default: result.append((attribute.name, attribute.value))
            }
        }
        if name == "img" {
            // A picture that may not be shown leaves its words.
            if !result.contains(where: { $0.name == "src" }) {
                html.element("span", "no-image", attributes.first { $0.name == "alt" }?.value ?? "")
                return
            }
            if !result.contains(where: { $0.name == "alt" }) { result.append(("alt", "")) }
            result.append(("loading", "lazy"))
            result.append(("decoding", "async"))
        }
        // An anchor of the note's own that links may lead to, at the first element that has it.
        let anchor = attributes.first { ["id", "name"].contains($0.name) && outline.rawAnchors.contains($0.value) }?.value
        if let anchor, openLinks == 0 || name != "a", usedAnchors.insert(anchor).inserted { result.append(("id", anchor)) }
        if !classes.isEmpty { result.append(("class", classes.joined(separator: " "))) }
        html.open(allowed: name, result)
    }

    private static func isNameByte(_ c: UInt8) -> Bool {
        c >= UInt8(ascii: "a") && c <= UInt8(ascii: "z") || c >= UInt8(ascii: "0") && c <= UInt8(ascii: "9")
            || c == UInt8(ascii: "-")
    }

    private static func side(_ value: String) -> String? {
        let side = value.trimmingBlanks.lowercased()
        return ["left", "center", "right"].contains(side) ? "align-\(side)" : nil
    }

    /// `zoom`, `width` and `text-align` as classes and attributes.
    private static func read(
        style: String, element: String, _ classes: inout [String], _ attributes: inout [(name: String, value: String)]
    ) {
        for declaration in style.split(separator: ";") {
            let parts = declaration.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = String(parts[1]).trimmingBlanks.lowercased()
            switch String(parts[0]).trimmingBlanks.lowercased() {
            case "text-align": if let side = side(value) { classes.append(side) }
            case "zoom":
                let isPercent = value.hasSuffix("%")
                guard let number = Double(isPercent ? String(value.dropLast()) : value), number.isFinite else { continue }
                let percent = min(max(number * (isPercent ? 1 : 100), 10), 200)
                // The theme has classes in steps of 5 %.
                classes.append("zoom-\(Int((percent / 5).rounded()) * 5)")
            case "width" where element == "img":
                if value.hasSuffix("%"), let number = Double(value.dropLast()), number > 0, number <= 100 {
                    classes.append("width-\(max(5, Int((number / 5).rounded()) * 5))")
                } else if let number = Double(value.hasSuffix("px") ? String(value.dropLast(2)) : value),
                    number >= 1, number < 10_000, !attributes.contains(where: { $0.name == "width" })
                {
                    attributes.append(("width", String(Int(number))))
                }
            default: continue
            }
        }
    }
}
