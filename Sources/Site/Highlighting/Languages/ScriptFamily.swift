/// Shells, R, Julia, MATLAB, Ruby, Makefiles, Dockerfiles: `#` or `%` for comments, words for blocks.
extension HighlightGrammar {
    static let shell: HighlightGrammar = {
        var grammar = HighlightGrammar()
        grammar.lineComments = ["#"]
        grammar.commentNeedsBlank = true
        grammar.strings = [StringForm("\"", spansLines: true), StringForm("'", escapes: false, spansLines: true)]
        grammar.keywords = words("if then else elif fi for while until do done case esac in function select time return break continue local export declare readonly unset shift trap FROM RUN COPY ADD ENV WORKDIR CMD ENTRYPOINT EXPOSE ARG VOLUME USER LABEL")
        grammar.builtins = words("alias apt apt-get awk bash brew cat cd chmod chown conda cp curl cut docker echo env eval exec exit find git grep head kill ln ls make mkdir mv node npm npx pip pip3 printf ps pwd python python3 read rm rmdir sed set sh sleep sort source ssh sudo tail tar tee test touch tr uniq unzip wc wget which xargs yarn zip")
        grammar.nameBytes = [UInt8(ascii: "-")]
        grammar.sigils = [(UInt8(ascii: "$"), .constant)]
        grammar.hasNumbers = false
        return grammar
    }()

    static let r: HighlightGrammar = {
        var grammar = HighlightGrammar()
        grammar.lineComments = ["#"]
        grammar.strings = [StringForm("\"", spansLines: true), StringForm("'", spansLines: true)]
        grammar.keywords = words("if else repeat while function for in next break library require")
        grammar.constants = words("TRUE FALSE NULL NA NA_integer_ NA_real_ NaN Inf T F")
        grammar.builtins = words("c cbind apply sapply lapply mapply data.frame list matrix vector length nrow ncol mean sd var sum seq rep paste print plot summary head lm glm rnorm runif return names factor")
        grammar.nameBytes = [UInt8(ascii: ".")]
        return grammar
    }()

    static let julia: HighlightGrammar = {
        var grammar = HighlightGrammar()
        grammar.lineComments = ["#"]
        grammar.blockComments = [("#=", "=#")]
        grammar.nestsComments = true
        // A quotation mark behind a matrix transposes it.
        grammar.strings = [StringForm("\"\"\"", spansLines: true), StringForm("\"")]
        grammar.keywords = words("abstract baremodule begin break catch const continue do else elseif end export finally for function global if import in isa let local macro module mutable primitive quote return struct try type using where while")
        grammar.constants = words("true false nothing missing NaN Inf pi")
        grammar.builtins = words("Array Bool Dict Float32 Float64 Int Int64 Matrix String Tuple Vector collect eltype exp length log map max min println range rand randn reduce size sqrt sum zeros ones")
        grammar.definers = ["function", "struct", "macro", "module"]
        grammar.sigils = [(UInt8(ascii: "@"), .directive)]
        return grammar
    }()

    static let matlab: HighlightGrammar = {
        var grammar = HighlightGrammar()
        grammar.lineComments = ["%"]
        grammar.blockComments = [("%{", "%}")]
        grammar.strings = [StringForm("\"", escapes: false)]
        grammar.keywords = words("break case catch classdef continue else elseif end for function global if otherwise parfor persistent return switch try while")
        grammar.constants = words("true false pi inf Inf NaN nan eps")
        grammar.builtins = words("zeros ones eye size length numel sum prod max min abs exp log sqrt disp fprintf plot figure hold linspace rand randn inv det")
        return grammar
    }()

    static let ruby: HighlightGrammar = {
        var grammar = HighlightGrammar()
        grammar.lineComments = ["#"]
        grammar.strings = [StringForm("\""), StringForm("'"), StringForm("[[", "]]", escapes: false, spansLines: true)]
        grammar.keywords = words("alias and begin break case class def defined do else elsif elseif end ensure for function if in local module next not or redo repeat rescue retry return self super then undef unless until when while yield require")
        grammar.constants = words("true false nil")
        grammar.definers = ["def", "class", "module", "function"]
        return grammar
    }()

    static let lua: HighlightGrammar = {
        var grammar = ruby
        grammar.lineComments = ["--"]
        grammar.blockComments = [("--[[", "]]")]
        return grammar
    }()
}
