package press.rotative.newsroom.manage;

import java.util.List;
import org.jooq.DSLContext;
import press.rotative.newsroom.Screens;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;

/// The editions for which somebody may do something as a whole.
final class ReachedEditions {
    private ReachedEditions() {}

    static List<Edition> of(DSLContext sql, Screens screens, Power power) {
        return new Editions(sql)
                .all().stream()
                        .filter(edition -> Policy.allows(
                                screens.actor(),
                                power,
                                Scope.ofEdition(edition.id().value())))
                        .toList();
    }

    /// @throws press.rotative.platform.Problem NOT_FOUND, FORBIDDEN
    static Edition get(Screens screens, Power power, long id) {
        Edition edition = screens.read(sql -> new Editions(sql).get(new EditionId(id)));
        Policy.require(screens.actor(), power, () -> Scope.ofEdition(id));
        return edition;
    }
}
