package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.AUTHOR;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Authors;
import press.rotative.story.Reach;
import press.rotative.story.Versions;

/// Changes the name or the note of an author, on every story at once. The address stays.
public record RenameAuthor(
        Actor actor,
        AuthorId author,
        @Nullable Integer expectedVersion,
        String name,
        @Nullable String note) implements Act<Author> {

    public RenameAuthor {
        name = Authors.checkedName(name);
        note = Authors.checkedNote(note);
    }

    @Override
    public Author perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_AUTHORS);
        RowLocks.change(transaction.sql(), AUTHOR.ID, List.of(author.value()));
        var authors = new Authors(transaction.sql());
        Author before = authors.get(author);
        Versions.expect(expectedVersion, before.version(), "The author");
        Authors.change(transaction, before, name, note);
        PublicationLog.append(
                transaction,
                PublicAct.RENAMED,
                author.subject(),
                before.version() + 1,
                actor.staffId(),
                null,
                null,
                Reach.ofAllEditions(transaction.sql()));
        return authors.get(author);
    }
}
