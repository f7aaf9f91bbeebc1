package press.rotative.newsroom.stories;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Power;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;

/// The screen of a story, to which more than one of its forms come back.
@Singleton
class StoryScreen {
    private final Screens screens;
    private final ReceiptMaker receipts;

    StoryScreen(Screens screens, ReceiptMaker receipts) {
        this.screens = screens;
        this.receipts = receipts;
    }

    /// @param form one that was sent and could not be taken; null: as the story stands
    Response page(long id, @Nullable Form form) {
        return page(id, form, screens.form());
    }

    /// @param family a form about the story's translations that could not be taken; the story is as it stands
    Response pageOfFamily(long id, Form family) {
        return page(id, null, family);
    }

    private Response page(long id, @Nullable Form form, Form family) {
        if (screens.read(sql -> StoryText.gone(sql, readable(sql, id)))) {
            return new PastPages(screens, receipts).versions(id, "");
        }
        Shell shell = shell(id);
        StoryPage page = screens.read(sql -> new StoryPageMaker(
                        sql, shell, screens.actor(), screens.now(), new Stories(sql).get(new StoryId(id)))
                .page(form, screens.form(), family, receipts.of(sql, shell, screens.now(), new StoryId(id))));
        return screens.showAgain(form == null ? family : form, shell, Templates.story(page));
    }

    private Story readable(DSLContext sql, long id) {
        var stories = new Stories(sql);
        Story story = stories.get(new StoryId(id));
        stories.require(screens.actor(), Power.READ_STORIES, story);
        return story;
    }

    private Shell shell(long id) {
        Shell plain = screens.shell("story.title", NavItem.DESK, id);
        return plain.withScripts(Screens.asset("story.js"), Screens.asset("editor.js"))
                .withKeys(
                        new Shell.Key("Ctrl S", plain.say("story.key.save")),
                        new Shell.Key("Ctrl Enter", plain.say("story.key.publish")),
                        new Shell.Key("Alt ↑ ↓", plain.say("story.key.move")),
                        new Shell.Key("/", plain.say("story.key.insert")),
                        new Shell.Key("Ctrl K", plain.say("story.key.link")),
                        new Shell.Key("Ctrl Alt 2", plain.say("story.key.heading")),
                        new Shell.Key("F2", plain.say("story.key.checks")),
                        new Shell.Key("Esc", plain.say("story.key.leave")));
    }
}
