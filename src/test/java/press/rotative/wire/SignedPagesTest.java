package press.rotative.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import press.rotative.wire.clipping.Clipping;

/// Who signs a page, by the manners in which newsrooms and their systems say it, and what stands under its pictures.
class SignedPagesTest {
    private static final String TEXT =
            "The harbour opens on Monday, and all of the council will be there to see it with the mayor, they said.";
    private static final String LD =
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"The harbour opens again\","
                    + "\"publisher\":{\"name\":\"The Quay\"},\"author\":%s}</script>";

    /// @param head what stands in the head of the page
    /// @param above what stands between the headline and the text
    /// @param below what stands behind the text
    record Page(String head, String above, String below, List<String> names) {
        @Override
        public String toString() {
            return head + above + below;
        }
    }

    @ParameterizedTest
    @MethodSource("signed")
    void the_page_is_signed_by(Page page) {
        assertEquals(
                page.names(),
                clipping(page.head(), page.above(), page.below())
                        .byline()
                        .map(Clipping.Byline::names)
                        .orElse(List.of()));
    }

    static Stream<Page> signed() {
        String house = LD.formatted("{\"@type\":\"Organization\",\"name\":\"The Quay\"}");
        String one = LD.formatted("{\"@type\":\"Person\",\"name\":\"Anne Duval\"}");
        return Stream.of(
                head("<meta name=articleAuthor content='Anne Duval'>", "Anne Duval"),
                head("<meta name=author content='Anne Duval, Staff Reporter'>", "Anne Duval"),
                head("<meta property='dable:item_author' content='Anne Duval'>", "Anne Duval"),
                head(house + "<meta name=author content='Anne Duval'>", "Anne Duval"),
                head(one + "<meta name=author content='Anne Duval, Noor Whitlock'>", "Anne Duval", "Noor Whitlock"),
                head(LD.formatted("{\"givenName\":\"Anne\",\"familyName\":\"Duval\"}"), "Anne Duval"),
                head("<script>dataLayer.push({\"pageAuthor\": \"Anne Duval\"})</script>", "Anne Duval"),
                head(one + "<script>dataLayer.push({\"author\": \"Noor Whitlock\"})</script>", "Anne Duval"),
                above(
                        one,
                        "<p class=byline>By Anne Duval, Tobias Quill and Noor Whitlock</p>",
                        "Anne Duval",
                        "Tobias Quill",
                        "Noor Whitlock"),
                above(one, "<p class=byline>By Anne Duval, Berlin, Senior Reporter</p>", "Anne Duval"),
                above(
                        LD.formatted("{\"name\":\"Peter Marsh\"}"),
                        "<div class=author>By Anne Duval</div>",
                        "Anne Duval",
                        "Peter Marsh"),
                above(one, "<div><p>Anne Duval</p><p>Robert Marsh</p></div>", "Anne Duval", "Robert Marsh"),
                above(
                        "",
                        "<ul><li><b>Datum</b> 28.04.2026</li><li><b>Autorin/Autor</b> Anna Duval</li></ul>",
                        "Anna Duval"),
                above("", "<div>Datum: 19.11.2026 Autor: Anna Duval</div>", "Anna Duval"),
                above("", "<span class=authorname-txt><span>Anne Duval</span></span>", "Anne Duval"),
                below(
                        "",
                        "<div class=author-box><h3>About Anne Duval</h3><p>She writes on ports.</p></div>",
                        "Anne Duval"),
                below(house, "<p>The Quay / Harbour Agency</p>", "Harbour Agency"),
                below(one, "<p>(AFP)</p>", "Anne Duval"),
                below(house, "<p style='text-align: right'><b>Quillon Wex</b></p>", "Quillon Wex"),
                below(house, "</main><aside><h2>Our writers</h2><p class=author>Noor Whitlock</p></aside>"),
                below(house, "</main><section class=authors><div>Special reports</div><a href=/x>All</a></section>"),
                below("", "<ul><li class=comment><cite class=fn>Robert Marsh</cite><p>Oh.</p></li></ul>"),
                above("", "<p>(Image: Anne Duval)</p>"),
                above("", "<p class=byline>Getty Images</p>"),
                above("", "<p>I. The mole</p>"),
                above("", "<p class=byline>By Anne Duval, in Harbours, Council, Oster Bay</p>", "Anne Duval"),
                above("", "<p class=byline>By Anne Duval for the Harbour Agency</p>", "Anne Duval"),
                above(
                        "",
                        "<div class=credit><cite class=byline>By ANNE DUVAL March 11, 2026 3:46 PM The Quay</cite></div>",
                        "ANNE DUVAL"),
                new Page(
                        LD.formatted("{\"name\":\"Peter Marsh\"}"),
                        "<div class=author-2>Quillon Wex</div>",
                        "<p>Editor: Peter Marsh</p>",
                        List.of("Quillon Wex", "Peter Marsh")),
                head(LD.formatted("[{\"name\":\"Anne Duval\"},{\"name\":\"The Quay\"}]"), "Anne Duval"),
                head(
                        LD.formatted("[{\"name\":\"Anne Duval\"},{\"name\":\"Harbour Press\"},{\"name\":\"HP\"}]"),
                        "Anne Duval",
                        "Harbour Press"),
                head(
                        LD.formatted("[{\"name\":\"Anne Duval\"},{\"name\":\"professor of tides at the old school\"}]"),
                        "Anne Duval"),
                below(one, "<aside itemprop=author>Noor Whitlock</aside>", "Anne Duval"));
    }

