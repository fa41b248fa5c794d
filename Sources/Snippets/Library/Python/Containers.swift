extension PythonLibrary {
    static let collections = #"""
        class Counter(dict):
            def __init__(self, iterable=None, **counts):
                self.update(iterable, **counts)
            def __missing__(self, key):
                return 0
            def update(self, iterable=None, **counts):
                if iterable is not None:
                    if isinstance(iterable, dict):
                        for key, count in iterable.items():
                            self[key] = self.get(key, 0) + count
                    else:
                        for key in iterable:
                            self[key] = self.get(key, 0) + 1
                for key, count in counts.items():
                    self[key] = self.get(key, 0) + count
            def subtract(self, iterable=None, **counts):
                if iterable is not None:
                    if isinstance(iterable, dict):
                        for key, count in iterable.items():
                            self[key] = self.get(key, 0) - count
                    else:
                        for key in iterable:
                            self[key] = self.get(key, 0) - 1
                for key, count in counts.items():
                    self[key] = self.get(key, 0) - count
            def most_common(self, n=None):
                ordered = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
                return ordered if n is None else ordered[:n]
            def elements(self):
                for key, count in self.items():
                    for _ in range(count):
                        yield key
            def total(self):
                return sum(self.values())
            def copy(self):
                return Counter(self)
            def __add__(self, other):
                result = Counter()
                for key in list(self) + [k for k in other if k not in self]:
                    count = self[key] + other[key]
                    if count > 0:
                        result[key] = count
                return result
            def __sub__(self, other):
                result = Counter()
                for key in list(self) + [k for k in other if k not in self]:
                    count = self[key] - other[key]
                    if count > 0:
                        result[key] = count
                return result
            def __and__(self, other):
                result = Counter()
                for key in self:
                    count = min(self[key], other[key])
                    if count > 0:
                        result[key] = count
                return result
            def __or__(self, other):
                result = Counter()
                for key in list(self) + [k for k in other if k not in self]:
                    count = max(self[key], other[key])
                    if count > 0:
                        result[key] = count
                return result
            def __repr__(self):
                if not self:
                    return 'Counter()'
                return 'Counter({' + ', '.join(f'{key!r}: {count!r}' for key, count in self.most_common()) + '})'

        class OrderedDict(dict):
            def move_to_end(self, key, last=True):
                value = self.pop(key)
                if last:
                    self[key] = value
                else:
                    rest = list(self.items())
                    self.clear()
                    self[key] = value
                    for k, v in rest:
                        self[k] = v
            def popitem(self, last=True):
                if not self:
                    raise KeyError('dictionary is empty')
                key = list(self)[-1 if last else 0]
                return key, self.pop(key)
            def copy(self):
                return OrderedDict(self)
            def __repr__(self):
                if not self:
                    return 'OrderedDict()'
                return 'OrderedDict([' + ', '.join(f'({k!r}, {v!r})' for k, v in self.items()) + '])'

        class defaultdict(dict):
            def __init__(self, default_factory=None, *args, **named):
                self.default_factory = default_factory
                dict.__init__(self, *args, **named)
            def __missing__(self, key):
                if self.default_factory is None:
                    raise KeyError(key)
                value = self.default_factory()
                self[key] = value
                return value
            def copy(self):
                return defaultdict(self.default_factory, self)
            def __repr__(self):
                return f'defaultdict({self.default_factory!r}, {dict(self)!r})'

        class deque(list):
            def __init__(self, iterable=(), maxlen=None):
                self.maxlen = maxlen
                for item in iterable:
                    self.append(item)
            def append(self, item):
                list.append(self, item)
                if self.maxlen is not None and len(self) > self.maxlen:
                    list.pop(self, 0)
            def appendleft(self, item):
                list.insert(self, 0, item)
                if self.maxlen is not None and len(self) > self.maxlen:
                    list.pop(self)
            def extend(self, items):
                for item in items:
                    self.append(item)
            def extendleft(self, items):
                for item in items:
                    self.appendleft(item)
            def pop(self):
                if not self:
                    raise IndexError('pop from an empty deque')
                return list.pop(self)
            def popleft(self):
                if not self:
                    raise IndexError('pop from an empty deque')
                return list.pop(self, 0)
            def rotate(self, n=1):
                if self:
                    n = n % len(self)
                    items = list(self)
                    self.clear()
                    list.extend(self, items[-n:] + items[:-n] if n else items)
            def copy(self):
                return deque(self, self.maxlen)
            def __repr__(self):
                end = '' if self.maxlen is None else f', maxlen={self.maxlen}'
                return f'deque({list(self)!r}{end})'

        def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
            names = field_names.replace(',', ' ').split() if isinstance(field_names, str) else list(field_names)
            defaults = tuple(defaults or ())
            standard = dict(zip(names[len(names) - len(defaults):], defaults))
            def make(cls, *args, **named):
                if len(args) > len(names):
                    raise TypeError(f'{typename}.__new__() takes {len(names) + 1} positional arguments but {len(args) + 1} were given')
                values = dict(zip(names, args))
                for key, value in named.items():
                    if key not in names:
                        raise TypeError(f"{typename}.__new__() got an unexpected keyword argument '{key}'")
                    values[key] = value
                absent = [repr(n) for n in names if n not in values and n not in standard]
                if absent:
                    listed = absent[0] if len(absent) == 1 else (', '.join(absent[:-1]) + (',' if len(absent) > 2 else '') + ' and ' + absent[-1])
                    raise TypeError(f"{typename}.__new__() missing {len(absent)} required positional argument{'s' if len(absent) > 1 else ''}: {listed}")
                return tuple.__new__(cls, [values[n] if n in values else standard[n] for n in names])
            def show(self):
                return type(self).__name__ + '(' + ', '.join(f'{n}={v!r}' for n, v in zip(names, self)) + ')'
            def replaced(self, **named):
                return type(self)(**{**dict(zip(names, self)), **named})
            def as_dict(self):
                return dict(zip(names, self))
            def make_from(cls, iterable):
                return cls(*iterable)
            body = {'_fields': tuple(names), '__match_args__': tuple(names), '__new__': make, '__repr__': show,
                    '_replace': replaced, '_asdict': as_dict, '_make': classmethod(make_from), '_field_defaults': standard}
            for place, name in enumerate(names):
                body[name] = property(lambda self, place=place: tuple.__getitem__(self, place))
            return type(typename, (tuple,), body)

        class ChainMap:
            def __init__(self, *maps):
                self.maps = list(maps) or [{}]
            def __getitem__(self, key):
                for table in self.maps:
                    if key in table:
                        return table[key]
                raise KeyError(key)
            def get(self, key, default=None):
                return self[key] if key in self else default
            def __contains__(self, key):
                return any(key in table for table in self.maps)
        """#

    static let collectionsABC = #"""
        class Iterable:
            def __class_instance__(value):
                return hasattr(value, '__iter__') or isinstance(value, (list, tuple, dict, set, str, range))
            def __class_getitem__(cls, item):
                return cls
        class Sequence:
            def __class_instance__(value):
                return isinstance(value, (list, tuple, str, range))
            def __class_getitem__(cls, item):
                return cls
        class Mapping:
            def __class_instance__(value):
                return isinstance(value, dict)
            def __class_getitem__(cls, item):
                return cls
        class Callable:
            def __class_instance__(value):
                return callable(value)
            def __class_getitem__(cls, item):
                return cls
        class Iterator:
            def __class_instance__(value):
                return hasattr(value, '__next__')
            def __class_getitem__(cls, item):
                return cls
        """#

    static let itertools = #"""
        def count(start=0, step=1):
            while True:
                yield start
                start += step
        def cycle(iterable):
            saved = []
            for item in iterable:
                yield item
                saved.append(item)
            while saved:
                for item in saved:
                    yield item
        def repeat(object, times=None):
            if times is None:
                while True:
                    yield object
            else:
                for _ in range(times):
                    yield object
        class chain:
            def __init__(self, *iterables):
                self.iterator = _chained(iterables)
            @classmethod
            def from_iterable(cls, iterables):
                result = cls()
                result.iterator = _chained(iterables)
                return result
            def __iter__(self):
                return self.iterator
            def __next__(self):
                return next(self.iterator)
        def _chained(iterables):
            for iterable in iterables:
                yield from iterable
        def islice(iterable, *args):
            s = slice(*args)
            start, stop, step = s.start or 0, s.stop, s.step or 1
            wanted = start
            if stop is not None and wanted >= stop:
                return
            for place, item in enumerate(iterable):
                if place == wanted:
                    yield item
                    wanted += step
                if stop is not None and (wanted >= stop or place + 1 >= stop):
                    return
        def takewhile(predicate, iterable):
            for item in iterable:
                if not predicate(item):
                    return
                yield item
        def dropwhile(predicate, iterable):
            iterator = iter(iterable)
            for item in iterator:
                if not predicate(item):
                    yield item
                    break
            yield from iterator
        def filterfalse(predicate, iterable):
            for item in iterable:
                if not (predicate(item) if predicate is not None else item):
                    yield item
        def starmap(function, iterable):
            for arguments in iterable:
                yield function(*arguments)
        def compress(data, selectors):
            for item, chosen in zip(data, selectors):
                if chosen:
                    yield item
        def accumulate(iterable, func=None, *, initial=None):
            iterator = iter(iterable)
            total = initial
            if initial is None:
                for total in iterator:
                    break
                else:
                    return
            yield total
            for item in iterator:
                total = total + item if func is None else func(total, item)
                yield total
        def pairwise(iterable):
            iterator = iter(iterable)
            for before in iterator:
                break
            else:
                return
            for item in iterator:
                yield before, item
                before = item
        def zip_longest(*iterables, fillvalue=None):
            iterators = [iter(x) for x in iterables]
            open = [True] * len(iterators)
            ended = object()
            while True:
                items = []
                for i, iterator in enumerate(iterators):
                    item = next(iterator, ended) if open[i] else ended
                    if item is ended:
                        open[i] = False
                        item = fillvalue
                    items.append(item)
                if not any(open):
                    return
                yield tuple(items)
        def tee(iterable, n=2):
            items = list(iterable)
            return tuple(iter(items) for _ in range(n))
        def groupby(iterable, key=None):
            group, before, started = [], None, False
            for item in iterable:
                k = item if key is None else key(item)
                if started and k != before:
                    yield before, iter(group)
                    group = []
                group.append(item)
                before, started = k, True
            if started:
                yield before, iter(group)
        def product(*iterables, repeat=1):
            pools = [tuple(pool) for pool in iterables] * repeat
            if not pools:
                yield ()
                return
            if not all(pools):
                return
            places = [0] * len(pools)
            while True:
                yield tuple(pool[i] for pool, i in zip(pools, places))
                at = len(pools) - 1
                while at >= 0:
                    places[at] += 1
                    if places[at] < len(pools[at]):
                        break
                    places[at] = 0
                    at -= 1
                if at < 0:
                    return
        def combinations(iterable, r):
            pool = tuple(iterable)
            n = len(pool)
            if r > n:
                return
            places = list(range(r))
            while True:
                yield tuple(pool[i] for i in places)
                at = r - 1
                while at >= 0 and places[at] == at + n - r:
                    at -= 1
                if at < 0:
                    return
                places[at] += 1
                for j in range(at + 1, r):
                    places[j] = places[j - 1] + 1
        def combinations_with_replacement(iterable, r):
            pool = tuple(iterable)
            n = len(pool)
            if not n and r:
                return
            places = [0] * r
            while True:
                yield tuple(pool[i] for i in places)
                at = r - 1
                while at >= 0 and places[at] == n - 1:
                    at -= 1
                if at < 0:
                    return
                places[at:] = [places[at] + 1] * (r - at)
        def permutations(iterable, r=None):
            pool = tuple(iterable)
            n = len(pool)
            r = n if r is None else r
            if r > n:
                return
            def extend(chosen, used):
                if len(chosen) == r:
                    yield tuple(pool[i] for i in chosen)
                    return
                for i in range(n):
                    if i not in used:
                        yield from extend(chosen + [i], used | {i})
            yield from extend([], set())
        """#

    static let functools = #"""
        def reduce(function, iterable, *initial):
            iterator = iter(iterable)
            if initial:
                total = initial[0]
            else:
                for total in iterator:
                    break
                else:
                    raise TypeError('reduce() of empty iterable with no initial value')
            for item in iterator:
                total = function(total, item)
            return total
        class partial:
            def __init__(self, func, *args, **keywords):
                self.func, self.args, self.keywords = func, args, keywords
            def __call__(self, *args, **keywords):
                return self.func(*self.args, *args, **{**self.keywords, **keywords})
        def wraps(wrapped, *rest):
            def decorate(function):
                try:
                    function.__name__ = wrapped.__name__
                    function.__doc__ = wrapped.__doc__
                except AttributeError:
                    pass
                function.__wrapped__ = wrapped
                return function
            return decorate
        def _key(args, named):
            return args if not named else (args, tuple(sorted(named.items())))
        def lru_cache(maxsize=128, typed=False):
            if callable(maxsize):
                return _cached(maxsize, 128)
            return lambda function: _cached(function, maxsize)
        def cache(function):
            return _cached(function, None)
        class _CacheInfo:
            pass
        def _cached(function, maxsize):
            table = {}
            counts = [0, 0]
            def wrapper(*args, **named):
                key = _key(args, named)
                if key in table:
                    counts[0] += 1
                    value = table.pop(key)
                    table[key] = value
                    return value
                counts[1] += 1
                value = function(*args, **named)
                table[key] = value
                if maxsize is not None and len(table) > maxsize:
                    del table[next(iter(table))]
                return value
            def cache_info():
                from collections import namedtuple
                kind = namedtuple('CacheInfo', 'hits misses maxsize currsize')
                return kind(counts[0], counts[1], maxsize, len(table))
            def cache_clear():
                table.clear()
                counts[0] = counts[1] = 0
            wrapper.__name__ = function.__name__
            wrapper.__wrapped__ = function
            wrapper.cache_info = cache_info
            wrapper.cache_clear = cache_clear
            return wrapper
        class cached_property:
            pass
        def total_ordering(cls):
            names = cls.__dict__
            if '__lt__' in names:
                cls.__gt__ = lambda self, other: not (self < other or self == other)
                cls.__le__ = lambda self, other: self < other or self == other
                cls.__ge__ = lambda self, other: not self < other
            elif '__gt__' in names:
                cls.__lt__ = lambda self, other: not (self > other or self == other)
                cls.__ge__ = lambda self, other: self > other or self == other
                cls.__le__ = lambda self, other: not self > other
            elif '__le__' in names:
                cls.__gt__ = lambda self, other: not self <= other
                cls.__lt__ = lambda self, other: self <= other and not self == other
                cls.__ge__ = lambda self, other: not self <= other or self == other
            return cls
        def cmp_to_key(compare):
            class Key:
                def __init__(self, value):
                    self.value = value
                def __lt__(self, other):
                    return compare(self.value, other.value) < 0
                def __eq__(self, other):
                    return compare(self.value, other.value) == 0
            return Key
        """#

    static let operators = #"""
        def add(a, b): return a + b
        def sub(a, b): return a - b
        def mul(a, b): return a * b
        def truediv(a, b): return a / b
        def floordiv(a, b): return a // b
        def mod(a, b): return a % b
        def pow(a, b): return a ** b
        def matmul(a, b): return a @ b
        def neg(a): return -a
        def eq(a, b): return a == b
        def ne(a, b): return a != b
        def lt(a, b): return a < b
        def le(a, b): return a <= b
        def gt(a, b): return a > b
        def ge(a, b): return a >= b
        def and_(a, b): return a & b
        def or_(a, b): return a | b
        def xor(a, b): return a ^ b
        def not_(a): return not a
        def contains(a, b): return b in a
        def getitem(a, b): return a[b]
        def itemgetter(*keys):
            if len(keys) == 1:
                return lambda value: value[keys[0]]
            return lambda value: tuple(value[key] for key in keys)
        def attrgetter(*names):
            if len(names) == 1:
                return lambda value: getattr(value, names[0])
            return lambda value: tuple(getattr(value, name) for name in names)
        """#

    static let heapq = #"""
        def _up(heap, start, place):
            item = heap[place]
            while place > start:
                parent = (place - 1) >> 1
                if item < heap[parent]:
                    heap[place] = heap[parent]
                    place = parent
                else:
                    break
            heap[place] = item
        def _down(heap, place):
            end, start, item = len(heap), place, heap[place]
            child = 2 * place + 1
            while child < end:
                right = child + 1
                if right < end and not heap[child] < heap[right]:
                    child = right
                heap[place] = heap[child]
                place = child
                child = 2 * place + 1
            heap[place] = item
            _up(heap, start, place)
        def heappush(heap, item):
            heap.append(item)
            _up(heap, 0, len(heap) - 1)
        def heappop(heap):
            if not heap:
                raise IndexError('index out of range')
            last = heap.pop()
            if not heap:
                return last
            least, heap[0] = heap[0], last
            _down(heap, 0)
            return least
        def heapify(heap):
            for place in reversed(range(len(heap) // 2)):
                _down(heap, place)
        def heappushpop(heap, item):
            if heap and heap[0] < item:
                item, heap[0] = heap[0], item
                _down(heap, 0)
            return item
        def heapreplace(heap, item):
            least, heap[0] = heap[0], item
            _down(heap, 0)
            return least
        def nlargest(n, iterable, key=None):
            return sorted(iterable, key=key, reverse=True)[:n]
        def nsmallest(n, iterable, key=None):
            return sorted(iterable, key=key)[:n]
        """#

    static let bisect = #"""
        def bisect_left(a, x, lo=0, hi=None, *, key=None):
            hi = len(a) if hi is None else hi
            while lo < hi:
                middle = (lo + hi) // 2
                if (a[middle] if key is None else key(a[middle])) < x:
                    lo = middle + 1
                else:
                    hi = middle
            return lo
        def bisect_right(a, x, lo=0, hi=None, *, key=None):
            hi = len(a) if hi is None else hi
            while lo < hi:
                middle = (lo + hi) // 2
                if x < (a[middle] if key is None else key(a[middle])):
                    hi = middle
                else:
                    lo = middle + 1
            return lo
        bisect = bisect_right
        def insort_right(a, x, lo=0, hi=None):
            a.insert(bisect_right(a, x, lo, hi), x)
        insort = insort_right
        def insort_left(a, x, lo=0, hi=None):
            a.insert(bisect_left(a, x, lo, hi), x)
        """#
}
