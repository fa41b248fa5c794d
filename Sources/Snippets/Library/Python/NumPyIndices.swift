extension PythonLibrary {
    /// Part of NumPy in Python: indices, and what walks over an array.
    static let numpyIndices = #"""
        def indices(dimensions, dtype=int, sparse=False):
            grids = meshgrid(*[np.arange(n) for n in dimensions], indexing='ij', sparse=sparse)
            return grids if sparse else np.stack(grids)
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
            def __init__(self, always):
                self.always = always
            def __getitem__(self, key):
                return (key,) if self.always and not isinstance(key, tuple) else key
        class _Grid:
            def __init__(self, is_open):
                self.is_open = is_open
            def __getitem__(self, key):
                parts = key if isinstance(key, tuple) else (key,)
                grids = meshgrid(*[_span(p) for p in parts], indexing='ij', sparse=self.is_open)
                return grids if self.is_open else np.stack(grids) if len(parts) > 1 else grids[0]
        r_, c_, s_, mgrid, ogrid, index_exp = _Row(), _Columns(), _Slice(False), _Grid(False), _Grid(True), _Slice(True)
        def unravel_index(indices, shape, order='C'):
            index = np.asarray(indices)
            shape = (shape,) if isinstance(shape, int) else tuple(shape)
            if index.size and (index.min() < 0 or index.max() >= math.prod(shape)):
                raise ValueError(f'index {int(index.max())} is out of bounds for array with size {math.prod(shape)}')
            result = []
            for n in shape if order == 'F' else reversed(shape):
                result.append(index % n)
                index = index // n
            result = tuple(result) if order == 'F' else tuple(reversed(result))
            return tuple(np.int64(int(r)) for r in result) if result[0].ndim == 0 else result
        def ravel_multi_index(multi_index, dims, mode='raise', order='C'):
            if mode != 'raise':
                _unavailable('this mode of ravel_multi_index')
            total = 0
            rows = list(zip([np.asarray(i) for i in multi_index], dims))
            for i, n in reversed(rows) if order == 'F' else rows:
                if np.any(i < 0) or np.any(i >= n):
                    raise ValueError('invalid entry in coordinates array')
                total = total * n + i
            return total if np.ndim(total) else np.int64(int(total))
        def tril_indices(n, k=0, m=None):
            return np.nonzero(tri(n, m, k, bool))
        def triu_indices(n, k=0, m=None):
            return np.nonzero(~tri(n, m, k - 1, bool))
        def tril_indices_from(arr, k=0):
            return tril_indices(arr.shape[0], k, arr.shape[1])
        def triu_indices_from(arr, k=0):
            return triu_indices(arr.shape[0], k, arr.shape[1])
        def diag_indices(n, ndim=2):
            return (np.arange(n),) * ndim
        def diag_indices_from(arr):
            return diag_indices(arr.shape[0], arr.ndim)
        def compress(condition, a, axis=None, out=None):
            a, places = np.asarray(a), np.flatnonzero(np.asarray(condition))
            return np.take(a.ravel() if axis is None else a, places, axis=0 if axis is None else axis)
        def extract(condition, arr):
            return np.asarray(arr).ravel()[np.flatnonzero(np.asarray(condition))]
        def copyto(dst, src, casting='same_kind', where=True):
            if where is True:
                dst[...] = src
            else:
                dst[...] = np.where(where, src, dst)
        def putmask(a, mask, values):
            places, values = np.flatnonzero(np.asarray(mask)), np.atleast_1d(np.asarray(values)).ravel()
            flat = a.reshape(-1)
            for k in places:
                flat[k] = values[int(k) % len(values)]
        def place(arr, mask, vals):
            places, vals = np.flatnonzero(np.asarray(mask)), np.atleast_1d(np.asarray(vals)).ravel()
            flat = arr.reshape(-1)
            for n, k in enumerate(places):
                flat[k] = vals[n % len(vals)]
        def put(a, ind, v, mode='raise'):
            if mode != 'raise':
                _unavailable('this mode of put')
            ind, v = np.atleast_1d(np.asarray(ind)).ravel(), np.atleast_1d(np.asarray(v)).ravel()
            flat = a.reshape(-1)
            for n, k in enumerate(ind):
                flat[k] = v[n % len(v)]
        def put_along_axis(arr, indices, values, axis):
            if axis is None:
                _unavailable('put_along_axis without an axis')
            lines, places = np.moveaxis(arr, axis, -1), np.moveaxis(np.asarray(indices), axis, -1)
            values = np.moveaxis(broadcast_to(values, np.asarray(indices).shape), axis, -1)
            for at in ndindex(*lines.shape[:-1]):
                for n in range(places.shape[-1]):
                    lines[at + (int(places[at + (n,)]),)] = values[at + (n,)]
        def choose(a, choices):
            return np.array([choices[int(i)][k] if np.ndim(choices[int(i)]) else choices[int(i)] for k, i in enumerate(np.asarray(a).ravel())]).reshape(np.asarray(a).shape)
        def select(condlist, choicelist, default=0):
            result = default
            for c, v in zip(reversed(condlist), reversed(choicelist)):
                result = np.where(c, v, result)
            return result
        def piecewise(x, condlist, funclist, *args, **kw):
            x = np.asarray(x)
            if np.ndim(condlist) == 0 or not isinstance(condlist, (list, tuple)) and np.ndim(condlist) == x.ndim:
                condlist = [condlist]
            scalar = x.ndim == 0
            if scalar:
                x = x.reshape(1)
            conditions = [np.asarray(c).reshape(x.shape) for c in condlist]
            result = np.zeros_like(x)
            if len(funclist) > len(conditions):
                rest = ~conditions[0]
                for c in conditions[1:]:
                    rest = rest & ~c
                conditions.append(rest)
            for c, f in zip(conditions, funclist):
                if c.any():
                    result[c] = f(x[c], *args, **kw) if callable(f) else f
            return result.reshape(()) if scalar else result
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
        class vectorize:
            def __init__(self, pyfunc=None, otypes=None, doc=None, excluded=None, cache=False, signature=None):
                if pyfunc is None or excluded is not None or signature is not None:
                    _unavailable('this form of vectorize')
                self.pyfunc, self.otypes = pyfunc, otypes
            def __call__(self, *args, **kwargs):
                if kwargs:
                    _unavailable('vectorize with keywords')
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
        def apply_over_axes(func, a, axes):
            a = np.asarray(a)
            for axis in [axes] if isinstance(axes, int) else axes:
                r = func(a, axis)
                a = r if np.ndim(r) == a.ndim else np.expand_dims(r, axis)
            return a
        def lexsort(keys, axis=-1):
            n = len(keys[0])
            return np.array(sorted(range(n), key=lambda i: tuple(k[i] for k in reversed(keys))))
        def partition(a, kth, axis=-1, kind='introselect', order=None):
            return _undetermined(np.sort(a, axis=axis))
        def argpartition(a, kth, axis=-1, kind='introselect', order=None):
            return _undetermined(np.argsort(a, axis=axis))
        def trim_zeros(filt, trim='fb', axis=None):
            if np.ndim(filt) != 1 or axis is not None:
                _unavailable('trim_zeros of a matrix')
            low, high = 0, len(filt)
            if 'f' in trim.lower():
                while low < high and filt[low] == 0:
                    low += 1
            if 'b' in trim.lower():
                while high > low and filt[high - 1] == 0:
                    high -= 1
            return filt[low:high]

        """#
}
