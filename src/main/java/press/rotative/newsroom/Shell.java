package press.rotative.newsroom;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Dates;
import press.rotative.language.Moment;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.people.Member;

/// What every screen has around its own matter: command bar, menu, alert band, strip of keys. Made by [Screens]; a
/// screen adds its title, its place in the menu, its keys and its scripts.
///
/// @param dates in the time zone of the first edition
/// @param newspaper name in the command bar
/// @param title of the screen, and of the browser's window
/// @param here the item of the menu that is open; null: none
/// @param notice what was just done; null: nothing
/// @param member null on the pages of signing in
/// @param scripts addresses of scripts besides the one that every screen has
/// @param languages the screens in other languages; for pages of signing in
public record Shell(
        Words words,
        Tongue tongue,
        Dates dates,
        String newspaper,
        String title,
        @Nullable NavItem here,
        List<Group> menu,
        List<Alert> alerts,
        @Nullable String notice,
        @Nullable Member member,
        Moment clock,
        List<Key> keys,
        List<String> scripts,
        List<Language> languages) {

    public Shell {
        menu = List.copyOf(menu);
        alerts = List.copyOf(alerts);
        keys = List.copyOf(keys);
        scripts = List.copyOf(scripts);
        languages = List.copyOf(languages);
    }

    /// A heading of the menu and what stands under it.
    public record Group(String label, List<Item> items) {
        public Group {
            items = List.copyOf(items);
        }
    }

    /// @param current value of `aria-current`; null: not open
    /// @param count empty: none
    public record Item(String label, String path, @Nullable String current, String count) {}

    /// A key of the view and what it does.
    ///
    /// @param press as it stands on the key, `J K`
    public record Key(String press, String does) {}

    public record Language(String tag, String name, String direction, String path) {}

    public Shell withKeys(Key... more) {
        return new Shell(
                words,
                tongue,
                dates,
                newspaper,
                title,
                here,
                menu,
                alerts,
                notice,
                member,
                clock,
                List.of(more),
                scripts,
                languages);
    }

    /// @param more addresses, as [Screens#asset] tells them
    public Shell withScripts(String... more) {
        var all = new ArrayList<>(scripts);
        all.addAll(List.of(more));
        return new Shell(
                words, tongue, dates, newspaper, title, here, menu, alerts, notice, member, clock, keys, all,
                languages);
    }

    /// For a page that holds what somebody typed, which its address in another language would lose.
    Shell withoutLanguages() {
        return new Shell(
                words, tongue, dates, newspaper, title, here, menu, alerts, notice, member, clock, keys, scripts,
                List.of());
    }

    /// Whether a field for the search over all stories stands in the command bar: the screen of the search has its own.
    public boolean searches() {
        return here != NavItem.SEARCH && member != null && NavItem.SEARCH.isFor(member.actor());
    }

    /// The words for a key of the messages.
    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /// The style of all screens.
    public String style() {
        return Screens.asset("newsroom.css");
    }

    public String icon() {
        return Screens.asset("mark.svg");
    }

    public String script() {
        return Screens.asset("newsroom.js");
    }

    /// The faces that the first lines are set in.
    public List<String> fonts() {
        return tongue.language().equals("ar")
                ? List.of(Screens.asset("arabic.woff2"))
                : List.of(Screens.asset("display.woff2"), Screens.asset("sans.woff2"));
    }
}
