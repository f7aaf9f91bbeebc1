package press.rotative.publication;

/// What an act did to what the public sees. The names are stored in the log.
public enum PublicAct {
    PUBLISHED,
    UPDATED,
    CORRECTED,
    WITHHELD,
    RELEASED,
    KILLED,
    DESTROYED,
    MOVED,
    SLUG_CHANGED,
    RENAMED,
    /// a concept took over the stories and addresses of another
    MERGED,
    CREATED,
    PICTURE_CHANGED,
    SETTING_CHANGED,
    /// a version was closed to public comparison, or opened again
    VERSION_CLOSED,
    VERSION_OPENED,
    /// a story became a translation of another, is one no longer, or was found to follow its original's newest text
    TRANSLATION_LINKED,
    TRANSLATION_UNLINKED,
    TRANSLATION_CONFIRMED,
    /// a story's time was over
    EXPIRED,
    /// an editor arranged a front
    FRONT_ARRANGED,
    /// the newsroom showed a page of its own, or a newer text of it
    PAGE_PUBLISHED,
    PAGE_TAKEN_DOWN,
    /// an editor arranged a menu
    MENU_ARRANGED,
    /// colours or logos
    LOOK_CHANGED,
    /// the line over every page of an edition that tells what is urgent
    ALERT_SET,
    ALERT_ENDED,
    /// the rights of a picture ended or began
    RIGHTS_CHANGED,
    /// a picture was destroyed for good
    PICTURE_DESTROYED,
    /// midnight in the time zone of an edition
    DAY_BEGAN;

    /// True for acts after which nobody reads something again, the newsroom neither.
    public boolean destroys() {
        return this == DESTROYED || this == PICTURE_DESTROYED;
    }

    /// True for acts that take something away: the public number rises at once, without waiting for the search index.
    public boolean takesAway() {
        return switch (this) {
            case WITHHELD,
                    KILLED,
                    DESTROYED,
                    EXPIRED,
                    RIGHTS_CHANGED,
                    PICTURE_DESTROYED,
                    VERSION_CLOSED,
                    PAGE_TAKEN_DOWN,
                    ALERT_ENDED -> true;
            case PUBLISHED,
                    UPDATED,
                    CORRECTED,
                    RELEASED,
                    MOVED,
                    SLUG_CHANGED,
                    RENAMED,
                    MERGED,
                    CREATED,
                    PICTURE_CHANGED,
                    SETTING_CHANGED,
                    VERSION_OPENED,
                    TRANSLATION_LINKED,
                    TRANSLATION_UNLINKED,
                    TRANSLATION_CONFIRMED,
                    FRONT_ARRANGED,
                    PAGE_PUBLISHED,
                    MENU_ARRANGED,
                    LOOK_CHANGED,
                    ALERT_SET,
                    DAY_BEGAN -> false;
        };
    }

    /// True for acts after which an edition, a section, a concept, an author or a page of the newsroom may be called
    /// otherwise, or there is one more or less of them, and for those on menus, looks and alerts.
    public boolean names() {
        return switch (this) {
            case RENAMED,
                    MERGED,
                    CREATED,
                    SETTING_CHANGED,
                    PAGE_PUBLISHED,
                    PAGE_TAKEN_DOWN,
                    MENU_ARRANGED,
                    LOOK_CHANGED,
                    ALERT_SET,
                    ALERT_ENDED -> true;
            case PUBLISHED,
                    UPDATED,
                    CORRECTED,
                    WITHHELD,
                    RELEASED,
                    KILLED,
                    DESTROYED,
                    MOVED,
                    SLUG_CHANGED,
                    PICTURE_CHANGED,
                    VERSION_CLOSED,
                    VERSION_OPENED,
                    TRANSLATION_LINKED,
                    TRANSLATION_UNLINKED,
                    TRANSLATION_CONFIRMED,
                    EXPIRED,
                    FRONT_ARRANGED,
                    RIGHTS_CHANGED,
                    PICTURE_DESTROYED,
                    DAY_BEGAN -> false;
        };
    }

    /// True for acts that only change how a translation is tied to its original: neither its words nor its address.
    public boolean ties() {
        return this == TRANSLATION_LINKED || this == TRANSLATION_UNLINKED || this == TRANSLATION_CONFIRMED;
    }

    /// True for acts by which a story may say something else: only these leave its translations behind.
    public boolean rewords() {
        return switch (this) {
            case PUBLISHED, UPDATED, CORRECTED -> true;
            case WITHHELD,
                    RELEASED,
                    KILLED,
                    DESTROYED,
                    MOVED,
                    SLUG_CHANGED,
                    RENAMED,
                    MERGED,
                    CREATED,
                    PICTURE_CHANGED,
                    SETTING_CHANGED,
                    VERSION_CLOSED,
                    VERSION_OPENED,
                    TRANSLATION_LINKED,
                    TRANSLATION_UNLINKED,
                    TRANSLATION_CONFIRMED,
                    PAGE_PUBLISHED,
                    PAGE_TAKEN_DOWN,
                    MENU_ARRANGED,
                    LOOK_CHANGED,
                    ALERT_SET,
                    ALERT_ENDED,
                    EXPIRED,
                    FRONT_ARRANGED,
                    RIGHTS_CHANGED,
                    PICTURE_DESTROYED,
                    DAY_BEGAN -> false;
        };
    }
}
