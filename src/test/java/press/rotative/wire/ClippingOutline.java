package press.rotative.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A clipping as plain maps and lists, in the shape of the `.expected.json` files of the corpus.
final class ClippingOutline {

    private ClippingOutline() {}

    static Map<String, @Nullable Object> of(Clipping clipping) {
        Map<String, @Nullable Object> outline = new LinkedHashMap<>();
        outline.put("language", clipping.language().orElse(null));
        outline.put("outlet", clipping.outlet().orElse(null));
        outline.put("headline", clipping.headline().orElse(null));
        outline.put("standfirst", clipping.standfirst().orElse(null));
        outline.put("byline", clipping.byline().map(Clipping.Byline::text).orElse(null));
        outline.put("published", clipping.published().map(Clipping.Dated::iso).orElse(null));
        outline.put("modified", clipping.modified().map(Clipping.Dated::iso).orElse(null));
        outline.put("section", clipping.section().orElse(null));
        outline.put(
                "hero", clipping.hero().map(hero -> picture("caption", hero)).orElse(null));
        outline.put(
                "body",
                clipping.blocks().stream()
                        .filter(Predicate.not(Clipping.Teaser.class::isInstance))
                        .map(ClippingOutline::block)
                        .toList());
        outline.put(
                "teasers",
                clipping.teasers().stream().map(ClippingOutline::block).toList());
        outline.put("related", clipping.related());
        outline.put("concepts", concepts(clipping));
        outline.put(
                "doubtful",
                clipping.concepts().stream()
                        .filter(Clipping.Concept::doubtful)
                        .map(Clipping.Concept::name)
                        .toList());
        outline.put("countersRaw", clipping.countersRaw().orElse(null));
        outline.put("shortLink", clipping.shortLink().orElse(null));
        outline.put("canonical", clipping.canonical().orElse(null));
        outline.put(
                "discussion",
                fields(
                        "rules",
                        clipping.discussion().rules(),
                        "signIn",
                        clipping.discussion().signIn()));
        outline.put(
                "comments",
                clipping.comments().stream()
                        .map(comment ->
                                fields("author", comment.author(), "date", comment.date(), "text", comment.text()))
                        .toList());
        outline.put(
                "ledger",
                clipping.ledger().entries().stream()
                        .map(entry -> fields(
                                "part",
                                entry.part(),
                                "fate",
                                entry.fate().name().toLowerCase(Locale.ROOT),
                                "field",
                                entry.field()))
                        .toList());
        return outline;
    }

    private static Map<String, List<String>> concepts(Clipping clipping) {
        Map<String, List<String>> concepts = new LinkedHashMap<>();
        clipping.concepts().forEach(concept -> concepts.computeIfAbsent(
                        concept.kind().name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .add(concept.name()));
        return concepts;
    }

    private static Map<String, @Nullable Object> block(Clipping.Block block) {
        return switch (block) {
            case Clipping.Paragraph paragraph ->
                fields("id", paragraph.id(), "type", "paragraph", "text", paragraph.text());
            case Clipping.Heading heading -> fields("id", heading.id(), "type", "heading", "text", heading.text());
            case Clipping.ListBlock list ->
                fields("id", list.id(), "type", "list", "text", String.join("\n", list.items()));
            case Clipping.PictureBlock picture -> {
                Map<String, @Nullable Object> fields = fields("id", picture.id(), "type", "picture");
                fields.putAll(picture("text", picture.picture()));
                yield fields;
            }
            case Clipping.Teaser teaser ->
                fields(
                        "id",
                        teaser.id(),
                        "title",
                        teaser.title(),
                        "credit",
                        teaser.credit(),
                        "creditDetail",
                        teaser.creditDetail(),
                        "archive",
                        teaser.archive());
        };
    }

    private static Map<String, @Nullable Object> picture(String caption, Clipping.Picture picture) {
        return fields(
                caption,
                picture.caption(),
                "credit",
                picture.credit(),
                "creditDetail",
                picture.creditDetail(),
                "archive",
                picture.archive());
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
