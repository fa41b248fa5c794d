"""Makes Sources/CAssets/fonts/gloss-math.woff2: Latin Modern Math without what formulas on the web never use.

    python3 Scripts/math_font.py latinmodern-math.otf KaTeX_Script-Regular.ttf Sources/CAssets/fonts/gloss-math.woff2

Needs fontTools and brotli. The fonts are in Debian's fonts-lmodern and fonts-katex. Glyphs of stretched and enlarged operators
are kept through the MATH table. Latin Modern has one set of script capitals, that of \\mathcal; those of \\mathscr (Ralph Smith's,
as KaTeX has them) are their alternates under the feature ss01. As the GUST Font License asks, the modified font has another
name.
"""
import sys

from fontTools import subset
from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

RANGES = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x2B0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x2000, 0x206F), (0x2070, 0x209F),
    (0x20D0, 0x20FF), (0x2100, 0x214F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2500, 0x25FF),
    (0x2600, 0x266F), (0x2713, 0x2720), (0x27C0, 0x27FF), (0x2900, 0x29FF), (0x2A00, 0x2AFF), (0x2B00, 0x2BFF),
    (0x1D400, 0x1D7FF),
]

# Chromium gives a stretched delimiter the width of its widest variant (crbug.com/1124301), so that a small bracket would
# stand in a gap as wide as the tallest one: in thousandths of an em, the widest ink and the room beside it.
# Bars get the stroke and the room that they have in TeX, whatever their height.
FENCES = [
    ("()[]{}\u2308\u2309\u230A\u230B\u27E8\u27E9", 420, 80),
    ("/\\", 640, 56),
    ("|", 46, 145),
    ("\u2016", 220, 140),
]

# Where scripts stand on what is not one character, in thousandths of an em: TeX's values for Computer Modern
# (TeXbook, appendix G, rule 18a: sup_drop and sub_drop). The font's own put the index of (x)_i and of an accented letter lower.
SCRIPT_DROPS = {"SuperscriptBaselineDropMax": 386, "SubscriptBaselineDropMin": 50}


def redraw(font, name, transform, advance):
    """Draws a glyph again through a transform."""
    glyphs = font.getGlyphSet()
    strings = font["CFF "].cff.topDictIndex[0].CharStrings
    pen = T2CharStringPen(advance, glyphs)
    glyphs[name].draw(TransformPen(pen, transform))
    strings[name] = pen.getCharString(strings[name].private, strings[name].globalSubrs)
    font["hmtx"][name] = (advance, font["hmtx"][name][1])


def bounds(font, name):
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    return pen.bounds


def narrow_fences(font):
    variants = font["MATH"].table.MathVariants
    characters = font.getBestCmap()
    for fence, widest, bearing in [(fence, ink, room) for fences, ink, room in FENCES for fence in fences]:
        construction = variants.VertGlyphConstruction[variants.VertGlyphCoverage.glyphs.index(characters[ord(fence)])]
        for record in construction.MathGlyphVariantRecord[1:]:
            left, _, right, _ = bounds(font, record.VariantGlyph)
            scale = min(1, widest / (right - left))
            redraw(
                font, record.VariantGlyph, Transform(scale, 0, 0, 1, bearing - left * scale, 0),
                round((right - left) * scale) + 2 * bearing)
        if construction.GlyphAssembly:
            # The parts share one frame, in which they meet.
            parts = sorted({part.glyph for part in construction.GlyphAssembly.PartRecords})
            boxes = [bounds(font, part) for part in parts]
            left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
            scale = min(1, widest / (right - left))
            for part in parts:
                redraw(
                    font, part, Transform(scale, 0, 0, 1, bearing - left * scale, 0),
                    round((right - left) * scale) + 2 * bearing)


def set_script_drops(font):
    for constant, value in SCRIPT_DROPS.items():
        getattr(font["MATH"].table.MathConstants, constant).Value = value


