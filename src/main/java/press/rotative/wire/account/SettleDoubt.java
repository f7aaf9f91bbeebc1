package press.rotative.wire.account;

import java.util.List;
import java.util.Optional;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.StoryId;

/// Says that something in doubt is right as it is.
///
/// @param capture its digest
/// @param part as the doubt names it; empty: all that is in doubt
public record SettleDoubt(Actor actor, StoryId story, String capture, String part) implements Act<StoryAccount> {

    @Override
    public StoryAccount perform(Transaction transaction) {
        StoryAccount account = StoryAccount.lock(transaction, actor, story, capture);
        var open = account.doubts().stream()
                .filter(doubt -> part.isEmpty() || doubt.part().equals(part))
                .toList();
        if (open.isEmpty()) {
            throw Problem.conflict("Somebody settled this already.").as("problem.inbox.settled");
        }
        List<String> parts = open.stream()
                .map(doubt -> part.isEmpty() && doubt.kind() == Doubt.Kind.LINE ? Doubt.ALL_LINES : doubt.part())
                .distinct()
                .toList();
        return account.settle(transaction, actor, Optional.empty(), parts, Decisions.Choice.SEEN, "");
    }
}
