"""Prints the CSS colour names on which white text has more contrast than black (WCAG 2.2), and luminances of a few colours."""
from PIL import ImageColor


def luminance(hexadecimal):
    parts = [int(hexadecimal[k:k + 2], 16) / 255 for k in (1, 3, 5)]
    r, g, b = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


print(" ".join(sorted(name for name, value in ImageColor.colormap.items() if luminance(value if isinstance(value, str) else value[0]) < 0.1791)))
for colour in ["#ffff00", "#000080", "#808080", "#12ab9f"]:
    print(colour, repr(luminance(colour)))
