package press.rotative.webhooks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import press.rotative.people.Staff;
import press.rotative.platform.Problem;
import press.rotative.story.Edition;
import press.rotative.story.Editions;

/// What somebody wants a webhook to be.
///
/// @param address as [HookAddress#checked] answers it
/// @param editions codes; empty: all
public record HookWish(String name, String address, Set<HookEvent> events, Set<String> editions) {
    private static final int MOST_EDITIONS = 50;

    /// @throws Problem INVALID
    public HookWish {
        name = Staff.checkedName(name);
        events = Set.copyOf(events);
        editions = Set.copyOf(editions);
        if (events.isEmpty()) {
            throw Problem.invalid("Choose at least one event.").as("problem.webhook.events");
        }
        if (editions.size() > MOST_EDITIONS) {
            throw Problem.invalid("Choose at most " + MOST_EDITIONS + " editions, or none for all.")
                    .as("problem.webhook.edition");
        }
    }

    /// Labels as a form or a program sends them.
    ///
    /// @throws Problem INVALID for one that is none
    public static Set<HookEvent> events(List<String> labels) {
        var events = new HashSet<HookEvent>();
        for (String label : labels) {
            events.add(HookEvent.labelled(label).orElseThrow(() -> Problem.invalid(
                            "There is no event '" + label + "'. See docs/developers/webhooks.md.")
                    .as("problem.webhook.events")));
        }
        return events;
    }

    void check(DSLContext sql) {
        List<String> known = new Editions(sql).all().stream().map(Edition::code).toList();
        for (String code : editions) {
            if (!known.contains(code)) {
                throw Problem.invalid("There is no edition '" + code + "'.").as("problem.webhook.edition");
            }
        }
    }
}
