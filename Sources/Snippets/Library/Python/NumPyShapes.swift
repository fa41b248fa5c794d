extension PythonLibrary {
    /// Part of NumPy in Python: making, joining and rearranging arrays.
    static let numpyShapes = #"""
        import math
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
        def broadcast_to(array, shape, subok=False):
            array = np.asarray(array)
            shape = (shape,) if isinstance(shape, int) else tuple(shape)
            return array + np.zeros(shape, dtype=array.dtype) if array.dtype != bool else array & np.ones(shape, dtype=bool)
        def broadcast_arrays(*arrays):
            shape = sum([np.zeros(np.asarray(a).shape) for a in arrays]).shape
            return tuple(broadcast_to(a, shape) for a in arrays)
        def broadcast_shapes(*shapes):
            return sum([np.zeros(s) for s in shapes]).shape
        def column_stack(arrays):
            parts = [np.asarray(a) for a in arrays]
            return np.concatenate([p.reshape(-1, 1) if p.ndim < 2 else p for p in parts], axis=1)
        def row_stack(arrays):
            return np.vstack(arrays)
        def dstack(arrays):
            parts = [np.asarray(a) for a in arrays]
            parts = [p.reshape(1, -1, 1) if p.ndim < 2 else p[:, :, np.newaxis] if p.ndim == 2 else p for p in parts]
            return np.concatenate(parts, axis=2)
        def atleast_1d(*arrays):
            parts = [np.asarray(x) for x in arrays]
            parts = [x.reshape(1) if x.ndim == 0 else x for x in parts]
            return parts[0] if len(parts) == 1 else tuple(parts)
        def atleast_2d(*arrays):
            parts = [np.asarray(x) for x in arrays]
            parts = [x.reshape(1, -1) if x.ndim < 2 else x for x in parts]
            return parts[0] if len(parts) == 1 else tuple(parts)
        def atleast_3d(*arrays):
            parts = [np.asarray(x) for x in arrays]
            parts = [x.reshape(1, -1, 1) if x.ndim < 2 else x[:, :, np.newaxis] if x.ndim == 2 else x for x in parts]
            return parts[0] if len(parts) == 1 else tuple(parts)
        def append(arr, values, axis=None):
            if axis is None:
                return np.concatenate([np.asarray(arr).ravel(), np.asarray(values).ravel()])
            return np.concatenate([arr, values], axis=axis)
        def insert(arr, obj, values, axis=None):
            arr = np.asarray(arr)
            if axis is None:
                arr, axis = arr.ravel(), 0
            axis = axis % arr.ndim
            n = arr.shape[axis]
            single = isinstance(obj, int)
            places = [obj] if single else list(range(n))[obj] if isinstance(obj, slice) else [int(i) for i in obj]
            for i in places:
                if not -n <= i <= n:
                    raise IndexError(f'index {i} is out of bounds for axis {axis} with size {n}')
            places = [i + n if i < 0 else i for i in places]
            lines = np.moveaxis(arr, axis, 0)
            values = np.asarray(values).astype(arr.dtype)
            if single:
                if arr.ndim > 1 and values.ndim == arr.ndim:
                    values = broadcast_to(values, (values.shape[0],) + tuple(lines.shape[1:]))
                elif arr.ndim == 1:
                    values = values.reshape(-1)
                else:
                    values = broadcast_to(values, lines.shape[1:]).reshape((1,) + tuple(lines.shape[1:]))
                places = places * len(values)
            else:
                wide = list(arr.shape)
                wide[axis] = len(places)
                values = np.moveaxis(broadcast_to(values, wide), axis, 0)
            order = sorted(range(len(places)), key=lambda k: places[k])
            parts, done = [], 0
            for k in order:
                parts.append(lines[done:places[k]])
                parts.append(values[k:k + 1])
                done = places[k]
            parts.append(lines[done:])
            return np.moveaxis(np.concatenate(parts, axis=0), 0, axis)
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
        def pad(array, pad_width, mode='constant', constant_values=0, stat_length=None, end_values=None, reflect_type='even'):
            array = np.asarray(array)
            n = array.ndim
            def pairs(given):
                if isinstance(given, dict):
                    _unavailable('pad by a dictionary')
                whole = np.asarray(given)
                if whole.ndim == 0:
                    return [(given, given)] * n
                whole = whole.tolist()
                if not isinstance(whole[0], list):
                    return [(whole[0], whole[-1])] * n
                rows = [(row[0], row[-1]) for row in whole]
                return rows * n if len(rows) == 1 else rows
            if stat_length is not None or end_values is not None or reflect_type != 'even' or mode not in ('constant', 'edge', 'reflect', 'symmetric', 'wrap'):
                _unavailable('this mode of pad')
            values = pairs(constant_values)
            for axis, (before, after) in enumerate(pairs(pad_width)):
                size = array.shape[axis]
                if mode == 'constant':
                    def block(count, value):
                        shape = list(array.shape)
                        shape[axis] = count
                        return np.full(shape, value).astype(array.dtype)
                    array = np.concatenate([block(before, values[axis][0]), array, block(after, values[axis][1])], axis=axis)
                    continue
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
        def block(arrays):
            def depth(part):
                return 1 + depth(part[0]) if isinstance(part, list) else 0
            levels = depth(arrays)
            rank = [levels]
            def widest(part):
                if isinstance(part, list):
                    for p in part:
                        widest(p)
                else:
                    rank[0] = max(rank[0], np.ndim(part))
            widest(arrays)
            def join(part, level):
                if isinstance(part, list):
                    return np.concatenate([join(p, level + 1) for p in part], axis=rank[0] - levels + level)
                part = np.asarray(part)
                return part.reshape((1,) * (rank[0] - part.ndim) + tuple(part.shape))
            return join(arrays, 0)
        def resize(a, new_shape):
            flat = np.asarray(a).ravel()
            count = new_shape if isinstance(new_shape, int) else math.prod(new_shape)
            return np.take(flat, [i % flat.size for i in range(count)]).reshape(new_shape)
        def rollaxis(a, axis, start=0):
            n = np.ndim(a)
            axis, start = axis % n, start + n if start < 0 else start
            return np.moveaxis(a, axis, start - 1 if axis < start else start)
        def unstack(x, axis=0):
            return tuple(np.moveaxis(np.asarray(x), axis, 0))
        def dsplit(ary, indices_or_sections):
            return np.split(ary, indices_or_sections, axis=2)
        def matrix_transpose(x):
            return np.swapaxes(np.asarray(x), -1, -2)
        def tri(N, M=None, k=0, dtype=float):
            M = N if M is None else M
            return (np.arange(N).reshape(-1, 1) + k >= np.arange(M)).astype(dtype)
        def diagflat(v, k=0):
            return np.diag(np.asarray(v).ravel(), k)
        def fill_diagonal(a, val, wrap=False):
            if wrap or a.ndim != 2:
                _unavailable('this form of fill_diagonal')
            places = np.arange(min(a.shape))
            a[places, places] = val
        def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
            if axis != 0:
                _unavailable('logspace along an axis')
            result = base ** np.linspace(start, stop, num, endpoint)
            return result if dtype is None else result.astype(dtype)
        def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
            if axis != 0:
                _unavailable('geomspace along an axis')
            sign = -1.0 if start < 0 and stop < 0 else 1.0
            low, high = math.log10(start * sign), math.log10(stop * sign)
            result = sign * 10.0 ** np.linspace(low, high, num, endpoint)
            if num > 0:
                result[0] = start
                if num > 1 and endpoint:
                    result[-1] = stop
            return result if dtype is None else result.astype(dtype)
        def fromfunction(function, shape, dtype=float, **kwargs):
            return function(*[g.astype(dtype) for g in indices(shape)], **kwargs)
        def fromiter(iterable, dtype, count=-1):
            return np.array(list(iterable), dtype=dtype)

        """#
}
