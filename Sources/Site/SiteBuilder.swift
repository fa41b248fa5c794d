import CAssets
import Catalogue
import Checks
import MathML
import Source

/// Ledger and catalogue → the files of a static site.
///
/// Pure: no file, clock or environment is read, and equal input gives equal bytes. Every page is inert: a strict
/// Content-Security-Policy, no inline script or style, everything that comes from a note escaped.
public enum SiteBuilder {
    /// `catalogue` holds the entries that get a page each, in any order.
    public static func build(
        ledger: Ledger, catalogue: [Implementation], settings: SiteSettings = SiteSettings()
    ) -> SiteOutput {
        let context = SiteContext(ledger: ledger, catalogue: ImplementationTable(catalogue), settings: settings)
        var links = LinkResolver(
            pages: context.pages.notes, names: context.pages.noteNames, outlines: context.outlines)
        var files: [SiteFile] = []
        for index in context.order {
            var page = NotePage(context: context, index: index, links: links)
            files.append(page.file())
            links = page.links
        }
        files.append(IndexPage(context: context).file())
        files.append(LedgerPage(context: context).file())
        files += CataloguePages(context: context).files()
        files += FindingPages(context: context).files()
        // The theme comes last: its colours go over the formulas' own rules.
        files.append(
            SiteFile(path: PageMap.style, bytes: Array(MathMLRenderer.styleSheet.utf8) + bytes(gloss_asset_style)))
        files.append(SiteFile(path: PageMap.script, bytes: bytes(gloss_asset_script)))
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return SiteOutput(files: files, assets: links.assets, findings: context.pages.findings)
    }

    private static func bytes(_ asset: (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?) -> [UInt8] {
        var count = 0
        guard let start = asset(&count) else { return [] }
        return Array(UnsafeBufferPointer(start: start, count: count))
    }
}
