extension CommandTable {
    /// Sizes and styles, all to the end of their group.
    static let styles: [(String, Command)] = [
        ("displaystyle", .sizeSwitch(.display)), ("textstyle", .sizeSwitch(.text)),
        ("scriptstyle", .sizeSwitch(.script)), ("scriptscriptstyle", .sizeSwitch(.scriptScript)),
        ("Tiny", .sizeSwitch(.scale(0.5))), ("tiny", .sizeSwitch(.scale(0.5))), ("sixptsize", .sizeSwitch(.scale(0.6))),
        ("scriptsize", .sizeSwitch(.scale(0.7))), ("footnotesize", .sizeSwitch(.scale(0.8))),
        ("small", .sizeSwitch(.scale(0.9))), ("normalsize", .sizeSwitch(.scale(1))),
        ("large", .sizeSwitch(.scale(1.2))), ("Large", .sizeSwitch(.scale(1.44))),
        ("LARGE", .sizeSwitch(.scale(1.728))), ("huge", .sizeSwitch(.scale(2.074))),
        ("Huge", .sizeSwitch(.scale(2.488))),
    ] + radicals
}
