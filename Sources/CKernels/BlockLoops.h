/* The loops of Blocks.h for one instruction set; Blocks.c includes this once for each. WIDTH is the number of lanes,
   LEVEL(name) the name of a function, TARGET its attribute, FUSED whether fma is one instruction, SCALE(v, k) v · 2^k. */

typedef double LEVEL(vec) __attribute__((ext_vector_type(WIDTH), aligned(8)));
typedef int64_t LEVEL(ivec) __attribute__((ext_vector_type(WIDTH), aligned(8)));
#define vec LEVEL(vec)
#define ivec LEVEL(ivec)
#define INLINE static inline __attribute__((always_inline)) TARGET
#define BITS(x) ((ivec)(x))
#define REAL(x) ((vec)(x))
#define ALL(x) ((vec)(x))
#if FUSED
#define FMA(a, b, c) __builtin_elementwise_fma((vec)(a), (vec)(b), (vec)(c))
#else
#define FMA(a, b, c) ((vec)(a) * (vec)(b) + (vec)(c))
#endif

/* Bits of 1.5 · 2^52 + k end in k. */
#define SHIFT ALL(0x1.8p52)

#ifndef SCALE
#define SCALE_BY_FACTORS
/* 2^k as two factors: a result in the subnormal range is rounded once. */
INLINE vec LEVEL(scale)(vec value, vec k) {
    vec half = k * ALL(0.5) + SHIFT;
    vec rest = (k - (half - SHIFT)) + SHIFT;
    return value * REAL((BITS(half) + 1023) << 52) * REAL((BITS(rest) + 1023) << 52);
}
#define SCALE(v, k) LEVEL(scale)(v, k)
#endif

/* e^(x + low) = 2^k e^r with k = round(x / log 2): e^r − 1 into `minus`, k into `turns`. The polynomial is that of degree 11
   through Chebyshev points of |r| ≤ log 2 / 2, its error below 2^-55 (mpmath). */
INLINE vec LEVEL(exp_parts)(vec x, vec low, vec *turns) {
    vec k = FMA(x, ALL(0x1.71547652b82fep0), SHIFT) - SHIFT;
    vec r = FMA(-k, ALL(0x1.62e42fefa2000p-1), x);
    r = FMA(-k, ALL(0x1.9ef35793c7673p-41), r) + low;
    vec q = FMA(ALL(0x1.af38a9b0ec855p-26), r, ALL(0x1.289185613a3d6p-22));
    q = FMA(q, r, ALL(0x1.71de0dae63bb3p-19));
    q = FMA(q, r, ALL(0x1.a019b90d2ae7ap-16));
    q = FMA(q, r, ALL(0x1.a01a01a7c41d5p-13));
    q = FMA(q, r, ALL(0x1.6c16c1788bd90p-10));
    q = FMA(q, r, ALL(0x1.11111111109b3p-7));
    q = FMA(q, r, ALL(0x1.5555555553d63p-5));
    q = FMA(q, r, ALL(0x1.5555555555556p-3));
    q = FMA(q, r, ALL(0.5));
    *turns = k;
    return FMA(r * r, q, r);
}

INLINE vec LEVEL(bounded)(vec x, double lower, double upper) {
    x = x < ALL(lower) ? ALL(lower) : x;
    return x > ALL(upper) ? ALL(upper) : x;
}

INLINE vec LEVEL(exp)(vec x) {
    vec k;
    vec minus = LEVEL(exp_parts)(LEVEL(bounded)(x, -746.0, 710.0), ALL(0.0), &k);
    return SCALE(ALL(1.0) + minus, k);
}

/* x = 2^k m with m in [√½, √2); subnormal numbers are scaled by 2^54 first. */
INLINE vec LEVEL(split)(vec x, vec *mantissa) {
    ivec tiny = x < ALL(0x1p-1022);
    vec scaled = tiny ? x * ALL(0x1p54) : x;
    ivec moved = BITS(scaled) + (0x3ff0000000000000 - 0x3fe6a09e667f3bcd);
    vec k = REAL(((moved >> 52) & 0x7ff) | 0x4330000000000000) - (tiny ? ALL(0x1p52 + 1077) : ALL(0x1p52 + 1023));
    *mantissa = REAL((moved & 0xfffffffffffff) + 0x3fe6a09e667f3bcd);
    return k;
}

