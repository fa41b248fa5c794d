#ifndef CKERNELS_H
#define CKERNELS_H

#include "Blocks.h"

#include <stddef.h>

/// Loops over long arrays, compiled for several instruction sets and chosen when the program starts. All are
/// elementwise and free of fused multiply-add, so that a result is the same whatever was chosen.

/// out[i] = x[i] ∘ y[i]. `out` may be `x` or `y`.
void gloss_add(const double *x, const double *y, double *out, size_t count);
void gloss_subtract(const double *x, const double *y, double *out, size_t count);
void gloss_multiply(const double *x, const double *y, double *out, size_t count);
void gloss_divide(const double *x, const double *y, double *out, size_t count);

/// out[i] = e^x[i]. Error below 1 ulp; 0 and infinity beyond the range; gradual underflow; NaN for NaN.
void gloss_exp(const double *x, double *out, size_t count);

/// out[i] = log x[i]. Error below 1 ulp; −infinity at 0, NaN below.
void gloss_log(const double *x, double *out, size_t count);

/// out[i] = tanh x[i]. Error below 6 ulp.
void gloss_tanh(const double *x, double *out, size_t count);

/// out[i] = 1 / (1 + e^−x[i]), without overflow. Error below 4 ulp.
void gloss_sigmoid(const double *x, double *out, size_t count);

#endif
