package press.rotative.newsroom.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.stories.Refusals;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.Concepts;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.ManagedNames;
import press.rotative.story.StoryId;
import press.rotative.wire.account.Doubt;
import press.rotative.wire.account.SettleConcept;
import press.rotative.wire.account.SettleDoubt;
import press.rotative.wire.account.StoryAccount;

/// A concept that was found in a capture: accept it, correct its kind, say that it is really another one, or that the
/// story is not about it. Where other public stories would change, it is asked first.
@Path("/newsroom/inbox/{id: [1-9][0-9]{0,14}}/concepts/{place: [0-9]{1,9}}")
@RunOnVirtualThread
class FoundConceptResource {
    private static final int OFFERED = 20;
    private static final int LONGEST = 200;

    private final Screens screens;

    FoundConceptResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Needs(Power.READ_STORIES)
    public Response show(
            @PathParam("id") long id,
            @PathParam("place") int place,
            @QueryParam("capture") @DefaultValue("") String capture,
            @QueryParam("q") @DefaultValue("") String words) {
        return page(
                id,
                place,
                screens.form().with("capture", ImportResource.digest(capture)).with("q", words),
                null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WRITE_STORY)
    public Response settle(
            @PathParam("id") long id, @PathParam("place") int place, MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent),
                form -> {
                    try {
                        return settle(id, place, form);
                    } catch (Problem problem) {
                        throw Refusals.worded(problem);
                    }
                },
                form -> page(id, place, form, null));
    }

    private Response settle(long id, int place, Form form) {
        var story = new StoryId(id);
        String capture = ImportResource.digest(form.value("capture"));
        String wish = form.value("wish");
        if (wish.equals("accept")) {
            return done(screens.perform(new SettleDoubt(screens.actor(), story, capture, Doubt.concept(place))), place);
        }
        if (wish.equals("drop")) {
            return done(perform(story, capture, place, new SettleConcept.Wish.Drop()), place);
        }
        if (wish.equals("other")) {
            Long other = Asked.number(form.value("other"));
            if (other == null) {
                throw Problem.invalid("Choose the concept that it really is.").as("problem.inbox.concept");
            }
            return done(perform(story, capture, place, new SettleConcept.Wish.Other(new ConceptId(other))), place);
        }
        ConceptKind kind = ConceptKind.named(form.value("kind"));
        boolean decided = wish.equals("everywhere") || wish.equals("here");
        if (!decided && changesOthers(story, capture, place, kind)) {
            return page(id, place, form, kind);
        }
        return done(
                perform(story, capture, place, new SettleConcept.Wish.Kind(kind, wish.equals("everywhere"))), place);
    }

    private boolean changesOthers(StoryId story, String capture, int place, ConceptKind kind) {
        return screens.read(sql -> {
            StoryAccount account = StoryAccount.read(sql, screens.actor(), story, capture);
            Optional<ConceptId> concept = account.current(place);
            return concept.isPresent()
                    && new Concepts(sql).get(concept.get()).kind() != kind
                    && SettleConcept.shared(sql, concept.get(), story);
        });
    }

    private StoryAccount perform(StoryId story, String capture, int place, SettleConcept.Wish wish) {
        return screens.perform(new SettleConcept(screens.actor(), story, capture, place, wish));
    }

    private Response done(StoryAccount after, int place) {
        return screens.to(InboxQuery.PATH + "/" + after.story().id().value() + "?capture="
                + after.kept().capture() + "&done=inbox.settled#c" + place);
    }

    /// @param wished a kind that would change other stories; null: none
    private Response page(long number, int place, Form form, @Nullable ConceptKind wished) {
        var story = new StoryId(number);
        Shell shell = screens.shell("inbox.concept", NavItem.INBOX);
        FoundConceptPage page = screens.read(sql -> {
            var maker =
                    new ImportMaker(sql, shell, screens.actor(), story, ImportResource.digest(form.value("capture")));
            StoryAccount account = maker.account();
            ConceptId id = account.current(place)
                    .orElseThrow(() -> Problem.notFound("There is no such concept in this capture."));
            Concept concept = new Concepts(sql).get(id);
            int others = new ManagedNames(sql).storiesAboutBesides(id, story);
            ImportPage.ConceptLine line = maker.line(place, concept, others > 0);
            Edition edition = new Editions(sql).get(account.story().edition());
            String typed = form.value("q").isBlank() ? line.name() : Asked.words(form.value("q"), LONGEST);
            return new FoundConceptPage(
                    shell,
                    form,
                    story.value(),
                    account.kept().capture(),
                    edition.language(),
                    edition.direction(),
                    line,
                    others == 0 ? line.others() : others(shell.words(), others),
                    wished == null ? null : wished(shell.words(), line, wished, others),
                    typed,
                    offered(sql, shell, typed, id, account.language()));
        });
        return screens.show(wished == null && form.good() ? 200 : 422, shell, Templates.concept(page));
    }

    private static String others(Words words, int others) {
        return others > ManagedNames.MOST_COUNTED
                ? words.say("inbox.concept.others.more", words.number(ManagedNames.MOST_COUNTED))
                : words.count("inbox.concept.others", others);
    }

    private static FoundConceptPage.Wished wished(
            Words words, ImportPage.ConceptLine line, ConceptKind kind, int others) {
        String name = words.say("manage.kind." + kind.label());
        return new FoundConceptPage.Wished(
                kind.label(),
                others > ManagedNames.MOST_COUNTED
                        ? words.say(
                                "inbox.concept.changes.more",
                                words.number(ManagedNames.MOST_COUNTED),
                                line.name(),
                                name)
                        : words.count("inbox.concept.changes", others, line.name(), name));
    }

    private static List<FoundConceptPage.Offered> offered(
            DSLContext sql, Shell shell, String words, ConceptId self, String language) {
        return new ManagedNames(sql)
                .concepts(words, null, null, OFFERED + 1).names().stream()
                        .filter(each -> !each.id().equals(self))
                        .limit(OFFERED)
                        .map(each -> offered(shell, each, language))
                        .toList();
    }

    private static FoundConceptPage.Offered offered(Shell shell, Concept concept, String language) {
        return new FoundConceptPage.Offered(
                Long.toString(concept.id().value()),
                concept.label(language).text(),
                shell.say("manage.kind." + concept.kind().label()));
    }
}
