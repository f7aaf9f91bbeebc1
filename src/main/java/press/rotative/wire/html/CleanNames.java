package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.Credit;
import press.rotative.wire.words.GivenNames;
import press.rotative.wire.words.NameLine;
import press.rotative.wire.words.Prose;
import press.rotative.wire.words.Words;

/// What is left of a byline once the page was read: pages sign with more than names. Where somebody signs, the outlet,
/// the section, the short form of an agency that signs in full and the pictures' libraries do not sign as well; what
/// somebody is, in a piece of its own behind the name, is the role.
final class CleanNames {
    private static final int LONGEST_ROLE = 100;
    private static final int FEWEST_WORDS_OF_ROLE = 4;
    private static final int LONGEST_SHORT_FORM = 5;

    private CleanNames() {}

    static Optional<Clipping.Byline> of(Clipping.Byline byline, HtmlDraft draft) {
        List<Clipping.Signature> all = new ArrayList<>();
        for (Clipping.Signature each : byline.signatures()) {
            String name = bare(each.name());
            if (name.isEmpty()
                    || half(each.name()) && !GivenNames.fullName(name)
                    || ofPicture(name)
                    || section(name, draft)) {
                continue;
            }
            Clipping.Signature last = all.isEmpty() ? each : all.getLast();
            if (!all.isEmpty() && last.role().isEmpty() && role(name)) {
                all.set(all.size() - 1, new Clipping.Signature(last.name(), Optional.of(name)));
            } else {
                all.add(new Clipping.Signature(name, each.role()));
            }
        }
        List<Clipping.Signature> others = new ArrayList<>(all);
        others.removeIf(each -> house(each.name(), draft) || each.name().indexOf(':') > 0 || shortForm(each, all));
        List<Clipping.Signature> kept = others.isEmpty() ? all : others;
        return kept.equals(byline.signatures()) ? Optional.of(byline) : Bylines.of(kept);
    }

    /// Without half a pair of brackets, and without where the name leads on: "Ada Finch for the Mercury".
    private static String bare(String written) {
        String name = written.strip();
        name = name.indexOf('(') >= 0 && name.indexOf(')') < 0
                ? name.replace("(", " ").strip()
                : name;
        name = name.indexOf(')') >= 0 && name.indexOf('(') < 0
                ? name.replace(")", " ").strip()
                : name;
        String[] words = name.split("\\s+", 12);
        StringBuilder kept = new StringBuilder();
        for (String word : words) {
            if (!kept.isEmpty() && Words.GENERAL.has("byline end", word) && Character.isLowerCase(word.charAt(0))) {
                return kept.indexOf(" ") > 0 && NameLine.names(kept.toString()) ? kept.toString() : name;
            }
            kept.append(kept.isEmpty() ? "" : " ").append(word);
        }
        return name;
    }

    /// The end of something in brackets that was cut at a comma or a stroke.
    private static boolean half(String written) {
        return written.indexOf(')') >= 0 && written.indexOf('(') < 0;
    }

    private static boolean ofPicture(String name) {
        return Words.GENERAL.has("picture library", name) || Credit.of(name).isPresent();
    }

    private static boolean section(String name, HtmlDraft draft) {
        return draft.section.filter(name::equalsIgnoreCase).isPresent()
                || name.startsWith("in ") && name.length() < LONGEST_ROLE;
    }

    /// Several words, most of them small: "professor of history at the university of Oster Bay".
    private static boolean role(String name) {
        int small = 0;
        for (String word : name.split("\\s+", 20)) {
            small += !word.isEmpty() && Character.isLowerCase(word.charAt(0)) ? 1 : 0;
        }
        int words = Prose.words(name);
        return words >= FEWEST_WORDS_OF_ROLE && small * 2 >= words && name.length() <= LONGEST_ROLE;
    }

    private static boolean house(String name, HtmlDraft draft) {
        return draft.outlet.filter(outlet -> Bylines.house(name, outlet)).isPresent()
                || Words.GENERAL.has("desk", name);
    }

    /// "AP" beside "Associated Press".
    private static boolean shortForm(Clipping.Signature one, List<Clipping.Signature> all) {
        String name = one.name();
        if (name.length() > LONGEST_SHORT_FORM || !name.equals(name.toUpperCase(Locale.ROOT))) {
            return false;
        }
        for (Clipping.Signature other : all) {
            StringBuilder initials = new StringBuilder();
            for (String word : other.name().split("[\\s-]+", 8)) {
                boolean large = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
                initials.append(large && !word.equalsIgnoreCase("the") ? word.substring(0, 1) : "");
            }
            if (other != one && name.contentEquals(initials)) {
                return true;
            }
        }
        return false;
    }
}
