package press.rotative.story.acts;

import java.util.List;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.StoryImports;

/// Keeps the accounts of captures with the stories that they became.
public record KeepAccounts(Actor actor, List<StoryImports.Account> accounts) implements Act<Integer> {

    public KeepAccounts {
        accounts = List.copyOf(accounts);
    }

    /// @return how many were kept
    @Override
    public Integer perform(Transaction transaction) {
        Policy.require(actor, Power.IMPORT);
        StoryImports.keep(transaction, accounts);
        return accounts.size();
    }
}
