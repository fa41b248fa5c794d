#include "CAssets.h"

// `#embed` is C23; clang has it as an extension in C17, which is what the package is compiled as.
#pragma clang diagnostic ignored "-Wc23-extensions"

// One sheet of many: a page loads one file.
static const uint8_t style[] = {
#embed "theme/colours.css"
    ,
#embed "theme/frame.css"
    ,
#embed "theme/words.css"
    ,
#embed "theme/mathematics.css"
    ,
#embed "theme/outcomes.css"
    ,
#embed "theme/results.css"
    ,
#embed "theme/code.css"
    ,
#embed "theme/note.css"
    ,
#embed "theme/pages.css"
    ,
#embed "theme/search.css"
    ,
#embed "theme/screens.css"
    ,
#embed "theme/sizes.css"
};

static const uint8_t script[] = {
#embed "theme/gloss.js"
};

static const uint8_t search_script[] = {
#embed "theme/search.js"
};

static const uint8_t theme_script[] = {
#embed "theme/theme.js"
};

static const uint8_t icon[] = {
#embed "theme/icon.svg"
};

static const uint8_t font[] = {
#embed "fonts/gloss-math.woff2"
};

static const uint8_t font_licence[] = {
#embed "fonts/GUST-FONT-LICENSE.txt"
};

static const uint8_t script_font_licence[] = {
#embed "fonts/KATEX-FONT-LICENSE.txt"
};

static const struct gloss_asset assets[] = {
    {"GUST-FONT-LICENSE.txt", font_licence, sizeof font_licence},
    {"KATEX-FONT-LICENSE.txt", script_font_licence, sizeof script_font_licence},
    {"gloss-math.woff2", font, sizeof font},
    {"gloss.css", style, sizeof style},
    {"gloss.js", script, sizeof script},
    {"icon.svg", icon, sizeof icon},
    {"search.js", search_script, sizeof search_script},
    {"theme.js", theme_script, sizeof theme_script},
};

const struct gloss_asset *gloss_assets(ptrdiff_t *count) {
    *count = sizeof assets / sizeof *assets;
    return assets;
}
