extension PythonLibrary {
    static let warnings = #"""
        def filterwarnings(*args, **named):
            pass
        simplefilter = resetwarnings = warn = warn_explicit = filterwarnings
        class catch_warnings:
            def __init__(self, *args, **named):
                pass
            def __enter__(self):
                return []
            def __exit__(self, kind, value, trace):
                return False
        """#

    static let time = #"""
        def sleep(seconds):
            pass
        """#

    static let timeit = #"""
        """#

    static let gc = #"""
        def collect(*args):
            return 0
        def enable():
            pass
        disable = enable
        """#

    static let logging = #"""
        DEBUG, INFO, WARNING, ERROR, CRITICAL = 10, 20, 30, 40, 50
        def _nothing(*args, **named):
            pass
        basicConfig = debug = info = warning = error = critical = exception = disable = _nothing
        class Logger:
            def __init__(self, name):
                self.name = name
            def debug(self, *args, **named):
                pass
            def setLevel(self, level):
                pass
            info = warning = error = critical = exception = log = addHandler = debug
        def getLogger(name=None):
            return Logger(name)
        """#

    static let os = #"""
        class _Path:
            sep = '/'
            def join(self, first, *rest):
                result = first
                for part in rest:
                    if part.startswith('/'):
                        result = part
                    elif not result or result.endswith('/'):
                        result += part
                    else:
                        result += '/' + part
                return result
            def basename(self, path):
                return path.split('/')[-1]
            def dirname(self, path):
                return '/'.join(path.split('/')[:-1])
            def split(self, path):
                return self.dirname(path), self.basename(path)
            def splitext(self, path):
                name = self.basename(path)
                place = name.rfind('.')
                if place <= 0:
                    return path, ''
                return path[:len(path) - len(name) + place], name[place:]
        path = _Path()
        environ = {}
        sep, linesep, curdir = '/', '\n', '.'
        """#

    static let sys = #"""
        maxsize = 9223372036854775807
        def setrecursionlimit(limit):
            pass
        class _Float:
            epsilon, max, min, dig, mant_dig = 2.220446049250313e-16, 1.7976931348623157e+308, 2.2250738585072014e-308, 15, 53
        float_info = _Float()
        """#

    static let tqdm = #"""
        class tqdm:
            def __init__(self, iterable=None, *args, total=None, **named):
                self.iterable, self.total, self.n = iterable, total, 0
            def __iter__(self):
                return iter(self.iterable)
            def __len__(self):
                return len(self.iterable)
            def __enter__(self):
                return self
            def __exit__(self, kind, value, trace):
                return False
            def update(self, n=1):
                self.n += n
            def set_description(self, *args, **named):
                pass
            set_postfix = set_postfix_str = set_description_str = close = refresh = reset = set_description
            @classmethod
            def write(cls, text, **named):
                print(text)
        def trange(*args, **named):
            return tqdm(range(*args))
        notebook = tqdm
        """#

    static let strings = #"""
        ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
        ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
        ascii_letters = ascii_lowercase + ascii_uppercase
        digits = '0123456789'
        hexdigits = '0123456789abcdefABCDEF'
        octdigits = '01234567'
        punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
        whitespace = ' \t\n\r\x0b\x0c'
        """#

    static let pprint = #"""
        def pprint(value, *args, **named):
            text = repr(value)
            if len(text) > 78:
                _unavailable('pprint over several lines')
            print(text)
        def pformat(value, *args, **named):
            return repr(value)
        """#

    static let statistics = #"""
        import math
        class StatisticsError(ValueError):
            pass
        def _exact(total):
            return int(total) if isinstance(total, float) and total.is_integer() else total
        def _numbers(data, least, what):
            items = list(data)
            if len(items) < least:
                raise StatisticsError(f'{what} requires at least {"one data point" if least == 1 else "two data points"}')
            return items
        def mean(data):
            items = _numbers(data, 1, 'mean')
            total = math.fsum(items) / len(items)
            return int(total) if all(isinstance(x, int) for x in items) and sum(items) % len(items) == 0 else total
        def fmean(data, weights=None):
            items = _numbers(data, 1, 'fmean')
            if weights is not None:
                return math.fsum(x * w for x, w in zip(items, weights)) / math.fsum(weights)
            return math.fsum(items) / len(items)
        def median(data):
            items = sorted(data)
            n = len(items)
            if not n:
                raise StatisticsError('no median for empty data')
            return items[n // 2] if n % 2 else (items[n // 2 - 1] + items[n // 2]) / 2
        def mode(data):
            counts = {}
            for item in data:
                counts[item] = counts.get(item, 0) + 1
            if not counts:
                raise StatisticsError('no mode for empty data')
            return max(counts, key=counts.get)
        def multimode(data):
            counts = {}
            for item in data:
                counts[item] = counts.get(item, 0) + 1
            most = max(counts.values(), default=0)
            return [item for item, count in counts.items() if count == most]
        def _squares(items):
            center = math.fsum(items) / len(items)
            return math.fsum((x - center) ** 2 for x in items)
        def _whole(value, items):
            return int(value) if all(isinstance(x, int) for x in items) and float(value).is_integer() else value
        def pvariance(data, mu=None):
            items = _numbers(data, 1, 'pvariance')
            return _whole(_squares(items) / len(items), items)
        def variance(data, xbar=None):
            items = _numbers(data, 2, 'variance')
            return _whole(_squares(items) / (len(items) - 1), items)
        def pstdev(data, mu=None):
            return math.sqrt(_squares(_numbers(data, 1, 'pstdev')) / len(list(data)))
        def stdev(data, xbar=None):
            items = _numbers(data, 2, 'stdev')
            return math.sqrt(_squares(items) / (len(items) - 1))
        def geometric_mean(data):
            items = _numbers(data, 1, 'geometric_mean')
            return math.exp(math.fsum(math.log(x) for x in items) / len(items))
        def harmonic_mean(data):
            items = _numbers(data, 1, 'harmonic_mean')
            return len(items) / math.fsum(1 / x for x in items)
        """#

    static let copy = #"""
        def copy(value):
            if isinstance(value, (int, float, str, bool, tuple, frozenset)) or value is None or callable(value) and not hasattr(value, '__dict__'):
                return value
            if isinstance(value, (list, dict, set)):
                return value.copy()
            if hasattr(value, 'clone'):
                return value.clone()
            if hasattr(value, 'astype'):
                return value.copy()
            result = object.__new__(type(value))
            for name, item in value.__dict__.items():
                object.__setattr__(result, name, item)
            return result
        def deepcopy(value, memo=None):
            return _deep(value, {})
        def _deep(value, memo):
            if value is None or isinstance(value, (int, float, str, bool)):
                return value
            if _identity(value) in memo:
                return memo[_identity(value)]
            if hasattr(value, 'detach'):
                result = _tensor(value)
            elif hasattr(value, 'astype'):
                result = value.copy()
            elif isinstance(value, list):
                result = type(value)()
                memo[_identity(value)] = result
                for item in value:
                    list.append(result, _deep(item, memo))
            elif isinstance(value, dict):
                if type(value) is dict:
                    result = {}
                else:
                    result = value.copy()
                memo[_identity(value)] = result
                for key, item in value.items():
                    result[_deep(key, memo)] = _deep(item, memo)
            elif isinstance(value, tuple):
                result = tuple(_deep(item, memo) for item in value) if type(value) is tuple else value
            elif isinstance(value, (set, frozenset)):
                result = type(value)(_deep(item, memo) for item in value)
            elif callable(value) and not hasattr(value, '__dict__'):
                return value
            elif hasattr(type(value), '__deepcopy__'):
                result = value.__deepcopy__(memo)
            else:
                result = object.__new__(type(value))
                memo[_identity(value)] = result
                for name, item in value.__dict__.items():
                    object.__setattr__(result, name, _deep(item, memo))
            memo[_identity(value)] = result
            return result
        def _tensor(value):
            import torch
            from torch.nn.parameter import Parameter
            result = value.detach().clone()
            if isinstance(value, Parameter):
                return Parameter(result, value.requires_grad)
            return result.requires_grad_() if value.requires_grad else result
        """#
}
