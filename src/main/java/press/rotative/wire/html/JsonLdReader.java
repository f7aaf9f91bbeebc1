package press.rotative.wire.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.Credit;
import press.rotative.wire.words.GivenNames;

/// Reads the JSON-LD of schema.org: `NewsArticle` and its kin.
final class JsonLdReader implements PageReader {

    private static final String[][] ROLES = {
        {"author", ""},
        {"creator", ""},
        {"contributor", "contributor"},
        {"editor", "editor"},
        {"translator", "translator"},
        {"illustrator", "illustrator"}
    };

    private static final String[] CREDITS = {"creditText", "copyrightNotice", "copyrightHolder", "author", "creator"};
    private static final int LONGEST_ROLE = 60;

    @Override
    public String name() {
        return "json-ld";
    }

    @Override
    public void read(HtmlPage page, HtmlDraft draft) {
        LinkedData data = LinkedData.of(page.data.scripts);
        data.story().ifPresent(story -> story(story, data, page, draft));
        crumbs(data, draft);
        pictures(data, page);
    }

    private static void story(JsonNode story, LinkedData data, HtmlPage page, HtmlDraft draft) {
        draft.fill("outlet", draft.outlet, data.text(story, "publisher"), found -> draft.outlet = found);
        draft.fill(
                "headline",
                draft.headline,
                data.text(story, "headline").or(() -> data.text(story, "name")),
                found -> draft.headline = found);
        draft.fill("standfirst", draft.standfirst, data.text(story, "description"), found -> draft.standfirst = found);
        draft.fill("section", draft.section, data.text(story, "articleSection"), found -> draft.section = found);
        draft.fill(
                "language",
                draft.language,
                data.text(story, "inLanguage").flatMap(PageLanguage::code),
                found -> draft.language = found);
        date(story, data, "datePublished")
                .ifPresent(date ->
                        draft.fill("published", draft.published, Optional.of(date), found -> draft.published = found));
        date(story, data, "dateModified")
                .ifPresent(date ->
                        draft.fill("modified", draft.modified, Optional.of(date), found -> draft.modified = found));
        draft.signed(byline(story, data, draft.outlet)
                .or(() -> data.beside(story).stream()
                        .flatMap(node -> byline(node, data, draft.outlet).stream())
                        .findFirst())
                .or(() -> onlyPerson(data)));
        draft.fill("hero", draft.hero, picture(story, data, page), found -> draft.hero = found);
        draft.fill("canonical", draft.canonical, address(story, data), found -> draft.canonical = found);
        draft.articleBody = draft.articleBody.or(() -> body(story, data));
        keywords(story, data, draft);
        subjects(story, data, draft);
    }

    private static Optional<Clipping.Dated> date(JsonNode story, LinkedData data, String property) {
        return data.text(story, property).flatMap(text -> Values.date(text, Optional.empty()));
    }

    private static Optional<Clipping.Byline> byline(JsonNode story, LinkedData data, Optional<String> outlet) {
        List<Clipping.Signature> signatures = new ArrayList<>();
        for (String[] role : ROLES) {
            for (JsonNode person : data.values(story, role[0])) {
                boolean house =
                        outlet.filter(LinkedData.said(person)::equalsIgnoreCase).isPresent();
                Optional<String> job = data.text(person, "jobTitle").filter(text -> text.length() <= LONGEST_ROLE);
                for (String written : Values.names(LinkedData.said(person))) {
                    String name = Bylines.withoutHouse(written, outlet);
                    boolean known =
                            signatures.stream().anyMatch(each -> each.name().equalsIgnoreCase(name));
                    if (!known && !house && signatures.size() < 30) {
                        signatures.add(new Clipping.Signature(
                                name,
                                Optional.of(role[1])
                                        .filter(text -> !text.isEmpty())
                                        .or(() -> job)));
                    }
                }
            }
        }
        return Bylines.of(signatures);
    }

    /// A story without an author on a page whose data names one person.
    private static Optional<Clipping.Byline> onlyPerson(LinkedData data) {
        List<String> names = data.ofType("Person").stream()
                .map(person -> Values.text(LinkedData.said(person)))
                .filter(GivenNames::fullName)
                .distinct()
                .toList();
        return names.size() == 1 ? Bylines.named(names) : Optional.empty();
    }

