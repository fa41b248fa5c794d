extension PythonLibrary {
    /// The type `complex`: what `4j` and `complex(3, 4)` give.
    static let complexNumbers = #"""
        import math as _math
        def _text(x):
            text = repr(float(x))
            return text[:-2] if text.endswith('.0') else text
        class complex:
            __module__ = 'builtins'
            def __init__(self, real=0, imag=0):
                if isinstance(real, str):
                    real, imag = _read(real)
                if isinstance(real, complex):
                    real, imag = real.real, real.imag + imag
                if isinstance(imag, complex):
                    real, imag = real - imag.imag, imag.real
                object.__setattr__(self, 'real', float(real))
                object.__setattr__(self, 'imag', float(imag))
            def __setattr__(self, name, value):
                raise AttributeError('readonly attribute')
            def conjugate(self):
                return complex(self.real, -self.imag)
            def __repr__(self):
                if self.real == 0 and _math.copysign(1, self.real) > 0:
                    return _text(self.imag) + 'j'
                sign = '' if self.imag < 0 or str(self.imag)[0] == '-' else '+'
                return '(' + _text(self.real) + sign + _text(self.imag) + 'j)'
            def __format__(self, spec):
                if not spec:
                    return str(self)
                real, imag = format(self.real, spec), format(self.imag, spec if spec[0] == '+' else '+' + spec)
                return real + imag + 'j'
            def __hash__(self):
                return hash(self.real) if self.imag == 0 else hash((self.real, self.imag))
            def __bool__(self):
                return self.real != 0 or self.imag != 0
            def __abs__(self):
                return _math.hypot(self.real, self.imag)
            def __neg__(self):
                return complex(-self.real, -self.imag)
            def __pos__(self):
                return self
            def __eq__(self, other):
                other = _pair(other)
                return NotImplemented if other is None else self.real == other[0] and self.imag == other[1]
            def __add__(self, other):
                o = _pair(other)
                return NotImplemented if o is None else complex(self.real + o[0], self.imag + o[1])
            __radd__ = __add__
            def __sub__(self, other):
                o = _pair(other)
                return NotImplemented if o is None else complex(self.real - o[0], self.imag - o[1])
            def __rsub__(self, other):
                o = _pair(other)
                return NotImplemented if o is None else complex(o[0] - self.real, o[1] - self.imag)
            def __mul__(self, other):
                o = _pair(other)
                return NotImplemented if o is None else complex(self.real * o[0] - self.imag * o[1], self.real * o[1] + self.imag * o[0])
            __rmul__ = __mul__
            def __truediv__(self, other):
                o = _pair(other)
                return NotImplemented if o is None else _quotient(self.real, self.imag, o[0], o[1])
            def __rtruediv__(self, other):
                o = _pair(other)
                return NotImplemented if o is None else _quotient(o[0], o[1], self.real, self.imag)
            def __pow__(self, other):
                o = _pair(other)
                return NotImplemented if o is None else _power(self, o)
            def __rpow__(self, other):
                o = _pair(other)
                return NotImplemented if o is None else _power(complex(o[0], o[1]), (self.real, self.imag))
            def __lt__(self, other):
                raise TypeError(f"'<' not supported between instances of 'complex' and '{type(other).__name__}'")
            def __gt__(self, other):
                raise TypeError(f"'>' not supported between instances of 'complex' and '{type(other).__name__}'")
        def _pair(value):
            if isinstance(value, complex):
                return value.real, value.imag
            if isinstance(value, (int, float)):
                return float(value), 0.0
            return None
        def _quotient(a, b, c, d):
            if c == 0 and d == 0:
                raise ZeroDivisionError('complex division by zero')
            if abs(c) >= abs(d):
                ratio = d / c
                divisor = c + d * ratio
                return complex((a + b * ratio) / divisor, (b - a * ratio) / divisor)
            ratio = c / d
            divisor = c * ratio + d
            return complex((a * ratio + b) / divisor, (b * ratio - a) / divisor)
        def _power(base, exponent):
            if exponent[0] == 0 and exponent[1] == 0:
                return complex(1, 0)
            if base.real == 0 and base.imag == 0:
                if exponent[1] != 0 or exponent[0] < 0:
                    raise ZeroDivisionError('0.0 to a negative or complex power')
                return complex(0, 0)
            if exponent[1] == 0 and exponent[0] == int(exponent[0]) and abs(exponent[0]) <= 100:
                n, mask = int(abs(exponent[0])), 1
                result, p = complex(1, 0), base
                while mask <= n:
                    if n & mask:
                        result = result * p
                    mask <<= 1
                    p = p * p
                return result if exponent[0] > 0 else complex(1, 0) / result
            size, angle = abs(base), _math.atan2(base.imag, base.real)
            length = size ** exponent[0]
            turn = angle * exponent[0]
            if exponent[1] != 0:
                length /= _math.exp(angle * exponent[1])
                turn += exponent[1] * _math.log(size)
            return complex(length * _math.cos(turn), length * _math.sin(turn))
        def _read(text):
            body = text.strip()
            if body.startswith('(') and body.endswith(')'):
                body = body[1:-1]
            try:
                if body[-1:] not in ('j', 'J'):
                    return float(body), 0.0
                body = body[:-1]
                place = len(body) - 1
                while place > 0 and (body[place] not in '+-' or body[place - 1] in 'eE'):
                    place -= 1
                real, imag = body[:place], body[place:]
                if imag in ('', '+', '-'):
                    imag += '1'
                return float(real) if real else 0.0, float(imag)
            except ValueError:
                raise ValueError('complex() arg is a malformed string')
        """#

    static let complexMathematics = #"""
        import math
        from math import pi, e, tau, inf, nan
        infj, nanj = complex(0, inf), complex(0, nan)
        def phase(z):
            z = complex(z)
            return math.atan2(z.imag, z.real)
        def polar(z):
            return abs(complex(z)), phase(z)
        def rect(r, phi):
            return complex(r * math.cos(phi), r * math.sin(phi))
        def exp(z):
            z = complex(z)
            size = math.exp(z.real)
            return complex(size * math.cos(z.imag), size * math.sin(z.imag))
        def log(z, base=None):
            z = complex(z)
            result = complex(math.log(abs(z)), phase(z))
            return result if base is None else result / log(base)
        def log10(z):
            z = complex(z)
            return complex(math.log10(abs(z)), phase(z) / math.log(10))
        def sqrt(z):
            z = complex(z)
            if z.real == 0 and z.imag == 0:
                return complex(0, z.imag)
            s = math.sqrt((abs(z.real) + abs(z)) / 2)
            d = abs(z.imag) / (2 * s)
            return complex(s, math.copysign(d, z.imag)) if z.real >= 0 else complex(d, math.copysign(s, z.imag))
        def sin(z):
            z = complex(z)
            return complex(math.sin(z.real) * math.cosh(z.imag), math.cos(z.real) * math.sinh(z.imag))
        def cos(z):
            z = complex(z)
            return complex(math.cos(z.real) * math.cosh(z.imag), -math.sin(z.real) * math.sinh(z.imag))
        def isnan(z):
            z = complex(z)
            return math.isnan(z.real) or math.isnan(z.imag)
        def isinf(z):
            z = complex(z)
            return math.isinf(z.real) or math.isinf(z.imag)
        def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
            return a == b or abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)
        """#
}
