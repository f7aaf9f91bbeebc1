package press.rotative.newsroom;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import press.rotative.Cast;
import press.rotative.people.Actor;
import press.rotative.publication.Acts;
import press.rotative.story.Author;
import press.rotative.story.ConceptKind;
import press.rotative.story.EditionId;
import press.rotative.story.SectionId;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.SchedulePublication;
import press.rotative.story.acts.SetExpiry;
import press.rotative.story.writing.Presence;

/// Stories in several states, in French and Arabic, for tests of screens.
public final class StoriesOnDesk {
    private StoriesOnDesk() {}

    /// @param live a story with three versions, one of them a correction, and a newer draft
    /// @param planned a story that is scheduled
    /// @param draft a story that was never public
    public record Filed(EditionId edition, SectionId section, StoryId live, StoryId planned, StoryId draft) {}

    public static Filed file(Acts acts) {
        EditionId edition = acts.perform(
                        new CreateEdition(Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", null))
                .value();
        EditionId arabic = acts.perform(
                        new CreateEdition(Actor.OPERATOR, "ar", "ar", true, "المنارة", null, "Europe/Paris", null))
                .value();
        SectionId port = acts.perform(new CreateSection(Actor.OPERATOR, edition, "Port", null))
                .value();
        SectionId harbour = acts.perform(new CreateSection(Actor.OPERATOR, arabic, "الميناء", null))
                .value();
        Author author = acts.perform(new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null))
                .value();
        acts.perform(new CreateConcept(Actor.OPERATOR, ConceptKind.TOPIC, Map.of("fr", "Ferry", "ar", "عبّارة")));
        StoryId live = create(acts, edition, "Le ferry électrique accostera avant l’été", port, author);
        acts.perform(new PublishStory(Actor.OPERATOR, live, null, null, true));
        change(acts, live, "Le ferry électrique accostera en mai", port, author);
        acts.perform(new PublishStory(Actor.OPERATOR, live, null, "Une date.", true));
        acts.perform(new CorrectStory(Actor.OPERATOR, live, null, "La date du premier accostage était fausse."));
        change(acts, live, "Le ferry électrique accostera le 12 mai", port, author);
        acts.perform(new SetExpiry(Actor.OPERATOR, live, Instant.now().plus(40, ChronoUnit.DAYS)));
        acts.perform(new Presence.Announce(Actor.OPERATOR, live, "window-1", "headline"));
        StoryId planned = create(acts, edition, "La digue nord fermée", port, author);
        acts.perform(new SchedulePublication(
                Actor.OPERATOR, planned, null, Instant.now().plus(2, ChronoUnit.HOURS), null));
        StoryId published = create(acts, edition, "À l’école, la cantine passe en régie", port, author);
        acts.perform(new PublishStory(Actor.OPERATOR, published, null, null, true));
        StoryId draft = create(acts, arabic, "بعد العاصفة: الصيادون يعدّون خسائرهم", harbour, author);
        return new Filed(edition, port, live, planned, draft);
    }

    private static StoryId create(Acts acts, EditionId edition, String headline, SectionId section, Author author) {
        return acts.perform(new CreateStory(
                        Actor.OPERATOR, edition, Cast.article(headline, section, author.id()), null, false))
                .value()
                .story();
    }

    private static void change(Acts acts, StoryId story, String headline, SectionId section, Author author) {
        acts.perform(new SaveDraft(Actor.OPERATOR, story, null, Cast.article(headline, section, author.id())));
    }
}
