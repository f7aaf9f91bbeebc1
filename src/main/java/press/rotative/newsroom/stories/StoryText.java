package press.rotative.newsroom.stories;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import press.rotative.language.Dates;
import press.rotative.language.Words;
import press.rotative.platform.Problem;
import press.rotative.story.Draft;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryHistory;
import press.rotative.story.Version;
import press.rotative.story.writing.Journal;

/// One of the texts that a story has: its draft, a published version, one that was kept while it was written.
///
/// @param name in addresses: `draft`, the number of a version, or `k` and the number in the journal
/// @param label for people
record StoryText(String name, String label, StoryContent content) {
    private static final int MOST = 100;

    /// @throws Problem NOT_FOUND
    static StoryText of(DSLContext sql, Story story, String name, Words words) {
        var stories = new Stories(sql);
        if (name.equals("draft")) {
            return stories.draft(story.id())
                    .map(Draft::content)
                    .map(content -> new StoryText(name, words.say("story.text.draft"), content))
                    .orElseThrow(StoryText::missing);
        }
        if (name.matches("[1-9][0-9]{0,8}")) {
            Version version =
                    stories.version(story.id(), Integer.parseInt(name)).orElseThrow(StoryText::missing);
            if (version.content() == null) {
                throw Problem.conflict("The text of this version was destroyed.")
                        .as("problem.story.destroyed");
            }
            return new StoryText(name, words.say("story.text.version", name), version.content());
        }
        if (name.matches("k[1-9][0-9]{0,14}")) {
            return new Journal(sql)
                    .keptText(story.id(), Long.parseLong(name.substring(1)))
                    .map(content -> new StoryText(name, words.say("story.text.kept", name.substring(1)), content))
                    .orElseThrow(StoryText::missing);
        }
        throw missing();
    }

    private static Problem missing() {
        return Problem.notFound("This story has no such text.").as("problem.story.text");
    }

    /// What can be looked at, newest first: as many as fit a list, and the one that is chosen.
    static List<StoryPage.Choice> choices(DSLContext sql, Story story, Words words, Dates dates, String chosen) {
        var choices = new ArrayList<StoryPage.Choice>();
        if (new Stories(sql).draft(story.id()).isPresent()) {
            choices.add(new StoryPage.Choice("draft", words.say("story.text.draft"), chosen.equals("draft")));
        }
        for (StoryHistory.Entry entry : new StoryHistory(sql).of(story.id(), Integer.MAX_VALUE, MOST)) {
            if (!entry.destroyed()) {
                String name = Integer.toString(entry.version());
                String label = words.say("story.text.version", name) + ", "
                        + dates.stampWithTime(entry.at()).words();
                choices.add(new StoryPage.Choice(name, label, chosen.equals(name)));
            }
        }
        for (Journal.Kept kept : new Journal(sql).kept(story.id(), Long.MAX_VALUE, MOST)) {
            String name = "k" + kept.seq();
            String label = (kept.name() == null ? words.say("story.kept") : kept.name()) + ", "
                    + dates.stampWithTime(kept.at()).words();
            choices.add(new StoryPage.Choice(name, label, chosen.equals(name)));
        }
        if (chosen.matches("k?[1-9][0-9]{0,14}") && choices.stream().noneMatch(StoryPage.Choice::chosen)) {
            choices.add(
                    new StoryPage.Choice(chosen, of(sql, story, chosen, words).label(), true));
        }
        return choices;
    }

    /// Whether no text of the story is left to read and write: there is no draft, and the public one was destroyed.
    static boolean gone(DSLContext sql, Story story) {
        var stories = new Stories(sql);
        return stories.draft(story.id()).isEmpty() && stories.liveContent(story).isEmpty();
    }

    /// What the story stands at: its draft, else its live version.
    static String newest(DSLContext sql, Story story) {
        return new Stories(sql).draft(story.id()).isPresent() || story.liveVersion() == null
                ? "draft"
                : Integer.toString(story.liveVersion());
    }
}
