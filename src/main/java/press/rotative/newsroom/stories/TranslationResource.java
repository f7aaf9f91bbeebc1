package press.rotative.newsroom.stories;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.story.Difference;
import press.rotative.story.Editions;
import press.rotative.story.NewestTexts;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.acts.ConfirmTranslation;
import press.rotative.story.acts.LinkTranslation;
import press.rotative.story.acts.TranslateStory;
import press.rotative.story.acts.UnlinkTranslation;

/// Translations of a story: one is begun, linked to its original, compared with what that says now, and said to be
/// up to date again.
@Path("/newsroom/stories/{id: [1-9][0-9]{0,14}}")
@RunOnVirtualThread
class TranslationResource {
    private final Screens screens;
    private final StoryScreen story;

    TranslationResource(Screens screens, StoryScreen story) {
        this.screens = screens;
        this.story = story;
    }

    @POST
    @Path("translations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WRITE_STORY)
    public Response translate(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return submit(id, sent, form -> begin(new StoryId(id), form));
    }

    /// What is refused is said on the story's screen.
    private Response submit(long id, MultivaluedMap<String, String> sent, Function<Form, @Nullable Response> deed) {
        return screens.submit(screens.form(sent), deed, form -> story.pageOfFamily(id, form));
    }

    private @Nullable Response begin(StoryId id, Form form) {
        List<NewStoryPage.Group> places = screens.read(sql -> {
            new Stories(sql).require(screens.actor(), Power.READ_STORIES, new Stories(sql).get(id));
            return new WritablePlaces(sql, screens.words(), screens.actor()).in(new Editions(sql).all());
        });
        NewStoryPage.Place place = form.take("place", value -> WritablePlaces.named(places, value));
        if (place == null) {
            return null;
        }
        StoryId translation = perform(new TranslateStory(screens.actor(), id, place.edition(), place.section()), form)
                .story();
        return screens.to("/newsroom/stories/" + translation.value(), "family.begun");
    }

    /// Performs an act; where it refuses because there is a translation already, the form leads to it.
    private <T> T perform(Act<T> act, Form form) {
        try {
            return screens.perform(act);
        } catch (Problem problem) {
            problem.phrase()
                    .filter(phrase -> phrase.key().equals("story.refused.translated"))
                    .ifPresent(phrase ->
                            form.with("elsewhere", phrase.arguments().getFirst().toString()));
            throw Refusals.worded(problem);
        }
    }

    @POST
    @Path("original")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs({Power.WRITE_STORY, Power.PUBLISH})
    public Response link(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return submit(id, sent, form -> {
            form.beside(
                    "original",
                    "story.refused.no.original",
                    "story.refused.itself",
                    "story.refused.circle",
                    "story.refused.same.edition",
                    "story.refused.killed.original",
                    "story.refused.translated");
            StoryId original = form.take("original", this::named);
            if (original == null) {
                return null;
            }
            perform(new LinkTranslation(screens.actor(), new StoryId(id), original, null), form);
            return screens.to("/newsroom/stories/" + id, "family.linked");
        });
    }

    /// A story of ours by what people write: `#12`, `12`, an address of it in the newsroom or on the site.
    private StoryId named(String text) {
        String line = text.strip();
        String numbered = line.matches("[1-9][0-9]{0,14}") ? "#" + line : line;
        String own = numbered.matches("(?:https?://|/)\\S+") ? screens.ownPath(numbered) : numbered;
        return screens.read(sql -> RelatedLines.story(sql, screens.actor(), own))
                .orElseThrow(() -> Problem.invalid("There is no such story.").as("story.refused.no.original"));
    }

    @POST
    @Path("original/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs({Power.WRITE_STORY, Power.PUBLISH})
    public Response unlink(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return submit(id, sent, form -> {
            perform(new UnlinkTranslation(screens.actor(), new StoryId(id)), form);
            return screens.to("/newsroom/stories/" + id, "family.unlinked");
        });
    }

    @GET
    @Path("original")
    @Needs(Power.READ_STORIES)
    public Response original(@PathParam("id") long id) {
        return originalPage(id, screens.form());
    }

    private Response originalPage(long id, Form form) {
        Shell shell = screens.shell("family.original", NavItem.DESK);
        OriginalPage page = screens.read(sql -> originalPage(sql, shell, form, new StoryId(id)));
        return screens.showAgain(form, shell, Templates.original(page));
    }

    private OriginalPage originalPage(DSLContext sql, Shell shell, Form form, StoryId id) {
        var stories = new Stories(sql);
        Story translation = stories.get(id);
        stories.require(screens.actor(), Power.READ_STORIES, translation);
        var maker = new FamilyMaker(sql, shell.words(), screens.actor());
        OriginalText original = OriginalText.of(sql, shell.words(), screens.actor(), translation.translates())
                .orElseThrow(() -> Problem.notFound("There is no original that you can read.")
                        .as("family.no.original"));
        FamilyView family = maker.of(translation, form);
        var edition = maker.edition(translation);
        return new OriginalPage(
                shell,
                form,
                id.value(),
                maker.headline(translation, new NewestTexts(sql).of(List.of(id)).get(id)),
                edition.language(),
                edition.direction(),
                original,
                family.behind(),
                Optional.ofNullable(original.from())
                        .map(from -> ChangedPart.of(shell.words(), Difference.between(from, original.now())))
                        .orElse(null));
    }

    @POST
    @Path("original/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs({Power.WRITE_STORY, Power.PUBLISH})
    public Response confirm(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent),
                form -> {
                    Integer version = form.version();
                    if (version == null) {
                        throw Problem.invalid("Say which 'version' of the original the translation follows.")
                                .as("family.refused.version");
                    }
                    perform(new ConfirmTranslation(screens.actor(), new StoryId(id), version), form);
                    boolean drafted = screens.read(
                            sql -> new Stories(sql).draft(new StoryId(id)).isPresent());
                    return screens.to(
                            "/newsroom/stories/" + id, drafted ? "family.confirmed.draft" : "family.confirmed");
                },
                form -> originalPage(id, Objects.requireNonNull(form)));
    }
}
