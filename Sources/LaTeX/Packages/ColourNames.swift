import Source

/// Colours that have a name: those of CSS, which a page draws as they are, and those of dvips (xcolor's `dvipsnames`)
/// that CSS does not have.
enum ColourNames {
    /// dvips: what each is in red, green and blue.
    static let values: [String: String] = {
        var values: [String: String] = [:]
        let table = """
            Apricot fbb982 Bittersweet c04f17 BlueGreen 00b3b8 BrickRed b6321c BurntOrange f7921d CarnationPink f282b4
            Cerulean 00a2e3 Dandelion fdbc42 Emerald 00a99d JungleGreen 00a99a Mahogany a9341f Melon f89e7b Mulberry a93c93
            NavyBlue 006eb8 OliveGreen 3c8031 Peach f7965a Periwinkle 7977b8 PineGreen 008b72 ProcessBlue 00b0f0
            RawSienna 974006 RedOrange f26035 RedViolet a1246b Rhodamine ef559f RoyalPurple 613f99 RubineRed ed017d
            Sepia 671800 TealBlue 00aeb3 VioletRed ef58a0 WildStrawberry ee2967 YellowOrange faa21a
            """
        var name: Substring?
        for word in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            if let known = name { values[String(known)] = "#" + word }
            name = name == nil ? word : nil
        }
        return values
    }()

    /// Whether a page draws the colour of that name.
    static func isKnown(_ name: String) -> Bool { css.contains(name.lowercased()) }

    /// The one known name that is a slip away.
    static func nearest(to name: String) -> String? {
        let written = Array(name.lowercased().utf8)
        let names = css.sorted() + values.keys.sorted()
        for distance in 1...2 where written.count > distance * 2 {
            let near = names.filter { EditDistance.between(written, Array($0.lowercased().utf8)[...], atMost: distance) != nil }
            if let first = near.first { return first }
        }
        return nil
    }

    private static let css = Set(
        """
        aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue
        chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey
        darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray
        darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen
        fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki
        lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen
        lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime
        limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue
        mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive
        olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum
        powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue
        slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato transparent currentcolor turquoise violet
        wheat white whitesmoke yellow yellowgreen
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}
