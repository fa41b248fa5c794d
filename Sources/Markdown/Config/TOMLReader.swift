private import CTOML
import Source

/// TOML 1.0 through toml++.
struct TOMLReader {
    private struct Document: ~Copyable {
        let pointer: OpaquePointer?

        init(_ text: [UInt8], depth: Int) {
            pointer = text.withUnsafeBufferPointer { buffer in
                buffer.withMemoryRebound(to: CChar.self) { ctoml_parse($0.baseAddress, $0.count, depth) }
            }
        }

        deinit {
            if let pointer { ctoml_free(pointer) }
        }
    }

    private struct Frame {
        var isTable: Bool
        var start: Int
        var key: (text: String, range: ByteRange)?
        var items: [ConfigValue] = []
        var entries: [ConfigValue.Entry] = []
    }

    private let text: [UInt8]
    private let lines: LineIndex
    /// Where the text begins in the note.
    private let base: Int
    private let depth: Int

    init(_ bytes: ArraySlice<UInt8>, depth: Int) {
        text = Array(bytes)
        lines = LineIndex(text)
        base = bytes.startIndex
        self.depth = depth
    }

    private func offset(_ line: UInt32, _ column: UInt32) -> Int {
        guard line >= 1, Int(line) <= lines.count else { return base + text.count }
        var i = Int(lines.starts[Int(line) - 1])
        let end = Int(line) < lines.count ? Int(lines.starts[Int(line)]) : text.count
        var left = Int(column) - 1
        while i < end, left > 0 {
            i += 1
            while i < end, text[i] & 0xC0 == 0x80 { i += 1 }
            left -= 1
        }
        return base + i
    }

    /// toml++ frees its tables by recursion: a key of thousands of dots must not reach it.
    private func deepKey() -> Int? {
        var dots = 0
        var i = 0
        while i < text.count {
            switch text[i] {
            case UInt8(ascii: "."):
                dots += 1
                if dots > 2 * depth { return i }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                i = stringEnd(i)
                continue
            case UInt8(ascii: "#"):
                while i < text.count, text[i] != Byte.newline { i += 1 }
                continue
            case UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "["), Byte.newline: dots = 0
            default: break
            }
            i += 1
        }
        return nil
    }

    private func stringEnd(_ start: Int) -> Int {
        let quote = text[start]
        let isLong = start + 2 < text.count && text[start + 1] == quote && text[start + 2] == quote
        var i = start + (isLong ? 3 : 1)
        while i < text.count {
            if text[i] == Byte.backslash, quote == UInt8(ascii: "\"") {
                i += 2
            } else if text[i] == quote {
                if !isLong { return i + 1 }
                if i + 2 < text.count, text[i + 1] == quote, text[i + 2] == quote { return i + 3 }
                i += 1
            } else if text[i] == Byte.newline, !isLong {
                return i
            } else {
                i += 1
            }
        }
        return text.count
    }

    func read() -> Result<ConfigValue?, YAMLReader.Failure> {
        if let place = deepKey() {
            return .failure(
                .init(message: "nested deeper than \(depth) levels", range: ByteRange(base + place, base + place + 1), isLimit: true))
        }
        let document = Document(text, depth: depth)
        guard let pointer = document.pointer else {
            return .failure(.init(message: "no memory for the TOML parser", range: .empty(at: base)))
        }
        var line: UInt32 = 0
        var column: UInt32 = 0
        if let error = ctoml_error(pointer, &line, &column) {
            let place = offset(line, column)
            return .failure(
                .init(
                    message: String(cString: error), range: ByteRange(place, min(place + 1, base + text.count)),
                    isLimit: ctoml_is_limit(pointer) != 0))
        }
        return .success(value(pointer))
    }

    private func value(_ document: OpaquePointer) -> ConfigValue? {
        var frames: [Frame] = []
        for index in 0..<ctoml_count(document) {
            guard let event = ctoml_at(document, index)?.pointee else { break }
            let start = offset(event.line, event.column)
            let range = ByteRange(start, offset(event.end_line, event.end_column))
            var finished: ConfigValue?
            switch event.kind {
            case CTOML_KEY:
                if !frames.isEmpty { frames[frames.count - 1].key = (string(event), range) }
            case CTOML_TABLE_START: frames.append(Frame(isTable: true, start: start))
            case CTOML_ARRAY_START: frames.append(Frame(isTable: false, start: start))
            case CTOML_TABLE_END, CTOML_ARRAY_END:
                guard let frame = frames.popLast() else { continue }
                finished = ConfigValue(
                    frame.isTable ? .table(frame.entries) : .array(frame.items),
                    range: frames.isEmpty ? ByteRange(base, base + text.count) : range)
            case CTOML_STRING, CTOML_DATE: finished = ConfigValue(.string(string(event)), range: range)
            case CTOML_INTEGER: finished = ConfigValue(.integer(Int(event.integer)), range: range)
            case CTOML_NUMBER: finished = ConfigValue(.number(event.number), range: range)
            case CTOML_BOOL: finished = ConfigValue(.bool(event.integer != 0), range: range)
            default: continue
            }
            guard let value = finished else { continue }
            if frames.isEmpty { return value }
            if frames[frames.count - 1].isTable {
                if let key = frames[frames.count - 1].key {
                    frames[frames.count - 1].entries.append(.init(key: key.text, keyRange: key.range, value: value))
                    frames[frames.count - 1].key = nil
                }
            } else {
                frames[frames.count - 1].items.append(value)
            }
        }
        return nil
    }

    private func string(_ event: ctoml_event) -> String {
        guard let text = event.text else { return "" }
        return text.withMemoryRebound(to: UInt8.self, capacity: event.length) {
            String(decoding: UnsafeBufferPointer(start: $0, count: event.length), as: UTF8.self)
        }
    }
}
