/// How signs and names are read.
enum SpokenSigns {
    typealias Words = (english: String, chinese: String)

    /// By scalar.
    static let table: [UInt32: Words] = {
        var table: [UInt32: Words] = [:]
        for line in signs.split(separator: "\n") {
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, let scalar = parts[0].unicodeScalars.first else { continue }
            table[scalar.value] = (parts[1], parts[2])
        }
        table[0x7C] = ("vertical bar", "竖线")
        for (offset, name) in greek.split(separator: " ").enumerated() {
            let scalar = 0x3B1 + UInt32(offset)
            // 0x3C2, the final sigma, is a capital's gap.
            table[scalar] = (String(name), String(name))
            if scalar != 0x3C2 { table[scalar - 0x20] = ("capital \(name)", "大写 \(name)") }
        }
        return table
    }()

    private static let greek =
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega"

    /// By the name of an operator without its spaces; "of" is said where something follows.
    static let functions: [String: Words] = [
        "sin": ("sine", "正弦"), "cos": ("cosine", "余弦"), "tan": ("tangent", "正切"), "cot": ("cotangent", "余切"),
        "sec": ("secant", "正割"), "csc": ("cosecant", "余割"), "arcsin": ("arc sine", "反正弦"), "arccos": ("arc cosine", "反余弦"),
        "arctan": ("arc tangent", "反正切"), "sinh": ("hyperbolic sine", "双曲正弦"), "cosh": ("hyperbolic cosine", "双曲余弦"),
        "tanh": ("hyperbolic tangent", "双曲正切"), "log": ("log", "对数"), "ln": ("natural log", "自然对数"), "lg": ("log", "常用对数"),
        "exp": ("exp", "指数"), "max": ("the maximum", "最大值"), "min": ("the minimum", "最小值"),
        "sup": ("the supremum", "上确界"), "inf": ("the infimum", "下确界"), "lim": ("the limit", "极限"),
        "limsup": ("the limit superior", "上极限"), "liminf": ("the limit inferior", "下极限"), "det": ("the determinant", "行列式"),
        "argmax": ("the arg max", "使其最大的参数"), "argmin": ("the arg min", "使其最小的参数"), "arg": ("the argument", "辐角"),
        "Pr": ("the probability", "概率"), "dim": ("the dimension", "维数"), "ker": ("the kernel", "核"),
        "gcd": ("the greatest common divisor", "最大公约数"), "lcm": ("the least common multiple", "最小公倍数"),
        "mod": ("modulo", "模"), "tr": ("the trace", "迹"), "Tr": ("the trace", "迹"), "rank": ("the rank", "秩"),
        "diag": ("the diagonal matrix", "对角矩阵"), "Var": ("the variance", "方差"), "var": ("the variance", "方差"),
        "Cov": ("the covariance", "协方差"), "cov": ("the covariance", "协方差"), "E": ("the expectation", "期望"),
        "indicator": ("the indicator", "示性函数"), "sign": ("the sign", "符号"), "sgn": ("the sign", "符号"),
        "span": ("the span", "张成的空间"), "vec": ("the vectorization", "向量化"), "hom": ("hom", "同态"), "deg": ("the degree", "次数"),
    ]

    /// Their arguments are read as a list with "and".
    static let takesList: Set<String> = ["max", "min", "gcd", "lcm", "sup", "inf", "Cov", "cov", "diag"]

    /// Words of `\text` that stand before a bracket without being applied to it.
    static let plainWords: Set<String> = [
        "if", "for", "and", "or", "where", "when", "with", "otherwise", "then", "else", "is", "such", "that", "all", "of", "in", "let", "by",
        "on", "as", "to", "from", "at", "over", "not", "since", "because", "hence", "thus", "so", "iff",
    ]

    static let joints: [String: String] = [
        "if": "如果", "otherwise": "否则", "and": "且", "or": "或", "where": "其中", "for": "对", "when": "当", "with": "其中", "then": "则",
        "else": "否则", "otherwise.": "否则", "s.t.": "满足", "iff": "当且仅当",
    ]

    /// What the subscript of a function says.
    enum Scope { case plain, limit, extremum, expectation, logarithm }

    static func scope(_ name: String) -> Scope {
        switch name {
        case "lim", "limsup", "liminf", "injlim", "projlim", "plim": .limit
        case "max", "min", "sup", "inf", "argmax", "argmin", "esssup", "essinf": .extremum
        case "E", "Var", "var", "Cov", "cov", "Pr": .expectation
        case "log", "lg": .logarithm
        default: .plain
        }
    }

    /// The name without the spaces of `arg max`.
    static func key(_ name: String) -> String {
        name.unicodeScalars.contains { $0 == " " || $0 == "\u{2009}" || $0 == "\u{2006}" || $0 == "\u{A0}" }
            ? String(String.UnicodeScalarView(name.unicodeScalars.filter { $0 != " " && $0 != "\u{2009}" && $0 != "\u{2006}" && $0 != "\u{A0}" })) : name
    }

