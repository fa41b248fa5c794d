extension PythonLibrary {
    /// `json`: text from values and values from text.
    static let json = #"""
        class JSONDecodeError(ValueError):
            pass
        def _quoted(text, ascii):
            parts = ['"']
            for c in text:
                if c in '"\\':
                    parts.append('\\' + c)
                elif c in '\n\r\t\b\f':
                    parts.append({'\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f'}[c])
                elif ord(c) < 32 or ascii and 126 < ord(c) < 65536:
                    parts.append('\\u%04x' % ord(c))
                elif ascii and ord(c) >= 65536:
                    n = ord(c) - 65536
                    parts.append('\\u%04x\\u%04x' % (55296 + (n >> 10), 56320 + (n & 1023)))
                else:
                    parts.append(c)
            return ''.join(parts) + '"'
        def _number(value):
            if isinstance(value, int):
                return repr(int(value))
            if value != value:
                return 'NaN'
            if value in (float('inf'), float('-inf')):
                return 'Infinity' if value > 0 else '-Infinity'
            return repr(value)
        def _key(key):
            if isinstance(key, str):
                return key
            if key is True:
                return 'true'
            if key is False:
                return 'false'
            if key is None:
                return 'null'
            if isinstance(key, (int, float)):
                return _number(key)
            raise TypeError(f'keys must be str, int, float, bool or None, not {type(key).__name__}')
        def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False):
            comma, colon = separators or (',' if indent is not None else ', ', ': ')
            if isinstance(indent, int):
                indent = ' ' * indent
            def written(value, level):
                if value is None:
                    return 'null'
                if value is True:
                    return 'true'
                if value is False:
                    return 'false'
                if isinstance(value, str):
                    return _quoted(value, ensure_ascii)
                if isinstance(value, (int, float)):
                    return _number(value)
                if isinstance(value, (list, tuple)):
                    return framed('[', [written(item, level + 1) for item in value], ']', level)
                if isinstance(value, dict):
                    items = sorted(value.items()) if sort_keys else value.items()
                    return framed('{', [_quoted(_key(k), ensure_ascii) + colon + written(v, level + 1) for k, v in items], '}', level)
                if default is not None:
                    return written(default(value), level)
                raise TypeError(f'Object of type {type(value).__name__} is not JSON serializable')
            def framed(left, parts, right, level):
                if not parts:
                    return left + right
                if indent is None:
                    return left + comma.join(parts) + right
                gap = '\n' + indent * (level + 1)
                return left + gap + (comma + gap).join(parts) + '\n' + indent * level + right
            return written(obj, 0)
        def loads(s, **named):
            def fail(message, at):
                line, column = s.count('\n', 0, at) + 1, at - s.rfind('\n', 0, at)
                raise JSONDecodeError(f'{message}: line {line} column {column} (char {at})')
            def skip(at):
                while at < len(s) and s[at] in ' \t\n\r':
                    at += 1
                return at
            def text(at):
                parts = []
                while True:
                    if at >= len(s):
                        fail('Unterminated string starting at', at - 1)
                    c = s[at]
                    at += 1
                    if c == '"':
                        return ''.join(parts), at
                    if c == '\\':
                        c = s[at]
                        at += 1
                        if c == 'u':
                            parts.append(chr(int(s[at:at + 4], 16)))
                            at += 4
                        else:
                            parts.append({'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}.get(c, c))
                    else:
                        parts.append(c)
            def value(at):
                at = skip(at)
                if at >= len(s):
                    fail('Expecting value', at)
                c = s[at]
                if c == '"':
                    return text(at + 1)
                if c == '{':
                    result, at = {}, skip(at + 1)
                    if s[at:at + 1] == '}':
                        return result, at + 1
                    while True:
                        at = skip(at)
                        if s[at:at + 1] != '"':
                            fail('Expecting property name enclosed in double quotes', at)
                        key, at = text(at + 1)
                        at = skip(at)
                        if s[at:at + 1] != ':':
                            fail("Expecting ':' delimiter", at)
                        result[key], at = value(at + 1)
                        at = skip(at)
                        if s[at:at + 1] == '}':
                            return result, at + 1
                        if s[at:at + 1] != ',':
                            fail("Expecting ',' delimiter", at)
                        at += 1
                if c == '[':
                    result, at = [], skip(at + 1)
                    if s[at:at + 1] == ']':
                        return result, at + 1
                    while True:
                        item, at = value(at)
                        result.append(item)
                        at = skip(at)
                        if s[at:at + 1] == ']':
                            return result, at + 1
                        if s[at:at + 1] != ',':
                            fail("Expecting ',' delimiter", at)
                        at += 1
                for word, meaning in (('true', True), ('false', False), ('null', None), ('NaN', float('nan')), ('Infinity', float('inf'))):
                    if s.startswith(word, at):
                        return meaning, at + len(word)
                end = at
                while end < len(s) and s[end] in '+-0123456789.eE':
                    end += 1
                if end == at:
                    fail('Expecting value', at)
                number = s[at:end]
                return (float(number) if '.' in number or 'e' in number or 'E' in number else int(number)), end
            result, at = value(0)
            at = skip(at)
            if at < len(s):
                fail('Extra data', at)
            return result
        """#
}
