package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.GivenNames;
import press.rotative.wire.words.Words;

/// Bylines from names that data gives one by one.
final class Bylines {

    private static final int MOST_WORDS_OF_ROLE = 6;
    private static final int MOST = 30;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private Bylines() {}

    static Optional<Clipping.Byline> of(List<Clipping.Signature> signatures) {
        return signatures.isEmpty()
                ? Optional.empty()
                : Optional.of(new Clipping.Byline(
                        signatures.stream().map(Clipping.Signature::name).collect(Collectors.joining(", ")),
                        signatures));
    }

    /// The byline and, behind its own, the names that it lacks.
    static Clipping.Byline with(Clipping.Byline byline, List<String> names) {
        List<Clipping.Signature> all = new ArrayList<>(byline.signatures());
        for (String name : names) {
            boolean known = all.stream()
                    .anyMatch(each -> letters(each.name()).contains(letters(name))
                            || letters(name).contains(letters(each.name())));
            if (!known && all.size() < MOST) {
                all.add(new Clipping.Signature(name, Optional.empty()));
            }
        }
        return all.size() == byline.signatures().size() ? byline : of(all).orElse(byline);
    }

    /// Roles that the printed byline gives behind a name: "Par Anne Duval, envoyée spéciale".
    static Clipping.Byline withRoles(Clipping.Byline byline, String printed) {
        return new Clipping.Byline(
                byline.text(),
                byline.signatures().stream()
                        .map(each -> withRole(each, printed))
                        .toList());
    }

    private static Clipping.Signature withRole(Clipping.Signature signature, String printed) {
        int end = printed.indexOf(signature.name()) + signature.name().length();
        boolean follows = end > signature.name().length() - 1
                && end + 3 < printed.length()
                && ",(-–—".indexOf(printed.charAt(end) == ' ' ? printed.charAt(end + 1) : printed.charAt(end)) >= 0;
        if (!follows || signature.role().isPresent()) {
            return signature;
        }
        String rest = printed.substring(end).replaceFirst("^[\\s,(–—-]+", "");
        String piece = rest.split("[,()|–—-]", 2)[0].strip();
        return role(piece) ? new Clipping.Signature(signature.name(), Optional.of(piece)) : signature;
    }

    /// "News Reporter", "journaliste au service culture", "مراسل": the word stands last in English, else first.
    static boolean role(String piece) {
        String[] words = piece.split("\\s+", MOST_WORDS_OF_ROLE + 1);
        return Words.GENERAL.has("role", piece)
                || words.length <= MOST_WORDS_OF_ROLE
                        && (Words.GENERAL.has("role", words[0]) || Words.GENERAL.has("role", words[words.length - 1]));
    }

    /// Whether one name stands in both.
    static boolean share(Optional<Clipping.Byline> one, Optional<Clipping.Byline> other) {
        return one.filter(known -> other.filter(found -> found.names().stream().anyMatch(known.names()::contains))
                        .isPresent())
                .isPresent();
    }

    /// Some papers write their own name before those of their people: "Le Phare Anne Duval".
    static String withoutHouse(String name, Optional<String> outlet) {
        return outlet.filter(house -> name.startsWith(house + " "))
                .map(house -> name.substring(house.length()).strip())
                .filter(rest -> rest.indexOf(' ') > 0)
                .orElse(name);
    }

    /// Whether one of the names could be a person's. Systems sign with the name of an account or a desk
    /// ("admin", "La rédaction") where nobody did.
    static boolean person(Clipping.Byline byline) {
        return byline.names().stream().anyMatch(name -> !Words.GENERAL.has("desk", name));
    }

    /// Whether a name is that of the outlet, its short or its long form, its first letters or its host: "Le Phare",
    /// "LP", "lephare.example".
    static boolean house(String name, String outlet) {
        String own = letters(name);
        String house = letters(outlet);
        if (own.isEmpty() || house.isEmpty()) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        for (String word : outlet.split("[^\\p{L}\\p{Nd}]+")) {
            initials.append(word.isEmpty() ? "" : word.substring(0, 1).toLowerCase(Locale.ROOT));
        }
        boolean host = name.indexOf(' ') < 0 && name.indexOf('.') > 0 && name.indexOf('.') < name.length() - 2;
        boolean part = own.length() > 1 && (house.startsWith(own) || house.endsWith(own) || own.startsWith(house));
        return part || host || own.contentEquals(initials) && own.length() > 1 || shortened(name, outlet);
    }

    /// "Harbour Gazette" where the outlet is called "HG" or "HG.example".
    private static boolean shortened(String name, String outlet) {
        String house = letters(outlet.split("[.]", 2)[0]);
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("\\(", 2)[0].strip().split("\\s+", MOST)) {
            initials.append(word.isEmpty() ? "" : word.substring(0, 1).toLowerCase(Locale.ROOT));
        }
        return initials.length() > 1 && house.contentEquals(initials) && !GivenNames.fullName(name);
    }

    private static String letters(String text) {
        return NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /// The names that several tags give, one each.
    static Optional<Clipping.Byline> named(List<String> values) {
        return signed(values.stream()
                .flatMap(value -> Values.names(value).stream())
                .distinct()
                .limit(MOST)
                .toList());
    }

    static Optional<Clipping.Byline> named(String value) {
        return signed(Values.names(value));
    }

    /// Names with the roles that stand behind them, in a piece with the name or in one of their own: "Anne Duval
    /// Reporter", "Anne Duval, Reporter".
    private static Optional<Clipping.Byline> signed(List<String> pieces) {
        List<Clipping.Signature> signatures = new ArrayList<>();
        for (String piece : pieces) {
            Clipping.Signature found = signature(piece);
            boolean follows = !signatures.isEmpty()
                    && signatures.getLast().role().isEmpty()
                    && found.role().isEmpty()
                    && role(piece);
            if (follows) {
                Clipping.Signature named = signatures.removeLast();
                signatures.add(new Clipping.Signature(named.name(), Optional.of(piece)));
            } else {
                signatures.add(found);
            }
        }
        return of(signatures);
    }

    private static Clipping.Signature signature(String piece) {
        for (int end = piece.lastIndexOf(' '); end > 0; end = piece.lastIndexOf(' ', end - 1)) {
            String name = piece.substring(0, end);
            String rest = piece.substring(end + 1);
            if (GivenNames.fullName(name) && role(rest)) {
                return new Clipping.Signature(name, Optional.of(rest));
            }
        }
        return new Clipping.Signature(piece, Optional.empty());
    }
}
