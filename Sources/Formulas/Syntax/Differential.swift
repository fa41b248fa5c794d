/// The `d x` of an integral among tokens without spaces.
extension [Token] {
    /// Whether a `d` stands here with something behind it.
    func beginsDifferential(at k: Int) -> Bool {
        k >= 0 && k + 1 < count && self[k].letter == 0x64 && !self[k].hasScripts
    }

    /// The variable of a differential that begins here.
    func differentialVariable(at k: Int) -> Token? {
        guard beginsDifferential(at: k), self[k + 1].letter != nil || self[k + 1].isAccented else { return nil }
        return self[k + 1]
    }
}
