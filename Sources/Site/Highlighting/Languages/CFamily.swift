/// C, C++, CUDA, Java, JavaScript, TypeScript, Rust, Go, Swift, Kotlin, C#: braces, `//` and `/* */`.
extension HighlightGrammar {
    private static func braces(
        keywords: String, builtins: String = "", constants: String = "true false", definers: Set<String> = []
    ) -> HighlightGrammar {
        var grammar = HighlightGrammar()
        grammar.lineComments = ["//"]
        grammar.blockComments = [("/*", "*/")]
        grammar.strings = [StringForm("\""), StringForm("'")]
        grammar.keywords = words(keywords)
        grammar.builtins = words(builtins)
        grammar.constants = words(constants)
        grammar.definers = definers
        return grammar
    }

    static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }

    static let c: HighlightGrammar = {
        var grammar = braces(
            keywords: "alignas alignof asm auto break case catch class co_await co_return co_yield concept const consteval constexpr const_cast continue decltype default delete do dynamic_cast else enum explicit export extern final for friend goto if inline mutable namespace new noexcept operator override private protected public register reinterpret_cast requires restrict return sizeof static static_assert static_cast struct switch template this throw try typedef typeid typename union using virtual volatile while __global__ __device__ __host__ __shared__ __restrict__",
            builtins: "bool char char8_t char16_t char32_t double float int long short signed unsigned void size_t ptrdiff_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t wchar_t std string vector",
            constants: "true false NULL nullptr", definers: ["class", "struct", "enum", "union", "namespace", "concept"])
        grammar.directiveSign = UInt8(ascii: "#")
        return grammar
    }()

    static let java = braces(
        keywords: "abstract assert break case catch class const continue default do else enum extends final finally for goto if implements import instanceof interface native new package private protected public record return sealed permits static strictfp super switch synchronized this throw throws transient try var void volatile while yield object fun val when override data companion internal lateinit open suspend namespace using virtual async await get set partial readonly ref out params is as in",
        builtins: "boolean byte char double float int long short String Integer Double List Map Set Object System Int Boolean Unit Any bool string decimal",
        constants: "true false null", definers: ["class", "interface", "enum", "record", "fun"])

    static let javascript: HighlightGrammar = {
        var grammar = braces(
            keywords: "abstract as async await break case catch class const continue debugger declare default delete do else enum export extends finally for from function get if implements import in infer instanceof interface is keyof let module namespace new of private protected public readonly return satisfies set static super switch this throw try type typeof var void while with yield",
            builtins: "Array Boolean Date Error JSON Map Math Number Object Promise Proxy Reflect RegExp Set String Symbol any bigint boolean console document never number object string symbol unknown window",
            constants: "true false null undefined NaN Infinity", definers: ["class", "function", "interface", "enum", "type", "namespace"])
        grammar.strings.append(StringForm("`", spansLines: true))
        grammar.sigils = [(UInt8(ascii: "@"), .directive)]
        return grammar
    }()

    static let rust: HighlightGrammar = {
        var grammar = braces(
            keywords: "as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod move mut pub ref return static struct super trait type union unsafe use where while macro_rules",
            builtins: "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize Box Option Result Some None Ok Err String Vec HashMap Self self",
            constants: "true false", definers: ["fn", "struct", "enum", "trait", "mod", "type", "union"])
        grammar.nestsComments = true
        // A quotation mark may begin a lifetime.
        grammar.strings = [StringForm("r#\"", "\"#", escapes: false, spansLines: true), StringForm("\"", spansLines: true)]
        return grammar
    }()

    static let go: HighlightGrammar = {
        var grammar = braces(
            keywords: "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var",
            builtins: "any append bool byte cap close complex64 complex128 copy delete error float32 float64 int int8 int16 int32 int64 len make max min new panic print println recover rune string uint uint8 uint16 uint32 uint64 uintptr",
            constants: "true false nil iota", definers: ["func", "type"])
        grammar.strings.append(StringForm("`", escapes: false, spansLines: true))
        return grammar
    }()

    static let swift: HighlightGrammar = {
        var grammar = braces(
            keywords: "actor any as associatedtype async await borrowing break case catch class consuming continue convenience default defer deinit do else enum extension fallthrough fileprivate final for func get guard if import in indirect infix init inout internal is isolated lazy let mutating nonisolated open operator optional override package postfix precedencegroup prefix private protocol public repeat rethrows return sending set some static struct subscript super switch throw throws try typealias unowned var weak where while",
            builtins: "Array Bool Character Dictionary Double Float Int Optional Result Self Set String UInt8 Void print self",
            constants: "true false nil",
            definers: ["func", "class", "struct", "enum", "protocol", "actor", "typealias", "extension", "associatedtype"])
        grammar.nestsComments = true
        grammar.strings = [StringForm("\"\"\"", spansLines: true), StringForm("\"")]
        grammar.sigils = [(UInt8(ascii: "@"), .directive), (UInt8(ascii: "#"), .directive)]
        return grammar
    }()
}
