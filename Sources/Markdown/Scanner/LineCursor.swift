/// A place in one line, with CommonMark's notion of columns: a tab stops at multiples of four and may be consumed in
/// part.
struct LineCursor {
    var position: Int
    /// The end of the line, its ending left out.
    let end: Int
    var column = 0
    /// Columns of the tab at `position` that were consumed already.
    var tabConsumed = 0

    init(_ position: Int, end: Int) {
        self.position = position
        self.end = end
    }

    /// Columns of blanks from here and the position of what follows them.
    func indentation(_ bytes: [UInt8]) -> (columns: Int, position: Int) {
        var p = position
        var c = column
        while p < end {
            if bytes[p] == 0x20 {
                c += 1
            } else if bytes[p] == 0x09 {
                c += 4 - c % 4
            } else {
                break
            }
            p += 1
        }
        return (c - column, p)
    }

    /// Consumes up to `count` columns of blanks.
    mutating func advance(columns count: Int, _ bytes: [UInt8]) {
        var left = count
        while left > 0, position < end {
            if bytes[position] == 0x09 {
                let width = 4 - column % 4
                let step = min(left, width)
                column += step
                left -= step
                if step < width {
                    tabConsumed += step
                } else {
                    tabConsumed = 0
                    position += 1
                }
            } else if bytes[position] == 0x20 {
                column += 1
                position += 1
                left -= 1
            } else {
                return
            }
        }
    }

    /// Consumes bytes that are not tabs.
    mutating func advance(to target: Int) {
        column += target - position
        position = target
        tabConsumed = 0
    }

    /// Consumes all blanks.
    mutating func skipBlanks(_ bytes: [UInt8]) {
        let (columns, p) = indentation(bytes)
        column += columns
        position = p
        tabConsumed = 0
    }
}
