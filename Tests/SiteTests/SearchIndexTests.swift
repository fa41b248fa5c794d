import Checks
import Markdown
import Source
import Tensors
import TestSupport
import Testing

@testable import Site

/// The index as a browser reads it: every part of every word must lead to its section.
@Suite struct SearchIndexTests {
    /// What the files of an index say, decoded as the script does.
    struct Reader {
        var shards: [[String: JSONValue]] = []

        init(_ index: SearchIndex, targetBytes: Int) throws {
            for bytes in index.shards(targetBytes: targetBytes) {
                let text = String(decoding: bytes, as: UTF8.self)
                let open = try #require(text.firstIndex(of: "{"))
                let close = try #require(text.lastIndex(of: "}"))
                guard case .object(let table) = try JSONValue(parsing: String(text[open...close])) else { continue }
                shards.append(table)
            }
        }

        /// Fields by section.
        func postings(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> [Int: Int] {
            guard case .string(let text)? = shards[Int(a.value) % shards.count][String(a) + String(b)] else { return [:] }
            var found: [Int: Int] = [:]
            var value = 0
            var shift = 0
            var unit = 0
            for character in text.utf8 {
                guard let digit = Self.digits.firstIndex(of: character) else { return [:] }
                value |= (digit & 31) << shift
                shift += 5
                if digit & 32 != 0 { continue }
                unit += value >> 4
                found[unit] = value & 15
                value = 0
                shift = 0
            }
            return found
        }

        func sections(with run: String) -> [Int: Int] {
            let scalars = Array(TextFolding.folded(run).unicodeScalars)
            var found: [Int: Int]?
            for index in scalars.indices.dropLast() {
                let next = postings(scalars[index], scalars[index + 1])
                found = found.map { found in
                    next.reduce(into: [:]) { all, one in if let fields = found[one.key] { all[one.key] = fields & one.value } }
                } ?? next
            }
            return found ?? [:]
        }

        private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    }

    static func units() -> [SearchUnit] {
        Fixtures.names(in: "notes").filter { $0.hasSuffix(".md") }.enumerated().flatMap { page, name -> [SearchUnit] in
            let note = NoteReader.read(SourceText(name: name, text: Fixtures.text("notes/" + name) ?? ""))
            return SearchUnit.sections(of: note, outline: PageOutline(note, name: name), page: page)
        }
    }

    @Test(arguments: [1 << 20, 2000])
    func everyPartOfAWordLeadsToItsSection(targetBytes: Int) throws {
        let units = Self.units()
        try #require(units.count > 8)
        var index = SearchIndex()
        for unit in units { index.add(unit) }
        let reader = try Reader(index, targetBytes: targetBytes)
        #expect(targetBytes > 100_000 || reader.shards.count > 4)
        var random = Generator(seed: 7)
        var compared = 0
        for (number, unit) in units.enumerated() {
            let words = TextFolding.folded(unit.text).unicodeScalars.split { !SearchIndex.isWord($0) }.filter { $0.count >= 2 }
            for _ in 0..<20 {
                guard let word = words.randomElement(using: &random).map(Array.init) else { continue }
                let start = Int.random(in: 0..<(word.count - 1), using: &random)
                let end = Int.random(in: (start + 2)...word.count, using: &random)
                var part = String.UnicodeScalarView()
                part.append(contentsOf: word[start..<end])
                #expect(reader.sections(with: String(part))[number] != nil, "\(String(part)) in section \(number)")
                compared += 1
            }
        }
        #expect(compared > 100)
    }

    @Test func fieldsAreTold() throws {
        var index = SearchIndex()
        index.add(SearchUnit(page: 0, anchor: "", title: "激活函数", heading: "", text: "前馈网络"))
        index.add(SearchUnit(page: 0, anchor: "a", title: "", heading: "激活", text: "函数 \u{2}\\sigma(x)\u{3} 的导数"))
        let reader = try Reader(index, targetBytes: 1 << 20)
        #expect(reader.sections(with: "激活") == [0: 1, 1: 2])
        #expect(reader.sections(with: "函数") == [0: 1, 1: 4])
        #expect(reader.sections(with: "sigma") == [1: 8])
        #expect(reader.sections(with: "ＳＩＧＭＡ") == [1: 8])
        #expect(reader.sections(with: "导网") == [:])
        // One character is what all pairs say that begin with it, the last of a word too.
        #expect(reader.postings("络", " ") == [0: 4])
    }

    @Test func sectionsFollowHeadings() {
        let note = NoteReader.read(
            SourceText(name: "a.md", text: "# 标题\n\n开头 $x^2$\n\n## 一\n\n正文 `code` **粗**\n\n```python\nx = 1\n```\n\n## 二\n"))
        let units = SearchUnit.sections(of: note, outline: PageOutline(note, name: "a.md"), page: 3)
        #expect(units.map(\.title) == ["标题", "", ""])
        #expect(units.map(\.heading) == ["", "一", "二"])
        #expect(units.map { $0.text.trimmingBlanks } == ["开头 \u{2}x^2\u{3}", "正文 code 粗 x = 1", ""])
    }
}
