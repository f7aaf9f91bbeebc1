package press.rotative.newsroom.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.wire.account.Account;
import press.rotative.wire.account.Decisions;
import press.rotative.wire.account.Doubt;
import press.rotative.wire.clipping.LossLedger;

/// What the account of an import says, in the language of the screen.
///
/// @param names of the staff by number
record AccountWords(Words words, Tongue tongue, Map<Long, String> names) {
    /// The reasons that readers give for the kind of a concept.
    private static final Map<String, String> EVIDENCE = evidence();

    AccountWords {
        names = Map.copyOf(names);
    }

    private static Map<String, String> evidence() {
        var keys = new HashMap<String, String>();
        keys.put("list of countries and cities", "places");
        keys.put("begins with a known given name", "given.name");
        keys.put("a tag without other evidence", "tag");
        keys.put("begins in lower case", "lower.case");
        keys.put("an acronym", "acronym");
        keys.put("several words with capitals", "capitals");
        keys.put("one word", "one.word");
        keys.put("several words, not all with capitals", "words");
        keys.put("a title stands before it", "title.before");
        keys.put("a title stands after it", "title.after");
        keys.put("speaks", "speaks");
        keys.put("has members, employees or fighters", "members");
        keys.put("is called an organisation", "called.organisation");
        keys.put("a short form in brackets after its long form", "short.form");
        keys.put("is called a place", "called.place");
        keys.put("a preposition of place stands before it", "preposition");
        return Map.copyOf(keys);
    }

    String evidence(Account.Found found) {
        return found.evidence().stream().map(this::because).collect(Collectors.joining(words.say("list.next")));
    }

    private String because(String reason) {
        if (reason.startsWith("holds \"") && reason.endsWith("\"")) {
            return words.say("inbox.evidence.holds", reason.substring(7, reason.length() - 1));
        }
        String key = EVIDENCE.get(reason);
        return key == null ? reason : words.say("inbox.evidence." + key);
    }

    String sure(Account.Found found) {
        return words.say("inbox.sure", words.number(Math.round(found.confidence() * 100)));
    }

    String doubt(Doubt doubt) {
        String key = key(doubt);
        return switch (doubt.kind()) {
            case NO_FILE, NO_CREDIT, LEFT_OUT -> words.count(key, doubt.number());
            case OTHER_LANGUAGE ->
                doubt.about().isEmpty()
                        ? words.say(key + ".none")
                        : words.say(key, Tongue.of(doubt.about()).locale().getDisplayLanguage(tongue.locale()));
            case NO_BYLINE, NO_SECTION ->
                doubt.about().isEmpty() ? words.say(key) : words.say(key + ".named", doubt.about());
            case CONCEPT_KIND -> words.say(key, doubt.about());
            case NO_HEADLINE, NO_TEXT, NO_DATE, LINE -> words.say(key);
        };
    }

    /// What can be done about it.
    String advice(Doubt doubt) {
        return words.say(key(doubt) + ".do");
    }

    private static String key(Doubt doubt) {
        return "inbox.doubt."
                + doubt.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '.');
    }

    /// What became of a line.
    String fate(Account.Line line) {
        return switch (line.fate()) {
            case MAPPED -> field(line.field()).orElseGet(() -> words.say("inbox.fate.mapped"));
            case FURNITURE ->
                field(line.field())
                        .map(name -> words.say("inbox.fate.dropped.as", name))
                        .orElseGet(() -> words.say("inbox.fate.dropped"));
            case UNKNOWN ->
                field(line.field())
                        .map(name -> words.say("inbox.fate.unknown.perhaps", name))
                        .orElseGet(() -> words.say("inbox.fate.unknown"));
        };
    }

    /// @param field a path such as `body[b2]` or `teasers[b1].credit`; null: none
    private Optional<String> field(@Nullable String field) {
        if (field == null) {
            return Optional.empty();
        }
        String plain = field.replaceAll("\\[[^]]*]", "");
        return List.of(plain, plain.substring(plain.lastIndexOf('.') + 1)).stream()
                .map(name -> "inbox.field." + name)
                .filter(words::has)
                .findFirst()
                .map(words::say);
    }

    String label(Account.Field field) {
        return field(field.name()).orElse(field.name());
    }

    static String look(LossLedger.Fate fate) {
        return switch (fate) {
            case MAPPED -> "okc";
            case FURNITURE -> "dim";
            case UNKNOWN -> "warn";
        };
    }

    /// Where a field was found.
    String foundIn(Account.Field field) {
        String source = field.foundIn() == null ? "text" : field.foundIn().replace(' ', '.');
        String key = "inbox.found." + source;
        String where = words.has(key) ? words.say(key) : source;
        return field.inferred() ? words.say("inbox.inferred") : where;
    }

    /// What somebody decided; empty: nothing.
    String decided(Decisions.@Nullable Decision decision) {
        return decision == null
                ? ""
                : words.say(
                        "inbox.decided." + decision.choice().name().toLowerCase(java.util.Locale.ROOT),
                        names.getOrDefault(decision.staffId(), words.say("story.by.program")));
    }
}
