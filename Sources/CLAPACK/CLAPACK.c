#include "CLAPACK.h"

#include <cblas.h>
#include <dlfcn.h>
#include <lapacke.h>
#include <pthread.h>
#include <stddef.h>

static struct {
    int isComplete;
    __typeof__(&cblas_dgemm) dgemm;
    __typeof__(&LAPACKE_dgetrf) dgetrf;
    __typeof__(&LAPACKE_dsyev) dsyev;
    __typeof__(&LAPACKE_dgeev) dgeev;
    __typeof__(&LAPACKE_dgesvd) dgesvd;
    __typeof__(&LAPACKE_dgeqrf) dgeqrf;
    __typeof__(&LAPACKE_dorgqr) dorgqr;
} routines;

static void *load(const char *const *names, int flags) {
    for (; *names; names++) {
        void *library = dlopen(*names, flags);
        if (library) return library;
    }
    return NULL;
}

static void load_all(void) {
    const char *const blas[] = {"libopenblas.so.0", "libopenblas.so", "libopenblas.dylib", NULL};
    const char *const lapack[] = {"liblapacke.so.3", "liblapacke.so", "liblapacke.dylib", NULL};
    /* LAPACKE takes LAPACK's own routines from OpenBLAS, which is global and loaded first. */
    void *first = load(blas, RTLD_LAZY | RTLD_GLOBAL);
    void *second = first ? load(lapack, RTLD_LAZY) : NULL;
    if (!second) return;
    void (*set_threads)(int) = (void (*)(int))dlsym(first, "openblas_set_num_threads");
    if (set_threads) set_threads(1);
#define FIND(library, member, name) routines.member = (__typeof__(routines.member))dlsym(library, name)
    FIND(first, dgemm, "cblas_dgemm");
    FIND(second, dgetrf, "LAPACKE_dgetrf");
    FIND(second, dsyev, "LAPACKE_dsyev");
    FIND(second, dgeev, "LAPACKE_dgeev");
    FIND(second, dgesvd, "LAPACKE_dgesvd");
    FIND(second, dgeqrf, "LAPACKE_dgeqrf");
    FIND(second, dorgqr, "LAPACKE_dorgqr");
    routines.isComplete = routines.dgemm && routines.dgetrf && routines.dsyev && routines.dgeev && routines.dgesvd && routines.dgeqrf
        && routines.dorgqr;
}

int clapack_is_available(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load_all);
    return routines.isComplete;
}

int32_t clapack_dgemm(int32_t m, int32_t n, int32_t k, const double *a, const double *b, double *c) {
    if (!clapack_is_available()) return CLAPACK_MISSING;
    routines.dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a, k, b, n, 0, c, n);
    return 0;
}

int32_t clapack_dgetrf(int32_t m, int32_t n, double *a, int32_t *pivots) {
    return clapack_is_available() ? routines.dgetrf(LAPACK_ROW_MAJOR, m, n, a, n, pivots) : CLAPACK_MISSING;
}

int32_t clapack_dsyev(int32_t n, double *a, double *values) {
    return clapack_is_available() ? routines.dsyev(LAPACK_ROW_MAJOR, 'V', 'L', n, a, n, values) : CLAPACK_MISSING;
}

int32_t clapack_dgeev(int32_t n, double *a, double *real, double *imaginary, double *vectors) {
    double unused = 0;
    if (!clapack_is_available()) return CLAPACK_MISSING;
    return routines.dgeev(LAPACK_ROW_MAJOR, 'N', 'V', n, a, n, real, imaginary, &unused, 1, vectors, n);
}

int32_t clapack_dgesvd(int32_t m, int32_t n, double *a, double *values, double *u, double *v, double *scratch) {
    int32_t k = m < n ? m : n;
    if (!clapack_is_available()) return CLAPACK_MISSING;
    return routines.dgesvd(LAPACK_ROW_MAJOR, 'S', 'S', m, n, a, n, values, u, k, v, n, scratch);
}

int32_t clapack_dgeqrf(int32_t m, int32_t n, double *a, double *taus) {
    return clapack_is_available() ? routines.dgeqrf(LAPACK_ROW_MAJOR, m, n, a, n, taus) : CLAPACK_MISSING;
}

int32_t clapack_dorgqr(int32_t m, int32_t k, double *q, const double *taus) {
    return clapack_is_available() ? routines.dorgqr(LAPACK_ROW_MAJOR, m, k, k, q, k, taus) : CLAPACK_MISSING;
}
