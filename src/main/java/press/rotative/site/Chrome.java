package press.rotative.site;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.language.Tongue;
import press.rotative.language.Words;

/// What every page has around its own matter: head, masthead, menus, foot.
///
/// @param front true on the front page, which has the large name and the motto
/// @param today the date line; null where there is no edition
/// @param strap lines of the newsroom beside the date, such as weather and tides
/// @param menu below the name
/// @param alert what is urgent; null: nothing
record Chrome(
        Words words,
        Tongue language,
        boolean front,
        Head head,
        String name,
        String home,
        @Nullable String motto,
        @Nullable Moment today,
        List<String> strap,
        List<Link> editions,
        List<Link> menu,
        @Nullable String search,
        @Nullable Alert alert,
        Foot foot,
        Brand brand,
        Assets assets) {

    Chrome {
        strap = List.copyOf(strap);
        editions = List.copyOf(editions);
        menu = List.copyOf(menu);
    }

    Chrome with(Head otherHead) {
        return new Chrome(
                words, language, front, otherHead, name, home, motto, today, strap, editions, menu, search, alert, foot,
                brand, assets);
    }

    /// @param href null: it leads nowhere
    record Alert(String text, @Nullable String href, Moment since) {}

    /// @param newsroom links such as the corrections page
    /// @param follow feeds
    /// @param lines of the newsroom, such as its copyright
    record Foot(List<String> address, List<Link> newsroom, List<Link> follow, List<String> lines) {
        Foot {
            address = List.copyOf(address);
            newsroom = List.copyOf(newsroom);
            follow = List.copyOf(follow);
            lines = List.copyOf(lines);
        }
    }

    /// What machines read in `<head>`.
    ///
    /// @param canonical absolute; null on pages that have no lasting address
    /// @param alternates the same page in other languages, absolute, with `x-default`
    /// @param indexed false for pages that search engines should not keep
    /// @param kind of the Open Graph object, `article` or `website`
    /// @param jsonLd a JSON document already safe inside `<script>`
    record Head(
            String title,
            String description,
            @Nullable String canonical,
            List<Alternate> alternates,
            @Nullable String shortLink,
            List<Feed> feeds,
            boolean indexed,
            String kind,
            @Nullable Social social,
            @Nullable Times times,
            @Nullable String jsonLd) {

        Head {
            alternates = List.copyOf(alternates);
            feeds = List.copyOf(feeds);
        }

        /// The same for a page that search engines should not keep.
        Head unindexed() {
            return new Head(
                    title, description, canonical, alternates, shortLink, feeds, false, kind, social, times, jsonLd);
        }

        /// The same with feeds of its own before those of the edition.
        Head following(List<Feed> own) {
            var all = new ArrayList<>(own);
            all.addAll(feeds);
            return new Head(
                    title, description, canonical, alternates, shortLink, all, indexed, kind, social, times, jsonLd);
        }

        /// The same with something else for machines.
        Head telling(String otherJsonLd) {
            return new Head(
                    title,
                    description,
                    canonical,
                    alternates,
                    shortLink,
                    feeds,
                    indexed,
                    kind,
                    social,
                    times,
                    otherJsonLd);
        }

        static Head bare(String title, String description) {
            return new Head(title, description, null, List.of(), null, List.of(), false, "website", null, null, null);
        }
    }

    record Alternate(String language, String href) {}

    record Feed(String type, String title, String href) {}

    record Social(String image, int width, int height, String alt) {}

    record Times(String published, String modified) {}
}
