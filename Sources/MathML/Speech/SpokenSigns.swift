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

    /// By the name of an operator.
    static let functions: [String: Words] = [
        "sin": ("sine", "正弦"), "cos": ("cosine", "余弦"), "tan": ("tangent", "正切"), "cot": ("cotangent", "余切"),
        "sec": ("secant", "正割"), "csc": ("cosecant", "余割"), "arcsin": ("arc sine", "反正弦"), "arccos": ("arc cosine", "反余弦"),
        "arctan": ("arc tangent", "反正切"), "sinh": ("hyperbolic sine", "双曲正弦"), "cosh": ("hyperbolic cosine", "双曲余弦"),
        "tanh": ("hyperbolic tangent", "双曲正切"), "log": ("log", "对数"), "ln": ("natural log", "自然对数"), "lg": ("log", "常用对数"),
        "exp": ("the exponential of", "指数函数"), "max": ("the maximum", "最大值"), "min": ("the minimum", "最小值"),
        "sup": ("the supremum", "上确界"), "inf": ("the infimum", "下确界"), "lim": ("limit", "极限"), "lim sup": ("limit superior", "上极限"),
        "lim inf": ("limit inferior", "下极限"), "det": ("the determinant", "行列式"), "arg max": ("arg max", "使最大的参数"),
        "arg min": ("arg min", "使最小的参数"), "argmax": ("arg max", "使最大的参数"), "argmin": ("arg min", "使最小的参数"),
        "Pr": ("the probability", "概率"), "dim": ("the dimension of", "维数"), "ker": ("the kernel of", "核"), "gcd": ("the greatest common divisor of", "最大公约数"),
        "mod": ("modulo", "模"), "tr": ("the trace of", "迹"), "Tr": ("the trace of", "迹"), "rank": ("the rank of", "秩"), "diag": ("the diagonal matrix of", "对角矩阵"),
        "Var": ("the variance of", "方差"), "Cov": ("the covariance of", "协方差"), "E": ("the expectation of", "期望"),
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
        ⊗|tensor product|张量积
        ⊕|direct sum|直和
        ∘|composed with|复合
        ∖|without|差集
        =|equals|等于
        ≠|is not equal to|不等于
        <|is less than|小于
        >|is greater than|大于
        ≤|is less than or equal to|小于等于
        ≥|is greater than or equal to|大于等于
        ≪|is much less than|远小于
        ≫|is much greater than|远大于
        ≈|is approximately|约等于
        ≃|is asymptotically equal to|渐近等于
        ∼|is distributed as|服从
        ≡|is identical to|恒等于
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
        ←|from|赋值为
        ↦|maps to|映射到
        ⇒|implies|推出
        ⟹|implies|推出
        ⇔|if and only if|当且仅当
        ⟺|if and only if|当且仅当
        ↔|if and only if|等价于
        ∣|given|给定
        ⊥|perpendicular to|垂直于
        ∥|parallel to|平行于
        ∑|sum|求和
        ∏|product|求积
        ∐|coproduct|余积
        ∫|integral|积分
        ∬|double integral|二重积分
        ∭|triple integral|三重积分
        ∮|contour integral|环路积分
        ⋃|union|并
        ⋂|intersection|交
        ⨁|direct sum|直和
        ⨂|tensor product|张量积
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
        !|factorial|的阶乘
        (|open paren|左括号
        )|close paren|右括号
        [|open bracket|左方括号
        ]|close bracket|右方括号
        {|open brace|左花括号
        }|close brace|右花括号
        ⟨|open angle|左尖括号
        ⟩|close angle|右尖括号
        ⌊|floor of|向下取整
        ⌋|end floor|取整结束
        ⌈|ceiling of|向上取整
        ⌉|end ceiling|取整结束
        ‖|norm bar|双竖线
        ϵ|epsilon|epsilon
        ϕ|phi|phi
        ϑ|theta|theta
        ϖ|pi|pi
        ϱ|rho|rho
        ⊤|top|转置
        """
}