def draw_primes_for_scripts(font):
    """Browsers raise a prime as a superscript, for which the font has other forms; not all browsers ask for them."""
    characters = font.getBestCmap()
    for prime in (0x2032, 0x2033, 0x2034, 0x2057, 0x2035, 0x2036, 0x2037):
        name = characters.get(prime)
        if name and f"{name}.st" in font["hmtx"].metrics:
            strings = font["CFF "].cff.topDictIndex[0].CharStrings
            strings[name] = strings[f"{name}.st"]
            font["hmtx"][name] = font["hmtx"][f"{name}.st"]


def script_capital(letter):
    """The code point of a script capital; eight of them are older than their block."""
    return {"B": 0x212C, "E": 0x2130, "F": 0x2131, "H": 0x210B, "I": 0x2110, "L": 0x2112, "M": 0x2133, "R": 0x211B}.get(
        letter, 0x1D49C + ord(letter) - ord("A"))


def add_script_alternates(font, script):
    """Draws the capitals of another font as alternates of the script capitals."""
    top = font["CFF "].cff.topDictIndex[0]
    strings = top.CharStrings
    characters, glyphs, sources = font.getBestCmap(), script.getGlyphSet(), script.getBestCmap()
    scale = font["head"].unitsPerEm / script["head"].unitsPerEm
    order = font.getGlyphOrder()
    substitutions = {}
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        base = characters[script_capital(letter)]
        name, source = f"{base}.ss01", sources[ord(letter)]
        pen = T2CharStringPen(round(script["hmtx"][source][0] * scale), None)
        glyphs[source].draw(TransformPen(pen, Transform(scale, 0, 0, scale, 0, 0)))
        private, subrs = strings[base].private, strings[base].globalSubrs
        strings.charStrings[name] = len(strings.charStringsIndex)
        strings.charStringsIndex.append(pen.getCharString(private, subrs))
        top.charset.append(name)
        if name not in order:
            order.append(name)
        font["hmtx"][name] = (round(script["hmtx"][source][0] * scale), round(script["hmtx"][source][1] * scale))
        substitutions[base] = name
    font.setGlyphOrder(order)

    table = font["GSUB"].table
    substitution = otTables.SingleSubst()
    substitution.mapping = substitutions
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag = 1, 0
    lookup.SubTable, lookup.SubTableCount = [substitution], 1
    table.LookupList.Lookup.append(lookup)
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = "ss01", otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex, record.Feature.LookupCount = [table.LookupList.LookupCount - 1], 1
    # Features stand in the order of their tags; "ss01" comes before "ssty".
    index = sum(1 for other in table.FeatureList.FeatureRecord if other.FeatureTag < "ss01")
    table.FeatureList.FeatureRecord.insert(index, record)
    table.FeatureList.FeatureCount = len(table.FeatureList.FeatureRecord)
    for writing in table.ScriptList.ScriptRecord:
        for system in [writing.Script.DefaultLangSys] + [r.LangSys for r in writing.Script.LangSysRecord]:
            if system:
                moved = [i + 1 if i >= index else i for i in system.FeatureIndex]
                system.FeatureIndex = sorted(moved + [index])
                system.FeatureCount = len(system.FeatureIndex)
    # Chromium takes a script capital for a sign of no writing system, and the font has features for mathematics only.
    for tag in ("DFLT", "latn"):
        writing = otTables.ScriptRecord()
        writing.ScriptTag, writing.Script = tag, otTables.Script()
        system = otTables.LangSys()
        system.LookupOrder, system.ReqFeatureIndex = None, 0xFFFF
        system.FeatureIndex, system.FeatureCount = [index], 1
        writing.Script.DefaultLangSys, writing.Script.LangSysRecord, writing.Script.LangSysCount = system, [], 0
        table.ScriptList.ScriptRecord.append(writing)
    table.ScriptList.ScriptRecord.sort(key=lambda writing: writing.ScriptTag)
    table.ScriptList.ScriptCount = len(table.ScriptList.ScriptRecord)


def main(source, script, target):
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = ["ssty", "dtls", "flac", "kern", "mark", "mkmk"]
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    # The same bytes whenever it is made.
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for low, high in RANGES for c in range(low, high + 1)])
    subsetter.subset(font)
    narrow_fences(font)
    set_script_drops(font)
    draw_primes_for_scripts(font)
    add_script_alternates(font, TTFont(script))
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