    private static Optional<Clipping.Picture> picture(JsonNode story, LinkedData data, HtmlPage page) {
        for (String property : new String[] {"image", "thumbnailUrl", "primaryImageOfPage"}) {
            for (JsonNode image : data.values(story, property)) {
                Optional<String> file = Optional.of(image.isTextual() ? image.asText() : url(image))
                        .flatMap(page.addresses::whole);
                if (file.isPresent()) {
                    return Optional.of(described(image, data, file));
                }
            }
        }
        return Optional.empty();
    }

    private static Clipping.Picture described(JsonNode image, LinkedData data, Optional<String> file) {
        Optional<String> caption = data.text(image, "caption").or(() -> data.text(image, "description"));
        Optional<Credit> credit = Optional.empty();
        for (String property : CREDITS) {
            credit = credit.or(() -> data.text(image, property).flatMap(text -> Credit.named(text)));
        }
        return Pictures.of(caption, credit, Optional.empty(), file);
    }

    /// What the data says of the pictures that the page shows, by the names of their files.
    private static void pictures(LinkedData data, HtmlPage page) {
        for (JsonNode image : data.ofType("ImageObject")) {
            Optional<String> file = Optional.of(url(image)).flatMap(page.addresses::whole);
            file.map(Shot::name)
                    .filter(name -> !name.isEmpty())
                    .ifPresent(name -> page.data.pictures.putIfAbsent(name, described(image, data, file)));
        }
    }

    private static String url(JsonNode image) {
        for (String name : new String[] {"url", "contentUrl", "@id"}) {
            JsonNode value = image.path(name);
            String text = value.isArray() ? value.path(0).asText("") : value.asText("");
            if (text.startsWith("http") || text.startsWith("/")) {
                return text;
            }
        }
        return "";
    }

    private static Optional<String> address(JsonNode story, LinkedData data) {
        for (String property : new String[] {"url", "mainEntityOfPage", "@id"}) {
            for (JsonNode value : data.values(story, property)) {
                String text =
                        value.isTextual() ? value.asText() : value.path("@id").asText("");
                boolean page = PageAddresses.web(text)
                        .filter(uri -> uri.getFragment() == null)
                        .isPresent();
                if (page) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> body(JsonNode story, LinkedData data) {
        return data.values(story, "articleBody").stream()
                .map(LinkedData::said)
                .filter(text -> text.length() > 200)
                .findFirst();
    }

    private static void keywords(JsonNode story, LinkedData data, HtmlDraft draft) {
        for (JsonNode value : data.values(story, "keywords")) {
            String said = LinkedData.said(value);
            for (String tag : value.isTextual() ? said.split("[,;]", 120) : new String[] {said}) {
                if (Tags.add(tag, draft)) {
                    draft.found("concepts");
                }
            }
        }
    }

    /// What the story is about; the types of its subjects are their kinds.
    private static void subjects(JsonNode story, LinkedData data, HtmlDraft draft) {
        for (String property : new String[] {"about", "mentions"}) {
            for (JsonNode value : data.values(story, property)) {
                String name = Values.text(LinkedData.said(value));
                if (value.isObject() && !name.isEmpty()) {
                    Optional<Clipping.Kind> kind = kind(LinkedData.types(value));
                    boolean kept = Tags.add(name, draft);
                    if (kept) {
                        kind.ifPresent(sure -> draft.kinds.put(name, sure));
                    }
                }
            }
        }
    }

    private static Optional<Clipping.Kind> kind(List<String> types) {
        for (String type : types) {
            switch (type) {
                case "Person" -> {
                    return Optional.of(Clipping.Kind.PERSON);
                }
                case "Place", "City", "Country", "State", "AdministrativeArea" -> {
                    return Optional.of(Clipping.Kind.PLACE);
                }
                case "Organization", "Corporation", "NGO", "SportsTeam", "GovernmentOrganization" -> {
                    return Optional.of(Clipping.Kind.ORGANISATION);
                }
                case "Event", "SportsEvent" -> {
                    return Optional.of(Clipping.Kind.EVENT);
                }
                default -> {
                    // No kind of ours.
                }
            }
        }
        return Optional.empty();
    }

    /// The last step of the way to the page that is no home page and not the story itself.
    private static void crumbs(LinkedData data, HtmlDraft draft) {
        for (JsonNode list : data.ofType("BreadcrumbList")) {
            List<String> names = new ArrayList<>();
            for (JsonNode step : data.values(list, "itemListElement")) {
                String name = Values.text(
                        LinkedData.said(step).isEmpty() ? LinkedData.said(step.path("item")) : LinkedData.said(step));
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
            Tags.section(names, draft.headline)
                    .ifPresent(name ->
                            draft.fill("section", draft.section, Optional.of(name), found -> draft.section = found));
        }
    }
}
