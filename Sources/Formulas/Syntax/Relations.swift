import Source

/// What relation a sign stands for.
enum RelationSigns {
    static func kind(_ scalar: UInt32) -> Relation.Kind {
        switch scalar {
        case 0x3D: .equal
        case 0x2260: .notEqual
        case 0x3C: .less
        case 0x3E: .greater
        case 0x2264, 0x2A7D, 0x2266: .lessOrEqual
        case 0x2265, 0x2A7E, 0x2267: .greaterOrEqual
        case 0x2248, 0x2243, 0x2245, 0x2252: .approximately
        case 0x2261: .identical
        case 0x2250, 0x2254, 0x225C, 0x225D, 0x2257: .defines
        case 0x2190, 0x27F5, 0x21D0: .assigns
        case 0x221D: .proportional
        case 0x2208, 0x2209, 0x220B, 0x2282, 0x2286, 0x2283, 0x2287: .member
        case 0x223C: .distributed
        case 0x2192, 0x27F6, 0x21A6, 0x27FC: .tendsTo
        case 0x226A: .muchLess
        case 0x226B: .muchGreater
        default: .other
        }
    }

    /// Signs between statements rather than inside one.
    static func isImplication(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21D2, 0x27F9, 0x21D4, 0x27FA, 0x2234, 0x2235: true
        default: false
        }
    }

    static func text(_ scalar: UInt32) -> String {
        Unicode.Scalar(scalar).map { String(Character($0)) } ?? "?"
    }
}
