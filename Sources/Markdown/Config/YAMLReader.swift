private import CYAML
import Source

/// YAML 1.1 through libyaml's events, with the scalars of the core schema; no aliases, a limit on depth.
struct YAMLReader {
    struct Failure: Error {
        var message: String
        var range: ByteRange
        var isLimit = false
    }

    /// libyaml's parser for one text; its marks count scalars.
    private struct Parser: ~Copyable {
        let pointer: UnsafeMutablePointer<yaml_parser_t>
        let isReady: Bool

        init() {
            pointer = .allocate(capacity: 1)
            pointer.initialize(to: yaml_parser_t())
            isReady = yaml_parser_initialize(pointer) == 1
        }

        deinit {
            if isReady { yaml_parser_delete(pointer) }
            pointer.deallocate()
        }
    }

    private struct Frame {
        var isMapping: Bool
        var range: ByteRange
        var items: [ConfigValue] = []
        var entries: [ConfigValue.Entry] = []
        var keys: Set<String> = []
        var key: (text: String, range: ByteRange)?
    }

    /// Offsets in the note of the text's scalars; one more for its end.
    private let offsets: [Int]
    private let text: [UInt8]
    private let depth: Int

    init(_ bytes: ArraySlice<UInt8>, depth: Int) {
        text = Array(bytes)
        self.depth = depth
        var offsets: [Int] = []
        offsets.reserveCapacity(bytes.count + 1)
        for (index, byte) in zip(bytes.indices, bytes) where byte & 0xC0 != 0x80 { offsets.append(index) }
        offsets.append(bytes.endIndex)
        self.offsets = offsets
    }

    private func offset(_ mark: yaml_mark_t) -> Int { offsets[min(Int(mark.index), offsets.count - 1)] }

    private func range(_ start: yaml_mark_t, _ end: yaml_mark_t) -> ByteRange { ByteRange(offset(start), offset(end)) }

    /// The first document; `nil` where there is none.
    func read() -> Result<ConfigValue?, Failure> {
        let parser = Parser()
        guard parser.isReady else {
            return .failure(Failure(message: "no memory for the YAML parser", range: .empty(at: offsets[0])))
        }
        return text.withUnsafeBufferPointer { buffer in
            // libyaml takes no null pointer, even for an empty text.
            guard let base = buffer.baseAddress, buffer.count > 0 else { return .success(nil) }
            yaml_parser_set_input_string(parser.pointer, base, buffer.count)
            yaml_parser_set_encoding(parser.pointer, YAML_UTF8_ENCODING)
            return events(parser.pointer)
        }
    }

    private func events(_ parser: UnsafeMutablePointer<yaml_parser_t>) -> Result<ConfigValue?, Failure> {
        var frames: [Frame] = []
        var root: ConfigValue?
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { return .failure(failure(parser.pointee)) }
            defer { yaml_event_delete(&event) }
            let place = range(event.start_mark, event.end_mark)
            var finished: ConfigValue?
            switch event.type {
            case YAML_NO_EVENT, YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT: return .success(root)
            case YAML_ALIAS_EVENT: return .failure(Failure(message: "aliases are not read", range: place, isLimit: true))
            case YAML_SCALAR_EVENT:
                let scalar = event.data.scalar
                let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
                let string = String(decoding: bytes, as: UTF8.self)
                if frames.last?.isMapping == true, frames[frames.count - 1].key == nil {
                    if !frames[frames.count - 1].keys.insert(string).inserted {
                        return .failure(Failure(message: "the key \(string) is there twice", range: place))
                    }
                    frames[frames.count - 1].key = (string, place)
                    continue
                }
                let kind: ConfigValue.Kind =
                    scalar.style == YAML_PLAIN_SCALAR_STYLE ? CoreSchema.value(string) : .string(string)
                finished = ConfigValue(kind, range: place)
            case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
                if frames.count >= depth {
                    return .failure(
                        Failure(message: "nested deeper than \(depth) levels", range: place, isLimit: true))
                }
                if frames.last?.isMapping == true, frames[frames.count - 1].key == nil {
                    return .failure(Failure(message: "a key has to be a word", range: place))
                }
                frames.append(Frame(isMapping: event.type == YAML_MAPPING_START_EVENT, range: place))
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
                guard let frame = frames.popLast() else { continue }
                let last = frame.isMapping ? frame.entries.last?.value.range : frame.items.last?.range
                // A block collection ends where its last value does; libyaml's mark is the start of what follows.
                let end = place.isEmpty ? last?.upper ?? frame.range.upper : place.upper
                finished = ConfigValue(
                    frame.isMapping ? .table(frame.entries) : .array(frame.items),
                    range: ByteRange(frame.range.lower, max(end, frame.range.upper)))
            default: continue
            }
            guard let value = finished else { continue }
            if frames.isEmpty {
                root = value
            } else if frames[frames.count - 1].isMapping {
                if let key = frames[frames.count - 1].key {
                    frames[frames.count - 1].entries.append(.init(key: key.text, keyRange: key.range, value: value))
                    frames[frames.count - 1].key = nil
                }
            } else {
                frames[frames.count - 1].items.append(value)
            }
        }
    }

    private func failure(_ parser: yaml_parser_t) -> Failure {
        let message = parser.problem.map { String(cString: $0) } ?? "not YAML"
        let place: Int
        if parser.error == YAML_READER_ERROR {
            // A reader's problem has a byte offset and no mark.
            place = offsets[0] + min(Int(parser.problem_offset), text.count)
        } else {
            place = offset(parser.problem_mark)
        }
        let last = offsets[offsets.count - 1]
        return Failure(message: message, range: ByteRange(min(place, last), min(place + 1, last)))
    }
}

/// Plain scalars of YAML's core schema.
enum CoreSchema {
    static func value(_ text: String) -> ConfigValue.Kind {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .number(.infinity)
        case "-.inf", "-.Inf", "-.INF": return .number(-.infinity)
        case ".nan", ".NaN", ".NAN": return .number(.nan)
        default: break
        }
        if let integer = integer(text) { return .integer(integer) }
        if isNumber(text), let number = Double(text), number.isFinite { return .number(number) }
        return .string(text)
    }

    private static func integer(_ text: String) -> Int? {
        if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16) }
        if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8) }
        let digits = text.utf8.first == UInt8(ascii: "-") || text.utf8.first == UInt8(ascii: "+") ? text.utf8.dropFirst() : text.utf8[...]
        guard !digits.isEmpty, digits.allSatisfy(Byte.isDigit) else { return nil }
        return Int(text)
    }

    /// `[-+]? (\. digits | digits (\. digits*)?) ([eE] [-+]? digits)?`
    private static func isNumber(_ text: String) -> Bool {
        var rest = text.utf8[...]
        func digits() -> Int {
            let count = rest.prefix(while: Byte.isDigit).count
            rest = rest.dropFirst(count)
            return count
        }
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
        var count = digits()
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            count += digits()
        }
        guard count > 0 else { return false }
        if let e = rest.first, e == UInt8(ascii: "e") || e == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}
