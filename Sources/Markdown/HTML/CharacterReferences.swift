import Source

/// `&amp;`, `&#x3b1;`, `&alpha;`.
enum CharacterReferences {
    /// `bytes` with every reference replaced by its characters; libcmark knows the names.
    static func resolve(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var result = ByteBuffer(capacity: bytes.count)
        var i = bytes.startIndex
        while i < bytes.endIndex {
            guard bytes[i] == UInt8(ascii: "&"), let end = end(bytes, i) else {
                result.append(byte: bytes[i])
                i += 1
                continue
            }
            result.append(characters(bytes[i..<end]))
            i = end
        }
        return result.string
    }

    private static func end(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int? {
        var i = start + 1
        while i < bytes.endIndex, i - start < 34, Byte.isAlphanumeric(bytes[i]) || bytes[i] == UInt8(ascii: "#") { i += 1 }
        return i < bytes.endIndex && i > start + 1 && bytes[i] == UInt8(ascii: ";") ? i + 1 : nil
    }

    /// What one reference stands for; itself where it is none.
    private static func characters(_ reference: ArraySlice<UInt8>) -> [UInt8] {
        switch String(decoding: reference, as: UTF8.self) {
        case "&amp;": return [UInt8(ascii: "&")]
        case "&lt;": return [UInt8(ascii: "<")]
        case "&gt;": return [UInt8(ascii: ">")]
        case "&quot;": return [UInt8(ascii: "\"")]
        case "&nbsp;": return [0xC2, 0xA0]
        default: break
        }
        var result: [UInt8] = []
        CMarkDocument(Array(reference)).forEachEvent { event in
            if case .text(let bytes) = event.kind { result += bytes }
        }
        return result.isEmpty ? Array(reference) : result
    }
}