/* log x = k log 2 + log(1 + f), s = f / (2 + f), log(1 + f) = f − f²/2 + s (f²/2 + R(s²)), R the minimax polynomial of
   fdlibm's e_log.c (Sun Microsystems, 1993). */
INLINE vec LEVEL(log)(vec x) {
    vec m;
    vec k = LEVEL(split)(x, &m);
    vec f = m - ALL(1.0);
    vec half = ALL(0.5) * f * f;
    vec s = f / (ALL(2.0) + f);
    vec z = s * s;
    vec w = z * z;
    vec even = FMA(w, ALL(1.531383769920937332e-01), ALL(2.222219843214978396e-01));
    even = w * FMA(w, even, ALL(3.999999999940941908e-01));
    vec odd = FMA(w, ALL(1.479819860511658591e-01), ALL(1.818357216161805012e-01));
    odd = FMA(w, odd, ALL(2.857142874366239149e-01));
    odd = z * FMA(w, odd, ALL(6.666666666666735130e-01));
    vec low = FMA(s, half + (even + odd), k * ALL(0x1.9ef35793c7673p-41));
    vec value = FMA(k, ALL(0x1.62e42fefa2000p-1), f - (half - low));
    value = x == ALL(INFINITY) ? x : value;
    value = x == ALL(0.0) ? ALL(-INFINITY) : value;
    value = x < ALL(0.0) ? ALL(NAN) : value;
    return x != x ? x : value;
}

INLINE vec LEVEL(sign_of)(vec magnitude, vec x) {
    return REAL((BITS(magnitude) & INT64_MAX) | (BITS(x) & INT64_MIN));
}

/* tanh t = (e^2t − 1) / (e^2t + 1) for t = |x|; e^2t − 1 = 2^k (e^r − 1) + (2^k − 1) keeps its digits near 0. From 20 on it
   is 1. */
INLINE vec LEVEL(tanh)(vec x) {
    vec t = LEVEL(bounded)(REAL(BITS(x) & INT64_MAX), 0.0, 20.0);
    vec k;
    vec minus = LEVEL(exp_parts)(t + t, ALL(0.0), &k);
    vec power = REAL((BITS(k + SHIFT) + 1023) << 52);
    vec above = FMA(power, minus, power - ALL(1.0));
    return LEVEL(sign_of)(above / (above + ALL(2.0)), x);
}

/* 1 / (1 + e^−|x|), or e^−|x| times that for x < 0: no overflow. */
INLINE vec LEVEL(sigmoid)(vec x) {
    vec e = LEVEL(exp)(REAL(BITS(x) | INT64_MIN));
    vec above = ALL(1.0) + e;
    return (x >= ALL(0.0) ? ALL(1.0) : e) / (x != x ? x : above);
}

#if FUSED
/* x = k π/2 + r + low with π/2 in three parts, exact to 2^-60 for |k| < 2^20; the polynomials are those of fdlibm's
   k_sin.c and k_cos.c. `quarter` turns a sine into a cosine. */
INLINE vec LEVEL(sine)(vec x, int quarter) {
    vec turns = FMA(x, ALL(0x1.45f306dc9c883p-1), SHIFT);
    vec k = turns - SHIFT;
    vec first = FMA(-k, ALL(0x1.921fb54442d18p+0), x);
    vec w = k * ALL(0x1.1a62633145c07p-54);
    vec lost = FMA(k, ALL(0x1.1a62633145c07p-54), -w);
    vec r = first - w;
    vec low = FMA(k, ALL(0x1.f1976b7ed8fbcp-110), ((first - r) - w) - lost);
    vec z = r * r;
    vec p = FMA(z, ALL(1.58969099521155010221e-10), ALL(-2.50507602534068634195e-08));
    p = FMA(z, p, ALL(2.75573137070700676789e-06));
    p = FMA(z, p, ALL(-1.98412698298579493134e-04));
    p = FMA(z, p, ALL(8.33333333332248946124e-03));
    vec cube = z * r;
    vec sine = r - ((z * (ALL(0.5) * low - cube * p) - low) - cube * ALL(-1.66666666666666324348e-01));
    vec c = FMA(z, ALL(-1.13596475577881948265e-11), ALL(2.08757232129817482790e-09));
    c = FMA(z, c, ALL(-2.75573143513906633035e-07));
    c = FMA(z, c, ALL(2.48015872894767294178e-05));
    c = FMA(z, c, ALL(-1.38888888888741095749e-03));
    c = z * FMA(z, c, ALL(4.16666666666666019037e-02));
    vec half = ALL(0.5) * z;
    vec near = ALL(1.0) - half;
    vec cosine = near + (((ALL(1.0) - near) - half) + (z * c - r * low));
    ivec which = BITS(turns) + quarter;
    vec value = (which & 1) == 1 ? cosine : sine;
    value = REAL(BITS(value) ^ ((which & 2) << 62));
    return x == ALL(0.0) ? (quarter ? ALL(1.0) : x) : value;
}

