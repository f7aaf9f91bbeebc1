package press.rotative.publication;

/// A thing that an act can concern, by kind and number. Rooms below the story room know it only as this.
public record Subject(Kind kind, long id) {

    public enum Kind {
        STORY,
        /// front, feeds, sitemaps, corrections and search of an edition
        EDITION,
        /// every page of an edition: its menu, name or look changed
        WHOLE_EDITION,
        SECTION,
        CONCEPT,
        AUTHOR,
        /// a page on which the newsroom speaks of itself
        OWN_PAGE,
        PICTURE,
        SETTING
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + id;
    }
}
