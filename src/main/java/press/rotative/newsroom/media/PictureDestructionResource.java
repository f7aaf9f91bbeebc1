package press.rotative.newsroom.media;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.media.DestroyedPictures;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Power;
import press.rotative.story.Block;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.LiveStory;
import press.rotative.story.Newsstand;
import press.rotative.story.StoryId;
import press.rotative.story.acts.DestroyPicture;

/// Destroying a picture for good, which nobody can take back.
@Path("/newsroom/pictures/{id: [1-9][0-9]{0,17}}")
@RunOnVirtualThread
class PictureDestructionResource {
    private static final int MOST = 50;

    private final Screens screens;

    PictureDestructionResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Path("destruction")
    @Needs(Power.DESTROY_PICTURE)
    public Response ask(@PathParam("id") long id) {
        return page(id, screens.form());
    }

    private Response page(long id, Form form) {
        Shell shell = screens.shell("media.destruction", NavItem.PICTURES, id);
        PictureDestructionPage page = screens.read(sql -> {
            Picture picture = new Pictures(sql).get(new PictureId(id)).there();
            List<PictureId> same = DestroyedPictures.same(sql, picture);
            var newsstand = new Newsstand(sql);
            List<StoryId> users = newsstand.showing(same, MOST);
            int more = newsstand.countShowing(same) - users.size();
            form.with("version", Integer.toString(picture.version()));
            return new PictureDestructionPage(
                    shell,
                    form,
                    card(shell, picture),
                    uses(sql, shell.words(), Set.copyOf(same), users),
                    more > 0 ? shell.words().count("media.destruction.more", more) : "",
                    twins(sql, shell, picture, same));
        });
        return screens.showAgain(form, shell, Templates.destruction(page));
    }

    private PictureCard card(Shell shell, Picture picture) {
        return PictureCard.of(picture, shell.words(), shell.dates(), screens.now());
    }

    private List<PictureCard> twins(DSLContext sql, Shell shell, Picture picture, List<PictureId> same) {
        List<PictureId> others = new ArrayList<>(same);
        others.remove(picture.id());
        return new Pictures(sql)
                .find(others).values().stream().map(each -> card(shell, each)).toList();
    }

    private static List<PictureDestructionPage.Use> uses(
            DSLContext sql, Words words, Set<PictureId> same, List<StoryId> users) {
        Map<EditionId, Edition> editions =
                new Editions(sql).all().stream().collect(Collectors.toMap(Edition::id, each -> each));
        Map<StoryId, LiveStory> stories = new Newsstand(sql).stories(users);
        var uses = new ArrayList<PictureDestructionPage.Use>();
        for (StoryId user : users) {
            LiveStory story = stories.get(user);
            Edition edition = story == null ? null : editions.get(story.edition());
            if (story != null && edition != null) {
                uses.add(new PictureDestructionPage.Use(
                        story.content().headline(),
                        edition.language(),
                        edition.direction(),
                        edition.name(),
                        "/" + story.code(),
                        shows(words, same, story)));
            }
        }
        return uses;
    }

    private static List<String> shows(Words words, Set<PictureId> same, LiveStory story) {
        var shows = new ArrayList<String>();
        if (story.content().hero() != null
                && same.contains(story.content().hero().picture())) {
            shows.add(words.say("media.destruction.lead"));
        }
        long blocks = story.content().body().blocks().stream()
                .filter(block -> block instanceof Block.Illustration shown && same.contains(shown.picture()))
                .count();
        if (blocks > 0) {
            shows.add(words.count("media.destruction.block", blocks));
        }
        boolean card = story.content().body().blocks().stream()
                .anyMatch(block -> block instanceof Block.Teaser teaser
                        && teaser.picture() != null
                        && same.contains(teaser.picture()));
        if (card) {
            shows.add(words.say("media.destruction.card"));
        }
        return shows;
    }

    @POST
    @Path("destruction")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.DESTROY_PICTURE)
    @Proved
    public Response destroy(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent).beside("reason", "problem.story.needed"),
                form -> destroy(id, form),
                form -> page(id, form));
    }

    private @Nullable Response destroy(long id, Form form) {
        if (form.value("reason").isBlank()) {
            form.refuseField("reason", "problem.story.needed");
        }
        if (!form.has("final", "on")) {
            form.refuseField("final", "problem.story.final");
        }
        if (form.good()) {
            screens.perform(
                    new DestroyPicture(screens.actor(), new PictureId(id), form.version(), form.value("reason")));
        }
        return form.good() ? screens.to(LibraryQuery.PATH + "/" + id, "picture.destroyed") : null;
    }
}
