extension PythonLibrary {
    /// Part of NumPy in Python: polynomials, interpolation, differences and products of several arrays.
    static let numpyPolynomials = #"""
        def polyval(p, x):
            if isinstance(p, poly1d):
                p = p.coeffs
            if isinstance(x, poly1d):
                _unavailable('a polynomial of a polynomial')
            result = np.zeros_like(np.asarray(x)) if not isinstance(x, (int, float)) else np.asarray(p).dtype.type(0)
            for c in np.asarray(p):
                result = result * x + c
            return result
        def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
            if full or cov:
                _unavailable('polyfit with options')
            x, y = np.asarray(x).astype(float), np.asarray(y).astype(float)
            V = np.stack([x ** k for k in range(deg, -1, -1)], axis=1)
            if w is not None:
                w = np.asarray(w).astype(float)
                V, y = V * w[:, np.newaxis], y * (w if y.ndim == 1 else w[:, np.newaxis])
            scale = np.sqrt((V * V).sum(axis=0))
            return (np.linalg.lstsq(V / scale, y, rcond=None)[0].T / scale).T
        def polyder(p, m=1):
            named = isinstance(p, poly1d)
            p = np.asarray(p.coeffs if named else p)
            for _ in range(m):
                p = np.array([c * (len(p) - 1 - i) for i, c in enumerate(p)][:-1])
            return poly1d(p) if named else p
        def polyint(p, m=1, k=None):
            named = isinstance(p, poly1d)
            p = np.asarray(p.coeffs if named else p).astype(float)
            constants = [0.0] * m if k is None else [float(k)] * m if isinstance(k, (int, float)) else [float(c) for c in k]
            for step in range(m):
                p = np.array([c / (len(p) - i) for i, c in enumerate(p)] + [constants[step]])
            return poly1d(p) if named else p
        def _coefficients(p):
            return np.atleast_1d(p.coeffs if isinstance(p, poly1d) else np.asarray(p))
        def _named(result, *given):
            return poly1d(result) if any(isinstance(p, poly1d) for p in given) else result
        def polyadd(a1, a2):
            a, b = _coefficients(a1), _coefficients(a2)
            n = max(len(a), len(b))
            return _named(np.concatenate([np.zeros(n - len(a), dtype=a.dtype), a]) + np.concatenate([np.zeros(n - len(b), dtype=b.dtype), b]), a1, a2)
        def polysub(a1, a2):
            return _named(_coefficients(polyadd(a1, -_coefficients(a2))), a1, a2)
        def polymul(a1, a2):
            return _named(convolve(_coefficients(a1), _coefficients(a2)), a1, a2)
        def poly(seq_of_zeros):
            zeros = np.asarray(seq_of_zeros)
            if zeros.ndim != 1:
                _unavailable('poly of a matrix')
            result = np.ones(1)
            for z in zeros:
                result = convolve(result, np.array([1.0, -float(z)]))
            return result
        def roots(p):
            p = [float(c) for c in p]
            while p and p[0] == 0:
                p = p[1:]
            n = len(p) - 1
            if n < 1:
                return np.array([])
            C = np.zeros((n, n))
            C[0] = -np.array(p[1:]) / p[0]
            for i in range(1, n):
                C[i, i - 1] = 1.0
            return np.sort(np.linalg.eigvals(C))[::-1]
        class poly1d:
            def __init__(self, c_or_r, r=False, variable=None):
                if variable is not None:
                    _unavailable('a name for the variable of poly1d')
                coefficients = np.atleast_1d(poly(c_or_r) if r else c_or_r.coeffs if isinstance(c_or_r, poly1d) else np.array(c_or_r))
                while len(coefficients) > 1 and coefficients[0] == 0:
                    coefficients = coefficients[1:]
                self.coeffs = coefficients
                self.c, self.coef, self.order, self.o = self.coeffs, self.coeffs, len(self.coeffs) - 1, len(self.coeffs) - 1
            def __call__(self, x):
                return polyval(self.coeffs, x)
            def __repr__(self):
                return f'poly1d({repr(self.coeffs)[6:-1]})'
            def __str__(self):
                _unavailable('a printed poly1d')
            def __len__(self):
                return self.order
            def __eq__(self, other):
                return isinstance(other, poly1d) and self.coeffs.shape == other.coeffs.shape and bool((self.coeffs == other.coeffs).all())
            def __neg__(self):
                return poly1d(-self.coeffs)
            def __add__(self, other):
                return poly1d(_coefficients(polyadd(self, other)))
            __radd__ = __add__
            def __sub__(self, other):
                return poly1d(_coefficients(polysub(self, other)))
            def __rsub__(self, other):
                return poly1d(_coefficients(polysub(other, self)))
            def __mul__(self, other):
                return poly1d(_coefficients(polymul(self, other)))
            __rmul__ = __mul__
            def __pow__(self, n):
                result = poly1d([1])
                for _ in range(n):
                    result = result * self
                return result
            def deriv(self, m=1):
                return polyder(self, m)
            def integ(self, m=1, k=0):
                return polyint(self, m, k)
            @property
            def roots(self):
                return roots(self.coeffs)
            @property
            def r(self):
                return roots(self.coeffs)
            def __getitem__(self, power):
                return self.coeffs[self.order - power] if 0 <= power <= self.order else self.coeffs.dtype.type(0)
        def vander(x, N=None, increasing=False):
            x = np.asarray(x)
            N = len(x) if N is None else N
            columns = [np.ones_like(x)]
            for _ in range(N - 1):
                columns.append(columns[-1] * x)
            return np.stack(columns[:N] if increasing else columns[:N][::-1], axis=1)
        def interp(x, xp, fp, left=None, right=None, period=None):
            xp, fp = np.asarray(xp).astype(float), np.asarray(fp).astype(float)
            def one(v):
                if v <= xp[0]:
                    return fp[0] if v == xp[0] or left is None else left
                if v >= xp[-1]:
                    return fp[-1] if v == xp[-1] or right is None else right
                k = int(np.searchsorted(xp, v, side='right')) - 1
                return fp[k] + (v - xp[k]) * (fp[k + 1] - fp[k]) / (xp[k + 1] - xp[k])
            if isinstance(x, (int, float)) or np.asarray(x).ndim == 0:
                return np.float64(one(x))
            return np.array([one(v) for v in np.asarray(x).ravel()]).reshape(np.asarray(x).shape)
        def convolve(a, v, mode='full'):
            a, v = np.asarray(a), np.asarray(v)
            if len(a) < len(v):
                a, v = v, a
            n, m = len(a), len(v)
            whole = np.zeros(n + m - 1, dtype=(a[:1] * v[:1]).dtype)
            for k in range(m):
                whole[k:k + n] += a * v[k]
            if mode == 'valid':
                return whole[m - 1:n]
            if mode == 'same':
                return whole[(m - 1) // 2:(m - 1) // 2 + n]
            return whole
        def correlate(a, v, mode='valid'):
            return convolve(a, np.asarray(v)[::-1], mode)
        def gradient(f, *varargs, axis=None, edge_order=1):
            f = np.asarray(f).astype(float)
            axes = list(range(f.ndim)) if axis is None else [axis % f.ndim] if isinstance(axis, int) else [x % f.ndim for x in axis]
            if len(varargs) not in (0, 1, len(axes)):
                raise TypeError('invalid number of arguments')
            spacing = [1.0] * len(axes) if not varargs else list(varargs) * len(axes) if len(varargs) == 1 and len(axes) > 1 else list(varargs)
            results = []
            for at, h in zip(axes, spacing):
                y = np.moveaxis(f, at, 0)
                n = y.shape[0]
                if n < edge_order + 1:
                    raise ValueError('Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.')
                g = np.empty_like(y)
                if np.ndim(h) == 0:
                    h = float(h)
                    g[1:-1] = (y[2:] - y[:-2]) / (2.0 * h)
                    if edge_order == 1:
                        g[0], g[-1] = (y[1] - y[0]) / h, (y[-1] - y[-2]) / h
                    else:
                        g[0] = -1.5 / h * y[0] + 2.0 / h * y[1] + -0.5 / h * y[2]
                        g[-1] = 0.5 / h * y[-3] + -2.0 / h * y[-2] + 1.5 / h * y[-1]
                else:
                    d = np.diff(np.asarray(h).astype(float))
                    if edge_order != 1:
                        _unavailable('gradient of second order at the edges of an uneven grid')
                    wide = (-1,) + (1,) * (y.ndim - 1)
                    a, b = d[:-1].reshape(wide), d[1:].reshape(wide)
                    g[1:-1] = -b / (a * (a + b)) * y[:-2] + (b - a) / (a * b) * y[1:-1] + a / (b * (a + b)) * y[2:]
                    g[0], g[-1] = (y[1] - y[0]) / d[0], (y[-1] - y[-2]) / d[-1]
                results.append(np.moveaxis(g, 0, at))
            return results[0] if len(results) == 1 else tuple(results)
        def trapezoid(y, x=None, dx=1.0, axis=-1):
            y = np.moveaxis(np.asarray(y), axis, -1)
            d = dx
            if x is not None:
                x = np.asarray(x)
                d = np.diff(x if x.ndim == 1 else np.moveaxis(x, axis, -1))
            return (d * (y[..., 1:] + y[..., :-1]) / 2.0).sum(axis=-1)
        def trapz(y, x=None, dx=1.0, axis=-1):
            return trapezoid(y, x, dx, axis)
        def unwrap(p, discont=None, axis=-1, period=6.283185307179586):
            p = np.asarray(p)
            if discont is not None:
                _unavailable('unwrap with a jump of its own')
            whole = p.dtype == int and isinstance(period, int)
            d = np.diff(p, axis=axis)
            half = period // 2 if whole else period / 2
            low = -half
            m = np.mod(d - low, period) + low
            if not whole or period % 2 == 0:
                m = np.where((m == low) & (d > 0), half, m)
            correction = np.where(np.abs(d) < half, 0, m - d)
            lines, shift = np.moveaxis(p, axis, -1).copy() if whole else np.moveaxis(p, axis, -1).astype(float), np.cumsum(np.moveaxis(correction, axis, -1), axis=-1)
            lines[..., 1:] = lines[..., 1:] + shift
            return np.moveaxis(lines, -1, axis)
        def kron(a, b):
            a, b = np.asarray(a), np.asarray(b)
            n = max(a.ndim, b.ndim)
            s, t = (1,) * (n - a.ndim) + tuple(a.shape), (1,) * (n - b.ndim) + tuple(b.shape)
            left, right = [], []
            for p, q in zip(s, t):
                left += [p, 1]
                right += [1, q]
            return (a.reshape(left) * b.reshape(right)).reshape([p * q for p, q in zip(s, t)])
        def tensordot(a, b, axes=2):
            a, b = np.asarray(a), np.asarray(b)
            if isinstance(axes, int):
                left, right = list(range(a.ndim - axes, a.ndim)), list(range(axes))
            else:
                left, right = [[x] if isinstance(x, int) else list(x) for x in axes]
            left, right = [x % a.ndim for x in left], [x % b.ndim for x in right]
            free_a, free_b = [i for i in range(a.ndim) if i not in left], [i for i in range(b.ndim) if i not in right]
            x = a.transpose(free_a + left).reshape(math.prod([a.shape[i] for i in free_a]), -1)
            y = b.transpose(right + free_b).reshape(-1, math.prod([b.shape[i] for i in free_b]))
            result = (x @ y).reshape([a.shape[i] for i in free_a] + [b.shape[i] for i in free_b])
            return result
        def vdot(a, b):
            return np.dot(np.asarray(a).ravel(), np.asarray(b).ravel())
        def vecdot(x1, x2, axis=-1):
            return np.sum(np.asarray(x1) * np.asarray(x2), axis=axis)
        def matvec(x1, x2):
            return np.sum(np.asarray(x1) * np.expand_dims(np.asarray(x2), -2), axis=-1)
        def vecmat(x1, x2):
            return np.sum(np.expand_dims(np.asarray(x1), -1) * np.asarray(x2), axis=-2)
        def _window(M, f):
            if M < 1:
                return np.array([])
            if M == 1:
                return np.ones(1)
            return f(np.arange(1 - M, M, 2), M - 1)
        def hanning(M):
            return _window(M, lambda n, m: 0.5 + 0.5 * np.cos(np.pi * n / m))
        def hamming(M):
            return _window(M, lambda n, m: 0.54 + 0.46 * np.cos(np.pi * n / m))
        def blackman(M):
            return _window(M, lambda n, m: 0.42 + 0.5 * np.cos(np.pi * n / m) + 0.08 * np.cos(2.0 * np.pi * n / m))
        def bartlett(M):
            return _window(M, lambda n, m: np.where(n <= 0, 1 + n / m, 1 - n / m))

        """#
}
