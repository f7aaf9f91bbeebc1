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
import press.rotative.newsroom.OnceForm;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.QuestionPage;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.ApiKeys;
import press.rotative.people.Grant;
import press.rotative.people.Power;
import press.rotative.people.acts.CreateKey;
import press.rotative.people.acts.RevokeKey;
import press.rotative.platform.Problem;
import press.rotative.platform.Seal;

/// The keys by which programs use the API: which there are, a new one (its secret is shown once), and revoking one.
@Path("/newsroom/keys")
@RunOnVirtualThread
class KeysResource {
    private static final String HERE = "/newsroom/keys";
    private static final String ONE = "{id: [1-9][0-9]{0,17}}/revocation";
    private static final int SHOWN = 100;

    private final Screens screens;
    private final Seal seal;
    private final SecureRandom random;

    KeysResource(Screens screens, Seal seal, SecureRandom random) {
        this.screens = screens;
        this.seal = seal;
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
        String secret = once().taken(form);
        Shell shell =
                screens.shell("keys.made", NavItem.KEYS); // what is read after the act may fail, and the secret is gone
        try {
            screens.perform(new CreateKey(screens.actor(), label, grants, secret));
        } catch (Problem refused) {
            throw once().refused(form, refused);
        }
        return screens.show(
                shell, Templates.link(new LinkPage(shell, shell.say("keys.made.why", label), null, secret, HERE)));
    }

    /// The form carries the secret of the key that it will make.
    private OnceForm once() {
        return new OnceForm(seal, "key", screens.actor().staffId());
    }

    @GET
    @Path(ONE)
    @Needs(Power.MANAGE_KEYS)
    public Response askRevocation(@PathParam("id") long id) {
        return question(id, screens.form());
    }

    private Response question(long id, Form form) {
        ApiKeys.Key key = screens.read(sql -> new ApiKeys(sql).good(id))
                .orElseThrow(() -> Problem.notFound("There is no such key, or it was revoked before.")
                        .as("problem.key.over"));
        Shell shell = screens.shell("keys.revoke.title", NavItem.KEYS);
        return screens.ask(new QuestionPage(
                shell,
                form,
                key.label(),
                List.of(shell.say("keys.revoke.what"), shell.say("keys.revoke.final")),
                HERE + "/" + id + "/revocation",
                shell.say("keys.revoke"),
                HERE));
    }

    @POST
    @Path(ONE)
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
        once().give(form, () -> ApiKeys.newSecret(random));
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
