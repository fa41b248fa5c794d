#include "Blocks.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#pragma clang fp contract(off)

#define WIDTH 2
#define LEVEL(name) baseline_##name
#define TARGET
#if defined(__aarch64__)
#define FUSED 1
#else
#define FUSED 0
#endif
#include "BlockLoops.h"
#undef WIDTH
#undef LEVEL
#undef TARGET
#undef FUSED

#if defined(__x86_64__)
#include <immintrin.h>

#define FUSED 1
#define WIDTH 4
#define LEVEL(name) avx2_##name
#define TARGET __attribute__((target("avx2,fma")))
#include "BlockLoops.h"
#undef WIDTH
#undef LEVEL
#undef TARGET

#define WIDTH 8
#define LEVEL(name) avx512_##name
#define TARGET __attribute__((target("avx512f,avx512dq,avx512vl,avx2,fma")))
#define SCALE(value, k) ((avx512_vec)_mm512_scalef_pd((__m512d)(value), (__m512d)(k)))
#include "BlockLoops.h"
#undef SCALE
#endif

const gloss_block_loops *gloss_block_loops_of(int level) {
    switch (level) {
    case 0: return &baseline_loops;
#if defined(__x86_64__)
    case 1: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &avx2_loops : NULL;
    case 2:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
            ? &avx512_loops
            : NULL;
#endif
    default: return NULL;
    }
}

const gloss_block_loops *gloss_block_loops_best(void) {
    for (int level = 2; level > 0; level--) {
        const gloss_block_loops *loops = gloss_block_loops_of(level);
        if (loops) return loops;
    }
    return &baseline_loops;
}
