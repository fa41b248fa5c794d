import Tensors

extension Implementation {
    static let coordinates = Implementation(
        "coordinates", title: Title("Polar and spherical coordinates", "极坐标与球坐标"),
        aliases: ["polar coordinates", "spherical coordinates", "极坐标", "球坐标", "柱坐标", "极坐标变换", "球面坐标"],
        topics: ["坐标变换", "change of variables", "重积分", "polar", "积分"],
        equation: #"x = r \cos \theta"#,
        parameters: [
            Parameter("r", symbols: ["rho", "R"], shape: .any),
            Parameter("theta", symbols: ["phi", "alpha"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("x", "first polar coordinate", heads: ["x", "X"]) { (a) throws(TensorError) in try a[0] * a[1].cos() },
            Variant("y", "second polar coordinate", heads: ["y", "Y"]) { (a) throws(TensorError) in try a[0] * a[1].sin() },
            Variant("sphere-x", "first spherical coordinate",
                parameters: [
                    .init("rho", symbols: ["r", "R"], shape: .any),
                    .init("phi", symbols: ["varphi", "theta"], shape: .any),
                    .init("theta", symbols: ["phi", "varphi"], shape: .any),
                ],
                result: .any, sample: [2, 1, 0.5], heads: ["x", "X"]
            ) { (a) throws(TensorError) in try a[0] * a[1].sin() * a[2].cos() },
            Variant("sphere-y", "second spherical coordinate",
                parameters: [
                    .init("rho", symbols: ["r", "R"], shape: .any),
                    .init("phi", symbols: ["varphi", "theta"], shape: .any),
                    .init("theta", symbols: ["phi", "varphi"], shape: .any),
                ],
                result: .any, sample: [2, 1, 0.5], heads: ["y", "Y"]
            ) { (a) throws(TensorError) in try a[0] * a[1].sin() * a[2].sin() },
        ],
        sample: [2, 1],
        stressSamples: [[0, 100000.0]],
        properties: [.additive],
        needsNames: true,
        isOpen: true,
        source: "Stewart (2015), Calculus, 10.3 and 15.8")
}
