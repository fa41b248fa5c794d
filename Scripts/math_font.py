"""Makes Sources/CAssets/fonts/gloss-math.woff2: Latin Modern Math without what formulas on the web never use.

    python3 Scripts/math_font.py latinmodern-math.otf Sources/CAssets/fonts/gloss-math.woff2

Needs fontTools and brotli. The font is in Debian's fonts-lmodern. Glyphs of stretched and enlarged operators are kept
through the MATH table. As the GUST Font License asks, the modified font has another name.
"""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x2B0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x2000, 0x206F), (0x2070, 0x209F),
    (0x20D0, 0x20FF), (0x2100, 0x214F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2500, 0x25FF),
    (0x2600, 0x266F), (0x2713, 0x2720), (0x27C0, 0x27FF), (0x2900, 0x29FF), (0x2A00, 0x2AFF), (0x2B00, 0x2BFF),
    (0x1D400, 0x1D7FF),
]


def main(source, target):
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = ["ssty", "dtls", "flac", "kern", "mark", "mkmk"]
    options.hinting = False
    options.desubroutinize = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    # The same bytes whenever it is made.
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for low, high in RANGES for c in range(low, high + 1)])
    subsetter.subset(font)
    for record in font["name"].names:
        text = {1: "Gloss Math", 3: "Gloss Math subset of Latin Modern Math", 4: "Gloss Math", 6: "GlossMath-Regular"}.get(record.nameID)
        if text:
            record.string = text
    cff = font["CFF "].cff
    cff.fontNames[0] = "GlossMath-Regular"
    top = cff.topDictIndex[0]
    top.FullName = top.FamilyName = "Gloss Math"
    font.flavor = "woff2"
    font.save(target)


main(*sys.argv[1:])
