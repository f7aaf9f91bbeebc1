package press.rotative.wire.html;

import java.util.Optional;
import press.rotative.wire.clipping.Clipping;

/// Reads Open Graph and its `article:` properties.
final class OpenGraphReader implements PageReader {

    @Override
    public String name() {
        return "open-graph";
    }

    @Override
    public void read(HtmlPage page, HtmlDraft draft) {
        PageData data = page.data;
        draft.fill("outlet", draft.outlet, data.meta("og:site_name"), found -> draft.outlet = found);
        draft.fill("headline", draft.headline, data.meta("og:title"), found -> draft.headline = found);
        draft.fill("standfirst", draft.standfirst, data.meta("og:description"), found -> draft.standfirst = found);
        draft.fill("section", draft.section, data.meta("article:section"), found -> draft.section = found);
        draft.fill(
                "published",
                draft.published,
                data.meta("article:published_time", "og:article:published_time", "article:published", "og:pubdate")
                        .flatMap(text -> Values.date(text, Optional.empty())),
                found -> draft.published = found);
        draft.fill(
                "modified",
                draft.modified,
                data.meta("article:modified_time", "og:article:modified_time", "article:modified", "og:updated_time")
                        .flatMap(text -> Values.date(text, Optional.empty())),
                found -> draft.modified = found);
        draft.signed(Bylines.named(data.all("article:author"))
                .or(() -> data.meta("og:article:author", "article:author_name").flatMap(Bylines::named)));
        draft.fill(
                "hero",
                draft.hero,
                data.meta("og:image", "og:image:url", "og:image:secure_url")
                        .flatMap(page.addresses::whole)
                        .map(file -> new Clipping.Picture(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                data.meta("og:image:alt"),
                                Optional.of(file))),
                found -> draft.hero = found);
        draft.fill(
                "canonical",
                draft.canonical,
                data.meta("og:url").flatMap(PageAddresses::web).map(Object::toString),
                found -> draft.canonical = found);
        draft.fill(
                "language",
                draft.language,
                data.meta("og:locale").flatMap(PageLanguage::code),
                found -> draft.language = found);
        for (String name : new String[] {"article:tag", "og:article:tag"}) {
            for (String tags : data.all(name)) {
                for (String tag : tags.split(",", 60)) {
                    if (Tags.add(tag, draft)) {
                        draft.found("concepts");
                    }
                }
            }
        }
    }
}
