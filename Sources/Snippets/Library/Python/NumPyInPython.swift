extension PythonLibrary {
    /// Functions of NumPy that need nothing but other functions of NumPy.
    static let numpy = numpyShapes + numpyIndices + numpyStatistics + numpyPolynomials + numpyElements

    static let numpyLinearAlgebra = #"""
        import math
        def eigvalsh(a, UPLO='L'):
            return np.linalg.eigh(a)[0]
        def matrix_power(a, n):
            if n < 0:
                return matrix_power(np.linalg.inv(a), -n)
            result, base = np.eye(a.shape[0], dtype=a.dtype), a
            while n:
                if n & 1:
                    result = result @ base
                base = base @ base
                n >>= 1
            return result
        def cond(x, p=None):
            if p not in (None, 2):
                return np.linalg.norm(x, p) * np.linalg.norm(np.linalg.inv(x), p)
            s = np.linalg.svd(x, compute_uv=False)
            return s[0] / s[-1]
        def svdvals(x):
            return np.linalg.svd(x, compute_uv=False)
        def multi_dot(arrays):
            result = arrays[0]
            for a in arrays[1:]:
                result = result @ a
            return result
        """#

    static let numpyTesting = #"""
        def _fails(what, actual, desired):
            raise AssertionError(f'{what}: {actual!r} and {desired!r}')
        def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg='', verbose=True):
            if not np.allclose(actual, desired, rtol=rtol, atol=atol):
                _fails('Not equal to tolerance', actual, desired)
        def assert_array_equal(actual, desired, err_msg='', verbose=True):
            a, d = np.asarray(actual), np.asarray(desired)
            if a.shape != d.shape and a.ndim and d.ndim or not np.all(a == d):
                _fails('Arrays are not equal', actual, desired)
        assert_equal = assert_array_equal
        def assert_almost_equal(actual, desired, decimal=7, err_msg='', verbose=True):
            if not np.all(np.abs(np.asarray(desired) - np.asarray(actual)) < 1.5 * 10.0 ** (-decimal)):
                _fails('Arrays are not almost equal', actual, desired)
        assert_array_almost_equal = assert_almost_equal
        """#
}
