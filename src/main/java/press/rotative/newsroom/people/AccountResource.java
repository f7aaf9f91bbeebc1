package press.rotative.newsroom.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.SignedIn;
import press.rotative.people.ChangeAccount;
import press.rotative.people.Member;
import press.rotative.people.Staff;

/// One's own account.
@Path("/newsroom/account")
@RunOnVirtualThread
class AccountResource {
    private static final String HERE = "/newsroom/account";

    private final Screens screens;

    AccountResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @SignedIn
    public Response show() {
        Member member = screens.person();
        return page(screens.form()
                .with("name", member.name())
                .with("language", member.language())
                .with("single-keys", member.singleKeys() ? "on" : null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    public Response change(MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), this::change, this::page);
    }

    private @Nullable Response change(Form form) {
        String name = form.take("name", Staff::checkedName);
        if (name == null) {
            return null;
        }
        String language = form.value("language");
        screens.perform(new ChangeAccount(
                screens.actor(),
                name,
                Words.LANGUAGES.contains(language) ? language : null,
                form.has("single-keys", "on")));
        return screens.to(HERE, "saved");
    }

    private Response page(Form form) {
        var page = new AccountPage(screens.shell("account.title", NavItem.ACCOUNT), form, screens.person());
        return screens.showAgain(form, page.shell(), Templates.account(page));
    }
}
