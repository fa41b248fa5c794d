import Snippets
import Source
import Testing

@Test func anEmptyBlockHasNoFindings() {
    #expect(SnippetSession().run([], budget: Budget()).diagnostics.isEmpty)
}
