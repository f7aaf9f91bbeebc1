package press.rotative.newsroom.webhooks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.OnceForm;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.QuestionPage;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Power;
import press.rotative.people.Staff;
import press.rotative.platform.Problem;
import press.rotative.platform.Seal;
import press.rotative.platform.Secrets;
import press.rotative.webhooks.AddWebhook;
import press.rotative.webhooks.ByHand;
import press.rotative.webhooks.ChangeWebhook;
import press.rotative.webhooks.Deliveries;
import press.rotative.webhooks.Delivery;
import press.rotative.webhooks.HookAddress;
import press.rotative.webhooks.HookEvent;
import press.rotative.webhooks.HookWish;
import press.rotative.webhooks.PauseWebhook;
import press.rotative.webhooks.RemoveWebhook;
import press.rotative.webhooks.ResumeWebhook;
import press.rotative.webhooks.RotateSecret;
import press.rotative.webhooks.Webhook;
import press.rotative.webhooks.WebhookId;
import press.rotative.webhooks.Webhooks;

/// The webhooks: which there are, a new one, and one of them with its last deliveries and what can be done with it.
@Path(WebhooksResource.PATH)
@RunOnVirtualThread
class WebhooksResource {
    static final String PATH = "/newsroom/webhooks";
    private static final String ONE = "{id: [1-9][0-9]{0,17}}";
    private static final String NEW = PATH + "/new";
    private static final int SHOWN = 30;

    private final Screens screens;
    private final ByHand byHand;
    private final HookAddress addresses;
    private final Seal seal;
    private final SecureRandom random;

    WebhooksResource(Screens screens, ByHand byHand, HookAddress addresses, Seal seal, SecureRandom random) {
        this.screens = screens;
        this.byHand = byHand;
        this.addresses = addresses;
        this.seal = seal;
        this.random = random;
    }

    @GET
    @Needs(Power.MANAGE_WEBHOOKS)
    public Response list() {
        Shell shell = screens.shell("webhooks.title", NavItem.WEBHOOKS);
        List<Webhook> all = screens.read(sql -> new Webhooks(sql).all());
        var words = new WebhookWords(shell);
        var page = new WebhooksPage(
                shell,
                all.stream()
                        .map(hook -> new WebhooksPage.Line(
                                hook.name(), path(hook.id().value()), hook.address(), words.standing(hook)))
                        .toList());
        return screens.show(shell, Templates.webhooks(page));
    }

    @GET
    @Path("new")
    @Needs(Power.MANAGE_WEBHOOKS)
    public Response ask() {
        List<String> all =
                List.of(HookEvent.values()).stream().map(HookEvent::label).toList();
        return fresh(screens.form().with("events", all));
    }

    private Response fresh(Form form) {
        once().give(form, () -> Secrets.next(random));
        Shell shell = screens.shell("webhook.new", NavItem.WEBHOOKS);
        return screens.showAgain(form, shell, Templates.webhook(page(shell, form, NEW, null)));
    }

