extension SymbolTable {
    /// Greek and other letters.
    static let letters = #"""
        α alpha
        β beta
        γ gamma
        δ delta
        ε varepsilon
        ζ zeta
        η eta
        θ theta
        ι iota
        κ kappa
        λ lambda
        μ mu
        ν nu
        ξ xi
        ο omicron
        π pi
        ρ rho
        ς varsigma
        σ sigma
        τ tau
        υ upsilon
        φ varphi
        χ chi
        ψ psi
        ω omega
        ϑ thetasym vartheta
        ϕ phi
        ϖ varpi
        ϱ varrho
        ϵ epsilon
        ð eth
        Γ Gamma
        Δ Delta
        Θ Theta
        Λ Lambda
        Ξ Xi
        Π Pi
        Σ Sigma
        Υ Upsilon
        Φ Phi
        Ψ Psi
        Ω Omega
        ϝ digamma
        ϰ varkappa
        ℏ hbar hslash
        ℑ Im image
        ℓ ell
        ℜ Re real
        Ⅎ Finv
        ℵ alef alefsym aleph
        ℶ beth
        ℷ gimel
        ℸ daleth
        ı imath
        ȷ jmath
        """#

    /// Signs that behave as a letter does.
    static let ordinary = #"""
        # #
        $ $
        % %
        \ backslash
        _ _
        £ mathsterling pounds
        ¥ yen
        § S sect
        ¬ lnot neg
        ° degree
        ¶ P
        ‘ lq
        ′ prime
        ‵ backprime
        ℘ weierp wp
        ℧ mho
        ⅁ Game
        ∀ forall
        ∁ complement
        ∂ partial
        ∃ exist exists
        ∄ nexists
        ∅ empty emptyset varnothing
        ∇ nabla
        √ surd
        ∞ infin infty
        ∠ angle
        ∡ measuredangle
        ∢ sphericalangle
        ⊤ top
        ⊥ bot
        Ⓢ circledS
        ╱ diagup
        ╲ diagdown
        ■ blacksquare
        □ Box square
        ▲ blacktriangle
        △ triangle
        ▼ blacktriangledown
        ▽ triangledown
        ◊ Diamond lozenge
        ★ bigstar
        ♠ spades spadesuit
        ♡ hearts heartsuit
        ♢ diamonds diamondsuit
        ♣ clubs clubsuit
        ♭ flat
        ♮ natural
        ♯ sharp
        ✓ checkmark
        ✠ maltese
        ⧫ blacklozenge
        † dag
        ‡ ddag
        ® circledR textregistered
        © copyright
        ‖ Vert |
        ⋮ vdots
        Å AA
        å aa
        """#
}
