#ifndef GLOSS_BLOCKS_H
#define GLOSS_BLOCKS_H

#include <stddef.h>

/// Loops over blocks that fit in the nearest cache, for programs over long arrays. Unlike the loops of CKernels.h they use
/// fused multiply-add where the processor has it: results may differ by an ulp from one processor to another.

typedef enum {
    // One operand.
    GLOSS_NEGATE, GLOSS_ABS, GLOSS_SIGN, GLOSS_SQUARE, GLOSS_RECIPROCAL, GLOSS_SQRT,
    GLOSS_FLOOR, GLOSS_CEIL, GLOSS_TRUNCATE,
    /// Errors in ulp: exp 1.1, log 1, tanh 3, sigmoid 3.
    GLOSS_EXP, GLOSS_LOG, GLOSS_TANH, GLOSS_SIGMOID,
    /// Error below 1 ulp.
    GLOSS_SIN, GLOSS_COS,
    /// 1 where the operand is 0, else 0.
    GLOSS_NOT,
    // Two operands.
    GLOSS_ADD, GLOSS_SUBTRACT, GLOSS_MULTIPLY, GLOSS_DIVIDE,
    /// NaN where either operand is.
    GLOSS_MAXIMUM, GLOSS_MINIMUM,
    /// Error below 1.3 ulp; special values as the C library's pow.
    GLOSS_POWER,
    // 1 where it holds, else 0.
    GLOSS_EQUAL, GLOSS_NOT_EQUAL, GLOSS_LESS, GLOSS_LESS_EQUAL, GLOSS_AND, GLOSS_OR,
    // Three operands: the second where the first is not 0, else the third.
    GLOSS_SELECT,
} gloss_block_operation;

typedef enum { GLOSS_FOLD_SUM, GLOSS_FOLD_PRODUCT, GLOSS_FOLD_MAXIMUM, GLOSS_FOLD_MINIMUM } gloss_block_fold;

enum { GLOSS_BLOCK_LANES = 8 };

typedef struct {
    /// out[i] = operation of a[i], b[i], c[i] for i < count. Operands that an operation does not have are ignored. Up to a
    /// multiple of GLOSS_BLOCK_LANES elements are read and written. `out` may be an operand.
    void (*apply)(gloss_block_operation operation, const double *a, const double *b, const double *c, double *out, size_t count);
    /// One number for `count` elements, in an order that does not depend on the processor. A maximum or minimum is NaN where
    /// an element is; of no elements it is −∞ or +∞.
    double (*fold)(gloss_block_fold fold, const double *a, size_t count);
    /// Bit 0: an element is infinite; bit 1: an element is NaN.
    int (*nonfinite)(const double *a, size_t count);
} gloss_block_loops;

/// 0 the baseline, 1 AVX2, 2 AVX-512; NULL where the processor has no such instructions.
const gloss_block_loops *gloss_block_loops_of(int level);

/// Those of the highest level that the processor has.
const gloss_block_loops *gloss_block_loops_best(void);

#endif
