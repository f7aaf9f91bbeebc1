package press.rotative.newsroom.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Slug;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.newsroom.Form;
import press.rotative.platform.Problem;
import press.rotative.story.Body;
import press.rotative.story.ConceptKind;
import press.rotative.story.PictureUse;
import press.rotative.story.SectionId;
import press.rotative.story.Source;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryKind;

/// What somebody typed into the form of a story, read as far as it goes without asking who and what the names are.
///
/// @param byline names as they were typed, with what they did in brackets
/// @param concepts labels as they were typed
/// @param related lines, see [RelatedLines]
record TypedStory(
        StoryKind kind,
        String headline,
        String standfirst,
        @Nullable SectionId section,
        List<String> byline,
        Map<ConceptKind, List<String>> concepts,
        String dateline,
        String slugline,
        @Nullable String slug,
        int urgency,
        @Nullable PictureUse hero,
        Body body,
        List<String> related,
        List<Source> sources,
        String making,
        String noteToEditors) {
    private static final int LONGEST_HEADLINE = 300;
    private static final int LONGEST_STANDFIRST = 3000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 3000;
    private static final int LONGEST_NOTE_TO_EDITORS = 5000;
    private static final int LONGEST_LIST = 60_000;
    private static final int MOST_IN_BYLINE = 50;
    private static final int MOST_CONCEPTS = 200;
    private static final int MOST_RELATED = 50;
    private static final int MOST_SOURCES = 100;

    /// Notes in the form what is wrong.
    ///
    /// @param base the content that the writer began from
    /// @param ownPath from an address of this newsroom to its path
    /// @return null: something is wrong
    static @Nullable TypedStory read(Form form, StoryContent base, UnaryOperator<String> ownPath) {
        String headline = form.take("headline", text -> line(text, LONGEST_HEADLINE));
        String standfirst = form.take("standfirst", text -> shorter(text.strip(), LONGEST_STANDFIRST));
        List<String> byline = form.take("byline", text -> names(text, MOST_IN_BYLINE));
        String dateline = form.take("dateline", text -> line(text, LONGEST_NAME));
        String slugline = form.take("slugline", text -> line(text, LONGEST_NAME));
        String slug = form.take("slug", TypedStory::slug);
        Body body = form.take("body", text -> BlockMatch.of(base.body(), text));
        Optional<PictureId> hero = form.take("hero", TypedStory::picture);
        Optional<String> caption = form.take("hero-caption", TypedStory::words);
        Optional<String> alt = form.take("hero-alt", TypedStory::words);
        List<String> related = form.take(
                "related", text -> fewer(RelatedLines.lines(shorter(text, LONGEST_LIST), ownPath), MOST_RELATED));
        List<Source> sources = form.take(
                "sources", text -> fewer(SourceLines.read(shorter(text, LONGEST_LIST), base.sources()), MOST_SOURCES));
        String making = form.take("making", text -> shorter(text.strip(), LONGEST_NOTE));
        String noteToEditors = form.take("note-to-editors", text -> shorter(text.strip(), LONGEST_NOTE_TO_EDITORS));
        Map<ConceptKind, List<String>> concepts = new EnumMap<>(ConceptKind.class);
        for (ConceptKind kind : ConceptKind.values()) {
            List<String> labels = form.take(kind.label(), text -> names(text, MOST_CONCEPTS));
            concepts.put(kind, labels == null ? List.of() : labels);
        }
        if (!form.good()
                || headline == null
                || standfirst == null
                || byline == null
                || dateline == null
                || slugline == null
                || slug == null
                || body == null
                || hero == null
                || caption == null
                || alt == null
                || related == null
                || sources == null
                || making == null
                || noteToEditors == null) {
            return null;
        }
        return new TypedStory(
                kind(form.value("kind"), base.kind()),
                headline,
                standfirst,
                section(form.value("section")),
                byline,
                concepts,
                dateline,
                slugline,
                slug.isEmpty() ? null : slug,
                urgency(form.value("urgency"), base.urgency()),
                hero.isEmpty() ? null : new PictureUse(hero.get(), caption.orElse(null), alt.orElse(null)),
                body,
                related,
                sources,
                making,
                noteToEditors);
    }

    /// Line breaks in a field of one line are spaces.
    private static String line(String text, int longest) {
        return shorter(text.replaceAll("[\\r\\n\\t]+", " ").strip(), longest);
    }

    private static String shorter(String text, int longest) {
        String plain = text.replace("\r\n", "\n");
        if (plain.length() > longest) {
            throw Problem.invalid("At most " + longest + " letters; these are " + plain.length() + ".")
                    .as("problem.story.long", longest, plain.length());
        }
        return plain;
    }

    private static <T> List<T> fewer(List<T> all, int most) {
        if (all.size() > most) {
            throw Problem.invalid("At most " + most + " of these; there are " + all.size() + ".")
                    .as("problem.story.most", most, all.size());
        }
        return all;
    }

    private static List<String> names(String text, int most) {
        List<String> names = Arrays.stream(text.split("[;؛\\r\\n]"))
                .map(name -> line(name, LONGEST_NAME))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return fewer(names, most);
    }

    private static String slug(String text) {
        if (text.isBlank()) {
            return "";
        }
        try {
            return Slug.checked(text.strip());
        } catch (Problem wrong) {
            throw wrong.as("problem.story.slug");
        }
    }

    private static Optional<PictureId> picture(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (!text.strip().matches("[1-9][0-9]{0,14}")) {
            throw Problem.invalid("The lead picture is named by its number.").as("problem.story.hero");
        }
        return Optional.of(new PictureId(Long.parseLong(text.strip())));
    }

    private static Optional<String> words(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(shorter(text.strip(), PictureDescription.LONGEST));
    }

    private static @Nullable SectionId section(String text) {
        return text.matches("[1-9][0-9]{0,14}") ? new SectionId(Long.parseLong(text)) : null;
    }

    private static StoryKind kind(String text, StoryKind otherwise) {
        return Arrays.stream(StoryKind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElse(otherwise);
    }

    private static int urgency(String text, int otherwise) {
        return text.matches("[1-9]") ? Integer.parseInt(text) : otherwise;
    }

    /// Fills the form with a content, so that it reads back as the same.
    static void fill(Form form, StoryContent content, Named named) {
        form.with("headline", content.headline())
                .with("standfirst", content.standfirst())
                .with("kind", content.kind().name().toLowerCase(Locale.ROOT))
                .with(
                        "section",
                        content.section() == null
                                ? ""
                                : Long.toString(content.section().value()))
                .with("byline", String.join("; ", named.byline()))
                .with("dateline", content.dateline())
                .with("slugline", content.slugline())
                .with("slug", content.slug())
                .with("urgency", Integer.toString(content.urgency()))
                .with("body", MarkedBlocks.write(content.body().blocks()))
                .with("related", named.related())
                .with("sources", SourceLines.write(content.sources()))
                .with("making", content.making())
                .with("note-to-editors", content.noteToEditors());
        PictureUse hero = content.hero();
        form.with("hero", hero == null ? "" : Long.toString(hero.picture().value()))
                .with("hero-caption", hero == null ? "" : hero.caption())
                .with("hero-alt", hero == null ? "" : hero.alt());
        for (ConceptKind kind : ConceptKind.values()) {
            form.with(kind.label(), String.join("; ", named.concepts().getOrDefault(kind, List.of())));
        }
    }

    /// Names of a content as its form shows them.
    ///
    /// @param related lines
    record Named(List<String> byline, Map<ConceptKind, List<String>> concepts, String related) {
        Named {
            byline = List.copyOf(byline);
            concepts = Map.copyOf(concepts);
        }
    }

    /// All labels with their kinds.
    List<Map.Entry<ConceptKind, String>> labels() {
        var all = new ArrayList<Map.Entry<ConceptKind, String>>();
        concepts.forEach((kind, labels) -> labels.forEach(label -> all.add(Map.entry(kind, label))));
        return all;
    }
}
