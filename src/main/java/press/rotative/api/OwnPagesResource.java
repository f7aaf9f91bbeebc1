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
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.story.Body;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.house.CreatePage;
import press.rotative.story.house.OwnPage;
import press.rotative.story.house.OwnPageId;
import press.rotative.story.house.OwnPageKind;
import press.rotative.story.house.OwnPages;
import press.rotative.story.house.PageText;
import press.rotative.story.house.PublishPage;
import press.rotative.story.house.SavePage;
import press.rotative.story.house.TakeDownPage;

/// The pages on which the newsroom speaks of itself. The list of an edition is short and comes whole, without
/// the texts.
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class OwnPagesResource {
    private static final String OF_EDITION = "editions/{code: [a-z][a-z0-9-]{1,19}}/pages";
    private static final String ONE = "pages/{id: [1-9][0-9]{0,17}}";

    private final Door door;

    OwnPagesResource(Door door) {
        this.door = door;
    }

    /// @param kind about, contact, imprint, privacy, corrections, principles, accessibility or free
    /// @param title of the newest text, or for who does not manage the page of the one that the public reads
    /// @param text number of that text
    /// @param publicText number of the text that the public reads; null: none
    record PageLine(
            String self,
            long id,
            int version,
            OwnPageKind kind,
            String slug,
            String title,
            int text,
            @Nullable Integer publicText) {
        static PageLine of(OwnPage page, boolean managed) {
            OwnPage.Live live = page.live();
            OwnPage.Live told = managed ? null : live;
            return new PageLine(
                    address(page),
                    page.id().value(),
                    page.version(),
                    page.kind(),
                    page.slug(),
                    told == null ? page.title() : told.title(),
                    told == null ? page.lastText() : told.text(),
                    live == null ? null : live.text());
        }
    }

    record PageList(List<PageLine> items) {}

    record PageView(
            String self,
            long id,
            int version,
            String edition,
            OwnPageKind kind,
            String slug,
            @Nullable Integer publicText,
            PageText text) {}

    /// @param slug null: made from the title, or left as it is
    /// @param like number of a free page of another edition that says the same
    record PageWish(
            OwnPageKind kind,
            @Nullable String slug,
            @Nullable OwnPageId like,
            String title,
            @Nullable String standfirst,
            @Nullable Body body) {
        PageText text() {
            return new PageText(title, standfirst, Objects.requireNonNullElse(body, Body.empty()));
        }
    }

    private static String address(OwnPage page) {
        return "/api/v1/pages/" + page.id().value();
    }

    /// Texts that wait are for those who look after the pages of the edition.
    private static boolean manages(Actor actor, OwnPage page) {
        return Policy.allows(
                actor, Power.MANAGE_PAGES, Scope.ofEdition(page.edition().value()));
    }

    private static PageView view(DSLContext sql, OwnPage page, int text) {
        OwnPage.Live live = page.live();
        return new PageView(
                address(page),
                page.id().value(),
                page.version(),
                new Editions(sql).get(page.edition()).code(),
                page.kind(),
                page.slug(),
                live == null ? null : live.text(),
                new OwnPages(sql).text(page.id(), text));
    }

    private static Answer answer(Transaction transaction, OwnPage page) {
        return Answer.ok("" + page.version(), view(transaction.sql(), page, page.lastText()));
    }

    @GET
    @Path(OF_EDITION)
    @Operation(summary = "All pages of the newsroom in an edition")
    public Response pages(@Context HttpHeaders headers, @PathParam("code") String code) {
        return door.read(headers, (actor, sql) -> {
            Edition edition = EditionsResource.edition(new Editions(sql), code);
            return Answer.ok(
                    null,
                    new PageList(new OwnPages(sql)
                            .of(edition.id()).stream()
                                    .filter(page -> page.live() != null || manages(actor, page))
                                    .map(page -> PageLine.of(page, manages(actor, page)))
                                    .toList()));
        });
    }

    @POST
    @Path(OF_EDITION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begin a page; the public does not see it yet")
    public Response begin(
            @Context HttpHeaders headers,
            @PathParam("code") String code,
            @RequestBody(content = @Content(schema = @Schema(implementation = PageWish.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.once(headers, "POST /editions/" + code + "/pages", bytes, (actor, transaction) -> {
            Edition edition = EditionsResource.edition(new Editions(transaction.sql()), code);
            var wish = Json.read(bytes, PageWish.class);
            OwnPageId id = new CreatePage(actor, edition.id(), kind(wish), wish.slug(), wish.like(), wish.text())
                    .perform(transaction);
            return Answer.created("1", view(transaction.sql(), new OwnPages(transaction.sql()).get(id), 1));
        });
    }

    private static OwnPageKind kind(PageWish wish) {
        return Objects.requireNonNullElse(wish.kind(), OwnPageKind.FREE);
    }

    @GET
    @Path(ONE)
    @Operation(summary = "A page with its newest text, or for who does not manage it the text that the public reads")
    public Response page(@Context HttpHeaders headers, @PathParam("id") long id) {
        return door.read(headers, (actor, sql) -> {
            OwnPage page = new OwnPages(sql).get(new OwnPageId(id));
            boolean manages = manages(actor, page);
            OwnPage.Live live = page.live();
            if (live == null && !manages) {
                throw Problem.notFound("There is no page " + id + " that you may read.");
            }
            int text = manages || live == null ? page.lastText() : live.text();
            return Answer.ok("" + page.version(), view(sql, page, text));
        });
    }

    @PUT
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Save a text of a page, its kind and its address; the old address redirects for ever")
    public Response save(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = PageWish.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            OwnPage before = new OwnPages(transaction.sql()).get(new OwnPageId(id));
            seen.check("" + before.version(), "The page");
            var wish = Json.read(bytes, PageWish.class);
            return answer(
                    transaction,
                    new SavePage(
                                    actor,
                                    before.id(),
                                    before.version(),
                                    kind(wish),
                                    wish.slug(),
                                    wish.like(),
                                    wish.text())
                            .perform(transaction));
        });
    }

    @POST
    @Path(ONE + "/publication")
    @Operation(summary = "Show the newest text of a page to the public")
    public Response publish(@Context HttpHeaders headers, @PathParam("id") long id) {
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            OwnPage before = new OwnPages(transaction.sql()).get(new OwnPageId(id));
            seen.check("" + before.version(), "The page");
            return answer(transaction, new PublishPage(actor, before.id(), before.version()).perform(transaction));
        });
    }

    @DELETE
    @Path(ONE + "/publication")
    @Operation(summary = "Take a page down; its address says that it is gone")
    public Response takeDown(@Context HttpHeaders headers, @PathParam("id") long id) {
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            OwnPage before = new OwnPages(transaction.sql()).get(new OwnPageId(id));
            seen.check("" + before.version(), "The page");
            return answer(transaction, new TakeDownPage(actor, before.id(), before.version()).perform(transaction));
        });
    }
}
