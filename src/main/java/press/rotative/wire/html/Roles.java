package press.rotative.wire.html;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import press.rotative.wire.words.Words;

/// Tells the role of an element by its tag and by the names in its attributes (`html_roles.txt`). One is made for each
/// page: pages repeat few names.
final class Roles {

    private static final int LONGEST_NAME = 80;
    private static final int MOST_NAMES = 12;
    private static final Map<String, Role> NAMES = new HashMap<>();
    /// The words that names begin with.
    private static final Set<String> FIRST = new HashSet<>();
    /// Names that say something about a whole page, or how a box looks, not what it is for.
    private static final String[] OTHERS = {
        "widget-span",
        "widget-type",
        "hs_cos_",
        "has-",
        "is-",
        "no-",
        "with-",
        "js-",
        "tag-",
        "category-",
        "text-",
        "bg-",
        "border-",
        "font-"
    };
    /// How generators begin the names of all their boxes; what follows counts.
    private static final String[] GENERATORS = {"elementor-widget", "wp-block-post"};
    /// What shows a box on wider screens that is `hidden` on narrow ones.
    private static final String[] SHOWN = {":block", ":flex", ":grid", ":inline", ":contents", ":table"};

    /// Words in names of elements beside a picture that hold its credit.
    private static final String[] SOURCES = {
        "source",
        "author",
        "copyright",
        "credit",
        "photographer",
        "distributor",
        "agency",
        "quelle",
        "auteur",
        "attribution"
    };

    private final Map<String, Role> known = new HashMap<>();

    static {
        Words.read("html_roles.txt")
                .lists()
                .forEach((role, names) -> names.forEach(name -> NAMES.put(name, Role.valueOf(role))));
        NAMES.keySet().forEach(name -> FIRST.add(name.split("-", 2)[0]));
    }

    /// The same beside a picture: who signs there signs the picture, and a footer there is no footer of the page.
    Role ofCaption(Element element) {
        Role role = of(element);
        return switch (role) {
            case BYLINE, FOOTER, SPEAKER -> Role.CREDIT;
            case HIDDEN -> element.hasAttr("aria-hidden") && source(element) ? Role.CREDIT : role;
            case CAPTION -> endsWithSource(element) ? Role.CREDIT : role;
            case NONE, FIGURE, DATE -> source(element) ? Role.CREDIT : role == Role.FIGURE ? Role.NONE : role;
            default -> role;
        };
    }

