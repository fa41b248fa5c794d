// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A product target: what it may import is exactly what is named here.
func layer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], path: "Tests/\(name)", swiftSettings: strict)
}

let package = Package(
    name: "gloss",
    products: [
        .executable(name: "gloss", targets: ["gloss"]),
        .library(name: "GlossCommand", targets: ["GlossCommand"]),
        .library(name: "LaTeX", targets: ["LaTeX"]),
        .library(name: "MathML", targets: ["MathML"]),
        .library(name: "Tensors", targets: ["Tensors"]),
    ],
    targets: [
        .executableTarget(name: "gloss", dependencies: ["GlossCommand", "Catalogue"], swiftSettings: strict),
        layer("GlossCommand", [
            "Source", "Markdown", "LaTeX", "MathML", "Tensors", "Formulas", "DeepLearning", "Snippets", "Catalogue",
            "Checks", "Site", "CPlatform",
        ]),
        layer("Site", [
            "Source", "Markdown", "LaTeX", "MathML", "Tensors", "Formulas", "Catalogue", "Checks", "CAssets",
        ]),
        layer("Checks", [
            "Source", "Markdown", "LaTeX", "Tensors", "Formulas", "DeepLearning", "Snippets", "Catalogue",
        ]),
        layer("Catalogue", ["Source", "Tensors", "DeepLearning"]),
        layer("Snippets", ["Source", "Tensors", "DeepLearning"]),
        layer("DeepLearning", ["Tensors"]),
        layer("Formulas", ["Source", "LaTeX", "Tensors"]),
        layer("Tensors", ["Source", "CLAPACK", "CKernels"]),
        layer("MathML", ["Source", "LaTeX"]),
        layer("LaTeX", ["Source"]),
        layer("Markdown", ["Source", "CCMark", "CYAML", "CTOML"]),
        layer("Source", []),

        .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "CTOML", cxxSettings: [.define("TOML_EXCEPTIONS", to: "0")]),
        // OpenBLAS and LAPACKE are loaded when a matrix needs them.
        .target(name: "CLAPACK"),
        .target(name: "CKernels"),
        .target(name: "CAssets", exclude: ["theme", "fonts"]),
        .target(name: "CPlatform"),

        .executableTarget(
            name: "bench",
            dependencies: ["Source", "Markdown", "LaTeX", "MathML", "Catalogue", "Checks", "Site"],
            path: "Benchmarks/Bench", swiftSettings: strict),

        .target(name: "TestSupport", dependencies: ["Source"], path: "Tests/TestSupport", swiftSettings: strict),
        tests("SourceTests", ["Source"]),
        tests("MarkdownTests", ["Markdown", "Source"]),
        tests("LaTeXTests", ["LaTeX", "Source"]),
        tests("MathMLTests", ["MathML", "LaTeX", "Source"]),
        tests("TensorsTests", ["Tensors", "CKernels", "Source"]),
        tests("DeepLearningTests", ["DeepLearning", "Tensors", "Source"]),
        tests("CatalogueTests", ["Catalogue", "DeepLearning", "Tensors", "Source"]),
        tests("FormulasTests", ["Formulas", "LaTeX", "Tensors", "Source"]),
        tests("SnippetsTests", ["Snippets", "DeepLearning", "Tensors", "Source"]),
        tests("ChecksTests", ["Checks", "LaTeX", "Catalogue", "Markdown", "Formulas", "Snippets", "Tensors", "Source"]),
        tests("SiteTests", ["Site", "Checks", "Catalogue", "Markdown", "Formulas", "Tensors", "Source"]),
        tests("GlossCommandTests", ["GlossCommand", "Catalogue", "Checks", "Site", "Source"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c17,
    cxxLanguageStandard: .cxx17
)
