extension PythonLibrary {
    /// Python's `re` around the matcher: `_search(pattern, flags, text, start, extent, advances)` gives the bounds of the match and of its
    /// groups, or None; `_groups(pattern, flags)` how many groups there are, their names and the flags.
    static let regularExpressions = #"""
        I = IGNORECASE = 2
        M = MULTILINE = 8
        S = DOTALL = 16
        X = VERBOSE = 64
        A = ASCII = 256
        U = UNICODE = 32
        class error(Exception):
            pass
        class Match:
            def __init__(self, pattern, string, bounds):
                self.re, self.string, self._bounds = pattern, string, bounds
            def _place(self, group):
                if isinstance(group, str):
                    if group not in self.re.groupindex:
                        raise IndexError('no such group')
                    return self.re.groupindex[group]
                if not 0 <= group <= self.re.groups:
                    raise IndexError('no such group')
                return group
            def _text(self, group, default=None):
                low, high = self.span(group)
                return default if low < 0 else self.string[low:high]
            def group(self, *groups):
                if len(groups) == 0:
                    return self._text(0)
                if len(groups) == 1:
                    return self._text(groups[0])
                return tuple(self._text(g) for g in groups)
            def __getitem__(self, group):
                return self._text(group)
            def groups(self, default=None):
                return tuple(self._text(k + 1, default) for k in range(self.re.groups))
            def groupdict(self, default=None):
                return {name: self._text(k, default) for name, k in self.re.groupindex.items()}
            def span(self, group=0):
                k = self._place(group)
                return (self._bounds[2 * k], self._bounds[2 * k + 1])
            def start(self, group=0):
                return self.span(group)[0]
            def end(self, group=0):
                return self.span(group)[1]
            def expand(self, template):
                return _expanded(template, self)
            def __bool__(self):
                return True
            def __repr__(self):
                return f'<re.Match object; span={self.span()}, match={self._text(0)!r}>'
        class Pattern:
            def __init__(self, pattern, flags):
                self.pattern = pattern
                if not isinstance(pattern, str):
                    _unavailable('a pattern of bytes')
                found = _groups(pattern, flags)
                if isinstance(found, str):
                    raise error(found)
                self.groups, self.groupindex, self._flags = found
                self.flags = self._flags | (0 if self._flags & 256 else 32)
            def _found(self, string, pos, extent, advances=False):
                if not isinstance(string, str):
                    raise TypeError(f'expected string or bytes-like object, got {type(string).__name__!r}')
                bounds = _search(self.pattern, self._flags, string, pos, extent, advances)
                return None if bounds is None else Match(self, string, bounds)
            def search(self, string, pos=0):
                return self._found(string, pos, 0)
            def match(self, string, pos=0):
                return self._found(string, pos, 1)
            def fullmatch(self, string, pos=0):
                return self._found(string, pos, 2)
            def finditer(self, string, pos=0):
                advances = False
                while True:
                    m = self._found(string, pos, 0, advances)
                    if m is None:
                        return
                    yield m
                    # A match may begin where one ended, but no empty one where an empty one was.
                    pos = m.end()
                    advances = m.start() == pos
            def findall(self, string, pos=0):
                if self.groups == 0:
                    return [m.group() for m in self.finditer(string, pos)]
                if self.groups == 1:
                    return [m._text(1, '') for m in self.finditer(string, pos)]
                return [m.groups('') for m in self.finditer(string, pos)]
            def split(self, string, maxsplit=0):
                parts, done = [], 0
                for m in self.finditer(string):
                    if maxsplit and len(parts) // (1 + self.groups) >= maxsplit:
                        break
                    parts.append(string[done:m.start()])
                    parts.extend(m.groups())
                    done = m.end()
                parts.append(string[done:])
                return parts
            def subn(self, repl, string, count=0):
                parts, done, n = [], 0, 0
                for m in self.finditer(string):
                    if count and n >= count:
                        break
                    parts.append(string[done:m.start()])
                    parts.append(_expanded(repl, m) if isinstance(repl, str) else repl(m))
                    done = m.end()
                    n += 1
                parts.append(string[done:])
                return ''.join(parts), n
            def sub(self, repl, string, count=0):
                return self.subn(repl, string, count)[0]
            def __repr__(self):
                if self._flags:
                    _unavailable('a printed pattern with flags')
                return f're.compile({self.pattern!r})'
        def _expanded(template, m):
            if '\\' not in template:
                return template
            out, k = [], 0
            plain = {'n': '\n', 't': '\t', 'r': '\r', '\\': '\\', 'f': '\f', 'v': '\v', 'a': '\a'}
            while k < len(template):
                c = template[k]
                k += 1
                if c != '\\':
                    out.append(c)
                    continue
                c = template[k] if k < len(template) else ''
                k += 1
                if c == 'g' and template[k:k + 1] == '<':
                    end = template.index('>', k)
                    name = template[k + 1:end]
                    out.append(m._text(int(name) if name.isdigit() else name, ''))
                    k = end + 1
                elif c.isdigit() and c != '0':
                    digits = c
                    if template[k:k + 1].isdigit():
                        digits += template[k]
                        k += 1
                    if int(digits) > m.re.groups:
                        raise error(f'invalid group reference {int(digits)} at position {k - len(digits)}')
                    out.append(m._text(int(digits), ''))
                elif c in plain and c:
                    out.append(plain[c])
                elif c.isalpha() or not c:
                    raise error(f'bad escape \\{c} at position {k - 2}')
                else:
                    out.append('\\' + c)
            return ''.join(out)
        def compile(pattern, flags=0):
            return pattern if isinstance(pattern, Pattern) else Pattern(pattern, flags)
        def search(pattern, string, flags=0):
            return compile(pattern, flags).search(string)
        def match(pattern, string, flags=0):
            return compile(pattern, flags).match(string)
        def fullmatch(pattern, string, flags=0):
            return compile(pattern, flags).fullmatch(string)
        def findall(pattern, string, flags=0):
            return compile(pattern, flags).findall(string)
        def finditer(pattern, string, flags=0):
            return compile(pattern, flags).finditer(string)
        def split(pattern, string, maxsplit=0, flags=0):
            return compile(pattern, flags).split(string, maxsplit)
        def sub(pattern, repl, string, count=0, flags=0):
            return compile(pattern, flags).sub(repl, string, count)
        def subn(pattern, repl, string, count=0, flags=0):
            return compile(pattern, flags).subn(repl, string, count)
        def escape(pattern):
            return ''.join('\\' + c if c in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f' else c for c in pattern)
        def purge():
            pass
        """#
}