/* x^y = e^(y log x), log x as a sum of two doubles (relative error below 2^-64): log m = 2 atanh s for s = (m − 1) / (m + 1),
   the first two terms of its series in two doubles. For normal x > 0 and finite y. */
INLINE vec LEVEL(pow)(vec x, vec y) {
    vec m;
    vec k = LEVEL(split)(x, &m);
    vec d = m - ALL(1.0);
    vec n = m + ALL(1.0);
    vec n_low = m - (n - ALL(1.0));
    vec inverse = ALL(1.0) / n;
    vec s = d * inverse;
    vec s_low = FMA(-s, n_low, FMA(-s, n, d)) * inverse;
    vec z = s * s;
    vec z_low = FMA(s + s, s_low, FMA(s, s, -z));
    vec p = FMA(z, ALL(0x1.b8d433114356ap-5), ALL(0x1.ac4a89c963bd2p-5));
    p = FMA(z, p, ALL(0x1.e1f7fa7547245p-5));
    p = FMA(z, p, ALL(0x1.1110dfad0f8e7p-4));
    p = FMA(z, p, ALL(0x1.3b13b1bc75cd4p-4));
    p = FMA(z, p, ALL(0x1.745d174513593p-4));
    p = FMA(z, p, ALL(0x1.c71c71c71cfd9p-4));
    p = FMA(z, p, ALL(0x1.2492492492491p-3));
    p = FMA(z, p, ALL(0x1.999999999999ap-3));
    vec w = z * p;
    vec third = ALL(0x1.5555555555555p-2);
    vec t = third + w;
    vec t_low = ((third - t) + w) + FMA(z_low, p, ALL(0x1.5555555555555p-56));
    vec u = z * t;
    vec u_low = FMA(z, t_low, FMA(z_low, t, FMA(z, t, -u)));
    vec v = s * u;
    vec v_low = FMA(s, u_low, FMA(s_low, u, FMA(s, u, -v)));
    vec r = s + v;
    vec r_low = (s - r) + v + (v_low + s_low);
    vec whole = k * ALL(0x1.62e42fefa2000p-1);
    vec two = r + r;
    vec high = whole + two;
    vec low = ((whole - high) + two) + FMA(k, ALL(0x1.9ef35793c7673p-41), r_low + r_low);
    vec logarithm = high + low;
    low = (high - logarithm) + low;
    vec e = y * logarithm;
    vec e_low = FMA(y, low, FMA(y, logarithm, -e));
    ivec inside = (e > ALL(-760.0)) & (e < ALL(760.0));
    e_low = inside ? e_low : ALL(0.0);
    vec turns;
    vec minus = LEVEL(exp_parts)(LEVEL(bounded)(e, -760.0, 760.0), e_low, &turns);
    return SCALE(ALL(1.0) + minus, turns);
}
#endif

#define EACH(expression)                                                                              \
    for (size_t i = 0; i < count; i += WIDTH) {                                                       \
        vec x = *(const vec *)(a + i);                                                                \
        *(vec *)(out + i) = (expression);                                                             \
    }                                                                                                 \
    return

