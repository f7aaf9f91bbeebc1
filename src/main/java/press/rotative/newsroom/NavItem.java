package press.rotative.newsroom;

import java.util.Arrays;
import java.util.Optional;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;

/// The places that the menu at the side leads to, in its order. Who has none of the powers does not see the item.
public enum NavItem {
    DESK(Group.WORK, "/newsroom/desk", Power.READ_STORIES),
    INBOX(Group.WORK, "/newsroom/inbox", Power.READ_STORIES),
    SEARCH(Group.WORK, "/newsroom/search", Power.READ_STORIES),
    PICTURES(Group.WORK, "/newsroom/pictures", Power.UPLOAD_PICTURE, Power.EDIT_PICTURE),
    FRONTS(Group.OUTPUT, "/newsroom/fronts", Power.ARRANGE_FRONT),
    MANAGE(
            Group.OUTPUT,
            "/newsroom/manage",
            Power.MANAGE_SECTIONS,
            Power.ARRANGE_MENUS,
            Power.MANAGE_PAGES,
            Power.MANAGE_LOOK,
            Power.MANAGE_CONCEPTS,
            Power.MANAGE_AUTHORS,
            Power.MANAGE_EDITIONS),
    PEOPLE(Group.RECORD, "/newsroom/staff", Power.MANAGE_STAFF),
    KEYS(Group.RECORD, "/newsroom/keys", Power.MANAGE_KEYS),
    WEBHOOKS(Group.RECORD, "/newsroom/webhooks", Power.MANAGE_WEBHOOKS),
    JOURNAL(Group.RECORD, "/newsroom/journal", Power.READ_STAFF_LOG),
    ACCOUNT(Group.RECORD, "/newsroom/account");

    /// Headings of the menu.
    public enum Group {
        WORK,
        OUTPUT,
        RECORD;

        String key() {
            return "nav.group." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Group group;
    private final String path;
    private final Power[] powers;

    /// @param powers one of them is enough; none: for everybody who is in
    NavItem(Group group, String path, Power... powers) {
        this.group = group;
        this.path = path;
        this.powers = powers;
    }

    public Group group() {
        return group;
    }

    public String path() {
        return path;
    }

    String key() {
        return "nav." + name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isFor(Actor actor) {
        return powers.length == 0 || Arrays.stream(powers).anyMatch(power -> Policy.allowsSomewhere(actor, power));
    }

    /// Where somebody lands who comes in.
    public static NavItem first(Actor actor) {
        Optional<NavItem> first =
                Arrays.stream(values()).filter(item -> item.isFor(actor)).findFirst();
        return first.orElse(ACCOUNT);
    }
}
