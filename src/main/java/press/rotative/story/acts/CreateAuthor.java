package press.rotative.story.acts;

import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Author;
import press.rotative.story.Authors;

/// Adds somebody who signs. Nothing public changes until a story carries the name.
public record CreateAuthor(
        Actor actor, String name, @Nullable String note) implements Act<Author> {

    @Override
    public Author perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_AUTHORS);
        Author author = Authors.add(transaction, name, note);
        StaffLog.append(
                transaction, actor, "author-created", "author " + author.id().value(), null);
        return author;
    }
}
