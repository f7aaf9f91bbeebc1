package press.rotative.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.story.Text;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger;

/// The report of an import as plain maps and lists, ready to be written as JSON: one object a source with `source`,
/// `status`, `reason`, `story` and `ledger`. `docs/operators/import.md` prints one whole. What a capture lacks is null.
public final class ImportReport {

    private ImportReport() {}

    /// The object of one source.
    public static Map<String, @Nullable Object> of(Imported imported) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("source", imported.source());
        object.put("status", word(imported.status()));
        object.put("reason", imported.reason().isEmpty() ? null : imported.reason());
        object.put("story", imported.clipping().map(ImportReport::story).orElse(null));
        object.put(
                "ledger",
                imported.clipping().map(clipping -> ledger(clipping.ledger())).orElse(List.of()));
        return object;
    }

    /// The story of a clipping.
    static Map<String, @Nullable Object> story(Clipping clipping) {
        Map<String, @Nullable Object> story = new LinkedHashMap<>();
        story.put("headline", clipping.headline().orElse(null));
        story.put("standfirst", clipping.standfirst().orElse(null));
        story.put("language", clipping.language().orElse(null));
        story.put("section", clipping.section().orElse(null));
        story.put("byline", clipping.byline().map(Clipping.Byline::text).orElse(null));
        story.put("outlet", clipping.outlet().orElse(null));
        story.put("published", clipping.published().map(Clipping.Dated::iso).orElse(null));
        story.put("modified", clipping.modified().map(Clipping.Dated::iso).orElse(null));
        story.put(
                "body",
                clipping.blocks().stream()
                        .filter(block -> !(block instanceof Clipping.Teaser))
                        .map(ImportReport::block)
                        .toList());
        story.put("hero", clipping.hero().map(hero -> picture("caption", hero)).orElse(null));
        story.put("teasers", teasers(clipping.blocks()));
        story.put("related", clipping.related());
        story.put("concepts", concepts(clipping.concepts()));
        story.put("countersRaw", clipping.countersRaw().orElse(null));
        story.put("shortLink", clipping.shortLink().orElse(null));
        story.put("canonical", clipping.canonical().orElse(null));
        story.put(
                "discussion",
                fields(
                        "rules",
                        clipping.discussion().rules(),
                        "signIn",
                        clipping.discussion().signIn()));
        story.put(
                "comments",
                clipping.comments().stream()
                        .map(comment ->
                                fields("author", comment.author(), "date", comment.date(), "text", comment.text()))
                        .toList());
        if (!clipping.foundIn().isEmpty()) {
            story.put("signatures", signatures(clipping));
            story.put("translations", translations(clipping));
            story.put("foundIn", clipping.foundIn());
        }
        return story;
    }

    private static List<Map<String, @Nullable Object>> signatures(Clipping clipping) {
        return clipping.byline().map(Clipping.Byline::signatures).orElse(List.of()).stream()
                .map(signature -> fields("name", signature.name(), "role", signature.role()))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> translations(Clipping clipping) {
        return clipping.translations().stream()
                .map(other -> fields("language", other.language(), "address", other.address()))
                .toList();
    }

    static List<Map<String, @Nullable Object>> ledger(LossLedger ledger) {
        return ledger.entries().stream()
                .map(entry -> fields("part", entry.part(), "fate", word(entry.fate()), "field", entry.field()))
                .toList();
    }

    private static Map<String, @Nullable Object> block(Clipping.Block block) {
        return switch (block) {
            case Clipping.Paragraph paragraph ->
                fields("id", paragraph.id(), "type", "paragraph", "text", paragraph.text());
            case Clipping.Heading heading -> fields("id", heading.id(), "type", "heading", "text", heading.text());
            case Clipping.ListBlock list -> fields("id", list.id(), "type", "list", "text", lines(list));
            case Clipping.Quote quote ->
                fields("id", quote.id(), "type", "quote", "text", quote.text(), "attribution", quote.attribution());
            case Clipping.Table table ->
                fields(
                        "id",
                        table.id(),
                        "type",
                        "table",
                        "text",
                        table.caption(),
                        "columns",
                        table.columns(),
                        "rows",
                        table.rows());
            case Clipping.Embed embed ->
                fields("id", embed.id(), "type", "embed", "text", embed.title(), "address", embed.address());
            case Clipping.PictureBlock picture -> {
                Map<String, @Nullable Object> fields = fields("id", picture.id(), "type", "picture");
                fields.putAll(picture("text", picture.picture()));
                yield fields;
            }
            case Clipping.Teaser teaser -> fields("id", teaser.id(), "type", "teaser", "text", teaser.title());
        };
    }

    private static String lines(Clipping.ListBlock list) {
        return String.join("\n", list.items().stream().map(Text::plain).toList());
    }

    /// Each teaser says before which block of the body it stands.
    private static List<Map<String, @Nullable Object>> teasers(List<Clipping.Block> blocks) {
        List<Map<String, @Nullable Object>> teasers = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            if (blocks.get(at) instanceof Clipping.Teaser teaser) {
                Optional<String> before = blocks.stream()
                        .skip(at + 1L)
                        .filter(block -> !(block instanceof Clipping.Teaser))
                        .map(Clipping.Block::id)
                        .findFirst();
                teasers.add(fields(
                        "id",
                        teaser.id(),
                        "title",
                        teaser.title(),
                        "credit",
                        teaser.credit(),
                        "creditDetail",
                        teaser.creditDetail(),
                        "archive",
                        teaser.archive(),
                        "before",
                        before));
            }
        }
        return teasers;
    }

    private static Map<String, @Nullable Object> picture(String caption, Clipping.Picture picture) {
        Map<String, @Nullable Object> fields = fields(
                caption,
                picture.caption(),
                "credit",
                picture.credit(),
                "creditDetail",
                picture.creditDetail(),
                "archive",
                picture.archive());
        picture.alt().ifPresent(alt -> fields.put("alt", alt));
        picture.file().ifPresent(file -> fields.put("file", file));
        return fields;
    }

    /// Every kind is there, so that a reader of the report need not ask.
    private static Map<String, @Nullable Object> concepts(List<Clipping.Concept> concepts) {
        Map<String, @Nullable Object> kinds = new LinkedHashMap<>();
        for (Clipping.Kind kind : Clipping.Kind.values()) {
            kinds.put(
                    word(kind),
                    concepts.stream()
                            .filter(concept -> concept.kind() == kind)
                            .map(concept -> fields(
                                    "name",
                                    concept.name(),
                                    "confidence",
                                    concept.confidence(),
                                    "doubtful",
                                    concept.doubtful()))
                            .toList());
        }
        return kinds;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> fields(Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            Object value = namesAndValues[at + 1];
            fields.put(
                    (String) namesAndValues[at], value instanceof Optional<?> optional ? optional.orElse(null) : value);
        }
        return fields;
    }
}
