import Source
import Tensors

/// Integrals of what has a bend or a jump inside: intervals are halved where the error is.
extension Machine {
    private struct Piece {
        var from: Double
        var to: Double
        var value: Double
        var error: Double
    }

    private static let mostPieces = 300

    /// Gauss and Kronrod's rule of 7 and 15 places on intervals that are halved; `nil` where the error does not fall, as
    /// beside a pole.
    ///
    /// Source: Piessens et al., QUADPACK (1983).
    mutating func adaptiveIntegral(
        _ body: ID, _ local: Int, _ a: Double, _ b: Double, _ range: ByteRange
    ) throws(EvaluationError) -> Double? {
        // Not at the middle: the errors of a pole there would cancel.
        let middle = a + (b - a) * 0.381966
        guard let left = try piece(body, local, a, middle, range), let right = try piece(body, local, middle, b, range) else { return nil }
        var pieces = [left, right]
        while pieces.count < Self.mostPieces {
            var total = 0.0
            var error = 0.0
            var worst = 0
            for (k, piece) in pieces.enumerated() {
                total += piece.value
                error += piece.error
                if piece.error > pieces[worst].error { worst = k }
            }
            if error <= 1e-11 * max(total.magnitude, 1e-3) { return total }
            let wide = pieces[worst]
            let half = wide.from + (wide.to - wide.from) / 2
            guard half > wide.from, half < wide.to, let first = try piece(body, local, wide.from, half, range),
                let second = try piece(body, local, half, wide.to, range)
            else { return nil }
            pieces[worst] = first
            pieces.append(second)
        }
        return nil
    }

    private static let places = [
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851, 0.864864423359769072789712788640926,
        0.741531185599394439863864773280788, 0.586087235467691130294144691692599, 0.405845151377397166906606412076961,
        0.207784955007898467600689403773245, 0,
    ]
    private static let kronrod = [
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204, 0.104790010322250183839876322541518,
        0.140653259715525918745189590510238, 0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
        0.204432940075298892414161999234649, 0.209482141084727828012999174891714,
    ]
    private static let gauss = [
        0.129484966168869693270611432679082, 0.279705391489276667901467771423780, 0.381830050505118944950369775488975,
        0.417959183673469387755102040816327,
    ]

    private mutating func piece(_ body: ID, _ local: Int, _ from: Double, _ to: Double, _ range: ByteRange) throws(EvaluationError) -> Piece? {
        let (centre, half) = ((from + to) / 2, (to - from) / 2)
        var fine = 0.0
        var coarse = 0.0
        for (k, place) in Self.places.enumerated() {
            var y = try sample(body, local, centre + half * place, range)
            if place != 0 { y += try sample(body, local, centre - half * place, range) }
            guard y.isFinite else { return nil }
            fine += Self.kronrod[k] * y
            if k % 2 == 1 { coarse += Self.gauss[k / 2] * y }
        }
        return Piece(from: from, to: to, value: fine * half, error: (fine - coarse).magnitude * half)
    }
}
