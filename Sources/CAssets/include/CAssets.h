#ifndef CASSETS_H
#define CASSETS_H

#include <stddef.h>
#include <stdint.h>

/// The theme's files, embedded when this target is compiled. Each returns its first byte and sets its length.
const uint8_t *_Nonnull gloss_asset_style(ptrdiff_t *_Nullable count);
const uint8_t *_Nonnull gloss_asset_script(ptrdiff_t *_Nullable count);

#endif
