package press.rotative.newsroom.manage;

import press.rotative.story.house.OwnPage;

/// How a page of the newsroom stands.
public enum OwnPageState {
    DRAFT("draft"),
    LIVE("live"),
    /// the public reads an older text
    WAITS("ready"),
    TAKEN_DOWN("pitch");

    private final String look;

    OwnPageState(String look) {
        this.look = look;
    }

    static OwnPageState of(OwnPage page) {
        if (page.live() == null) {
            return page.shownAt() == null ? DRAFT : TAKEN_DOWN;
        }
        return page.waits() ? WAITS : LIVE;
    }

    /// Class of the style.
    public String look() {
        return look;
    }

    /// Key of the messages.
    public String key() {
        return "manage.page.state." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '.');
    }
}
