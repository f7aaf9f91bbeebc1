package press.rotative.newsroom.manage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;

/// The lists that are managed, in their order.
enum Tab {
    SECTIONS(Power.MANAGE_SECTIONS),
    MENUS(Power.ARRANGE_MENUS),
    PAGES(Power.MANAGE_PAGES),
    LOOK(Power.MANAGE_LOOK),
    CONCEPTS(Power.MANAGE_CONCEPTS),
    AUTHORS(Power.MANAGE_AUTHORS),
    EDITIONS(Power.MANAGE_EDITIONS);

    private final Power power;

    Tab(Power power) {
        this.power = power;
    }

    /// @param current value of `aria-current`; null: another one is open
    public record Link(String label, String path, @Nullable String current) {}

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String path() {
        return ManageResource.PATH + "/" + label();
    }

    /// Those that somebody may use.
    static List<Tab> of(Actor actor) {
        return Arrays.stream(values())
                .filter(tab -> Policy.allowsSomewhere(actor, tab.power))
                .toList();
    }

    /// Links to those that somebody may use.
    ///
    /// @param here the one that is open
    static List<Link> links(Actor actor, Words words, Tab here) {
        return of(actor).stream()
                .map(tab -> new Link(words.say("manage.tab." + tab.label()), tab.path(), tab == here ? "page" : null))
                .toList();
    }
}
