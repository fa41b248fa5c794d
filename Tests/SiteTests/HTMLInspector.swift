import Source

/// Reads a page of ours as strictly as the tests want it: every tag balanced, every attribute quoted and escaped.
///
/// Not a browser's parser on purpose: what a browser would mend is a fault here.
struct HTMLInspector {
    struct Element {
        var name: String
        var attributes: [String: String]
        var offset: Int
    }

    private(set) var elements: [Element] = []
    private(set) var problems: [String] = []
    /// Text of `<title>` directly in `<head>`.
    private(set) var title = ""

    private static let void: Set<String> = ["meta", "link", "br", "hr", "img", "input", "wbr", "col"]
    private static let closesParagraph: Set<String> = [
        "p", "div", "ul", "ol", "dl", "table", "pre", "blockquote", "section", "article", "nav", "header", "footer",
        "h1", "h2", "h3", "h4", "h5", "h6", "hr", "figure", "details", "main", "fieldset", "li", "dd", "dt",
    ]

    var ids: [String] { elements.compactMap { $0.attributes["id"] } }

    init(_ bytes: [UInt8]) {
        var i = 0
        var stack: [String] = []
        var text: [UInt8] = []
        func at(_ text: StaticString) -> Bool {
            let count = text.utf8CodeUnitCount
            guard i + count <= bytes.count else { return false }
            return text.withUTF8Buffer { buffer in (0..<count).allSatisfy { bytes[i + $0] == buffer[$0] } }
        }
        guard at("<!DOCTYPE html>") else {
            problems.append("no doctype")
            return
        }
        i += 15
        while i < bytes.count {
            guard bytes[i] == UInt8(ascii: "<") else {
                if bytes[i] == UInt8(ascii: "&"), !Self.isReference(bytes, i) { problems.append("bare & at \(i)") }
                if bytes[i] == UInt8(ascii: ">") { problems.append("bare > at \(i)") }
                text.append(bytes[i])
                i += 1
                continue
            }
            if stack == ["html", "head", "title"] { title = String(decoding: text, as: UTF8.self) }
            if stack.last == "script", !text.allSatisfy({ $0 <= 0x20 }) { problems.append("inline script") }
            text = []
            let start = i
            i += 1
            let isEnd = i < bytes.count && bytes[i] == UInt8(ascii: "/")
            if isEnd { i += 1 }
            var name: [UInt8] = []
            while i < bytes.count, Self.isName(bytes[i]) {
                name.append(bytes[i])
                i += 1
            }
            let tag = String(decoding: name, as: UTF8.self)
            if tag.isEmpty {
                problems.append("bare < at \(start)")
                continue
            }
            if isEnd {
                if stack.last == tag { stack.removeLast() } else { problems.append("</\(tag)> closes \(stack.last ?? "nothing") at \(start)") }
                if i < bytes.count, bytes[i] == UInt8(ascii: ">") { i += 1 } else { problems.append("bad end tag at \(start)") }
                continue
            }
            var attributes: [String: String] = [:]
            var isSelfClosed = false
            while i < bytes.count, bytes[i] != UInt8(ascii: ">") {
                if bytes[i] == 0x20 || bytes[i] == 0x0A {
                    i += 1
                    continue
                }
                if bytes[i] == UInt8(ascii: "/") {
                    isSelfClosed = true
                    i += 1
                    continue
                }
                var key: [UInt8] = []
                while i < bytes.count, Self.isName(bytes[i]) || bytes[i] == UInt8(ascii: ":") {
                    key.append(bytes[i])
                    i += 1
                }
                guard !key.isEmpty else {
                    problems.append("bad attribute at \(i) of <\(tag)>")
                    break
                }
                var value: [UInt8] = []
                if i + 1 < bytes.count, bytes[i] == UInt8(ascii: "="), bytes[i + 1] == UInt8(ascii: "\"") {
                    i += 2
                    while i < bytes.count, bytes[i] != UInt8(ascii: "\"") {
                        if bytes[i] == UInt8(ascii: "<") { problems.append("< in an attribute at \(i)") }
                        value.append(bytes[i])
                        i += 1
                    }
                    i += 1
                }
                let name = String(decoding: key, as: UTF8.self)
                if attributes.updateValue(Self.unescaped(value), forKey: name) != nil {
                    problems.append("\(name) twice in <\(tag)> at \(start)")
                }
            }
            i += 1
            check(tag, attributes, stack, start)
            elements.append(Element(name: tag, attributes: attributes, offset: start))
            if !Self.void.contains(tag), !isSelfClosed { stack.append(tag) }
        }
        if !stack.isEmpty { problems.append("open at the end: \(stack)") }
        checkPage()
    }

