package press.rotative.newsroom.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Member;
import press.rotative.people.Power;
import press.rotative.people.Staff;

/// The people of the newsroom: who is here and what they are. What is done to one of them: [PersonResource].
@Path("/newsroom/staff")
@RunOnVirtualThread
class StaffResource {
    private static final String HERE = "/newsroom/staff";
    private static final int SHOWN = 200;

    private final Screens screens;
    private final Looks looks;

    StaffResource(Screens screens, Looks looks) {
        this.screens = screens;
        this.looks = looks;
    }

    /// Addresses and when somebody was here are personal: that they were looked at stands in the journal.
    @GET
    @Needs(Power.MANAGE_STAFF)
    public Response list(
            @QueryParam("show") @DefaultValue("here") String show,
            @QueryParam("after") @DefaultValue("") String after) {
        boolean here = !show.equals("suspended");
        looks.note(Power.MANAGE_STAFF, "people-viewed", here ? "here" : "suspended");
        Shell shell = screens.shell("staff.title", NavItem.PEOPLE);
        var page = screens.read(sql -> {
            List<Member> found = new Staff(sql).members(here, after, SHOWN + 1);
            List<Member> shown = found.subList(0, Math.min(found.size(), SHOWN));
            var places = Places.of(sql, shell.words());
            Collator order = Collator.getInstance(shell.tongue().locale());
            return new StaffPage(
                    shell,
                    here,
                    shown.stream()
                            .sorted(Comparator.comparing(Member::name, order::compare))
                            .map(member -> person(shell, member, places.said(member.grants(), order)))
                            .toList(),
                    found.size() > SHOWN ? next(show, shown.getLast()) : null);
        });
        return screens.show(shell, Templates.staff(page));
    }

    private StaffPage.Person person(Shell shell, Member member, List<String> roles) {
        return new StaffPage.Person(
                member.id(),
                member.name(),
                member.email(),
                roles,
                member.seenAt() == null ? null : shell.dates().brief(member.seenAt()),
                member.id() == screens.actor().staffId());
    }

    private static @Nullable String next(String show, Member last) {
        return HERE + "?show=" + (show.equals("suspended") ? "suspended" : "here") + "&after="
                + URLEncoder.encode(last.email(), StandardCharsets.UTF_8);
    }
}
