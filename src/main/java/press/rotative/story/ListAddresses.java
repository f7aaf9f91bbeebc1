package press.rotative.story;

import press.rotative.address.Addresses;
import press.rotative.platform.Transaction;

/// The addresses of the lists that a public story links to: its authors' and its concepts', in its edition.
public final class ListAddresses {
    private ListAddresses() {}

    /// Claims those that are not claimed yet: an author has no page before a story, and a concept may be older than the
    /// edition.
    public static void claim(Transaction transaction, EditionId id, StoryContent content) {
        Edition edition = new Editions(transaction.sql()).get(id);
        var authors = content.byline().stream().map(Contribution::author).toList();
        for (Author author : new Authors(transaction.sql()).find(authors).values()) {
            Addresses.claimPath(transaction, path(edition, author), author.id().subject());
        }
        new Concepts(transaction.sql())
                .find(content.concepts())
                .values()
                .forEach(concept -> Concepts.claimPage(transaction, edition, concept));
    }

    public static String path(Edition edition, Author author) {
        return "/" + edition.code() + "/author/" + author.slug();
    }
}
