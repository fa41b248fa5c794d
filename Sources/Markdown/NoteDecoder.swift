import Source

extension NoteReader {
    /// The text of a file: bytes that are not UTF-8 and NUL bytes become U+FFFD, each kind reported once, at its
    /// first place.
    ///
    /// Errors: `M002` not UTF-8; `M009` a NUL byte. Ranges count bytes of the text returned.
    public static func decode(name: String, bytes: [UInt8]) -> (source: SourceText, diagnostics: [Diagnostic]) {
        let firstInvalid = UTF8Decoder.firstInvalid(in: bytes)
        guard firstInvalid != nil || bytes.contains(0) else { return (SourceText(name: name, bytes: bytes), []) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count + 64)
        var invalid: (at: Int, count: Int)?
        var nul: (at: Int, count: Int)?
        bytes.withUnsafeBufferPointer { p in
            var i = 0
            while i < p.count {
                let byte = p[i]
                if byte != 0, byte < 0x80 {
                    decoded.append(byte)
                    i += 1
                    continue
                }
                let (_, length) = byte == 0 ? (0, 1) : UTF8Decoder.scalar(in: p, at: i)
                if length > 1 {
                    decoded.append(contentsOf: p[i..<i + length])
                } else {
                    if byte == 0 {
                        nul = (nul?.at ?? decoded.count, (nul?.count ?? 0) + 1)
                    } else {
                        invalid = (invalid?.at ?? decoded.count, (invalid?.count ?? 0) + 1)
                    }
                    decoded.append(contentsOf: [0xEF, 0xBF, 0xBD])
                }
                i += length
            }
        }
        var diagnostics: [Diagnostic] = []
        if let invalid {
            diagnostics.append(
                Diagnostic(
                    .invalidUTF8, at: ByteRange(invalid.at, invalid.at + 3),
                    "\(counted(invalid.count, "byte")) not UTF-8, the first here",
                    help: "save the file as UTF-8"))
        }
        if let nul {
            diagnostics.append(
                Diagnostic(
                    .nulByte, at: ByteRange(nul.at, nul.at + 3), "\(counted(nul.count, "NUL byte")), the first here"))
        }
        return (SourceText(name: name, bytes: decoded), diagnostics)
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }
}