#define EACH_PAIR(expression)                                                                         \
    for (size_t i = 0; i < count; i += WIDTH) {                                                       \
        vec x = *(const vec *)(a + i), y = *(const vec *)(b + i);                                     \
        *(vec *)(out + i) = (expression);                                                             \
    }                                                                                                 \
    return

#define TRUTH(condition) ((condition) ? ALL(1.0) : ALL(0.0))

TARGET static void LEVEL(sines)(const double *a, double *out, size_t count, int quarter) {
#if FUSED
    for (size_t i = 0; i < count; i += WIDTH) {
        vec x = *(const vec *)(a + i);
        vec value = LEVEL(sine)(x, quarter);
        ivec far = !(REAL(BITS(x) & INT64_MAX) < ALL(0x1p20));
        if (__builtin_reduce_or(far)) {
            for (int lane = 0; lane < WIDTH; lane++) {
                if (far[lane]) value[lane] = quarter ? cos(x[lane]) : sin(x[lane]);
            }
        }
        *(vec *)(out + i) = value;
    }
#else
    for (size_t i = 0; i < count; i++) out[i] = quarter ? cos(a[i]) : sin(a[i]);
#endif
}

TARGET static void LEVEL(powers)(const double *a, const double *b, double *out, size_t count) {
#if FUSED
    for (size_t i = 0; i < count; i += WIDTH) {
        vec x = *(const vec *)(a + i), y = *(const vec *)(b + i);
        vec value = LEVEL(pow)(x, y);
        ivec special = !((x >= ALL(0x1p-1022)) & (x < ALL(INFINITY)) & (REAL(BITS(y) & INT64_MAX) < ALL(0x1p60)));
        if (__builtin_reduce_or(special)) {
            for (int lane = 0; lane < WIDTH; lane++) {
                if (special[lane]) value[lane] = pow(x[lane], y[lane]);
            }
        }
        *(vec *)(out + i) = value;
    }
#else
    for (size_t i = 0; i < count; i++) out[i] = pow(a[i], b[i]);
#endif
}

TARGET static void LEVEL(apply)(
    gloss_block_operation operation, const double *a, const double *b, const double *c, double *out, size_t count) {
    switch (operation) {
    case GLOSS_NEGATE: EACH(-x);
    case GLOSS_ABS: EACH(REAL(BITS(x) & INT64_MAX));
    case GLOSS_SIGN: EACH(x > ALL(0.0) ? ALL(1.0) : x < ALL(0.0) ? ALL(-1.0) : x);
    case GLOSS_SQUARE: EACH(x * x);
    case GLOSS_RECIPROCAL: EACH(ALL(1.0) / x);
    case GLOSS_SQRT: EACH(__builtin_elementwise_sqrt(x));
    case GLOSS_FLOOR: EACH(__builtin_elementwise_floor(x));
    case GLOSS_CEIL: EACH(__builtin_elementwise_ceil(x));
    case GLOSS_TRUNCATE: EACH(__builtin_elementwise_trunc(x));
    case GLOSS_EXP: EACH(LEVEL(exp)(x));
    case GLOSS_LOG: EACH(LEVEL(log)(x));
    case GLOSS_TANH: EACH(LEVEL(tanh)(x));
    case GLOSS_SIGMOID: EACH(LEVEL(sigmoid)(x));
    case GLOSS_SIN: LEVEL(sines)(a, out, count, 0); return;
    case GLOSS_COS: LEVEL(sines)(a, out, count, 1); return;
    case GLOSS_NOT: EACH(TRUTH(x == ALL(0.0)));
    case GLOSS_ADD: EACH_PAIR(x + y);
    case GLOSS_SUBTRACT: EACH_PAIR(x - y);
    case GLOSS_MULTIPLY: EACH_PAIR(x * y);
    case GLOSS_DIVIDE: EACH_PAIR(x / y);
    case GLOSS_MAXIMUM: EACH_PAIR(((x >= y) | (x != x)) ? x : y);
    case GLOSS_MINIMUM: EACH_PAIR(((x <= y) | (x != x)) ? x : y);
    case GLOSS_POWER: LEVEL(powers)(a, b, out, count); return;
    case GLOSS_EQUAL: EACH_PAIR(TRUTH(x == y));
    case GLOSS_NOT_EQUAL: EACH_PAIR(TRUTH(x != y));
    case GLOSS_LESS: EACH_PAIR(TRUTH(x < y));
    case GLOSS_LESS_EQUAL: EACH_PAIR(TRUTH(x <= y));
    case GLOSS_AND: EACH_PAIR(TRUTH((x != ALL(0.0)) & (y != ALL(0.0))));
    case GLOSS_OR: EACH_PAIR(TRUTH((x != ALL(0.0)) | (y != ALL(0.0))));
    case GLOSS_SELECT:
        for (size_t i = 0; i < count; i += WIDTH) {
            vec chosen = *(const vec *)(a + i), x = *(const vec *)(b + i), y = *(const vec *)(c + i);
            *(vec *)(out + i) = chosen != ALL(0.0) ? x : y;
        }
        return;
    }
}

