package press.rotative.newsroom.stories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import press.rotative.language.Words;
import press.rotative.newsroom.Shell;
import press.rotative.people.Power;
import press.rotative.story.Previews;
import press.rotative.story.Story;
import press.rotative.story.StoryHistory;
import press.rotative.story.writing.Journal;

/// What the screen of a story says of its texts: versions, those kept on the way, links by which others see one.
final class StoryPastMaker {
    static final int MOST_VERSIONS = 50;
    static final int MOST_KEPT = 30;

    private final DSLContext sql;
    private final Shell shell;
    private final Words words;
    private final Instant now;
    private final Story story;
    private final Map<Long, String> names;
    private final Predicate<Power> may;

    /// @param names of the staff, by number
    /// @param may whether the actor has a power over the story
    StoryPastMaker(
            DSLContext sql, Shell shell, Instant now, Story story, Map<Long, String> names, Predicate<Power> may) {
        this.sql = sql;
        this.shell = shell;
        this.words = shell.words();
        this.now = now;
        this.story = story;
        this.names = names;
        this.may = may;
    }

    List<StoryPage.VersionRow> versions() {
        return versions(new StoryHistory(sql).of(story.id(), Integer.MAX_VALUE, MOST_VERSIONS));
    }

    List<StoryPage.VersionRow> versions(List<StoryHistory.Entry> entries) {
        var rows = new ArrayList<StoryPage.VersionRow>();
        for (StoryHistory.Entry entry : entries) {
            String version = Integer.toString(entry.version());
            String standing = entry.destroyed()
                    ? words.say("story.destroyed")
                    : entry.closed() ? words.say("story.version.closed") : null;
            rows.add(new StoryPage.VersionRow(
                    entry.version(),
                    shell.dates().stampWithTime(entry.at()),
                    words.say("story.act." + entry.act().toLowerCase(Locale.ROOT)),
                    name(entry.actorId()),
                    entry.note(),
                    standing,
                    entry.destroyed() ? null : here() + "/comparison?to=" + version,
                    entry.destroyed() ? null : here() + "/preview?text=" + version,
                    entry.destroyed() || !may.test(Power.WRITE_STORY) ? null : version,
                    may.test(Power.CORRECT)
                            ? words.say(entry.closed() ? "story.version.open" : "story.version.close")
                            : null,
                    entry.destroyed() || !may.test(Power.DESTROY)
                            ? null
                            : here() + "/versions/" + version + "/destruction"));
        }
        return rows;
    }

    List<StoryPage.KeptRow> kept() {
        return kept(new Journal(sql).kept(story.id(), Long.MAX_VALUE, MOST_KEPT));
    }

    List<StoryPage.KeptRow> kept(List<Journal.Kept> texts) {
        return texts.stream()
                .map(each -> new StoryPage.KeptRow(
                        shell.dates().stampWithTime(each.at()),
                        each.name() == null ? words.say("story.kept") : each.name(),
                        name(each.actorId()),
                        here() + "/comparison?from=k" + each.seq(),
                        here() + "/preview?text=k" + each.seq(),
                        may.test(Power.WRITE_STORY) ? "k" + each.seq() : null))
                .toList();
    }

    int countKept() {
        return new Journal(sql).countKept(story.id(), Instant.MAX);
    }

    private String here() {
        return "/newsroom/stories/" + story.id().value();
    }

    List<StoryPage.PreviewRow> previews() {
        return new Previews(sql)
                .open(story.id(), now).stream()
                        .map(link -> new StoryPage.PreviewRow(
                                link.id(),
                                shown(link),
                                name(link.actorId()),
                                shell.dates().stampWithTime(link.endsAt()),
                                link.openedAt() == null
                                        ? words.say("story.preview.unopened")
                                        : words.say("story.preview.opened", link.opened()),
                                link.openedAt() == null ? null : shell.dates().stampWithTime(link.openedAt())))
                        .toList();
    }

    private String shown(Previews.Link link) {
        if (link.kept() != null) {
            return words.say("story.text.kept", Long.toString(link.kept()));
        }
        return link.version() == 0 ? words.say("story.text.draft") : words.say("story.text.version", link.version());
    }

    List<StoryPage.Choice> previewed() {
        return StoryText.choices(sql, story, words, shell.dates(), "draft");
    }

    private String name(long staffId) {
        return names.getOrDefault(staffId, words.say("story.by.program"));
    }
}
