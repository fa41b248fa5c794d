extension PythonLibrary {
    /// Functions of NumPy that need nothing but other functions of NumPy.
    static let numpy = #"""
        import math
        def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None):
            return base ** np.linspace(start, stop, num, endpoint)
        def geomspace(start, stop, num=50, endpoint=True):
            return np.exp(np.linspace(math.log(start), math.log(stop), num, endpoint))
        def meshgrid(*arrays, indexing='xy', sparse=False, copy=True):
            xs = [np.asarray(a).ravel() for a in arrays]
            n = len(xs)
            shape = [len(x) for x in xs]
            if indexing == 'xy' and n > 1:
                shape[0], shape[1] = shape[1], shape[0]
            result = []
            for place, x in enumerate(xs):
                at = place if indexing != 'xy' or place > 1 or n < 2 else 1 - place
                wide = [1] * n
                wide[at] = len(x)
                y = x.reshape(wide)
                result.append(y if sparse else np.broadcast_to(y, shape).copy())
            return tuple(result)
        def broadcast_to(array, shape):
            array = np.asarray(array)
            shape = (shape,) if isinstance(shape, int) else tuple(shape)
            return array + np.zeros(shape, dtype=array.dtype) if array.dtype != bool else array & np.ones(shape, dtype=bool)
        def broadcast_arrays(*arrays):
            shape = sum([np.zeros(np.asarray(a).shape) for a in arrays]).shape
            return tuple(broadcast_to(a, shape) for a in arrays)
        def column_stack(arrays):
            parts = [np.asarray(a) for a in arrays]
            return np.concatenate([p.reshape(-1, 1) if p.ndim < 2 else p for p in parts], axis=1)
        def row_stack(arrays):
            return np.vstack(arrays)
        def dstack(arrays):
            parts = [np.asarray(a) for a in arrays]
            parts = [p.reshape(1, -1, 1) if p.ndim < 2 else p[:, :, np.newaxis] if p.ndim == 2 else p for p in parts]
            return np.concatenate(parts, axis=2)
        def atleast_1d(x):
            x = np.asarray(x)
            return x.reshape(1) if x.ndim == 0 else x
        def atleast_2d(x):
            x = np.asarray(x)
            return x.reshape(1, -1) if x.ndim < 2 else x
        def append(arr, values, axis=None):
            if axis is None:
                return np.concatenate([np.asarray(arr).ravel(), np.asarray(values).ravel()])
            return np.concatenate([arr, values], axis=axis)
        def insert(arr, obj, values, axis=None):
            arr = np.asarray(arr)
            if axis is None:
                arr, axis = arr.ravel(), 0
            n = arr.shape[axis]
            if not isinstance(obj, int):
                raise NotImplementedError('insert at several places')
            at = obj + n if obj < 0 else obj
            if not 0 <= at <= n:
                raise IndexError(f'index {obj} is out of bounds for axis {axis} with size {n}')
            head, tail = np.take(arr, range(at), axis=axis), np.take(arr, range(at, n), axis=axis)
            values = np.asarray(values).astype(arr.dtype)
            if arr.ndim == 1:
                middle = values.reshape(-1)
            else:
                shape = list(arr.shape)
                shape[axis] = 1
                middle = broadcast_to(values if values.ndim == arr.ndim else values.reshape(shape) if values.size > 1 else values, shape)
            return np.concatenate([head, middle, tail], axis=axis)
        def delete(arr, obj, axis=None):
            arr = np.asarray(arr)
            if axis is None:
                arr, axis = arr.ravel(), 0
            n = arr.shape[axis]
            if isinstance(obj, slice):
                gone = list(range(n))[obj]
            elif isinstance(obj, int):
                if not -n <= obj < n:
                    raise IndexError(f'index {obj} is out of bounds for axis {axis} with size {n}')
                gone = [obj % n]
            else:
                gone = [i % n for i in obj]
            return np.take(arr, [i for i in range(n) if i not in gone], axis=axis)
        def pad(array, pad_width, mode='constant', constant_values=0):
            array = np.asarray(array)
            n = array.ndim
            if isinstance(pad_width, int):
                widths = [(pad_width, pad_width)] * n
            else:
                widths = list(pad_width)
                if isinstance(widths[0], int):
                    widths = [tuple(widths) if len(widths) == 2 else (widths[0], widths[0])] * n
                elif len(widths) == 1:
                    widths = widths * n
            if mode != 'constant':
                if mode not in ('edge', 'reflect', 'symmetric', 'wrap'):
                    raise NotImplementedError('this mode of pad')
                for axis, (before, after) in enumerate(widths):
                    size = array.shape[axis]
                    places = []
                    for i in range(-before, size + after):
                        if mode == 'edge':
                            places.append(min(max(i, 0), size - 1))
                        elif mode == 'wrap':
                            places.append(i % size)
                        elif mode == 'symmetric':
                            k = i % (2 * size)
                            places.append(k if k < size else 2 * size - 1 - k)
                        else:
                            k = i % (2 * size - 2) if size > 1 else 0
                            places.append(k if k < size else 2 * size - 2 - k)
                    array = np.take(array, places, axis=axis)
                return array
            result = np.full([s + a + b for s, (a, b) in zip(array.shape, widths)], constant_values).astype(array.dtype)
            result[tuple(slice(a, a + s) for s, (a, b) in zip(array.shape, widths))] = array
            return result
        def percentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False):
            return quantile(a, np.asarray(q) / 100 if not isinstance(q, (int, float)) else q / 100, axis=axis, keepdims=keepdims, method=method)
        def quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False):
            if method != 'linear':
                raise NotImplementedError('this method of quantile')
            a = np.asarray(a)
            if axis is None:
                a, at = a.ravel(), 0
            else:
                at = axis
            s = np.sort(a, axis=at)
            n = s.shape[at]
            def one(p):
                if not 0 <= p <= 1:
                    raise ValueError('Quantiles must be in the range [0, 1]')
                place = p * (n - 1)
                low = int(math.floor(place))
                high = min(low + 1, n - 1)
                x, y, t = np.take(s, low, axis=at), np.take(s, high, axis=at), place - low
                return y - (y - x) * (1 - t) if t >= 0.5 else x + (y - x) * t
            if isinstance(q, (int, float)) or np.asarray(q).ndim == 0:
                result = one(float(q))
                return np.expand_dims(result, at) if keepdims and axis is not None else result
            return np.stack([one(float(p)) for p in np.asarray(q).ravel()])
        def nanquantile(a, q, axis=None):
            a = np.asarray(a)
            if axis is not None:
                raise NotImplementedError('nanquantile along an axis')
            return quantile(a[~np.isnan(a)], q)
        def nanpercentile(a, q, axis=None):
            return nanquantile(a, q / 100, axis)
        def nanmedian(a, axis=None):
            return nanquantile(a, 0.5, axis)
        def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None):
            m = np.asarray(m).astype(float)
            m = m.reshape(1, -1) if m.ndim < 2 else m if rowvar else m.T
            if y is not None:
                y = np.asarray(y).astype(float)
                m = np.concatenate([m, y.reshape(1, -1) if y.ndim < 2 else y if rowvar else y.T], axis=0)
            c = m - m.mean(axis=1, keepdims=True)
            result = c @ c.T / (m.shape[1] - ((0 if bias else 1) if ddof is None else ddof))
            return result[0, 0] if result.shape == (1, 1) else result
        def corrcoef(x, y=None, rowvar=True):
            c = cov(x, y, rowvar)
            if np.ndim(c) == 0:
                return c / c
            d = np.sqrt(np.diag(c))
            return np.clip(c / d[:, None] / d[None, :], -1, 1)
        def histogram(a, bins=10, range=None, density=None, weights=None):
            a = np.asarray(a).ravel()
            if isinstance(bins, int):
                low, high = (a.min(), a.max()) if range is None else range
                if low == high:
                    low, high = low - 0.5, high + 0.5
                edges = np.linspace(low, high, bins + 1)
            else:
                edges = np.asarray(bins)
            inside = a[(a >= edges[0]) & (a <= edges[-1])]
            places = np.clip(np.searchsorted(edges, inside, side='right') - 1, 0, len(edges) - 2)
            if weights is not None:
                raise NotImplementedError('histogram with weights')
            counts = np.bincount(places, minlength=len(edges) - 1)
            if density:
                counts = counts / np.diff(edges) / counts.sum()
            return counts, edges
        def histogram_bin_edges(a, bins=10, range=None):
            return histogram(a, bins, range)[1]
        def digitize(x, bins, right=False):
            return np.searchsorted(bins, x, side='left' if right else 'right')
        def ptp(a, axis=None):
            return np.max(a, axis=axis) - np.min(a, axis=axis)
        def polyval(p, x):
            result = np.zeros_like(np.asarray(x)) if not isinstance(x, (int, float)) else 0
            for c in p:
                result = result * x + c
            return result
        def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
            if w is not None or full or cov:
                raise NotImplementedError('polyfit with options')
            x = np.asarray(x).astype(float)
            V = np.stack([x ** k for k in range(deg, -1, -1)], axis=1)
            scale = np.sqrt((V * V).sum(axis=0))
            return (np.linalg.lstsq(V / scale, np.asarray(y).astype(float), rcond=None)[0].T / scale).T
        def polyder(p, m=1):
            p = [c * (len(p) - 1 - i) for i, c in enumerate(p)][:-1]
            return np.array(p)
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
            def __init__(self, coefficients):
                self.coeffs = np.array(coefficients)
                self.c, self.order, self.o = self.coeffs, len(self.coeffs) - 1, len(self.coeffs) - 1
            def __call__(self, x):
                return polyval(self.coeffs, x)
            def deriv(self, m=1):
                return poly1d(polyder(self.coeffs))
            @property
            def roots(self):
                return roots(self.coeffs)
            def __getitem__(self, power):
                return self.coeffs[len(self.coeffs) - 1 - power]
        def vander(x, N=None, increasing=False):
            x = np.asarray(x)
            N = len(x) if N is None else N
            return np.stack([x ** k for k in (range(N) if increasing else range(N - 1, -1, -1))], axis=1)
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
        def gradient(f, *spacing, axis=None, edge_order=1):
            f = np.asarray(f).astype(float)
            if f.ndim != 1 or edge_order != 1:
                raise NotImplementedError('gradient of several axes')
            h = spacing[0] if spacing else 1.0
            if not isinstance(h, (int, float)):
                x = np.asarray(h).astype(float)
                d = np.diff(x)
                result = np.empty_like(f)
                a, b = d[:-1], d[1:]
                result[1:-1] = -b / (a * (a + b)) * f[:-2] + (b - a) / (a * b) * f[1:-1] + a / (b * (a + b)) * f[2:]
                result[0], result[-1] = (f[1] - f[0]) / d[0], (f[-1] - f[-2]) / d[-1]
                return result
            return np.concatenate([[(f[1] - f[0]) / h], (f[2:] - f[:-2]) / (2 * h), [(f[-1] - f[-2]) / h]])
        def trapezoid(y, x=None, dx=1.0, axis=-1):
            y = np.asarray(y)
            d = dx if x is None else np.diff(np.asarray(x))
            return (d * (y[1:] + y[:-1]) / 2.0).sum()
        def trapz(y, x=None, dx=1.0, axis=-1):
            return trapezoid(y, x, dx, axis)
        class vectorize:
            def __init__(self, pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None):
                self.pyfunc, self.otypes = pyfunc, otypes
            def __call__(self, *args):
                arrays = broadcast_arrays(*args) if len(args) > 1 else (np.asarray(args[0]),)
                if arrays[0].ndim == 0:
                    return np.array(self.pyfunc(*[a.item() for a in arrays]))
                values = [self.pyfunc(*row) for row in zip(*[a.ravel() for a in arrays])]
                return np.array(values, dtype=self.otypes[0] if self.otypes else None).reshape(arrays[0].shape)
        def apply_along_axis(func1d, axis, arr, *args, **kwargs):
            arr = np.asarray(arr)
            lines = np.moveaxis(arr, axis, -1)
            shape = lines.shape[:-1]
            flat = lines.reshape(-1, lines.shape[-1])
            results = [func1d(line, *args, **kwargs) for line in flat]
            out = np.array(results)
            if out.ndim == 1:
                return out.reshape(shape)
            return np.moveaxis(out.reshape(shape + out.shape[1:]), -1, axis)
        def fromfunction(function, shape, dtype=float, **kwargs):
            return function(*[g.astype(dtype) for g in indices(shape)], **kwargs)
        def fromiter(iterable, dtype, count=-1):
            return np.array(list(iterable), dtype=dtype)
        def indices(dimensions, dtype=int, sparse=False):
            return np.stack(meshgrid(*[np.arange(n) for n in dimensions], indexing='ij'))
        def ix_(*sequences):
            n = len(sequences)
            result = []
            for place, s in enumerate(sequences):
                s = np.asarray(s)
                s = np.flatnonzero(s) if s.dtype == bool else s
                result.append(s.reshape([len(s) if i == place else 1 for i in range(n)]))
            return tuple(result)
        def _span(part):
            if isinstance(part, slice):
                start, stop, step = part.start or 0, part.stop, 1 if part.step is None else part.step
                return np.arange(start, stop, step)
            return atleast_1d(np.asarray(part))
        class _Row:
            def __getitem__(self, key):
                parts = key if isinstance(key, tuple) else (key,)
                return np.concatenate([_span(p) for p in parts])
        class _Columns:
            def __getitem__(self, key):
                parts = key if isinstance(key, tuple) else (key,)
                return column_stack([_span(p) for p in parts])
        class _Slice:
            def __getitem__(self, key):
                return key
        class _Grid:
            def __init__(self, is_open):
                self.is_open = is_open
            def __getitem__(self, key):
                parts = key if isinstance(key, tuple) else (key,)
                grids = meshgrid(*[_span(p) for p in parts], indexing='ij', sparse=self.is_open)
                return grids if self.is_open else np.stack(grids) if len(parts) > 1 else grids[0]
        r_, c_, s_, mgrid, ogrid = _Row(), _Columns(), _Slice(), _Grid(False), _Grid(True)
        index_exp = s_
        def isin(element, test_elements, assume_unique=False, invert=False):
            element, test = np.asarray(element), np.asarray(test_elements).ravel()
            found = (element.reshape(-1, 1) == test.reshape(1, -1)).any(axis=1).reshape(element.shape)
            return ~found if invert else found
        in1d = isin
        def intersect1d(a, b):
            a = np.unique(a)
            return a[isin(a, b)]
        def union1d(a, b):
            return np.unique(np.concatenate([np.asarray(a).ravel(), np.asarray(b).ravel()]))
        def setdiff1d(a, b):
            a = np.unique(a)
            return a[~isin(a, b)]
        def setxor1d(a, b):
            return np.concatenate([setdiff1d(a, b), setdiff1d(b, a)])
        def unravel_index(index, shape):
            index = np.asarray(index)
            result = []
            for n in reversed(tuple(shape)):
                result.append(index % n)
                index = index // n
            result = tuple(reversed(result))
            return tuple(np.int64(int(r)) for r in result) if result[0].ndim == 0 else result
        def ravel_multi_index(multi_index, dims):
            total = 0
            for i, n in zip(multi_index, dims):
                total = total * n + i
            return total
        def _kept(a):
            a = np.asarray(a)
            return ~np.isnan(a) if a.dtype != int else np.ones(a.shape, dtype=bool)
        def nansum(a, axis=None, dtype=None, out=None, keepdims=False):
            return np.where(_kept(a), a, 0.0).sum(axis=axis, keepdims=keepdims)
        def nanmean(a, axis=None, dtype=None, out=None, keepdims=False):
            return nansum(a, axis, keepdims=keepdims) / _kept(a).sum(axis=axis, keepdims=keepdims)
        def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
            k = _kept(a)
            d = np.where(k, a - nanmean(a, axis, keepdims=True), 0.0)
            return (d * d).sum(axis=axis, keepdims=keepdims) / (k.sum(axis=axis, keepdims=keepdims) - ddof)
        def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
            return np.sqrt(nanvar(a, axis, ddof=ddof, keepdims=keepdims))
        def nanmax(a, axis=None):
            return np.where(_kept(a), a, -np.inf).max(axis=axis)
        def nanmin(a, axis=None):
            return np.where(_kept(a), a, np.inf).min(axis=axis)
        def nanargmax(a, axis=None):
            return np.where(_kept(a), a, -np.inf).argmax(axis=axis)
        def nanargmin(a, axis=None):
            return np.where(_kept(a), a, np.inf).argmin(axis=axis)
        def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
            x = np.asarray(x)
            x = np.where(np.isnan(x), nan, x)
            x = np.where(x == np.inf, 1.7976931348623157e+308 if posinf is None else posinf, x)
            return np.where(x == -np.inf, -1.7976931348623157e+308 if neginf is None else neginf, x)
        def kron(a, b):
            a, b = np.asarray(a), np.asarray(b)
            if a.ndim == 1 and b.ndim == 1:
                return np.outer(a, b).ravel()
            a, b = atleast_2d(a), atleast_2d(b)
            return np.einsum('ij,kl->ikjl', a, b).reshape(a.shape[0] * b.shape[0], a.shape[1] * b.shape[1])
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
        def choose(a, choices):
            return np.array([choices[int(i)][k] if np.ndim(choices[int(i)]) else choices[int(i)] for k, i in enumerate(np.asarray(a).ravel())]).reshape(np.asarray(a).shape)
        def select(condlist, choicelist, default=0):
            result = default
            for c, v in zip(reversed(condlist), reversed(choicelist)):
                result = np.where(c, v, result)
            return result
        def piecewise(x, condlist, funclist, *args, **kw):
            x = np.asarray(x)
            result = np.zeros_like(x)
            fallback = funclist[-1] if len(funclist) > len(condlist) else 0
            result[:] = fallback(x) if callable(fallback) else fallback
            for c, f in zip(condlist, funclist):
                c = np.asarray(c)
                result[c] = f(x[c]) if callable(f) else f
            return result
        def sinc(x):
            x = np.asarray(x)
            y = np.pi * np.where(x == 0, 1e-20, x)
            return np.sin(y) / y
        def heaviside(x1, x2):
            return np.where(np.asarray(x1) < 0, 0.0, np.where(np.asarray(x1) == 0, x2, 1.0))
        def deg2rad(x):
            return np.asarray(x) * (np.pi / 180)
        def rad2deg(x):
            return np.asarray(x) * (180 / np.pi)
        radians, degrees = deg2rad, rad2deg
        def fmax(a, b):
            return np.maximum(np.where(np.isnan(a), b, a), np.where(np.isnan(b), a, b))
        def fmin(a, b):
            return np.minimum(np.where(np.isnan(a), b, a), np.where(np.isnan(b), a, b))
        def fmod(a, b):
            a, b = np.asarray(a), np.asarray(b)
            return a - b * np.trunc(a / b)
        def divmod(a, b):
            return np.floor_divide(a, b), np.mod(a, b)
        def cumulative_sum(x, axis=None):
            return np.cumsum(x, axis=axis)
        def partition(a, kth, axis=-1):
            return np.sort(a, axis=axis)
        def argpartition(a, kth, axis=-1):
            return np.argsort(a, axis=axis)
        def lexsort(keys, axis=-1):
            n = len(keys[0])
            return np.array(sorted(range(n), key=lambda i: tuple(k[i] for k in reversed(keys))))
        def trim_zeros(filt, trim='fb'):
            items = list(filt)
            while items and items[0] == 0:
                items = items[1:]
            while items and items[-1] == 0:
                items = items[:-1]
            return np.array(items)
        def isscalar(x):
            return isinstance(x, (int, float, str, bool)) or np.ndim(x) == 0 and not isinstance(x, np.ndarray)
        def iterable(x):
            return hasattr(x, '__iter__')
        def isposinf(x):
            return np.asarray(x) == np.inf
        def isneginf(x):
            return np.asarray(x) == -np.inf
        def ndenumerate(arr):
            arr = np.asarray(arr)
            for place in ndindex(*arr.shape):
                yield place, arr[place]
        def ndindex(*shape):
            if len(shape) == 1 and not isinstance(shape[0], int):
                shape = tuple(shape[0])
            def walk(rest):
                if not rest:
                    yield ()
                    return
                for i in range(rest[0]):
                    for more in walk(rest[1:]):
                        yield (i,) + more
            return walk(shape)
        class nditer:
            def __init__(self, op, flags=(), op_flags=None, order='K'):
                self.array, self.places, self.at = op, list(ndindex(*op.shape)), 0
            @property
            def finished(self):
                return self.at >= len(self.places)
            @property
            def multi_index(self):
                return self.places[self.at]
            def iternext(self):
                self.at += 1
                return self.at < len(self.places)
            def __iter__(self):
                return iter([self.array[p] for p in self.places])
            def __getitem__(self, key):
                return self.array[self.places[self.at]]
        class errstate:
            def __init__(self, **options):
                pass
            def __enter__(self):
                return None
            def __exit__(self, kind, value, trace):
                return False
        def seterr(**options):
            return {}
        class finfo:
            def __init__(self, dtype=float):
                single = str(dtype).endswith('float32') or str(dtype).endswith("float32'>")
                self.eps = np.float32(1.1920929e-07) if single else np.float64(2.220446049250313e-16)
                self.max = np.float32(3.4028235e+38) if single else np.float64(1.7976931348623157e+308)
                self.min = -self.max
                self.tiny = np.float32(1.1754944e-38) if single else np.float64(2.2250738585072014e-308)
                self.bits = 32 if single else 64
        class iinfo:
            def __init__(self, dtype=int):
                bits = 8 if '8' in str(dtype) else 16 if '16' in str(dtype) else 32 if '32' in str(dtype) else 64
                unsigned = 'uint' in str(dtype)
                self.bits, self.min, self.max = bits, 0 if unsigned else -2 ** (bits - 1), 2 ** bits - 1 if unsigned else 2 ** (bits - 1) - 1
        """#

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
