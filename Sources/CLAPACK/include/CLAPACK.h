#ifndef CLAPACK_H
#define CLAPACK_H

#include <stdint.h>

/// The routines of OpenBLAS and LAPACKE that Gloss calls, on row-major matrices of doubles. The libraries are loaded with the
/// first call: loading them takes longer than evaluating a formula, and most formulas need neither. They run on one thread,
/// since more would change the order of summation from machine to machine.
///
/// All return 0 on success, LAPACK's `info` where that is not 0, and CLAPACK_MISSING where the libraries are not installed.

enum { CLAPACK_MISSING = -100000 };

/// Whether the libraries are there; loads them.
int clapack_is_available(void);

/// c = a b: `[m, k]`, `[k, n]` → `[m, n]`.
int32_t clapack_dgemm(int32_t m, int32_t n, int32_t k, const double *a, const double *b, double *c);

/// Factors in place; row i was exchanged with row pivots[i], counted from 1.
int32_t clapack_dgetrf(int32_t m, int32_t n, double *a, int32_t *pivots);

/// Eigenvalues in ascending order, and eigenvectors as columns in place of a symmetric matrix.
int32_t clapack_dsyev(int32_t n, double *a, double *values);

/// Eigenvalues and right eigenvectors of any square matrix.
int32_t clapack_dgeev(int32_t n, double *a, double *real, double *imaginary, double *vectors);

/// The reduced singular value decomposition; `a` is overwritten.
int32_t clapack_dgesvd(int32_t m, int32_t n, double *a, double *values, double *u, double *v, double *scratch);

/// Householder reflections in place, and the first k columns of the orthogonal factor from them.
int32_t clapack_dgeqrf(int32_t m, int32_t n, double *a, double *taus);
int32_t clapack_dorgqr(int32_t m, int32_t k, double *q, const double *taus);

#endif
