package press.rotative.newsroom.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.text.Collator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.ApiKeys;
import press.rotative.people.Grant;
import press.rotative.people.Power;
import press.rotative.people.acts.CreateKey;
import press.rotative.people.acts.RevokeKey;

/// The keys by which programs use the API: which there are, a new one (its secret is shown once), and revoking one.
@Path("/newsroom/keys")
@RunOnVirtualThread
class KeysResource {
    private static final String HERE = "/newsroom/keys";
    private static final int SHOWN = 100;

    private final Screens screens;
    private final SecureRandom random;

    KeysResource(Screens screens, SecureRandom random) {
        this.screens = screens;
        this.random = random;
    }

    @GET
    @Needs(Power.MANAGE_KEYS)
    public Response list(@QueryParam("before") @Nullable String before) {
        Long from = Asked.number(before);
        return page(screens.form(), from == null ? Long.MAX_VALUE : from);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_KEYS)
    @Proved
    public Response create(MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), this::create, form -> page(form, Long.MAX_VALUE));
    }

    private @Nullable Response create(Form form) {
        String label = form.take("label", ApiKeys::checkedLabel);
        if (label == null) {
            return null;
        }
        Set<Grant> grants = screens.read(sql -> Places.of(sql, screens.words())).read(form);
        String secret = ApiKeys.newSecret(random);
        Shell shell =
                screens.shell("keys.made", NavItem.KEYS); // what is read after the act may fail, and the secret is gone
        screens.perform(new CreateKey(screens.actor(), label, grants, secret));
        return screens.show(
                shell, Templates.link(new LinkPage(shell, shell.say("keys.made.why", label), null, secret, HERE)));
    }

    @POST
    @Path("{id: [1-9][0-9]{0,17}}/revocation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_KEYS)
    @Proved
    public Response revoke(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent),
                form -> {
                    screens.perform(new RevokeKey(screens.actor(), id));
                    return screens.to(HERE, "key.revoked");
                },
                form -> page(form, Long.MAX_VALUE));
    }

    private Response page(Form form, long before) {
        Shell shell = screens.shell("keys.title", NavItem.KEYS);
        KeysPage page = screens.read(sql -> {
            var places = Places.of(sql, shell.words());
            Collator order = Collator.getInstance(shell.tongue().locale());
            List<ApiKeys.Key> found = new ApiKeys(sql).before(before, SHOWN + 1);
            List<ApiKeys.Key> shown = found.subList(0, Math.min(found.size(), SHOWN));
            return new KeysPage(
                    shell,
                    form,
                    places.choice(form),
                    shown.stream()
                            .map(key -> line(shell, key, places.said(key.grants(), order)))
                            .toList(),
                    found.size() > SHOWN ? HERE + "?before=" + shown.getLast().id() : null);
        });
        return screens.showAgain(form, shell, Templates.keys(page));
    }

    private static KeysPage.Line line(Shell shell, ApiKeys.Key key, List<String> roles) {
        return new KeysPage.Line(
                key.id(),
                key.label(),
                roles,
                shell.dates().dateAndTime(key.createdAt()),
                key.revokedAt() == null ? null : shell.dates().dateAndTime(key.revokedAt()));
    }
}
