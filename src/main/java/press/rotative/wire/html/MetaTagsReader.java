package press.rotative.wire.html;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.Words;

/// Reads the older meta tags: Dublin Core, those of agencies and of analytics, and the links of the head.
final class MetaTagsReader implements PageReader {
    private static final List<String> AUTHORS =
            List.of("author", "authors", "author_name", "author-name", "authorname", "creator", "byline", "writer");

    @Override
    public String name() {
        return "meta";
    }

    @Override
    public void read(HtmlPage page, HtmlDraft draft) {
        PageData data = page.data;
        draft.fill(
                "headline",
                draft.headline,
                data.meta("twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "hdl"),
                found -> draft.headline = found);
        draft.fill(
                "standfirst",
                draft.standfirst,
                data.meta("description", "twitter:description", "dc.description", "sailthru.description", "lp"),
                found -> draft.standfirst = found);
        draft.signed(data.meta(
                        "author",
                        "byl",
                        "parsely-author",
                        "sailthru.author",
                        "dc.creator",
                        "dcterms.creator",
                        "article.author",
                        "cxenseparse:author",
                        "news-author")
                .flatMap(Bylines::named)
                .or(() -> Bylines.named(data.all("citation_author")))
                .or(() -> labelled(data))
                .or(() -> named(data)));
        draft.fill(
                "published",
                draft.published,
                date(
                        data,
                        "date",
                        "pubdate",
                        "publishdate",
                        "publish-date",
                        "publish_date",
                        "publication_date",
                        "parsely-pub-date",
                        "sailthru.date",
                        "dc.date",
                        "dc.date.issued",
                        "dcterms.created",
                        "dcterms.issued",
                        "dcterms.date",
                        "cxenseparse:recs:publishtime",
                        "article.published",
                        "original-publish-date",
                        "datepublished",
                        "ptime"),
                found -> draft.published = found);
        draft.fill(
                "modified",
                draft.modified,
                date(
                        data,
                        "last-modified",
                        "lastmod",
                        "dcterms.modified",
                        "dc.date.modified",
                        "article.updated",
                        "utime",
                        "revised"),
                found -> draft.modified = found);
        draft.fill(
                "section",
                draft.section,
                data.meta("section", "parsely-section", "article.section", "cg", "dc.subject.section"),
                found -> draft.section = found);
        draft.fill(
                "outlet",
                draft.outlet,
                data.meta(
                                "application-name",
                                "dc.publisher",
                                "dcterms.publisher",
                                "copyright",
                                "apple-mobile-web-app-title")
                        .filter(text -> text.length() <= 60),
                found -> draft.outlet = found);
        for (String name : new String[] {"news_keywords", "parsely-tags", "sailthru.tags", "keywords"}) {
            for (String tags : draft.tags.isEmpty() ? data.all(name) : List.<String>of()) {
                for (String tag : tags.split("[,;،]", 60)) {
                    if (Tags.add(tag, draft)) {
                        draft.found("concepts");
                    }
                }
            }
        }
        head(page, draft);
    }

    /// A tag of a site's own whose name ends as those of authors do: `articleAuthor`, `dable:item_author`.
    private static Optional<Clipping.Byline> named(PageData data) {
        for (Map.Entry<String, List<String>> meta : data.metas.entrySet()) {
            String name = meta.getKey();
            boolean author = AUTHORS.stream().anyMatch(name::endsWith);
            Optional<Clipping.Byline> byline =
                    author && !name.startsWith("twitter:") ? Bylines.named(meta.getValue()) : Optional.empty();
            if (byline.isPresent()) {
                return byline;
            }
        }
        return Optional.empty();
    }

    /// Pairs of a label and a value for cards in networks: `twitter:label1` "Written by", `twitter:data1` "Ada Finch".
    private static Optional<Clipping.Byline> labelled(PageData data) {
        for (int pair = 1; pair <= 4; pair++) {
            boolean signs = data.meta("twitter:label" + pair)
                    .filter(label -> Words.GENERAL.has("byline", label) || Words.GENERAL.has("byline label", label))
                    .isPresent();
            if (signs) {
                return data.meta("twitter:data" + pair).flatMap(Bylines::named);
            }
        }
        return Optional.empty();
    }

    private static Optional<Clipping.Dated> date(PageData data, String... names) {
        return data.meta(names).flatMap(text -> Values.date(text, Optional.empty()));
    }

    private static void head(HtmlPage page, HtmlDraft draft) {
        PageData data = page.data;
        Optional<String> canonical =
                data.link("canonical").flatMap(page.addresses::whole).filter(href -> href.startsWith("http"));
        if (canonical.isPresent()) {
            draft.forget("canonical");
            draft.fill("canonical", Optional.empty(), canonical, found -> draft.canonical = found);
        }
        draft.fill(
                "shortLink",
                draft.shortLink,
                data.link("shortlink").or(() -> data.link("shorturl")).flatMap(page.addresses::whole),
                found -> draft.shortLink = found);
        Element html = page.document.firstElementChild();
        String language = html == null ? "" : html.attr("lang").isEmpty() ? html.attr("xml:lang") : html.attr("lang");
        Optional<String> own = PageLanguage.code(language)
                .or(() ->
                        data.meta("content-language", "dc.language", "language").flatMap(PageLanguage::code));
        draft.fill("language", draft.language, own, found -> draft.language = found);
        for (Element link : data.links) {
            String other = link.attr("hreflang");
            boolean alternate =
                    link.attr("rel").toLowerCase(java.util.Locale.ROOT).contains("alternate");
            if (alternate
                    && !other.isEmpty()
                    && !other.equalsIgnoreCase("x-default")
                    && draft.translations.size() < 100) {
                page.addresses.whole(link.attr("href")).ifPresent(address -> {
                    boolean self = draft.canonical.filter(address::equals).isPresent();
                    if (!self && PageLanguage.code(other).isPresent()) {
                        draft.translations.add(new Clipping.Translation(other, address));
                        draft.found("translations");
                    }
                });
            }
        }
    }
}
