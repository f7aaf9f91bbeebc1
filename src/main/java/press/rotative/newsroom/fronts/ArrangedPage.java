package press.rotative.newsroom.fronts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.story.Edition;
import press.rotative.story.FrontPlace;
import press.rotative.story.FrontPlan;
import press.rotative.story.Section;
import press.rotative.story.Sections;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;

/// Whose front is arranged: that of an edition, or of one of its sections.
///
/// @param section null: the edition's own
record ArrangedPage(Edition edition, @Nullable Section section) {
    FrontPlace place() {
        return section == null ? FrontPlace.of(edition.id()) : FrontPlace.of(section);
    }

    String name() {
        return section == null ? edition.name() : section.name();
    }

    /// As it stands over the screen, where other editions may have a section of that name.
    String title(Words words) {
        return section == null ? edition.name() : section.name() + words.say("comma") + edition.name();
    }

    /// Where it is arranged.
    String path() {
        String path = FrontsResource.PATH + "/" + edition.id().value();
        return section == null ? path : path + "/sections/" + section.id().value();
    }

    /// On the public site.
    String address() {
        return section == null ? "/" + edition.code() + "/" : Sections.path(edition, section.slug());
    }

    /// The message that says the same of a section, where it is one.
    String word(String key) {
        return section == null ? key : key + ".section";
    }

    int most() {
        return section == null ? FrontPlan.MOST : FrontPlan.MOST_OF_SECTION;
    }

    List<TypedBlock.Kind> kinds() {
        return section == null
                ? List.of(TypedBlock.Kind.values())
                : List.of(TypedBlock.Kind.LEAD, TypedBlock.Kind.GRID, TypedBlock.Kind.OPINION);
    }

    /// Whether a story can stand there: one of the edition, and of a section that its public or its newest text names.
    ///
    /// @param newest null: it was destroyed
    boolean holds(Story story, @Nullable StoryContent newest) {
        return story.edition().equals(edition.id())
                && (section == null
                        || section.id().equals(story.section())
                        || newest != null && section.id().equals(newest.section()));
    }
}
