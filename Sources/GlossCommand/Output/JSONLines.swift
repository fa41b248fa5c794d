import Source

/// Answers requests line by line, in order; what has come in so far is answered before more is read.
struct JSONLines {
    let terminal: Terminal
    /// The answer to one request; a line that is no JSON object is answered with an error.
    let answer: (JSONValue) -> JSONValue

    func run() {
        var rest: [UInt8] = []
        while true {
            let block = terminal.read()
            if block.isEmpty { break }
            var out = ByteBuffer(capacity: block.count * 2)
            var start = 0
            while let end = block[start...].firstIndex(of: 0x0A) {
                rest.append(contentsOf: block[start..<end])
                answerLine(rest, &out)
                rest.removeAll(keepingCapacity: true)
                start = end + 1
            }
            rest.append(contentsOf: block[start...])
            if !out.bytes.isEmpty { terminal.write(out) }
        }
        if !rest.isEmpty {
            var out = ByteBuffer()
            answerLine(rest, &out)
            terminal.write(out)
        }
    }

    private func answerLine(_ line: [UInt8], _ out: inout ByteBuffer) {
        let reply: JSONValue
        do throws(JSONSyntaxError) {
            let request = try JSONValue(parsing: line)
            if case .object = request {
                reply = answer(request)
            } else {
                reply = Self.failure("bad-request", "a line is a JSON object with the key latex", position: 0, offset: 0)
            }
        } catch {
            reply = Self.failure("bad-request", "not JSON: \(error.message)", position: 0, offset: 0)
        }
        reply.write(to: &out)
        out.append(byte: 0x0A)
    }

    static func failure(_ code: String, _ message: String, position: Int, offset: Int) -> JSONValue {
        .object([
            "ok": false,
            "error": .object([
                "code": .string(code), "message": .string(message), "position": .integer(position),
                "offset": .integer(offset),
            ]),
        ])
    }

    /// The error object for a diagnostic in `latex`: `position` counts UTF-16 units, `offset` bytes.
    static func failure(_ diagnostic: Diagnostic, in latex: [UInt8]) -> JSONValue {
        let offset = min(diagnostic.range.lower, latex.count)
        return failure(diagnostic.code.code, diagnostic.message, position: position(offset, in: latex), offset: offset)
    }

    /// The UTF-16 units before the byte at `offset`.
    static func position(_ offset: Int, in latex: [UInt8]) -> Int {
        var position = 0
        for byte in latex[..<min(offset, latex.count)] where byte & 0xC0 != 0x80 { position += byte >= 0xF0 ? 2 : 1 }
        return position
    }
}