/* 32 running results, element i to the one of number i mod 32; they are combined in pairs at the end. */
#define FOLD(start, vectors, scalar)                                                                  \
    {                                                                                                 \
        vec part[32 / WIDTH];                                                                         \
        for (int j = 0; j < 32 / WIDTH; j++) part[j] = ALL(start);                                    \
        size_t i = 0;                                                                                 \
        for (; i + 32 <= count; i += 32) {                                                            \
            for (int j = 0; j < 32 / WIDTH; j++) {                                                    \
                vec x = part[j], y = *(const vec *)(a + i + j * WIDTH);                               \
                part[j] = (vectors);                                                                  \
            }                                                                                         \
        }                                                                                             \
        double each[32];                                                                              \
        memcpy(each, part, sizeof each);                                                              \
        for (int j = 0; i < count; i++, j++) {                                                        \
            double x = each[j], y = a[i];                                                             \
            each[j] = (scalar);                                                                       \
        }                                                                                             \
        for (int half = 16; half > 0; half /= 2) {                                                    \
            for (int j = 0; j < half; j++) {                                                          \
                double x = each[j], y = each[j + half];                                               \
                each[j] = (scalar);                                                                   \
            }                                                                                         \
        }                                                                                             \
        return each[0];                                                                               \
    }

TARGET static double LEVEL(fold)(gloss_block_fold fold, const double *a, size_t count) {
    switch (fold) {
    case GLOSS_FOLD_SUM: FOLD(0.0, x + y, x + y)
    case GLOSS_FOLD_PRODUCT: FOLD(1.0, x * y, x * y)
    case GLOSS_FOLD_MAXIMUM: FOLD(-INFINITY, ((x >= y) | (x != x)) ? x : y, x >= y || x != x ? x : y)
    case GLOSS_FOLD_MINIMUM: FOLD(INFINITY, ((x <= y) | (x != x)) ? x : y, x <= y || x != x ? x : y)
    }
    return NAN;
}

TARGET static int LEVEL(nonfinite)(const double *a, size_t count) {
    vec part[32 / WIDTH];
    for (int j = 0; j < 32 / WIDTH; j++) part[j] = ALL(0.0);
    size_t i = 0;
    for (; i + 32 <= count; i += 32) {
        for (int j = 0; j < 32 / WIDTH; j++) {
            vec x = *(const vec *)(a + i + j * WIDTH);
            part[j] += x - x;
        }
    }
    vec all = part[0];
    for (int j = 1; j < 32 / WIDTH; j++) all += part[j];
    double rest = 0;
    for (int lane = 0; lane < WIDTH; lane++) rest += all[lane];
    for (; i < count; i++) rest += a[i] - a[i];
    if (rest == 0) return 0;
    int found = 0;
    for (i = 0; i < count; i++) found |= a[i] != a[i] ? 2 : a[i] - a[i] != 0 ? 1 : 0;
    return found;
}

static const gloss_block_loops LEVEL(loops) = {LEVEL(apply), LEVEL(fold), LEVEL(nonfinite)};

#ifdef SCALE_BY_FACTORS
#undef SCALE_BY_FACTORS
#undef SCALE
#endif
#undef vec
#undef ivec
#undef INLINE
#undef BITS
#undef REAL
#undef ALL
#undef FMA
#undef SHIFT
#undef EACH
#undef EACH_PAIR
#undef TRUTH
#undef FOLD
