import CAssets
import MathML

/// The files that every site has: style, scripts, the mathematical font with its licence.
enum ThemeFiles {
    static func files() -> [SiteFile] {
        var count = 0
        let assets = gloss_assets(&count)
        return UnsafeBufferPointer(start: assets, count: count).map { asset in
            let path = "assets/" + String(cString: asset.name)
            var bytes = Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count))
            // The theme comes last: its colours go over the formulas' own rules.
            if path == PageMap.style { bytes = Array(MathMLRenderer.styleSheet.utf8) + bytes }
            return SiteFile(path: path, bytes: bytes)
        }
    }
}
