import CAssets
import Catalogue
import Checks
import Source

/// Ledger and catalogue → the files of a static site.
///
/// Pure: no file, clock or environment is read, and equal input gives equal bytes. Every page is inert: a strict
/// Content-Security-Policy, no inline script or style, everything that comes from a note escaped.
public enum SiteBuilder {
    /// `catalogue` holds the entries that pages are made for, in any order.
    public static func build(
        ledger: Ledger, catalogue: [Implementation], settings: SiteSettings = SiteSettings()
    ) -> SiteOutput {
        SiteOutput()
    }
}
