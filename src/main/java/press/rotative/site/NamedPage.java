package press.rotative.site;

/// An address that an act can change, as people call what stands there.
///
/// @param name of the list or story, in the language of its edition; of a picture its number; empty where the kind says
/// all
/// @param language of the name, BCP 47
/// @param direction of the name
/// @param path exact, or how the paths of many pages begin
/// @param below whether the pages below the path are meant
public record NamedPage(Kind kind, String name, String language, String direction, String path, boolean below) {

    /// Those that people read first stand first.
    public enum Kind {
        STORY,
        FRONT,
        SECTION,
        CONCEPT,
        AUTHOR,
        OWN_PAGE,
        CORRECTIONS,
        SHORT_LINK,
        PICTURE,
        ARCHIVE,
        SEARCH,
        /// an address of former times, which leads to that of now
        FORMER,
        /// every page
        EVERYTHING,
        SUGGESTIONS,
        FEED,
        SITEMAP;

        /// Whether programs read it rather than people.
        public boolean forMachines() {
            return compareTo(SUGGESTIONS) >= 0;
        }
    }
}
