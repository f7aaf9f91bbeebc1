package press.rotative.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.story.Draft;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Families;
import press.rotative.story.SectionId;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.TranslatedFrom;
import press.rotative.story.acts.ConfirmTranslation;
import press.rotative.story.acts.LinkTranslation;
import press.rotative.story.acts.TranslateStory;
import press.rotative.story.acts.UnlinkTranslation;
import press.rotative.story.acts.WithdrawFamily;

/// A story and its translations: which there are, which are behind, how one is begun, linked and left, and how all are
/// taken away at once.
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class TranslationsResource {
    private static final String STORY = "stories/{id: [1-9][0-9]{0,17}}/";

    private final Door door;

    TranslationsResource(Door door) {
        this.door = door;
    }

    /// @param translatedFrom null: nothing
    /// @param behind what it lacks of its original; null: nothing
    record MemberView(
            String self,
            long id,
            String edition,
            String workflow,
            @Nullable String pubStatus,
            @Nullable TranslatedFrom translatedFrom,
            @Nullable BehindView behind) {}

    /// @param now the last version of the original that said other words
    /// @param killed the original was killed
    record BehindView(int from, int now, boolean killed) {}

    record FamilyList(List<MemberView> items) {}

    @GET
    @Path(STORY + "family")
    @Operation(summary = "A story and its translations, as far as you may read them, and which of them are out of date")
    public Response family(@Context HttpHeaders headers, @PathParam("id") long id) {
        return door.read(headers, (actor, sql) -> Answer.ok(null, list(actor, sql, new StoryId(id))));
    }

    private static FamilyList list(Actor actor, DSLContext sql, StoryId id) {
        var stories = new Stories(sql);
        Story story = stories.get(id);
        stories.require(actor, Power.READ_STORIES, story);
        var families = new Families(sql);
        List<Story> members = families.members(story).stream()
                .filter(member -> stories.readable(actor, member))
                .toList();
        Map<StoryId, Families.Drift> drifts = families.drifts(members);
        var editions = new Editions(sql);
        return new FamilyList(members.stream()
                .map(member -> new MemberView(
                        "/api/v1/stories/" + member.id().value(),
                        member.id().value(),
                        editions.get(member.edition()).code(),
                        StoryView.label(member.workflow()),
                        member.pubStatus() == null ? null : StoryView.label(member.pubStatus()),
                        member.translates(),
                        behind(drifts.get(member.id()))))
                .toList());
    }

    private static @Nullable BehindView behind(Families.@Nullable Drift drift) {
        return drift == null ? null : new BehindView(drift.from(), drift.now(), drift.killed());
    }

    /// @param edition its code
    /// @param section of that edition; null: none yet
    record Wish(@Nullable String edition, @Nullable Long section) {}

    @POST
    @Path(STORY + "translations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begin a translation: a draft in another edition with the original's text laid out")
    public Response translate(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Wish.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.once(headers, "POST /stories/" + id + "/translations", bytes, (actor, transaction) -> {
            Wish wish = Json.read(bytes, Wish.class);
            if (wish.edition() == null) {
                throw Problem.invalid("Name the 'edition' of the translation by its code.");
            }
            EditionId edition = EditionsResource.edition(new Editions(transaction.sql()), wish.edition())
                    .id();
            SectionId section = wish.section() == null ? null : new SectionId(number(wish.section(), "section"));
            Draft draft = new TranslateStory(actor, new StoryId(id), edition, section).perform(transaction);
            var summary = StoryView.Summary.of(transaction.sql(), draft.story());
            return Answer.created(summary.tag(), summary);
        });
    }

    private static long number(@Nullable Long number, String name) {
        if (number == null || number <= 0) {
            throw Problem.invalid("Name the '" + name + "' by its number.");
        }
        return number;
    }

    /// @param story number of the original
    /// @param version of it that the translation follows, 0 for its draft; null: the one of now
    record Original(@Nullable Long story, @Nullable Integer version) {}

    @PUT
    @Path(STORY + "original")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say of which story this one is a translation; again with a later version: it is up to date")
    public Response link(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Original.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.change(headers, (actor, transaction) -> {
            Original original = Json.read(bytes, Original.class);
            link(actor, transaction, new StoryId(id), new StoryId(number(original.story(), "story")), original);
            return StoryAnswers.summary(transaction, id);
        });
    }

    private static void link(Actor actor, Transaction transaction, StoryId story, StoryId named, Original original) {
        TranslatedFrom from = new Stories(transaction.sql()).get(story).translates();
        if (from != null && from.story().equals(named) && original.version() != null) {
            new ConfirmTranslation(actor, story, original.version()).perform(transaction);
        } else {
            new LinkTranslation(actor, story, named, original.version()).perform(transaction);
        }
    }

    @DELETE
    @Path(STORY + "original")
    @Operation(summary = "Say that a story is no translation; it stands alone with what was made from it")
    public Response unlink(@Context HttpHeaders headers, @PathParam("id") long id) {
        return door.change(headers, (actor, transaction) -> {
            new UnlinkTranslation(actor, new StoryId(id)).perform(transaction);
            return StoryAnswers.summary(transaction, id);
        });
    }

    /// @param story its number
    /// @param notice what the public reads in place of a killed story, in its language
    /// @param titled the notice names the title
    record Taken(@Nullable Long story, @Nullable String notice, boolean titled) {}

    /// @param kind withhold or kill
    /// @param reason for the newsroom only
    /// @param members those that are taken away: all or none
    /// @param seen all members that you looked at; where another one is public or planned, nothing is done; null:
    ///     not asked
    record Withdrawal(
            @Nullable String kind,
            @Nullable String reason,
            @Nullable List<@Nullable Taken> members,
            @Nullable List<@Nullable Long> seen) {}

    record SummaryList(List<StoryView.Summary> items) {}

    @POST
    @Path(STORY + "family/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Withhold or kill a story and its translations at one moment: all that are named, or none")
    public Response withdraw(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Withdrawal.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.once(headers, "POST /stories/" + id + "/family/withdrawal", bytes, (actor, transaction) -> {
            Withdrawal wish = Json.read(bytes, Withdrawal.class);
            List<Story> taken = act(actor, new StoryId(id), wish).perform(transaction);
            return Answer.ok(
                    null,
                    new SummaryList(taken.stream()
                            .map(story -> StoryView.Summary.of(transaction.sql(), story.id()))
                            .toList()));
        });
    }

    private static WithdrawFamily act(Actor actor, StoryId story, Withdrawal wish) {
        var kind = new StoryActsResource.Withdrawal(wish.kind(), wish.reason(), null, false).act();
        List<WithdrawFamily.Member> members = wish.members() == null
                ? List.of()
                : wish.members().stream().map(TranslationsResource::member).toList();
        return new WithdrawFamily(
                actor,
                story,
                kind,
                wish.reason() == null ? "" : wish.reason(),
                members,
                wish.seen() == null
                        ? null
                        : wish.seen().stream()
                                .map(each -> new StoryId(number(each, "seen")))
                                .collect(Collectors.toSet()));
    }

    private static WithdrawFamily.Member member(@Nullable Taken taken) {
        if (taken == null) {
            throw Problem.invalid("Name each of the 'members' by its 'story'.");
        }
        return new WithdrawFamily.Member(new StoryId(number(taken.story(), "story")), taken.notice(), taken.titled());
    }
}
