import Catalogue
import Checks
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
            pages: context.pages.notes,
            folder: NoteFolder(names: context.pages.noteNames, outlines: context.outlines, files: settings.files))
        var files: [SiteFile] = []
        for index in context.order {
            var page = NotePage(context: context, index: index, links: links)
            files.append(page.file())
            links = page.links
        }
        files.append(IndexPage(context: context).file())
        files += LedgerPage(context: context).files()
        files += TagPages(context: context).files()
        files += SearchPages(context: context).files()
        files += CataloguePages(context: context).files()
        files += FindingPages(context: context).files()
        files.append(CommandsPage(context: context).file())
        files += ThemeFiles.files()
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return SiteOutput(files: files, assets: links.assets, findings: context.pages.findings)
    }
}
