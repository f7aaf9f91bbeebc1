package press.rotative.story.acts;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.Editions;
import press.rotative.story.FrontPlace;
import press.rotative.story.FrontPlan;
import press.rotative.story.Fronts;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.Versions;

/// Arranges the front of an edition, or what stands above the list of a section; or gives it back to automatic
/// filling. Picked stories may still be drafts: they take their place when they are published.
///
/// @param expectedVersion what the editor saw; null: whatever is there
/// @param plan null: filled automatically from now on; of a section: nothing stands above its list
public record ArrangeFront(
        Actor actor,
        FrontPlace place,
        @Nullable Integer expectedVersion,
        @Nullable FrontPlan plan) implements Act<Fronts.Arranged> {

    @Override
    public Fronts.Arranged perform(Transaction transaction) {
        Policy.require(actor, Power.ARRANGE_FRONT, place::scope);
        requirePlace(transaction);
        Fronts.Arranged before = new Fronts(transaction.sql()).locked(place);
        Versions.expect(expectedVersion, before.version(), "The front");
        if (plan != null) {
            check(transaction, plan);
        }
        var after = new Fronts.Arranged(before.version() + 1, plan);
        Fronts.put(transaction, place, actor.staffId(), after);
        PublicationLog.append(
                transaction,
                PublicAct.FRONT_ARRANGED,
                place.subject(),
                after.version(),
                actor.staffId(),
                null,
                plan == null ? null : Digest.of(Fronts.write(plan)),
                Set.of(place.subject()));
        return after;
    }

    private void requirePlace(Transaction transaction) {
        new Editions(transaction.sql()).get(place.edition());
        SectionId section = place.section();
        if (section != null
                && !new Sections(transaction.sql()).get(section).edition().equals(place.edition())) {
            throw Problem.notFound("There is no section " + section.value() + " in this edition.");
        }
    }

    private void check(Transaction transaction, FrontPlan wanted) {
        if (place.section() != null) {
            wanted.requireOfSection();
        }
        var stories = new Stories(transaction.sql());
        for (StoryId story : wanted.named()) {
            Story found = stories.get(story);
            if (!found.edition().equals(place.edition())) {
                throw Problem.invalid("Story " + story.value() + " belongs to another edition.")
                        .as("problem.front.story");
            }
            if (!stands(stories, found)) {
                throw Problem.invalid("Story " + story.value() + " stands in another section.")
                        .as("problem.front.story.section");
            }
        }
        var sections = new Sections(transaction.sql());
        for (SectionId section : wanted.sections()) {
            if (!sections.get(section).edition().equals(place.edition())) {
                throw Problem.invalid("Section " + section.value() + " belongs to another edition.")
                        .as("problem.front.section");
            }
        }
    }

    /// Whether it is, or may become, of the section whose front this is.
    private boolean stands(Stories stories, Story story) {
        SectionId section = place.section();
        return section == null
                || section.equals(story.section())
                || stories.scope(actor, story).sections().contains(section.value());
    }
}
