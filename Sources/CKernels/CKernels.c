#include "CKernels.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#pragma clang fp contract(off)

#if defined(__x86_64__) && defined(__ELF__)
#define KERNEL __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define KERNEL
#endif

#define BINARY(name, operation)                                                       \
    KERNEL void name(const double *x, const double *y, double *out, size_t count) {   \
        for (size_t i = 0; i < count; i++) out[i] = x[i] operation y[i];              \
    }

BINARY(gloss_add, +)
BINARY(gloss_subtract, -)
BINARY(gloss_multiply, *)
BINARY(gloss_divide, /)

static inline __attribute__((always_inline)) double power_of_two(int64_t exponent) {
    uint64_t bits = (uint64_t)(exponent + 1023) << 52;
    double result;
    memcpy(&result, &bits, sizeof result);
    return result;
}

/* e^x = 2^k e^r with k = round(x / log 2), |r| ≤ log 2 / 2: r in two parts (Cody and Waite, 1980), e^r by its Taylor
   series to degree 13, whose remainder is below 2^-57. 2^k is applied as two factors, so that the subnormal range is
   reached in one rounding. */
static inline __attribute__((always_inline)) double exponential(double x) {
    const double shift = 0x1.8p52;
    double bounded = x < -746.0 ? -746.0 : x;
    bounded = bounded > 710.0 ? 710.0 : bounded;
    double turns = bounded * 0x1.71547652b82fep0 + shift;
    uint64_t bits;
    memcpy(&bits, &turns, sizeof bits);
    int64_t k = (int64_t)(bits & 0xfffffffffffff) - 0x8000000000000;
    double whole = turns - shift;
    double high = bounded - whole * 0x1.62e42fee00000p-1;
    double low = whole * 0x1.a39ef35793c76p-33;
    double r = high - low;
    double lost = (high - r) - low;
    double p = 1.0 / 6227020800.0;
    p = p * r + 1.0 / 479001600.0;
    p = p * r + 1.0 / 39916800.0;
    p = p * r + 1.0 / 3628800.0;
    p = p * r + 1.0 / 362880.0;
    p = p * r + 1.0 / 40320.0;
    p = p * r + 1.0 / 5040.0;
    p = p * r + 1.0 / 720.0;
    p = p * r + 1.0 / 120.0;
    p = p * r + 1.0 / 24.0;
    p = p * r + 1.0 / 6.0;
    p = p * r + 0.5;
    double value = 1.0 + (r + (r * r * p + lost));
    int64_t half = k >> 1;
    double result = value * power_of_two(half) * power_of_two(k - half);
    return x != x ? x : result;
}

KERNEL void gloss_exp(const double *x, double *out, size_t count) {
    for (size_t i = 0; i < count; i++) out[i] = exponential(x[i]);
}

KERNEL void gloss_sigmoid(const double *x, double *out, size_t count) {
    for (size_t i = 0; i < count; i++) {
        double e = exponential(-fabs(x[i]));
        double positive = 1.0 / (1.0 + e);
        out[i] = x[i] >= 0 ? positive : e * positive;
    }
}

/* log x = k log 2 + log(1 + f) with 1 + f in [√½, √2): s = f / (2 + f), log(1 + f) = f − s (f − R(s²)), and R the minimax
   polynomial of fdlibm's e_log.c (Sun Microsystems, 1993). Subnormal numbers are scaled by 2^54 first. */
static inline __attribute__((always_inline)) double logarithm(double x) {
    int tiny = x < 0x1p-1022;
    double scaled = tiny ? x * 0x1p54 : x;
    uint64_t bits;
    memcpy(&bits, &scaled, sizeof bits);
    uint64_t moved = bits + (0x3ff0000000000000 - 0x3fe6a09e667f3bcd);
    double k = (double)((int64_t)(moved >> 52) - 1023) - (tiny ? 54.0 : 0.0);
    uint64_t mantissa = (moved & 0xfffffffffffff) + 0x3fe6a09e667f3bcd;
    double m;
    memcpy(&m, &mantissa, sizeof m);
    double f = m - 1.0;
    double half = 0.5 * f * f;
    double s = f / (2.0 + f);
    double z = s * s;
    double w = z * z;
    double even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
    double odd = z
        * (6.666666666666735130e-01
            + w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
    double value =
        s * (half + even + odd) + k * 1.90821492927058770002e-10 - half + f + k * 6.93147180369123816490e-01;
    value = x == INFINITY ? x : value;
    value = x == 0.0 ? -INFINITY : value;
    return x < 0.0 ? NAN : x != x ? x : value;
}

KERNEL void gloss_log(const double *x, double *out, size_t count) {
    for (size_t i = 0; i < count; i++) out[i] = logarithm(x[i]);
}

/* tanh |x| = 1 − 2 / (e^(2|x|) + 1); below 0.15 its Taylor series to degree 17, whose remainder is below 2^-55 of it. */
KERNEL void gloss_tanh(const double *x, double *out, size_t count) {
    for (size_t i = 0; i < count; i++) {
        double t = fabs(x[i]);
        double e = exponential(2.0 * t);
        double large = 1.0 - 2.0 / (e + 1.0);
        double z = t * t;
        double p = 6404582.0 / 10854718875.0;
        p = p * z - 929569.0 / 638512875.0;
        p = p * z + 21844.0 / 6081075.0;
        p = p * z - 1382.0 / 155925.0;
        p = p * z + 62.0 / 2835.0;
        p = p * z - 17.0 / 315.0;
        p = p * z + 2.0 / 15.0;
        p = p * z - 1.0 / 3.0;
        double small = t + t * z * p;
        out[i] = copysign(t < 0.15 ? small : large, x[i]);
    }
}
