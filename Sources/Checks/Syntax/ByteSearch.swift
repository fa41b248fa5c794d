extension Collection where Element == UInt8, Index == Int {
    /// Whether these bytes stand somewhere.
    func containsSequence(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { sought in
            guard let first = sought.first, count >= sought.count else { return sought.isEmpty }
            for start in startIndex...(endIndex - sought.count) where self[start] == first {
                var k = 1
                while k < sought.count, self[start + k] == sought[k] { k += 1 }
                if k == sought.count { return true }
            }
            return false
        }
    }
}
