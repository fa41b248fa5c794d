extension PythonLibrary {
    /// Part of NumPy in Python: functions of single elements, and what describes types and errors.
    static let numpyElements = #"""
        def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
            x = np.asarray(x)
            x = np.where(np.isnan(x), nan, x)
            x = np.where(x == np.inf, 1.7976931348623157e+308 if posinf is None else posinf, x)
            return np.where(x == -np.inf, -1.7976931348623157e+308 if neginf is None else neginf, x)
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
        def fmod(x1, x2):
            a, b = np.asarray(x1), np.asarray(x2)
            return np.sign(a) * np.mod(np.abs(a), np.abs(b))
        def divmod(a, b):
            return np.floor_divide(a, b), np.mod(a, b)
        def isscalar(x):
            return isinstance(x, (int, float, str, bool)) or np.ndim(x) == 0 and not isinstance(x, np.ndarray)
        def iterable(x):
            return hasattr(x, '__iter__')
        def isposinf(x):
            return np.asarray(x) == np.inf
        def isneginf(x):
            return np.asarray(x) == -np.inf
        _errors = {'divide': 'warn', 'over': 'warn', 'under': 'ignore', 'invalid': 'warn'}
        def geterr():
            return dict(_errors)
        def seterr(all=None, divide=None, over=None, under=None, invalid=None):
            before = dict(_errors)
            for word, how in (('divide', divide), ('over', over), ('under', under), ('invalid', invalid)):
                how = how or all
                if how == 'raise' or how == 'call':
                    _unavailable('an error of arithmetic that is raised')
                if how:
                    _errors[word] = how
            return before
        class errstate:
            def __init__(self, call=None, all=None, divide=None, over=None, under=None, invalid=None):
                self.wanted = (all, divide, over, under, invalid)
            def __enter__(self):
                self.before = seterr(*self.wanted)
                return None
            def __exit__(self, kind, value, trace):
                _errors.update(self.before)
                return False
            def __call__(self, function):
                def run(*args, **keywords):
                    with self:
                        return function(*args, **keywords)
                return run
        class finfo:
            def __init__(self, dtype=float):
                dtype = dtype.dtype if isinstance(dtype, np.generic) else dtype
                single = str(dtype).endswith('float32') or str(dtype).endswith("float32'>")
                if '16' in str(dtype):
                    _unavailable('finfo of half precision')
                self.eps = np.float32(1.1920929e-07) if single else np.float64(2.220446049250313e-16)
                self.max = np.float32(3.4028235e+38) if single else np.float64(1.7976931348623157e+308)
                self.min = -self.max
                self.tiny = np.float32(1.1754944e-38) if single else np.float64(2.2250738585072014e-308)
                self.smallest_normal = self.tiny
                self.resolution = np.float32(1e-06) if single else np.float64(1e-15)
                self.bits, self.precision = (32, 6) if single else (64, 15)
        class iinfo:
            def __init__(self, dtype=int):
                dtype = dtype.dtype if isinstance(dtype, np.generic) else dtype
                bits = 8 if '8' in str(dtype) else 16 if '16' in str(dtype) else 32 if '32' in str(dtype) else 64
                unsigned = 'uint' in str(dtype)
                self.bits, self.min, self.max = bits, 0 if unsigned else -2 ** (bits - 1), 2 ** bits - 1 if unsigned else 2 ** (bits - 1) - 1
        def copysign(x1, x2):
            return np.where(signbit(x2), -np.abs(np.asarray(x1).astype(float)), np.abs(np.asarray(x1).astype(float)))
        def signbit(x):
            x = np.asarray(x).astype(float)
            return (x < 0) | (x == 0) & (1.0 / np.where(x == 0, x, 1.0) < 0)
        def fix(x):
            return np.trunc(x)
        def modf(x):
            whole = np.trunc(np.asarray(x).astype(float))
            return np.asarray(x).astype(float) - whole, whole
        def positive(x):
            return +np.asarray(x)
        def gcd(x1, x2):
            a, b = broadcast_arrays(x1, x2) if np.ndim(x1) or np.ndim(x2) else (np.asarray(x1), np.asarray(x2))
            return np.array([math.gcd(int(p), int(q)) for p, q in zip(a.ravel(), b.ravel())], dtype=int).reshape(a.shape) if a.ndim else np.int64(math.gcd(int(a), int(b)))
        def lcm(x1, x2):
            a, b = broadcast_arrays(x1, x2) if np.ndim(x1) or np.ndim(x2) else (np.asarray(x1), np.asarray(x2))
            return np.array([math.lcm(int(p), int(q)) for p, q in zip(a.ravel(), b.ravel())], dtype=int).reshape(a.shape) if a.ndim else np.int64(math.lcm(int(a), int(b)))
        def logaddexp2(x1, x2):
            a, b = np.asarray(x1).astype(float), np.asarray(x2).astype(float)
            return np.logaddexp(a * math.log(2), b * math.log(2)) / math.log(2)
        def binary_repr(num, width=None):
            num = int(num)
            if num < 0:
                if width is None:
                    return '-' + bin(num)[3:]
                return bin(num + (1 << width))[2:].rjust(width, '1')
            text = bin(num)[2:]
            return text if width is None else text.zfill(width)
        def base_repr(number, base=2, padding=0):
            digits, n, text = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', abs(int(number)), ''
            while n:
                text, n = digits[n % base] + text, n // base
            return ('-' if number < 0 else '') + '0' * padding + (text or ('0' if not padding else ''))
        def ediff1d(ary, to_end=None, to_begin=None):
            parts = [np.diff(np.asarray(ary).ravel())]
            if to_begin is not None:
                parts = [np.atleast_1d(np.asarray(to_begin)).ravel()] + parts
            if to_end is not None:
                parts.append(np.atleast_1d(np.asarray(to_end)).ravel())
            return np.concatenate(parts)
        def array_equiv(a1, a2):
            try:
                return bool((np.asarray(a1) == np.asarray(a2)).all())
            except ValueError:
                return False
        def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
            if max_line_width is not None or precision is not None or suppress_small is not None:
                _unavailable('array_repr with options')
            return repr(arr)
        def array_str(a, max_line_width=None, precision=None, suppress_small=None):
            if max_line_width is not None or precision is not None or suppress_small is not None:
                _unavailable('array_str with options')
            return str(a)
        def cumulative_prod(x, axis=None, dtype=None, out=None, include_initial=False):
            if include_initial:
                _unavailable('cumulative_prod with a first value')
            return np.cumprod(x, axis=axis)
        def cumulative_sum(x, axis=None, dtype=None, out=None, include_initial=False):
            if include_initial:
                _unavailable('cumulative_sum with a first value')
            return np.cumsum(x, axis=axis)

        """#
}
