package press.rotative.newsroom.desk;

import gg.jte.output.Utf8ByteOutput;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Dates;
import press.rotative.language.PageOutput;
import press.rotative.language.Words;
import press.rotative.newsroom.Alert;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.SignedIn;
import press.rotative.newsroom.Unattended;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Digest;
import press.rotative.story.Edition;
import press.rotative.story.Editions;

/// What an open screen asks for every half minute: the lines of its band, and on the desk the clocks. An answer is a
/// piece of a page, as the screen itself holds it; 304 while nothing changed.
@Path("/newsroom/alarms")
@RunOnVirtualThread
class AlarmsResource {
    private final Screens screens;

    AlarmsResource(Screens screens) {
        this.screens = screens;
    }

    /// @param clocks `on`: with the clocks
    /// @param known the tag of what the screen holds
    @GET
    @SignedIn
    @Unattended
    public Response now(
            @QueryParam("clocks") @DefaultValue("") String clocks,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        boolean wanted = clocks.equals("on") && Policy.allowsSomewhere(screens.actor(), Power.READ_STORIES);
        byte[] piece = screens.read(sql -> piece(sql, wanted));
        String tag = Digest.of(piece);
        Response.ResponseBuilder answer = known != null && known.contains("\"" + tag + "\"")
                ? Response.notModified()
                : Response.ok(piece, "text/html;charset=utf-8");
        return answer.tag(new EntityTag(tag)).build();
    }

    private byte[] piece(DSLContext sql, boolean withClocks) {
        List<Alert> alerts = screens.alerts(sql);
        List<Edition> editions = new Editions(sql).all();
        var dates = new Dates(screens.words(), screens.tongue(), Editions.timeZone(editions), screens.now());
        List<DeskPage.Clock> next = withClocks
                ? new Clocks(sql, screens.words(), dates, screens.now(), editions).next(screens.actor())
                : List.of();
        var bytes = new Utf8ByteOutput();
        Words words = screens.words();
        Templates.alarms(words, alerts, next).accept(new PageOutput(bytes, words.french()));
        return bytes.toByteArray();
    }
}