    static func cardinal(_ value: Int) -> String {
        let words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        return words.indices.contains(value) ? words[value] : String(value)
    }

    /// Large operators: the noun, and in Chinese what is done to the operand.
    static let large: [UInt32: Words] = [
        0x2211: ("sum", "求和"), 0x220F: ("product", "连乘"), 0x2210: ("coproduct", "求余积"), 0x222B: ("integral", "积分"),
        0x222C: ("double integral", "二重积分"), 0x222D: ("triple integral", "三重积分"), 0x222E: ("contour integral", "环路积分"),
        0x222F: ("surface integral", "曲面积分"), 0x22C3: ("union", "求并"), 0x22C2: ("intersection", "求交"), 0x2A01: ("direct sum", "求直和"),
        0x2A02: ("tensor product", "求张量积"), 0x22C0: ("conjunction", "取合取"), 0x22C1: ("disjunction", "取析取"),
    ]

    private static let signs = """
        +|plus|加
        −|minus|减
        ±|plus or minus|加减
        ∓|minus or plus|减加
        ×|times|乘
        ⋅|times|乘
        ÷|divided by|除以
        /|divided by|除以
        ∗|times|乘
        ⊙|element-wise times|逐元素乘
        ⊗|tensor|张量积
        ⊕|plus|直和
        ∘|composed with|复合
        ∖|minus the set|差集
        =|equals|等于
        ≠|is not equal to|不等于
        <|is less than|小于
        >|is greater than|大于
        ≤|is less than or equal to|小于等于
        ≥|is greater than or equal to|大于等于
        ≪|is much less than|远小于
        ≫|is much greater than|远大于
        ≈|is approximately equal to|约等于
        ≃|is asymptotically equal to|渐近等于
        ∼|is distributed as|服从
        ≅|is isomorphic to|同构于
        ≔|is defined as|定义为
        ≐|is defined as|定义为
        ⪯|is at most|不大于
        ⪰|is at least|不小于
        ≻|succeeds|大于
        ≺|precedes|小于
        ⊢|proves|推出
        ⊨|models|满足
        •|bullet|点
        ⋆|star|星
        %|percent|百分号
        .|point|点
        _|underscore|下划线
        △|triangle|三角形
        □|square|方块
        ⟵|gets|更新为
        ⟸|is implied by|由后者推出
        ⇐|is implied by|由后者推出
        ⟶|to|趋于
        ↪|embeds into|嵌入
        ↠|maps onto|满射到
        ≡|is equivalent to|恒等于
        ≜|is defined as|定义为
        ∝|is proportional to|正比于
        ∈|in|属于
        ∉|not in|不属于
        ∋|contains|包含
        ⊂|is a subset of|包含于
        ⊆|is a subset of or equal to|包含于或等于
        ⊃|is a superset of|真包含
        ⊇|is a superset of or equal to|包含或等于
        ∪|union|并
        ∩|intersection|交
        ∧|and|与
        ∨|or|或
        ¬|not|非
        ∀|for all|对任意
        ∃|there exists|存在
        ∄|there does not exist|不存在
        →|to|趋于
        ←|gets|更新为
        ↦|maps to|映射到
        ⇒|implies|推出
        ⟹|implies|推出
        ⇔|if and only if|当且仅当
        ⟺|if and only if|当且仅当
        ↔|if and only if|等价于
        ∣|given|给定
        ⊥|perpendicular to|垂直于
        ∥|parallel to|平行于
        ∂|partial|偏
        ∇|nabla|梯度
        ∞|infinity|无穷
        ∅|the empty set|空集
        ∠|angle|角
        °|degrees|度
        ℓ|ell|ell
        ℏ|h bar|约化普朗克常数
        ′|prime|撇
        ″|double prime|两撇
        …|dot dot dot|省略号
        ⋯|dot dot dot|省略号
        ⋮|vertical dots|竖省略号
        ⋱|diagonal dots|斜省略号
        ,|,|，
        ;|;|；
        :|colon|冒号
        ，|,|，
        ；|;|；
        、|,|、
        !|factorial|的阶乘
        (|open paren|左括号
        )|close paren|右括号
        [|open bracket|左方括号
        ]|close bracket|右方括号
        {|open brace|左花括号
        }|close brace|右花括号
        ⟨|open angle|左尖括号
        ⟩|close angle|右尖括号
        ⌊|open floor|左下取整
        ⌋|close floor|右下取整
        ⌈|open ceiling|左上取整
        ⌉|close ceiling|右上取整
        ‖|norm bar|双竖线
        ϵ|epsilon|epsilon
        ϕ|phi|phi
        ϑ|theta|theta
        ϖ|pi|pi
        ϱ|rho|rho
        ⊤|top|顶
        """
}
