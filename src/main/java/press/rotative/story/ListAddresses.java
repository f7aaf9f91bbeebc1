package press.rotative.story;

import static press.rotative.platform.db.Tables.CONCEPT;

import java.util.ArrayList;
import java.util.List;
import press.rotative.address.Addresses;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;

/// The addresses of the lists that a public story links to: its authors' and its concepts', in its edition.
public final class ListAddresses {
    private ListAddresses() {}

    /// Claims those that are not claimed yet: an author has no page before a story, and a concept may be older than the
    /// edition.
    ///
    /// @return rows for the publication log, before the caller's own: the concepts that are found under another
    /// address now, see [#claim(Transaction, Edition, Concept)]
    public static List<PublicationLog.Entry> claim(Transaction transaction, EditionId id, StoryContent content) {
        Edition edition = new Editions(transaction.sql()).get(id);
        var authors = content.byline().stream().map(Contribution::author).toList();
        for (Author author : new Authors(transaction.sql()).find(authors).values()) {
            Addresses.claimPath(transaction, path(edition, author), author.id().subject());
        }
        var renamed = new ArrayList<PublicationLog.Entry>();
        for (Concept concept : new Concepts(transaction.sql()).inOrder(content.concepts())) {
            renamed.addAll(claim(transaction, edition, concept));
        }
        return renamed;
    }

    /// Claims the page of a concept in an edition. Where it is another one's, the concept gets another address in every
    /// edition of that language: to the public that is a renaming.
    ///
    /// @return the row of that for the publication log; empty: it has the address that it had
    public static List<PublicationLog.Entry> claim(Transaction transaction, Edition edition, Concept concept) {
        var sql = transaction.sql();
        if (Addresses.claimPath(
                transaction, Concepts.path(edition, concept), concept.id().subject())) {
            return List.of();
        }
        // Renamed as it stands when nobody else changes it: two name nothing at once.
        RowLocks.change(sql, CONCEPT.ID, List.of(concept.id().value()));
        Concept standing = new Concepts(sql).get(concept.id());
        Concept named = Concepts.claimPage(transaction, edition, standing);
        if (named.equals(standing)) {
            return List.of();
        }
        int version = standing.version() + 1;
        Concepts.setVersion(transaction, standing.id(), version);
        return List.of(new PublicationLog.Entry(
                PublicAct.RENAMED, standing.id().subject(), version, null, null, Reach.ofConcept(sql, standing.id())));
    }

    public static String path(Edition edition, Author author) {
        return "/" + edition.code() + "/author/" + author.slug();
    }
}
