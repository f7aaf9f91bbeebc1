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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.publication.Receipt;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.acts.WithdrawFamily;
import press.rotative.story.acts.WithdrawStory;

/// Taking a story away from the public with its translations: one form, one act, all or none.
@Path("/newsroom/stories/{id: [1-9][0-9]{0,14}}/family")
@RunOnVirtualThread
class FamilyDeedResource {
    private static final int MOST = 200;

    private final Screens screens;

    FamilyDeedResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Path("{deed: withholding|kill}")
    @Needs({Power.WITHHOLD, Power.KILL})
    public Response ask(@PathParam("id") long id, @PathParam("deed") String deed) {
        FamilyDeed asked = FamilyDeed.named(deed).orElseThrow();
        Policy.requireSomewhere(screens.actor(), asked.power());
        return page(id, asked, screens.form(), false);
    }

    private Response page(long id, FamilyDeed deed, Form form, boolean sent) {
        Shell shell = shell(deed);
        FamilyDeedPage page = screens.read(
                sql -> new FamilyDeedMaker(sql, shell, screens.actor(), screens.now(), deed, new StoryId(id))
                        .page(form, sent));
        return screens.showAgain(form, shell, Templates.familyDeed(page));
    }

    private Shell shell(FamilyDeed deed) {
        return screens.shell("family.title." + deed.noun(), NavItem.DESK);
    }

    @POST
    @Path("withholding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WITHHOLD)
    @Proved
    public Response withhold(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(id, FamilyDeed.WITHHOLDING, sent);
    }

    @POST
    @Path("kill")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.KILL)
    @Proved
    public Response kill(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(id, FamilyDeed.KILL, sent);
    }

    private Response decide(long id, FamilyDeed deed, MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent),
                form -> {
                    try {
                        return carryOut(new StoryId(id), deed, form);
                    } catch (Problem problem) {
                        throw Refusals.worded(problem);
                    }
                },
                form -> page(id, deed, form, true));
    }

    private @Nullable Response carryOut(StoryId id, FamilyDeed deed, Form form) {
        boolean kill = deed.kind() == WithdrawStory.Kind.KILL;
        String reason = form.value("reason").strip();
        if (reason.isEmpty()) {
            form.refuseField("reason", "problem.story.needed");
        }
        if (kill && !form.has("final", "on")) {
            form.refuseField("final", "problem.story.final");
        }
        var members = new ArrayList<WithdrawFamily.Member>();
        for (StoryId each : numbers(form, "member").toList()) {
            String notice = form.value("notice-" + each.value()).strip();
            if (kill && notice.isEmpty() && isPublished(each)) {
                form.refuseField("notice-" + each.value(), "problem.story.needed");
            }
            members.add(new WithdrawFamily.Member(
                    each, notice.isEmpty() ? null : notice, form.has("titled-" + each.value(), "on")));
        }
        if (!form.good()) {
            return null;
        }
        Set<StoryId> seen = numbers(form, "seen").collect(Collectors.toSet());
        Receipt<List<Story>> receipt =
                screens.receipt(new WithdrawFamily(screens.actor(), id, deed.kind(), reason, members, seen));
        Shell shell = shell(deed);
        FamilyDonePage page =
                screens.read(sql -> new FamilyDeedMaker(sql, shell, screens.actor(), screens.now(), deed, id)
                        .done(receipt.value(), receipt.publications()));
        return screens.show(shell, Templates.familyDone(page));
    }

    private static Stream<StoryId> numbers(Form form, String field) {
        return form.values(field).stream()
                .filter(number -> number.matches("[1-9][0-9]{0,14}"))
                .distinct()
                .limit(MOST)
                .map(number -> new StoryId(Long.parseLong(number)));
    }

    private boolean isPublished(StoryId id) {
        return screens.read(sql -> new Stories(sql)
                .find(id)
                .map(story -> story.pubStatus() != null)
                .orElse(false));
    }
}
