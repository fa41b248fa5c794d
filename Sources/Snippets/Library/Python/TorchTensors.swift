extension PythonLibrary {
    /// Functions of PyTorch that need nothing but other functions of PyTorch; those that a tensor has too are its methods.
    static let tensors = #"""
        import math
        builtin_range = range
        def atleast_1d(*tensors):
            parts = tensors[0] if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)) else tensors
            parts = [x.reshape(1) if x.ndim == 0 else x for x in parts]
            return parts[0] if len(tensors) == 1 and not isinstance(tensors[0], (list, tuple)) else tuple(parts)
        def atleast_2d(*tensors):
            parts = tensors[0] if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)) else tensors
            parts = [x.reshape(1, -1) if x.ndim < 2 else x for x in parts]
            return parts[0] if len(tensors) == 1 and not isinstance(tensors[0], (list, tuple)) else tuple(parts)
        def broadcast_shapes(*shapes):
            shapes = [(s,) if isinstance(s, int) else tuple(s) for s in shapes]
            return sum([torch.zeros(s) for s in shapes]).shape
        def broadcast_tensors(*tensors):
            shape = broadcast_shapes(*[x.shape for x in tensors])
            return tuple(x.expand(shape) for x in tensors)
        def block_diag(*tensors):
            parts = [x.reshape(1, -1) if x.ndim < 2 else x for x in tensors]
            rows, columns = sum(x.shape[0] for x in parts), sum(x.shape[1] for x in parts)
            result = torch.zeros(rows, columns, dtype=parts[0].dtype)
            r = c = 0
            for x in parts:
                result[r:r + x.shape[0], c:c + x.shape[1]] = x
                r, c = r + x.shape[0], c + x.shape[1]
            return result
        def column_stack(tensors):
            return torch.cat([x.reshape(-1, 1) if x.ndim < 2 else x for x in tensors], dim=1)
        def dstack(tensors):
            parts = [x.reshape(1, -1, 1) if x.ndim < 2 else x.unsqueeze(2) if x.ndim == 2 else x for x in tensors]
            return torch.cat(parts, dim=2)
        def cartesian_prod(*tensors):
            if len(tensors) == 1:
                return tensors[0]
            return torch.stack([g.reshape(-1) for g in meshgrid(*tensors, indexing='ij')], dim=1)
        def meshgrid(*tensors, indexing='ij'):
            parts = list(tensors[0]) if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)) else list(tensors)
            n = len(parts)
            shape = [x.numel() for x in parts]
            grids = [x.reshape([-1 if i == k else 1 for i in builtin_range(n)]).expand(shape) for k, x in enumerate(parts)]
            if indexing == 'xy' and n > 1:
                grids = [g.transpose(0, 1) for g in grids]
            return tuple(grids)
        def combinations(input, r=2, with_replacement=False):
            n, rows = input.numel(), []
            def choose(start, row):
                if len(row) == r:
                    rows.append(row)
                    return
                for k in builtin_range(start, n):
                    choose(k if with_replacement else k + 1, row + [k])
            choose(0, [])
            return torch.stack([input[row] for row in rows])
        def diagflat(input, offset=0):
            return torch.diag(input.reshape(-1), offset)
        def diag_embed(input, offset=0, dim1=-2, dim2=-1):
            if offset or dim1 != -2 or dim2 != -1:
                _unavailable('this form of diag_embed')
            return input.unsqueeze(-1) * torch.eye(input.shape[-1], dtype=input.dtype)
        def tril_indices(row, col, offset=0, dtype=None, device=None, layout=None):
            return torch.nonzero(torch.tril(torch.ones(row, col), offset)).t()
        def triu_indices(row, col, offset=0, dtype=None, device=None, layout=None):
            return torch.nonzero(torch.triu(torch.ones(row, col), offset)).t()
        def logspace(start, end, steps, base=10.0, dtype=None, device=None, requires_grad=False):
            result = base ** torch.linspace(start, end, steps)
            return result if dtype is None else result.to(dtype)
        def range(start, end=None, step=1, dtype=None):
            start, end = (0, start) if end is None else (start, end)
            return torch.arange(start, end + (step if isinstance(step, int) else step / 2), step).float()
        def bucketize(input, boundaries, out_int32=False, right=False):
            return torch.searchsorted(boundaries, input, side='right' if right else 'left')
        def isin(elements, test_elements, assume_unique=False, invert=False):
            elements, test = torch.as_tensor(elements), torch.as_tensor(test_elements)
            found = (elements.reshape(-1, 1) == test.reshape(1, -1)).any(dim=1).reshape(elements.shape)
            return ~found if invert else found
        def cdist(x1, x2, p=2.0, compute_mode=None):
            d = (x1.unsqueeze(-2) - x2.unsqueeze(-3)).abs()
            if p == 2:
                return (d * d).sum(dim=-1).sqrt()
            if p == 1:
                return d.sum(dim=-1)
            if p == math.inf:
                return d.max(dim=-1).values
            return (d ** p).sum(dim=-1) ** (1.0 / p)
        def dist(input, other, p=2):
            d = (input - other).abs()
            if p == math.inf:
                return d.max()
            if p == 0:
                return (d != 0).sum().float()
            return (d ** p).sum() ** (1.0 / p)
        def cov(input, correction=1, fweights=None, aweights=None):
            if fweights is not None or aweights is not None:
                _unavailable('cov with weights')
            m = input if input.dtype.is_floating_point else input.float()
            m = m.reshape(1, -1) if m.ndim < 2 else m
            c = m - m.mean(dim=1, keepdim=True)
            result = c @ c.t() / (m.shape[1] - correction)
            return result[0, 0] if input.ndim < 2 else result
        def corrcoef(input):
            if input.ndim < 2:
                return torch.ones(())
            c = cov(input)
            d = torch.sqrt(torch.diag(c))
            return torch.clamp(c / d.unsqueeze(1) / d.unsqueeze(0), -1, 1)
        def count_nonzero(input, dim=None):
            return (input != 0).sum() if dim is None else (input != 0).sum(dim=dim)
        def _running(input, dim, better, kind):
            lines = input.movedim(dim, 0)
            values, places = [lines[0]], [torch.zeros(lines[0].shape, dtype=torch.int64)]
            for k in builtin_range(1, lines.shape[0]):
                takes = better(lines[k], values[-1])
                values.append(torch.where(takes, lines[k], values[-1]))
                places.append(torch.where(takes, torch.full(lines[0].shape, k), places[-1]))
            return _Pair(kind, torch.stack(values).movedim(0, dim), torch.stack(places).movedim(0, dim))
        class _Pair:
            def __init__(self, kind, values, indices, names=('values', 'indices')):
                self.kind, self.parts, self.names = kind, (values, indices), names
            def __getattr__(self, name):
                if name in ('values', 'indices', 'min', 'max') and name in self.names:
                    return self.parts[self.names.index(name)]
                raise AttributeError(f"'torch.return_types.{self.kind}' object has no attribute '{name}'")
            def __iter__(self):
                return iter(self.parts)
            def __len__(self):
                return 2
            def __getitem__(self, key):
                return self.parts[key]
            def __repr__(self):
                return f'torch.return_types.{self.kind}(\n{self.names[0]}={self.parts[0]},\n{self.names[1]}={self.parts[1]})'
        def cummax(input, dim):
            return _running(input, dim, lambda a, b: a >= b, 'cummax')
        def cummin(input, dim):
            return _running(input, dim, lambda a, b: a <= b, 'cummin')
        def logcumsumexp(input, dim):
            top = input.max(dim=dim, keepdim=True).values
            return torch.log(torch.cumsum(torch.exp(input - top), dim=dim)) + top
        def kthvalue(input, k, dim=-1, keepdim=False):
            if keepdim:
                _unavailable('kthvalue that keeps its axis')
            found = torch.sort(input, dim=dim)
            return _Pair('kthvalue', select(found[0], dim, k - 1), select(found[1], dim, k - 1))
        def median(input, dim=None, keepdim=False):
            if keepdim:
                _unavailable('median that keeps its axis')
            if dim is None:
                flat = torch.sort(input.reshape(-1))[0]
                return flat[(flat.numel() - 1) // 2]
            n = input.shape[dim]
            pair = kthvalue(input, (n - 1) // 2 + 1, dim)
            return _Pair('median', pair.values, _undetermined(pair.indices))
        def mode(input, dim=-1, keepdim=False):
            if input.ndim != 1:
                _unavailable('mode of several lines')
            items = input.tolist()
            best = max(sorted(set(items)), key=lambda v: (items.count(v), -v))
            place = len(items) - 1 - items[::-1].index(best)
            return _Pair('mode', torch.tensor(best, dtype=input.dtype), _undetermined(torch.tensor(place)))
        def msort(input):
            return torch.sort(input, dim=0)[0]
        def aminmax(input, dim=None, keepdim=False):
            low, high = (input.min(), input.max()) if dim is None else (input.amin(dim, keepdim), input.amax(dim, keepdim))
            return _Pair('aminmax', low, high, ('min', 'max'))
        def quantile(input, q, dim=None, keepdim=False, interpolation='linear'):
            if interpolation != 'linear' or keepdim:
                _unavailable('this form of quantile')
            x = input.reshape(-1) if dim is None else input.movedim(dim, -1)
            s = torch.sort(x, dim=-1)[0]
            n = s.shape[-1]
            def one(p):
                if not 0 <= p <= 1:
                    raise RuntimeError(f'quantile() q must be in the range [0, 1] but got {p}')
                place = p * (n - 1)
                low = int(math.floor(place))
                high = min(low + 1, n - 1)
                return torch.lerp(s[..., low], s[..., high], place - low)
            if isinstance(q, (int, float)):
                return one(q)
            return one(q.item()) if q.ndim == 0 else torch.stack([one(p) for p in q.tolist()])
        def lerp(input, end, weight):
            return input + weight * (end - input)
        def nansum(input, dim=None, keepdim=False, dtype=None):
            x = torch.where(torch.isnan(input), torch.zeros_like(input), input)
            return x.sum() if dim is None else x.sum(dim=dim, keepdim=keepdim)
        def nanmean(input, dim=None, keepdim=False, dtype=None):
            kept = ~torch.isnan(input)
            return nansum(input) / kept.sum() if dim is None else nansum(input, dim, keepdim) / kept.sum(dim=dim, keepdim=keepdim)
        def nan_to_num(input, nan=0.0, posinf=None, neginf=None):
            x = torch.where(torch.isnan(input), torch.full_like(input, nan), input)
            largest = 3.4028234663852886e+38 if input.dtype == torch.float32 else 1.7976931348623157e+308
            x = torch.where(x == math.inf, torch.full_like(x, largest if posinf is None else posinf), x)
            return torch.where(x == -math.inf, torch.full_like(x, -largest if neginf is None else neginf), x)
        def fmod(input, other):
            return torch.sign(input) * torch.remainder(torch.abs(input), abs(other))
        def frac(input):
            return input - torch.trunc(input)
        def rsqrt(input):
            return 1 / torch.sqrt(input)
        def deg2rad(input):
            return input * (math.pi / 180)
        def rad2deg(input):
            return input * (180 / math.pi)
        def heaviside(input, values):
            return torch.where(input < 0, torch.zeros_like(input), torch.where(input == 0, values.expand(input.shape), torch.ones_like(input)))
        def logit(input, eps=None):
            x = input if eps is None else torch.clamp(input, eps, 1 - eps)
            return torch.log(x / (1 - x))
        def xlogy(input, other):
            return torch.where(input == 0, torch.zeros_like(input), input * torch.log(other))
        def positive(input):
            return +input
        def isposinf(input):
            return input == math.inf
        def isneginf(input):
            return input == -math.inf
        def addcmul(input, tensor1, tensor2, value=1):
            return input + value * tensor1 * tensor2
        def addcdiv(input, tensor1, tensor2, value=1):
            return input + value * tensor1 / tensor2
        def addr(input, vec1, vec2, beta=1, alpha=1):
            return beta * input + alpha * torch.outer(vec1, vec2)
        def kron(input, other):
            n = max(input.ndim, other.ndim)
            s, t = (1,) * (n - input.ndim) + tuple(input.shape), (1,) * (n - other.ndim) + tuple(other.shape)
            left, right = [], []
            for p, q in zip(s, t):
                left += [p, 1]
                right += [1, q]
            return (input.reshape(left) * other.reshape(right)).reshape([p * q for p, q in zip(s, t)])
        def chain_matmul(*matrices):
            result = matrices[0]
            for x in matrices[1:]:
                result = result @ x
            return result
        def logdet(input):
            return torch.log(torch.linalg.det(input))
        def det(input):
            return torch.linalg.det(input)
        def narrow(input, dim, start, length):
            start = start + input.shape[dim] if start < 0 else start
            return input.movedim(dim, 0)[start:start + length].movedim(0, dim)
        def select(input, dim, index):
            return input.movedim(dim, 0)[index]
        def vander(x, N=None, increasing=False):
            N = x.numel() if N is None else N
            columns = [torch.ones_like(x)]
            for _ in builtin_range(N - 1):
                columns.append(columns[-1] * x)
            return torch.stack(columns[:N] if increasing else columns[:N][::-1], dim=1)
        def trapezoid(y, x=None, dx=1.0, dim=-1):
            y = y.movedim(dim, -1)
            d = dx if x is None else torch.diff(x)
            return (d * (y[..., 1:] + y[..., :-1]) / 2.0).sum(dim=-1)
        trapz = trapezoid
        def histc(input, bins=100, min=0, max=0):
            low, high = (min, max) if min != 0 or max != 0 else (input.min().item(), input.max().item())
            if low == high:
                low, high = low - 1, high + 1
            counts = [0.0] * bins
            for x in input.reshape(-1).tolist():
                if low <= x <= high:
                    place = int((x - low) / (high - low) * bins)
                    counts[place if place < bins else bins - 1] += 1
            return torch.tensor(counts, dtype=input.dtype)
        def is_nonzero(input):
            return bool(input)
        def unravel_index(indices, shape):
            result = []
            for n in reversed(tuple(shape)):
                result.append(indices % n)
                indices = torch.div(indices, n, rounding_mode='floor') if not isinstance(indices, int) else indices // n
            return tuple(reversed(result))

        """#
}
