import Catalogue
import GlossCommand
import Glibc

exit(Gloss.main(catalogue: StandardCatalogue.entries))
