extension PythonLibrary {
    static let dataclasses = #"""
        _absent = object()
        class Field:
            def __init__(self, default, default_factory, init, repr, compare):
                self.default, self.default_factory = default, default_factory
                self.init, self.repr, self.compare = init, repr, compare
        def field(*, default=_absent, default_factory=_absent, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=False):
            return Field(default, default_factory, init, repr, compare)
        class FrozenInstanceError(AttributeError):
            pass
        class _Named:
            def __init__(self, name):
                self.name = name
        def fields(value):
            return tuple(value.__dataclass_fields__.values())
        def is_dataclass(value):
            return hasattr(value, '__dataclass_fields__')
        def asdict(value):
            def convert(item):
                if is_dataclass(item):
                    return asdict(item)
                if isinstance(item, (list, tuple)):
                    return type(item)([convert(x) for x in item])
                if isinstance(item, dict):
                    return {k: convert(v) for k, v in item.items()}
                return item
            return {name: convert(getattr(value, name)) for name in value.__dataclass_fields__}
        def astuple(value):
            return tuple(getattr(value, name) for name in value.__dataclass_fields__)
        def replace(value, **changes):
            return type(value)(**{**{name: getattr(value, name) for name, f in value.__dataclass_fields__.items() if f.init}, **changes})
        def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False):
            def decorate(cls):
                return _prepare(cls, init, repr, eq, order, frozen, kw_only, unsafe_hash)
            return decorate if cls is None else decorate(cls)
        def _listed(words):
            if len(words) == 1:
                return words[0]
            return ', '.join(words[:-1]) + (',' if len(words) > 2 else '') + ' and ' + words[-1]
        def _prepare(cls, init, repr, eq, order, frozen, kw_only, unsafe_hash):
            table = {}
            for base in reversed(cls.__mro__[1:]):
                table.update(getattr(base, '__dataclass_fields__', {}))
            for name, annotation in cls.__dict__.get('__annotations__', {}).items():
                if 'ClassVar' in annotation:
                    continue
                given = cls.__dict__.get(name, _absent)
                if isinstance(given, (list, dict, set)):
                    raise ValueError(f"mutable default {type(given)} for field {name} is not allowed: use default_factory")
                item = given if isinstance(given, Field) else Field(given, _absent, True, True, True)
                item.name, item.type = name, annotation
                table[name] = item
                if item.default is not _absent:
                    setattr(cls, name, item.default)
            needs = None
            for name, item in table.items():
                if item.init and not kw_only:
                    if item.default is _absent and item.default_factory is _absent:
                        if needs:
                            raise TypeError(f"non-default argument '{name}' follows default argument")
                    else:
                        needs = name
            cls.__dataclass_fields__ = table
            cls.__match_args__ = tuple(name for name in table if table[name].init)
            taken = cls.__dict__
            names = [name for name in table if table[name].init]
            title = cls.__name__
            def start(self, *args, **named):
                if len(args) > len(names) or kw_only and args:
                    raise TypeError(f'{title}.__init__() takes {1 if kw_only else len(names) + 1} positional argument{"s" if len(names) else ""} but {len(args) + 1} were given')
                values = dict(zip(names, args))
                for key, value in named.items():
                    if key not in names:
                        raise TypeError(f"{title}.__init__() got an unexpected keyword argument '{key}'")
                    if key in values:
                        raise TypeError(f"{title}.__init__() got multiple values for argument '{key}'")
                    values[key] = value
                absent = ["'" + n + "'" for n in names if n not in values and table[n].default is _absent and table[n].default_factory is _absent]
                if absent:
                    raise TypeError(f"{title}.__init__() missing {len(absent)} required positional argument{'s' if len(absent) > 1 else ''}: {_listed(absent)}")
                for name, item in table.items():
                    if name in values:
                        object.__setattr__(self, name, values[name])
                    elif item.default_factory is not _absent:
                        object.__setattr__(self, name, item.default_factory())
                    elif item.default is not _absent:
                        object.__setattr__(self, name, item.default)
                if hasattr(cls, '__post_init__'):
                    self.__post_init__()
            if init and '__init__' not in taken:
                cls.__init__ = start
            if repr and '__repr__' not in taken:
                cls.__repr__ = lambda self: type(self).__name__ + '(' + ', '.join(
                    f'{n}={getattr(self, n)!r}' for n in table if table[n].repr) + ')'
            def key(value):
                return tuple(getattr(value, n) for n in table if table[n].compare)
            if eq and '__eq__' not in taken:
                cls.__eq__ = lambda self, other: key(self) == key(other) if type(other) is type(self) else NotImplemented
                if (frozen or unsafe_hash) and '__hash__' not in taken:
                    cls.__hash__ = lambda self: hash(key(self))
            if order:
                cls.__lt__ = lambda self, other: key(self) < key(other)
                cls.__le__ = lambda self, other: key(self) <= key(other)
                cls.__gt__ = lambda self, other: key(self) > key(other)
                cls.__ge__ = lambda self, other: key(self) >= key(other)
            if frozen:
                def refuse(self, name, value):
                    raise FrozenInstanceError(f"cannot assign to field '{name}'")
                cls.__setattr__ = refuse
            return cls
        """#

    static let abc = #"""
        class ABC:
            pass
        class ABCMeta:
            pass
        def abstractmethod(function):
            function.__isabstractmethod__ = True
            return function
        def abstractproperty(function):
            function.__isabstractmethod__ = True
            return property(function)
        """#

    static let enumerations = #"""
        class auto:
            pass
        class Enum:
            def __init_subclass__(cls):
                members = {}
                cls.__members__ = members
                last = 0
                for name, value in list(cls.__dict__.items()):
                    if name.startswith('_') or callable(value) or isinstance(value, (property, classmethod, staticmethod)) and not isinstance(value, (int, str, tuple)):
                        if value is not auto:
                            continue
                    if isinstance(value, auto) or value is auto:
                        value = last + 1
                    if isinstance(value, int):
                        last = value
                    found = None
                    for other in members.values():
                        if other.value == value:
                            found = other
                    if found is None:
                        found = object.__new__(cls)
                        found.name, found.value = name, value
                    members[name] = found
                    setattr(cls, name, found)
            def __class_iter__(cls):
                seen = []
                for member in cls.__members__.values():
                    if not any(member is other for other in seen):
                        seen.append(member)
                return iter(seen)
            def __class_call__(cls, value):
                for member in cls.__members__.values():
                    if member.value == value:
                        return member
                raise ValueError(f'{value!r} is not a valid {cls.__name__}')
            def __class_getitem__(cls, name):
                if name not in cls.__members__:
                    raise KeyError(name)
                return cls.__members__[name]
            def __repr__(self):
                return f'<{type(self).__name__}.{self.name}: {self.value!r}>'
            def __str__(self):
                return f'{type(self).__name__}.{self.name}'
            def __format__(self, spec):
                return format(str(self), spec)
            def __hash__(self):
                return hash(self.name)
            def __eq__(self, other):
                return self is other
        class IntEnum(Enum):
            def __eq__(self, other):
                return self.value == (other.value if isinstance(other, Enum) else other)
            def __lt__(self, other):
                return self.value < (other.value if isinstance(other, Enum) else other)
            def __gt__(self, other):
                return self.value > (other.value if isinstance(other, Enum) else other)
            def __le__(self, other):
                return self.value <= (other.value if isinstance(other, Enum) else other)
            def __ge__(self, other):
                return self.value >= (other.value if isinstance(other, Enum) else other)
            def __add__(self, other):
                return self.value + (other.value if isinstance(other, Enum) else other)
            def __radd__(self, other):
                return other + self.value
            def __mul__(self, other):
                return self.value * (other.value if isinstance(other, Enum) else other)
            def __int__(self):
                return self.value
            def __index__(self):
                return self.value
            def __hash__(self):
                return hash(self.value)
            def __str__(self):
                return str(self.value)
        def unique(cls):
            return cls
        """#

    static let typing = #"""
        class _Form:
            def __getitem__(self, item):
                return self
            def __call__(self, *args, **named):
                return self
            def __or__(self, other):
                return self
            def __ror__(self, other):
                return self
        Any = Union = Optional = Callable = Iterable = Iterator = Sequence = Mapping = MutableMapping = _Form()
        Literal = ClassVar = Final = Annotated = NoReturn = Self = Type = Generator = Hashable = Number = _Form()
        Text = AnyStr = SupportsFloat = SupportsInt = Collection = Awaitable = ParamSpec = Concatenate = TypeAlias = _Form()
        List, Dict, Set, Tuple, FrozenSet = list, dict, set, tuple, frozenset
        def TypeVar(name, *bounds, **options):
            return _Form()
        def NewType(name, base):
            return lambda value: value
        def cast(kind, value):
            return value
        def overload(function):
            return function
        def final(value):
            return value
        def get_type_hints(value):
            return getattr(value, '__annotations__', {})
        TYPE_CHECKING = False
        class Generic:
            def __class_getitem__(cls, item):
                return cls
        class Protocol:
            def __class_getitem__(cls, item):
                return cls
        def runtime_checkable(cls):
            return cls
        class TypedDict(dict):
            pass
        def _new_tuple(cls, *args, **named):
            names, given = cls._fields, dict(zip(cls._fields, args))
            if len(args) > len(names):
                raise TypeError(f'{cls.__name__}.__new__() takes {len(names) + 1} positional arguments but {len(args) + 1} were given')
            for key, value in named.items():
                if key not in names:
                    raise TypeError(f"{cls.__name__}.__new__() got an unexpected keyword argument '{key}'")
                given[key] = value
            absent = ["'" + n + "'" for n in names if n not in given and n not in cls._field_defaults]
            if absent:
                listed = absent[0] if len(absent) == 1 else ', '.join(absent[:-1]) + (',' if len(absent) > 2 else '') + ' and ' + absent[-1]
                raise TypeError(f"{cls.__name__}.__new__() missing {len(absent)} required positional argument{'s' if len(absent) > 1 else ''}: {listed}")
            return tuple.__new__(cls, [given[n] if n in given else cls._field_defaults[n] for n in names])
        class NamedTuple(tuple):
            def __init_subclass__(cls):
                names = tuple(cls.__dict__.get('__annotations__', {}))
                cls._fields = cls.__match_args__ = names
                cls._field_defaults = {n: cls.__dict__[n] for n in names if n in cls.__dict__}
                cls.__new__ = _new_tuple
                for place, name in enumerate(names):
                    setattr(cls, name, property(lambda self, place=place: tuple.__getitem__(self, place)))
            def __repr__(self):
                return type(self).__name__ + '(' + ', '.join(f'{n}={v!r}' for n, v in zip(self._fields, self)) + ')'
            def _asdict(self):
                return dict(zip(self._fields, self))
            def _replace(self, **named):
                return type(self)(**{**self._asdict(), **named})
        """#

    static let types = #"""
        class SimpleNamespace:
            def __init__(self, **named):
                for key, value in named.items():
                    setattr(self, key, value)
            def __repr__(self):
                return 'namespace(' + ', '.join(f'{k}={v!r}' for k, v in self.__dict__.items()) + ')'
            def __eq__(self, other):
                return self.__dict__ == other.__dict__
        """#

    static let contextlib = #"""
        class _Context:
            def __init__(self, generator):
                self.generator = generator
            def __enter__(self):
                return next(self.generator)
            def __exit__(self, kind, value, trace):
                if kind is None:
                    next(self.generator, None)
                    return False
                try:
                    self.generator.throw(value)
                except StopIteration:
                    return True
                return False
            def __call__(self, function):
                _unavailable('a context manager as a decorator')
        def contextmanager(function):
            def make(*args, **named):
                return _Context(function(*args, **named))
            make.__name__ = function.__name__
            return make
        class suppress:
            def __init__(self, *kinds):
                self.kinds = kinds
            def __enter__(self):
                return None
            def __exit__(self, kind, value, trace):
                return kind is not None and isinstance(value, self.kinds)
        class nullcontext:
            def __init__(self, enter_result=None):
                self.enter_result = enter_result
            def __enter__(self):
                return self.enter_result
            def __exit__(self, kind, value, trace):
                return False
        class closing:
            def __init__(self, thing):
                self.thing = thing
            def __enter__(self):
                return self.thing
            def __exit__(self, kind, value, trace):
                self.thing.close()
        """#

    static let numbers = #"""
        class Number:
            def __class_instance__(value):
                return isinstance(value, (int, float, complex))
        class Real:
            def __class_instance__(value):
                return isinstance(value, (int, float))
        class Integral:
            def __class_instance__(value):
                return isinstance(value, int)
        """#
}
