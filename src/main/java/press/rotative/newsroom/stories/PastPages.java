package press.rotative.newsroom.stories;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.people.StaffNames;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryHistory;
import press.rotative.story.StoryId;
import press.rotative.story.writing.Journal;
import press.rotative.story.writing.Standing;

/// Makes the pages of all texts that a story had.
final class PastPages {
    private static final int PAGE = 50;

    private final Screens screens;
    private final ReceiptMaker receipts;

    PastPages(Screens screens, ReceiptMaker receipts) {
        this.screens = screens;
        this.receipts = receipts;
    }

    /// @param before only those below this number; what is none is the first page
    Response versions(long id, String before) {
        Shell shell = screens.shell("story.versions.all", NavItem.DESK);
        PastPage page = screens.read(sql -> {
            Story story = readable(sql, id);
            long below = below(before);
            List<StoryHistory.Entry> entries =
                    new StoryHistory(sql).of(story.id(), (int) Math.min(below, Integer.MAX_VALUE), PAGE + 1);
            List<StoryHistory.Entry> shown = entries.subList(0, Math.min(PAGE, entries.size()));
            String here = "/newsroom/stories/" + id + "/versions";
            return page(
                    sql,
                    shell,
                    story,
                    maker(sql, shell, story, shown, StoryHistory.Entry::actorId).versions(shown),
                    List.of(),
                    entries.size() > PAGE ? here + "?before=" + shown.getLast().version() : null,
                    below < Long.MAX_VALUE ? here : null,
                    shown.isEmpty() ? shell.say("story.never.public") : null);
        });
        return screens.show(shell, Templates.past(page));
    }

    Response kept(long id, String before) {
        Shell shell = screens.shell("story.kept.all", NavItem.DESK);
        PastPage page = screens.read(sql -> {
            Story story = readable(sql, id);
            long below = below(before);
            List<Journal.Kept> texts = new Journal(sql).kept(story.id(), below, PAGE + 1);
            List<Journal.Kept> shown = texts.subList(0, Math.min(PAGE, texts.size()));
            String here = "/newsroom/stories/" + id + "/kept";
            return page(
                    sql,
                    shell,
                    story,
                    List.of(),
                    maker(sql, shell, story, shown, Journal.Kept::actorId).kept(shown),
                    texts.size() > PAGE ? here + "?before=" + shown.getLast().seq() : null,
                    below < Long.MAX_VALUE ? here : null,
                    shown.isEmpty() ? shell.say("story.kept.none") : null);
        });
        return screens.show(shell, Templates.past(page));
    }

    private Story readable(DSLContext sql, long id) {
        var stories = new Stories(sql);
        Story story = stories.get(new StoryId(id));
        stories.require(screens.actor(), Power.READ_STORIES, story);
        return story;
    }

    /// What stands in an address that somebody changed by hand is the first page.
    private static long below(String before) {
        return before.matches("[1-9][0-9]{0,14}") ? Long.parseLong(before) : Long.MAX_VALUE;
    }

    private <T> StoryPastMaker maker(DSLContext sql, Shell shell, Story story, List<T> shown, ToLongFunction<T> whose) {
        var names =
                new StaffNames(sql).of(shown.stream().map(whose::applyAsLong).collect(Collectors.toSet()));
        return new StoryPastMaker(sql, shell, screens.now(), story, names, may(sql, story));
    }

    private Predicate<Power> may(DSLContext sql, Story story) {
        Actor actor = screens.actor();
        Scope scope = new Stories(sql).scope(actor, story);
        return power -> Policy.allows(actor, power, () -> scope);
    }

    private PastPage page(
            DSLContext sql,
            Shell shell,
            Story story,
            List<StoryPage.VersionRow> versions,
            List<StoryPage.KeptRow> kept,
            @Nullable String older,
            @Nullable String newest,
            @Nullable String empty) {
        Edition edition = new Editions(sql).get(story.edition());
        boolean gone = StoryText.gone(sql, story);
        String headline = gone ? "" : Standing.of(sql, story.id(), "").content().headline();
        return new PastPage(
                shell,
                story.id().value(),
                gone ? null : headline.isBlank() ? shell.say("story.no.headline") : headline,
                edition.language(),
                edition.direction(),
                versions,
                kept,
                older,
                newest,
                empty,
                gone ? new StoryActs(shell.words(), story, may(sql, story), false).links() : List.of(),
                gone ? receipts.of(sql, shell, screens.now(), story.id()) : null);
    }
}
