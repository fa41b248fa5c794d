extension PythonLibrary {
    /// Part of NumPy in Python: order statistics, moments, sets and histograms.
    static let numpyStatistics = #"""
        def percentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False):
            return quantile(a, np.asarray(q) / 100 if not isinstance(q, (int, float)) else q / 100, axis=axis, out=out, overwrite_input=overwrite_input, keepdims=keepdims, method=method)
        def quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False):
            if method != 'linear' or out is not None or overwrite_input:
                _unavailable('this method of quantile')
            a = np.asarray(a)
            if axis is None:
                s, at = a.ravel(), 0
            elif isinstance(axis, int):
                s, at = a, axis
            else:
                _unavailable('a quantile over several axes')
            s = np.sort(s, axis=at)
            n = s.shape[at]
            def one(p):
                if not 0 <= p <= 1:
                    raise ValueError('Quantiles must be in the range [0, 1]')
                place = p * (n - 1)
                low = int(math.floor(place))
                high = min(low + 1, n - 1)
                x, y, t = np.take(s, low, axis=at), np.take(s, high, axis=at), place - low
                value = y - (y - x) * (1 - t) if t >= 0.5 else x + (y - x) * t
                if not keepdims:
                    return value
                return np.asarray(value).reshape([1] * a.ndim) if axis is None else np.expand_dims(value, at)
            if isinstance(q, (int, float)) or np.asarray(q).ndim == 0:
                return one(float(q))
            return np.stack([one(float(p)) for p in np.asarray(q).ravel()]).reshape(tuple(np.asarray(q).shape) + tuple(np.shape(one(0.5))))
        def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False):
            a = np.asarray(a)
            if out is not None or overwrite_input or keepdims:
                _unavailable('this form of nanquantile')
            if axis is None:
                return quantile(a[~np.isnan(a)], q, method=method)
            lines = np.moveaxis(a, axis, -1)
            flat = lines.reshape(-1, lines.shape[-1])
            found = np.array([quantile(line[~np.isnan(line)], q, method=method) for line in flat])
            if np.ndim(q):
                return found.T.reshape((len(q),) + tuple(lines.shape[:-1]))
            return found.reshape(lines.shape[:-1])
        def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False):
            return nanquantile(a, np.asarray(q) / 100 if not isinstance(q, (int, float)) else q / 100, axis, out, overwrite_input, method, keepdims)
        def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
            return nanquantile(a, 0.5, axis, out, overwrite_input, keepdims=keepdims)
        def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None):
            if fweights is not None or aweights is not None:
                _unavailable('cov with weights')
            m = np.asarray(m).astype(float)
            m = m.reshape(1, -1) if m.ndim < 2 else m if rowvar else m.T
            if y is not None:
                y = np.asarray(y).astype(float)
                m = np.concatenate([m, y.reshape(1, -1) if y.ndim < 2 else y if rowvar else y.T], axis=0)
            c = m - m.mean(axis=1, keepdims=True)
            result = c @ c.T * (1.0 / (m.shape[1] - ((0 if bias else 1) if ddof is None else ddof)))
            return np.array(result[0, 0]) if result.shape == (1, 1) else result
        def corrcoef(x, y=None, rowvar=True):
            c = cov(x, y, rowvar)
            if np.ndim(c) == 0:
                return c / c
            d = np.sqrt(np.diag(c))
            return np.clip(c / d[:, None] / d[None, :], -1, 1)
        def histogram(a, bins=10, range=None, density=None, weights=None):
            a = np.asarray(a).ravel()
            if isinstance(bins, str):
                _unavailable('a rule for bins')
            if isinstance(bins, int):
                low, high = (a.min(), a.max()) if range is None else range
                if low == high:
                    low, high = low - 0.5, high + 0.5
                edges = np.linspace(low, high, bins + 1)
            else:
                edges = np.asarray(bins)
            inside = (a >= edges[0]) & (a <= edges[-1])
            places = np.clip(np.searchsorted(edges, a[inside], side='right') - 1, 0, len(edges) - 2)
            if weights is None:
                counts = np.bincount(places, minlength=len(edges) - 1)
            else:
                counts = np.bincount(places, weights=np.asarray(weights).ravel()[inside], minlength=len(edges) - 1).astype(np.asarray(weights).dtype)
            if density:
                counts = counts / np.diff(edges) / counts.sum()
            return counts, edges
        def histogram_bin_edges(a, bins=10, range=None, weights=None):
            return histogram(a, bins, range)[1]
        def digitize(x, bins, right=False):
            bins = np.asarray(bins)
            if len(bins) > 1 and bins[0] > bins[-1]:
                return len(bins) - np.searchsorted(bins[::-1], x, side='right' if right else 'left')
            return np.searchsorted(bins, x, side='left' if right else 'right')
        def ptp(a, axis=None, out=None, keepdims=False):
            return np.max(a, axis=axis, keepdims=keepdims) - np.min(a, axis=axis, keepdims=keepdims)
        def _kept(a):
            a = np.asarray(a)
            return ~np.isnan(a) if a.dtype != int else np.ones(a.shape, dtype=bool)
        def nansum(a, axis=None, dtype=None, out=None, keepdims=False):
            a = np.asarray(a)
            return (a if a.dtype == int else np.where(_kept(a), a, 0.0)).sum(axis=axis, keepdims=keepdims)
        def nanprod(a, axis=None, dtype=None, out=None, keepdims=False):
            a = np.asarray(a)
            return (a if a.dtype == int else np.where(_kept(a), a, 1.0)).prod(axis=axis, keepdims=keepdims)
        def nancumsum(a, axis=None, dtype=None, out=None):
            a = np.asarray(a)
            return np.cumsum(a if a.dtype == int else np.where(_kept(a), a, 0.0), axis=axis)
        def nancumprod(a, axis=None, dtype=None, out=None):
            a = np.asarray(a)
            return np.cumprod(a if a.dtype == int else np.where(_kept(a), a, 1.0), axis=axis)
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
        def isin(element, test_elements, assume_unique=False, invert=False):
            element, test = np.asarray(element), np.asarray(test_elements).ravel()
            found = (element.reshape(-1, 1) == test.reshape(1, -1)).any(axis=1).reshape(element.shape)
            return ~found if invert else found
        in1d = isin
        def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
            first, second = np.asarray(ar1).ravel(), np.asarray(ar2).ravel()
            a = first if assume_unique else np.unique(first)
            common = np.sort(a[isin(a, second)])
            if not return_indices:
                return common
            one, two = first.tolist(), second.tolist()
            return common, np.array([one.index(v) for v in common.tolist()], dtype=int), np.array([two.index(v) for v in common.tolist()], dtype=int)
        def union1d(ar1, ar2):
            return np.unique(np.concatenate([np.asarray(ar1).ravel(), np.asarray(ar2).ravel()]))
        def setdiff1d(ar1, ar2, assume_unique=False):
            a = np.asarray(ar1).ravel() if assume_unique else np.unique(ar1)
            return a[~isin(a, ar2)]
        def setxor1d(ar1, ar2, assume_unique=False):
            return np.sort(np.concatenate([setdiff1d(ar1, ar2), setdiff1d(ar2, ar1)]))

        """#
}