    /// "caption-source", "image__caption--author".
    private static boolean endsWithSource(Element element) {
        for (String name : element.className().toLowerCase(Locale.ROOT).split("\\s+", MOST_NAMES)) {
            for (String word : SOURCES) {
                if (name.endsWith(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean source(Element element) {
        String names = element.className().toLowerCase(Locale.ROOT);
        for (String word : SOURCES) {
            if (names.contains(word)) {
                return true;
            }
        }
        return element.normalName().equals("footer");
    }

    Role of(Element element) {
        String tag = element.normalName();
        Role byTag =
                switch (tag) {
                    case "nav", "menu" -> Role.NAVIGATION;
                    case "footer" -> Role.FOOTER;
                    case "aside" -> Role.ASIDE;
                    case "form", "dialog" -> Role.FORM;
                    case "button" -> Role.TOOLS;
                    case "amp-ad", "amp-embed" -> Role.ADVERT;
                    case "figcaption" -> Role.CAPTION;
                    case "figure" -> Role.FIGURE;
                    case "time" -> Role.DATE;
                    case "cite" -> Role.SPEAKER;
                    default -> Role.NONE;
                };
        if (element.attributesSize() == 0) {
            return byTag;
        }
        Role named = Role.NONE;
        for (Attribute attribute : element.attributes()) {
            Role role = attribute(attribute.getKey(), attribute.getValue());
            if (role == Role.HIDDEN || role == Role.BODY) {
                return role;
            }
            named = named == Role.NONE ? role : named;
        }
        return named == Role.NONE || byTag == Role.CAPTION && named != Role.CREDIT ? byTag : named;
    }

    private Role attribute(String key, String value) {
        return switch (key) {
            case "class", "id" -> names(value);
            case "itemprop" ->
                switch (value) {
                    case "articleBody", "reviewBody" -> Role.BODY;
                    case "headline" -> Role.HEADLINE;
                    case "author" -> Role.BYLINE;
                    case "datePublished", "dateModified", "dateCreated" -> Role.DATE;
                    case "articleSection" -> Role.SECTION;
                    case "keywords" -> Role.TAGS;
                    case "comment" -> Role.COMMENTS;
                    case "caption" -> Role.CAPTION;
                    default -> Role.NONE;
                };
            case "property" -> value.endsWith("articleBody") || value.equals("content:encoded") ? Role.BODY : Role.NONE;
            case "role" ->
                switch (value) {
                    case "navigation", "menu", "menubar", "tablist" -> Role.NAVIGATION;
                    case "complementary" -> Role.ASIDE;
                    case "contentinfo" -> Role.FOOTER;
                    case "search", "form" -> Role.FORM;
                    case "dialog", "alertdialog" -> Role.COOKIES;
                    default -> Role.NONE;
                };
            case "rel" ->
                value.contains("author")
                        ? Role.BYLINE
                        : value.contains("tag") && !value.contains("category") ? Role.TAGS : Role.NONE;
            case "hidden" -> Role.HIDDEN;
            case "aria-hidden" -> value.equals("true") ? Role.HIDDEN : Role.NONE;
            case "style" -> hides(value) ? Role.HIDDEN : Role.NONE;
            case "data-component", "data-testid", "data-test", "data-module", "data-type", "data-t", "data-ga" ->
                value.length() < LONGEST_NAME ? names(value) : Role.NONE;
            default -> Role.NONE;
        };
    }

    private static boolean hides(String style) {
        int at = style.indexOf("display");
        if (at < 0) {
            return false;
        }
        int colon = at + 7;
        while (colon < style.length() && (style.charAt(colon) == ' ' || style.charAt(colon) == ':')) {
            colon++;
        }
        return style.startsWith("none", colon);
    }

    private Role names(String value) {
        if (value.isEmpty()) {
            return Role.NONE;
        }
        Role found = known.get(value);
        if (found == null) {
            found = Role.NONE;
            int from = 0;
            for (int count = 0; from < value.length() && count < MOST_NAMES; count++) {
                int end = from;
                while (end < value.length() && value.charAt(end) > ' ') {
                    end++;
                }
                Role role = end > from && end - from <= LONGEST_NAME ? name(value.substring(from, end)) : Role.NONE;
                role = role == Role.HIDDEN && shown(value) ? Role.NONE : role;
                if (role != Role.NONE && (found == Role.NONE || role == Role.BODY || role == Role.HIDDEN)) {
                    found = role;
                }
                from = end + 1;
            }
            known.put(value, found);
        }
        return found;
    }

    private static boolean shown(String names) {
        for (String shown : SHOWN) {
            if (names.contains(shown)) {
                return true;
            }
        }
        return false;
    }

    /// The role of the longest entry in the words of one name; of several as long, the last. Names with a colon or a
    /// square bracket are styles (`md:hidden`, `[&>p]:mb-4`).
    private static Role name(String written) {
        String name = written;
        for (String prefix : GENERATORS) {
            boolean begins = name.startsWith(prefix);
            name = begins
                    ? name.substring(prefix.equals("wp-block-post") ? "wp-block-".length() : prefix.length())
                    : name;
        }
        if (name.equals("post")) {
            return Role.NONE;
        }
        boolean style = name.indexOf(':') > 0 || name.indexOf('[') >= 0;
        for (String prefix : OTHERS) {
            style |= name.startsWith(prefix);
        }
        if (style) {
            return Role.NONE;
        }
        String[] words = new String[12];
        int count = 0;
        int start = 0;
        for (int at = 0; at <= name.length() && count < words.length; at++) {
            boolean mark = at == name.length() || !Character.isLetterOrDigit(name.charAt(at));
            boolean hump = !mark
                    && at > start
                    && Character.isUpperCase(name.charAt(at))
                    && Character.isLowerCase(name.charAt(at - 1));
            if (mark || hump) {
                if (at > start) {
                    words[count++] = name.substring(start, at).toLowerCase(Locale.ROOT);
                }
                start = mark ? at + 1 : at;
            }
        }
        for (int length = Math.min(3, count); length > 0; length--) {
            for (int at = count - length; at >= 0; at--) {
                if (!FIRST.contains(words[at])) {
                    continue;
                }
                StringBuilder key = new StringBuilder(words[at]);
                for (int next = 1; next < length; next++) {
                    key.append('-').append(words[at + next]);
                }
                Role role = NAMES.get(key.toString());
                // "overflow-hidden" hides nothing.
                boolean part = role == Role.HIDDEN && length == 1 && count > 1;
                if (role != null && !part) {
                    return role;
                }
            }
        }
        return Role.NONE;
    }
}
