#ifndef CASSETS_H
#define CASSETS_H

#include <stddef.h>
#include <stdint.h>

/// A file of the theme, embedded when this target is compiled.
struct gloss_asset {
    const char *_Nonnull name;
    const uint8_t *_Nonnull bytes;
    ptrdiff_t count;
};

/// The theme's files in the order of their names.
const struct gloss_asset *_Nonnull gloss_assets(ptrdiff_t *_Nonnull count);

#endif
