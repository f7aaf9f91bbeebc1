package press.rotative.wire.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger;

/// The account of one capture.
///
/// @param source as whoever imported it named it
/// @param html it was a page with mark-up; else plain text
/// @param language that was found, BCP 47; null: the text is too short to tell
/// @param fields what was found, in the order of a story
/// @param concepts in the order of the capture
/// @param pictures how many the page showed or named
/// @param withoutFile how many of them are words alone
/// @param withoutCredit how many of them nobody is named for
/// @param comments readers' comments that were not filed
/// @param notes sentences in English about pictures that were not got
/// @param lines the ledger, in the order of the capture
/// @param leftOut how many lines did not fit behind them
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Account(
        String source,
        boolean html,
        @Nullable String language,
        List<Field> fields,
        List<Found> concepts,
        int pictures,
        int withoutFile,
        int withoutCredit,
        int comments,
        List<String> notes,
        List<Line> lines,
        int leftOut) {
    private static final int LONGEST_VALUE = 300;

    public Account {
        fields = fields == null ? List.of() : List.copyOf(fields);
        concepts = concepts == null ? List.of() : List.copyOf(concepts);
        notes = notes == null ? List.of() : List.copyOf(notes);
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /// @param name of the field as in reports: `headline`, `byline`
    /// @param value as it was found
    /// @param foundIn which mark-up of the page told it; null: its place in the text
    /// @param inferred it does not stand there in so many words
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Field(String name, String value, @Nullable String foundIn, boolean inferred) {}

    /// A concept that was found.
    ///
    /// @param kind in lower case
    /// @param evidence what spoke for the kind, in English
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Found(String name, String kind, double confidence, List<String> evidence) {
        public Found {
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }

        public boolean doubtful() {
            return confidence < Clipping.Concept.LIMIT;
        }
    }

    /// A part of the capture.
    ///
    /// @param fate what became of it
    /// @param field which field it fills, which furniture it is, or what it may have been; null: nothing is known
    /// @param cut the rest of it did not fit
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Line(
            String part, LossLedger.Fate fate, @Nullable String field, boolean cut) {

        /// Whether somebody should look at it.
        boolean doubtful() {
            return fate == LossLedger.Fate.UNKNOWN;
        }

        /// Whether somebody may put it into the text: it stands nowhere in it, and it is whole.
        public boolean takeable() {
            return fate != LossLedger.Fate.MAPPED && !cut;
        }
    }

    /// @param held whether the file of a picture was got, by its address
    /// @param notes about pictures that were not got
    public static Account of(Clipping clipping, java.util.function.Predicate<String> held, List<String> notes) {
        List<Clipping.Picture> pictures = pictures(clipping);
        return new Account(
                clipping.source(),
                !clipping.foundIn().isEmpty(),
                clipping.language().orElse(null),
                fields(clipping),
                clipping.concepts().stream()
                        .map(each -> new Found(
                                each.name(),
                                each.kind().name().toLowerCase(Locale.ROOT),
                                each.confidence(),
                                each.evidence()))
                        .toList(),
                pictures.size(),
                count(pictures, each -> each.file().filter(held).isEmpty()),
                count(pictures, each -> each.credit().isEmpty()),
                clipping.comments().size(),
                notes,
                clipping.ledger().entries().stream()
                        .map(each ->
                                new Line(each.part(), each.fate(), each.field().orElse(null), false))
                        .toList(),
                0);
    }

    private static int count(List<Clipping.Picture> pictures, java.util.function.Predicate<Clipping.Picture> which) {
        return (int) pictures.stream().filter(which).count();
    }

    private static List<Clipping.Picture> pictures(Clipping clipping) {
        return java.util.stream.Stream.concat(
                        clipping.hero().stream(),
                        clipping.blocks().stream()
                                .filter(Clipping.PictureBlock.class::isInstance)
                                .map(block -> ((Clipping.PictureBlock) block).picture()))
                .toList();
    }

    private static List<Field> fields(Clipping clipping) {
        return java.util.stream.Stream.of(
                        field(clipping, "headline", clipping.headline(), false),
                        field(clipping, "standfirst", clipping.standfirst(), false),
                        field(clipping, "section", clipping.section(), false),
                        field(clipping, "byline", clipping.byline().map(Clipping.Byline::text), false),
                        field(clipping, "published", clipping.published().map(Clipping.Dated::iso), vague(clipping)),
                        field(clipping, "outlet", clipping.outlet(), false),
                        field(clipping, "language", clipping.language(), true),
                        field(clipping, "canonical", clipping.canonical(), false))
                .flatMap(Optional::stream)
                .toList();
    }

    /// A date without a zone is read in that of the edition.
    private static boolean vague(Clipping clipping) {
        return clipping.published().filter(date -> date.zone().isEmpty()).isPresent();
    }

    private static Optional<Field> field(Clipping clipping, String name, Optional<String> value, boolean inferred) {
        return value.map(text -> new Field(
                name,
                text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…",
                clipping.foundIn().get(name),
                inferred));
    }

    /// The line of this number, which counts from 0; empty when there is none.
    public Optional<Line> line(int number) {
        return number < 0 || number >= lines.size() ? Optional.empty() : Optional.of(lines.get(number));
    }

    /// Where the capture came from: the host of its own address, else the outlet that it names; empty: it does not say.
    public String host() {
        return value("canonical")
                .flatMap(Account::hostOf)
                .or(() -> value("outlet"))
                .orElse("");
    }

    /// What was found for a field.
    public Optional<String> value(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst();
    }

    private static Optional<String> hostOf(String address) {
        String rest = address.substring(address.indexOf("://") < 0 ? 0 : address.indexOf("://") + 3);
        String host = rest.split("[/?#:]", 2)[0].toLowerCase(Locale.ROOT);
        String bare = host.startsWith("www.") ? host.substring(4) : host;
        return bare.isEmpty() ? Optional.empty() : Optional.of(bare);
    }

    /// @param missing how many lines did not fit behind these
    public Account withLines(List<Line> other, int missing) {
        return new Account(
                source,
                html,
                language,
                fields,
                concepts,
                pictures,
                withoutFile,
                withoutCredit,
                comments,
                notes,
                other,
                missing);
    }
}
