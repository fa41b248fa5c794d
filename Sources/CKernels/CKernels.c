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
