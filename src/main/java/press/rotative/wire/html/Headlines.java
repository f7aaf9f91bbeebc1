package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.wire.words.Folding;

/// Finds the part of the page that is its headline: what the title of the document repeats, the largest heading, or a
/// box that says so.
final class Headlines {

    private static final int LONGEST = 400;
    private static final double SITE = 1.4;

    private Headlines() {}

    /// @param given headlines that the page's data gives, and the document's title
    /// @param house the words of the name of the site: where that is the largest heading, it is none of the story
    static @Nullable Part find(HtmlPage page, List<String> given, Set<String> house) {
        List<Set<String>> titles = new ArrayList<>();
        for (String title : given) {
            if (!title.isBlank()) {
                titles.add(words(title));
            }
        }
        Part best = null;
        double most = 0.9;
        int seen = 0;
        int longest = titles.stream().mapToInt(Set::size).max().orElse(0);
        for (Part part : page.parts) {
            if (part.text.length() > LONGEST || part.words == 0) {
                continue;
            }
            int level = part.headingLevel();
            boolean named = named(part);
            // A line that is neither must share most of its words with a title.
            if (level == 0 && !named && (part.words < 3 || part.words > longest * 3)) {
                continue;
            }
            Set<String> words = words(part.text);
            double same = titles.isEmpty() ? 0 : overlap(words, titles);
            if (level == 0 && !named && same < 0.75) {
                continue;
            }
            double value = (level == 1 ? 1.2 : level == 2 ? 0.5 : level > 0 ? 0.2 : 0) + (named ? 0.7 : 0);
            value -= part.linkShare() > 0.9 ? 0.6 : 0;
            value -= part.box.withRole(Role.RELATED, null) != null || part.box.withRole(Role.NAVIGATION, null) != null
                    ? 0.8
                    : 0;
            value -= part.words < 3 ? 0.5 : 0;
            value -= Math.min(0.3, seen * 0.002);
            boolean site = !house.isEmpty() && house.containsAll(words) || home(part);
            value -= site ? SITE : 0;
            value += same * 1.6;
            seen++;
            if (value > most) {
                most = value;
                best = part;
            }
        }
        return best;
    }

    /// All of it links to the front of the site.
    private static boolean home(Part part) {
        return part.linkShare() > 0.9
                && part.spans.stream()
                        .map(span -> span.element().attr("href"))
                        .anyMatch(href -> href.equals("/") || href.matches("https?://[^/?#]{3,100}/?"));
    }

    private static boolean named(Part part) {
        return part.box.role == Role.HEADLINE
                || part.box.parent != null && part.box.parent.role == Role.HEADLINE
                || part.spans.stream().anyMatch(span -> span.role() == Role.HEADLINE);
    }

    /// How much of the words two titles share, of 1; the name of the outlet at the end of one does not count
    /// against it.
    static double overlap(String text, List<Set<String>> titles) {
        return overlap(words(text), titles);
    }

    private static double overlap(Set<String> words, List<Set<String>> titles) {
        double best = 0;
        for (Set<String> title : titles) {
            int shared = 0;
            for (String word : words) {
                shared += title.contains(word) ? 1 : 0;
            }
            double share = (double) shared / Math.max(1, words.size());
            double cover = (double) shared / Math.max(1, title.size());
            best = Math.max(best, share * Math.min(1, cover * 1.4));
        }
        return best;
    }

    static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        String folded = Folding.key(text);
        int from = 0;
        for (int at = 0; at <= folded.length(); at++) {
            if (at == folded.length() || !Character.isLetterOrDigit(folded.charAt(at))) {
                if (at > from) {
                    words.add(folded.substring(from, at));
                }
                from = at + 1;
            }
        }
        return words;
    }

    /// The title of a document without the outlet's name behind its last stroke or dash.
    static Optional<String> bare(String title) {
        for (String mark : new String[] {" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "}) {
            int at = title.lastIndexOf(mark);
            if (at > title.length() / 3) {
                return Optional.of(title.substring(0, at).strip());
            }
        }
        return Optional.of(title.strip()).filter(text -> !text.isEmpty());
    }
}