    private OnceForm once() {
        return new OnceForm(seal, "webhook", screens.actor().staffId());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_WEBHOOKS)
    @Proved
    public Response add(MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), this::add, this::fresh);
    }

    private @Nullable Response add(Form form) {
        HookWish wish = wish(form);
        if (wish == null) {
            return null;
        }
        String once = once().taken(form);
        Shell shell = screens.shell("webhook.added", NavItem.WEBHOOKS);
        try {
            AddWebhook.Added added = screens.perform(new AddWebhook(screens.actor(), wish, once, seal, random));
            return secret(shell, added.webhook(), added.secret());
        } catch (Problem refused) {
            throw once().refused(form, refused);
        }
    }

    private Response secret(Shell shell, Webhook hook, String secret) {
        return screens.show(
                shell,
                Templates.secret(new SecretPage(
                        shell,
                        shell.say("webhook.secret.shown", hook.name()),
                        secret,
                        path(hook.id().value()))));
    }

    private @Nullable HookWish wish(Form form) {
        String name = form.take("name", Staff::checkedName);
        String address = form.take("address", typed -> addresses.checked(typed).toString());
        form.beside("events", "problem.webhook.events").beside("editions", "problem.webhook.edition");
        return name == null || address == null
                ? null
                : new HookWish(
                        name, address, HookWish.events(form.values("events")), new HashSet<>(form.values("editions")));
    }

    @GET
    @Path(ONE)
    @Needs(Power.MANAGE_WEBHOOKS)
    public Response one(@PathParam("id") long id) {
        return one(id, filled(get(id)));
    }

    private Form filled(Webhook hook) {
        return screens.form()
                .with("version", "" + hook.version())
                .with("name", hook.name())
                .with("address", hook.address())
                .with("events", hook.events().stream().map(HookEvent::label).toList())
                .with("editions", List.copyOf(hook.editions()));
    }

    private Response one(long id, Form form) {
        Webhook hook = get(id);
        form.catchUp(filled(hook));
        Shell shell = screens.shell("webhook.title", NavItem.WEBHOOKS, hook.name());
        return screens.showAgain(form, shell, Templates.webhook(page(shell, form, path(id), running(shell, hook))));
    }

    @POST
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_WEBHOOKS)
    @Proved
    public Response change(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        get(id);
        return submit(id, sent, form -> {
            HookWish wish = wish(form);
            if (wish == null) {
                return null;
            }
            screens.perform(new ChangeWebhook(screens.actor(), new WebhookId(id), form.version(), wish));
            return screens.to(path(id), "saved");
        });
    }

    @POST
    @Path(ONE + "/pause")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_WEBHOOKS)
    public Response pause(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return act(id, () -> {
            screens.perform(new PauseWebhook(screens.actor(), new WebhookId(id)));
            return screens.to(path(id), "webhook.paused");
        });
    }

    @POST
    @Path(ONE + "/resumption")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_WEBHOOKS)
    public Response resume(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        boolean skip = screens.form(sent).has("skip", "on");
        return act(id, () -> {
            screens.perform(new ResumeWebhook(screens.actor(), new WebhookId(id), skip));
            return screens.to(path(id), "webhook.resumed");
        });
    }

    @POST
    @Path(ONE + "/secret")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_WEBHOOKS)
    @Proved
    public Response rotate(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Webhook hook = get(id);
        Shell shell = screens.shell("webhook.secret.new", NavItem.WEBHOOKS);
        return act(
                id,
                () -> secret(
                        shell,
                        hook,
                        screens.perform(new RotateSecret(screens.actor(), new WebhookId(id), seal, random))));
    }

    @POST
    @Path(ONE + "/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_WEBHOOKS)
    public Response test(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return act(id, () -> told(id, byHand.test(screens.actor(), new WebhookId(id))));
    }

    @POST
    @Path(ONE + "/deliveries/{delivery: [1-9][0-9]{0,17}}/again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_WEBHOOKS)
    public Response again(
            @PathParam("id") long id, @PathParam("delivery") long delivery, MultivaluedMap<String, String> sent) {
        return act(id, () -> told(id, byHand.again(screens.actor(), new WebhookId(id), delivery)));
    }

    private Response told(long id, Delivery delivery) {
        return screens.to(path(id), delivery.arrived() ? "webhook.sent" : "webhook.unsent");
    }

    @GET
    @Path(ONE + "/removal")
    @Needs(Power.MANAGE_WEBHOOKS)
    public Response askRemoval(@PathParam("id") long id) {
        return question(id, screens.form());
    }

    private Response question(long id, Form form) {
        Webhook hook = get(id);
        Shell shell = screens.shell("webhook.remove.title", NavItem.WEBHOOKS);
        return screens.ask(new QuestionPage(
                shell,
                form,
                hook.name(),
                List.of(shell.say("webhook.remove.what"), shell.say("webhook.remove.final")),
                path(id) + "/removal",
                shell.say("webhook.remove"),
                path(id)));
    }

    @POST
    @Path(ONE + "/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_WEBHOOKS)
    @Proved
    public Response remove(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        get(id);
        return screens.submit(
                screens.form(sent),
                form -> {
                    screens.perform(new RemoveWebhook(screens.actor(), new WebhookId(id)));
                    return screens.to(PATH, "webhook.removed");
                },
                form -> question(id, form));
    }

    private interface Deed {
        Response perform();
    }

    /// What is done with a webhook, whose form stands beside it as it is.
    private Response act(long id, Deed deed) {
        return screens.submit(filled(get(id)), form -> deed.perform(), form -> one(id, form));
    }

    private Response submit(long id, MultivaluedMap<String, String> sent, Function<Form, @Nullable Response> deed) {
        return screens.submit(screens.form(sent), deed, form -> one(id, form));
    }

    private Webhook get(long id) {
        return screens.read(sql -> new Webhooks(sql).get(new WebhookId(id)));
    }

    private static String path(long id) {
        return PATH + "/" + id;
    }

    private WebhookPage.Running running(Shell shell, Webhook hook) {
        var words = new WebhookWords(shell);
        List<Delivery> deliveries = screens.read(sql -> new Deliveries(sql).of(hook.id(), SHOWN));
        return words.running(hook, deliveries, path(hook.id().value()), screens.now());
    }

    private WebhookPage page(Shell shell, Form form, String path, WebhookPage.@Nullable Running running) {
        var words = new WebhookWords(shell);
        return screens.read(sql -> new WebhookPage(
                shell, form, path, words.events(form), words.editions(sql, form), addresses.loopback(), running));
    }
}