    private mutating func check(_ tag: String, _ attributes: [String: String], _ stack: [String], _ offset: Int) {
        if Self.closesParagraph.contains(tag), let p = stack.lastIndex(of: "p"),
            !stack[p...].contains(where: { ["svg", "math", "button"].contains($0) })
        {
            problems.append("<\(tag)> in <p> at \(offset)")
        }
        if tag == "a", stack.contains("a") { problems.append("<a> in <a> at \(offset)") }
        if tag == "style" || ["iframe", "object", "embed", "form", "base"].contains(tag) { problems.append("<\(tag)>") }
        if tag == "script", attributes["src"] == nil { problems.append("script without src") }
        if tag == "img", attributes["alt"] == nil { problems.append("img without alt") }
        for (name, value) in attributes {
            if name == "style" || name.hasPrefix("on") { problems.append("attribute \(name) in <\(tag)>") }
            if ["href", "src"].contains(name), Self.isDangerous(value) { problems.append("\(name)=\(value)") }
        }
    }

    private mutating func checkPage() {
        let ids = self.ids
        for id in Set(ids).sorted() where ids.filter({ $0 == id }).count > 1 { problems.append("id \(id) twice") }
        let known = Set(ids)
        for element in elements {
            for name in ["aria-describedby", "aria-labelledby", "for"] {
                if let value = element.attributes[name], !known.contains(value) { problems.append("\(name)=\(value) leads nowhere") }
            }
        }
        if elements.first(where: { $0.name == "html" })?.attributes["lang"]?.isEmpty ?? true { problems.append("no lang") }
        if title.isEmpty { problems.append("no title") }
        let policy = elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }?.attributes["content"]
        if policy?.hasPrefix("default-src 'none'") != true { problems.append("no policy") }
        if elements.filter({ $0.name == "h1" }).count != 1 { problems.append("not one h1") }
        if elements.filter({ $0.name == "main" }).count != 1 { problems.append("not one main") }
        var level = 0
        for element in elements where element.name.count == 2 && element.name.hasPrefix("h") {
            guard let next = Int(element.name.dropFirst()) else { continue }
            if next > level + 1 { problems.append("h\(next) after h\(level)") }
            level = next
        }
    }

    private static func isName(_ c: UInt8) -> Bool {
        c >= 0x30 && c <= 0x39 || (c | 0x20) >= 0x61 && (c | 0x20) <= 0x7A || c == UInt8(ascii: "-")
    }

    private static func isReference(_ bytes: [UInt8], _ start: Int) -> Bool {
        ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"].contains { name in bytes[start...].starts(with: name.utf8) }
    }

    private static func unescaped(_ bytes: [UInt8]) -> String {
        var text = String(decoding: bytes, as: UTF8.self)
        for (name, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text = text.split(separator: name, omittingEmptySubsequences: false).joined(separator: character)
        }
        return text
    }

    private static func isDangerous(_ url: String) -> Bool {
        var scheme = ""
        for scalar in url.lowercased().unicodeScalars where scalar.value > 0x20 {
            if scalar == ":" { return !["http", "https", "mailto", "data"].contains(scheme) }
            if scalar == "/" || scalar == "#" || scalar == "?" { return false }
            scheme.unicodeScalars.append(scalar)
        }
        return false
    }
}
