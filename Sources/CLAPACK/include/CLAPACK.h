#ifndef CLAPACK_H
#define CLAPACK_H
#include <cblas.h>
#include <lapacke.h>
#endif
