/// Plain names of symbols (`y_hat`, `alpha_1`, `n_in`) as a reader would write them.
struct SymbolName {
    let base: String
    let subscripts: [String]

    init(_ name: String) {
        let parts = name.split(separator: "_").map(String.init)
        guard let first = parts.first else {
            base = name
            subscripts = []
            return
        }
        var base = Self.greek[first] ?? first
        var rest: [String] = []
        for part in parts.dropFirst() {
            if let mark = Self.marks[part], rest.isEmpty {
                base += mark
            } else {
                rest.append(Self.greek[part] ?? part)
            }
        }
        self.base = base
        subscripts = rest
    }

    func write(to html: inout HTMLWriter) {
        html.open("var")
        html.text(base)
        if !subscripts.isEmpty { html.element("sub", subscripts.joined(separator: ", ")) }
        html.close("var")
    }

    private static let marks = [
        "hat": "\u{302}", "bar": "\u{304}", "tilde": "\u{303}", "dot": "\u{307}", "vec": "\u{20D7}", "prime": "′",
    ]

    private static let greek = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
        "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
        "xi": "ξ", "omicron": "ο", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ",
        "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
        "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    ]
}
