#include "CAssets.h"

// `#embed` is C23; clang has it as an extension in C17, which is what the package is compiled as.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t style[] = {
#embed "theme/gloss.css"
};

static const uint8_t script[] = {
#embed "theme/gloss.js"
};

const uint8_t *gloss_asset_style(ptrdiff_t *count) {
    if (count) *count = (ptrdiff_t)sizeof style;
    return style;
}

const uint8_t *gloss_asset_script(ptrdiff_t *count) {
    if (count) *count = (ptrdiff_t)sizeof script;
    return script;
}
