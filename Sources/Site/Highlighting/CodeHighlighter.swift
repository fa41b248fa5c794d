import Source

/// Code as spans with classes. A language that is not known is escaped text.
enum CodeHighlighter {
    static func write(_ code: [UInt8], language: String, to html: inout HTMLWriter) {
        switch language.lowercased() {
        case "python", "py", "python3", "py3", "pycon", "ipython", "ipython3", "cython", "sage":
            var highlighter = PythonHighlighter(code)
            highlighter.write(to: &html)
        case "html", "xml", "svg", "xhtml", "vue": MarkupHighlighter(code).write(to: &html)
        case "diff", "patch": DiffHighlighter(code).write(to: &html)
        case let name:
            guard let grammar = grammar(name) else { return html.text(code) }
            var highlighter = TableHighlighter(code, grammar: grammar)
            highlighter.write(to: &html)
        }
    }

    private static func grammar(_ language: String) -> HighlightGrammar? {
        switch language {
        case "c", "h", "cpp", "c++", "cc", "cxx", "hpp", "cuda", "cu", "objc", "objective-c": .c
        case "java", "kotlin", "kt", "csharp", "cs", "c#", "scala", "groovy", "dart", "php": .java
        case "javascript", "js", "jsx", "mjs", "typescript", "ts", "tsx", "node": .javascript
        case "rust", "rs": .rust
        case "go", "golang": .go
        case "swift": .swift
        case "sh", "bash", "shell", "zsh", "console", "shell-session", "terminal", "powershell", "ps1", "bat", "cmd", "docker",
            "dockerfile", "fish": .shell
        case "r": .r
        case "julia", "jl": .julia
        case "matlab", "octave", "m": .matlab
        case "ruby", "rb", "elixir", "perl": .ruby
        case "lua", "haskell", "hs": .lua
        case "json", "jsonc", "json5", "ipynb": .json
        case "yaml", "yml": .yaml
        case "toml": .toml
        case "ini", "cfg", "conf", "properties", "makefile", "make", "cmake": .ini
        case "css", "scss", "less": .css
        case "sql", "mysql", "postgresql", "sqlite": .sql
        case "latex", "tex", "bibtex": .latex
        default: nil
        }
    }
}