    private static Page head(String head, String... names) {
        return new Page(head, "", "", List.of(names));
    }

    private static Page above(String head, String above, String... names) {
        return new Page(head, above, "", List.of(names));
    }

    private static Page below(String head, String below, String... names) {
        return new Page(head, "", below, List.of(names));
    }

    /// @param shown the picture and its words
    record Shown(String shown, String caption, String credit) {
        @Override
        public String toString() {
            return shown;
        }
    }

    @ParameterizedTest
    @MethodSource("shown")
    void the_words_of_a_picture_are_found_where_they_stand(Shown shown) {
        Clipping.Picture picture = clipping("", shown.shown(), "").hero().orElseThrow();
        assertEquals(shown.caption(), picture.caption().orElse(""));
        assertEquals(shown.credit(), picture.credit().orElse(""));
    }

    static Stream<Shown> shown() {
        String mole = "<img src=/a/mole.jpg alt='Waves break over the mole'>";
        return Stream.of(
                new Shown(
                        "<div>" + mole + "</div><span>Waves break over the mole</span>",
                        "Waves break over the mole",
                        ""),
                new Shown(
                        "<div>" + mole + "<span>Waves break over the mole</span><small>Anne Duval</small></div>",
                        "Waves break over the mole",
                        "Anne Duval"),
                new Shown("<div><span>Foto: Anna Duval</span>" + mole + "</div>", "", "Anna Duval"),
                new Shown(
                        "<div><div>" + mole
                                + "<div><small>Waves break over the mole</small> <small>© Harbour office</small>"
                                + "</div></div></div>",
                        "Waves break over the mole",
                        "Harbour office"),
                new Shown(
                        "<figure>" + mole
                                + "<span class=image-source-caption><figcaption>Waves at the mole.</figcaption>"
                                + "<span class=image-source>Harbour Pictures/Getty Images</span></span></figure>",
                        "Waves at the mole.",
                        "Harbour Pictures/Getty Images"),
                new Shown(
                        "<figure>" + mole + "<figcaption class=lead-credit><span itemprop=caption>The old mole</span>"
                                + "<span class=lead__attribution>Anne Duval/Reuters</span></figcaption></figure>",
                        "The old mole",
                        "Anne Duval/Reuters"),
                new Shown(
                        "<figure>" + mole
                                + "<figcaption class=source>The mayor, left, looks at the waves with two members of "
                                + "the council on the old mole of Oster Bay on Monday. (AP Photo/Anne Duval)</figcaption></figure>",
                        "The mayor, left, looks at the waves with two members of the council on the old mole of Oster Bay on "
                                + "Monday.",
                        "AP Photo/Anne Duval"),
                new Shown(
                        "<figure>" + mole + "<figcaption>Waves (Foto: Anna Duval) at the mole</figcaption></figure>",
                        "Waves at the mole",
                        "Anna Duval"),
                new Shown(
                        "<figure>" + mole
                                + "<figcaption>Waves at the mole. Foto: Anna Duval <span class=credit>dpa</span>"
                                + "</figcaption></figure>",
                        "Waves at the mole.",
                        "Anna Duval / dpa"));
    }

    private static Clipping clipping(String head, String above, String below) {
        return Corpus.read(("<!doctype html><html lang=en><head><title>The harbour opens again</title>" + head
                        + "</head><body><main><h1>The harbour opens again</h1>" + above + "<p>" + TEXT + "</p><p>"
                        + TEXT.replace("Monday", "Friday") + "</p>" + below + "</main></body></html>")
                .getBytes(StandardCharsets.UTF_8));
    }
}
