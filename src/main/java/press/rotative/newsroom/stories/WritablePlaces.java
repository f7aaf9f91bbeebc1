package press.rotative.newsroom.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import press.rotative.language.Words;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.Problem;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Section;
import press.rotative.story.Sections;

/// Where somebody may begin a story: rights may reach to some sections of an edition only.
record WritablePlaces(DSLContext sql, Words words, Actor actor) {

    /// @param editions those without a place are left out
    List<NewStoryPage.Group> in(List<Edition> editions) {
        var groups = new ArrayList<NewStoryPage.Group>();
        for (Edition edition : editions) {
            List<NewStoryPage.Place> places = in(edition);
            if (!places.isEmpty()) {
                groups.add(new NewStoryPage.Group(edition.name(), edition.language(), edition.direction(), places));
            }
        }
        return groups;
    }

    private List<NewStoryPage.Place> in(Edition edition) {
        EditionId id = edition.id();
        var places = new ArrayList<NewStoryPage.Place>();
        if (mayWrite(id, Set.of())) {
            places.add(new NewStoryPage.Place("e" + id.value(), words.say("story.no.section"), id, null));
        }
        for (Section section : new Sections(sql).of(id)) {
            if (mayWrite(id, Set.of(section.id().value()))) {
                places.add(new NewStoryPage.Place("s" + section.id().value(), section.name(), id, section.id()));
            }
        }
        return places;
    }

    private boolean mayWrite(EditionId edition, Set<Long> sections) {
        return Policy.allows(actor, Power.WRITE_STORY, new Scope(edition.value(), sections, true));
    }

    /// The place that a form names.
    ///
    /// @throws Problem INVALID
    static NewStoryPage.Place named(List<NewStoryPage.Group> groups, String value) {
        return groups.stream()
                .flatMap(group -> group.places().stream())
                .filter(place -> place.value().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        Problem.invalid("Choose where the story will stand.").as("problem.story.place"));
    }
}
