package press.rotative.newsroom.stories;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.desk.DeskQuery;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.site.Finder;
import press.rotative.story.DeskList;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.Workflow;

/// The stories that a writer may choose from while typing.
final class StorySuggestions {
    private static final int AT_ONCE = 12;

    private final DSLContext sql;
    private final Finder finder;
    private final Words words;
    private final Actor actor;

    StorySuggestions(DSLContext sql, Finder finder, Words words, Actor actor) {
        this.sql = sql;
        this.finder = finder;
        this.words = words;
        this.actor = actor;
    }

    /// @param next where the next page begins; null: there is none
    record Found(
            List<EditorAnswer.StoryOfStory> stories,
            @Nullable String next) {}

    /// @param of the story that is written, which is not among them
    /// @param before where the page before ended; null: the first page
    Found page(StoryId of, String typed, DeskList.@Nullable Place before) {
        var stories = new Stories(sql);
        Story story = stories.get(of);
        stories.require(actor, Power.READ_STORIES, story);
        List<String> wanted =
                typed.isBlank() ? List.of() : List.of(typed.strip().split("\\s+"));
        DeskList.Stretch touched = new DeskList(sql, actor)
                .stories(
                        Workflow.ON_THE_DESK,
                        new DeskList.Wanted(null, null, null, null, wanted, false, null),
                        before,
                        AT_ONCE);
        Set<StoryId> found = new LinkedHashSet<>();
        touched.rows().forEach(row -> found.add(row.story()));
        if (!typed.isBlank() && touched.next() == null) {
            Edition edition = new Editions(sql).get(story.edition());
            found.addAll(finder.beginning(edition.id(), edition.language(), typed, AT_ONCE));
        }
        found.remove(of);
        var shown = new StoriesOfStory(sql, words, actor).of(found);
        return new Found(
                found.stream()
                        .flatMap(each -> Optional.ofNullable(shown.get(each.value())).stream())
                        .toList(),
                touched.next() == null ? null : DeskQuery.written(touched.next()));
    }
}
