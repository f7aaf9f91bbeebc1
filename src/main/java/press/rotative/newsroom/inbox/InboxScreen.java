package press.rotative.newsroom.inbox;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.InboxForm;
import press.rotative.newsroom.media.Sent;

/// The screen of the list.
@Singleton
class InboxScreen implements InboxForm {
    private final Screens screens;

    InboxScreen(Screens screens) {
        this.screens = screens;
    }

    @Override
    public Response again(Form form) {
        String back = form.value("back");
        return show(422, InboxQuery.of(Asked.parameters(Screens.isOurs(back) ? back : "")), List.of(), form);
    }

    Response show(int status, InboxQuery query, List<Sent> sent) {
        return show(status, query, sent, screens.form());
    }

    private Response show(int status, InboxQuery query, List<Sent> sent, Form form) {
        Shell bare = screens.shell("inbox.title", NavItem.INBOX)
                .withScripts(Screens.asset("desk.js"), Screens.asset("inbox.js"));
        Shell shell = bare.withKeys(
                new Shell.Key("J K", bare.say("desk.key.move")),
                new Shell.Key("Enter", bare.say("desk.key.open")),
                new Shell.Key("X", bare.say("desk.key.pick")),
                new Shell.Key("F", bare.say("desk.key.filter")),
                new Shell.Key("U", bare.say("inbox.key.upload")),
                new Shell.Key("/", bare.say("search.key")));
        InboxPage page =
                screens.read(sql -> new InboxMaker(sql, shell, screens.actor(), screens.now()).page(query, sent, form));
        return screens.show(status, shell, Templates.inbox(page));
    }
}
