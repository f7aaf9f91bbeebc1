package press.rotative.newsroom.stories;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Transaction;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Authors;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.Concepts;
import press.rotative.story.Contribution;
import press.rotative.story.Editions;
import press.rotative.story.Related;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateConcept;

/// Who and what the names in a story's form are: those of the story before come first, then the lists of authors and
/// concepts.
final class NamesOfStory {
    private static final Pattern WITH_ROLE = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)");

    private final DSLContext sql;
    private final String language;
    private final Map<String, Contribution> signed = new LinkedHashMap<>();
    private final Map<ConceptKind, Map<String, ConceptId>> tagged = new EnumMap<>(ConceptKind.class);

    /// @param language of the story's edition
    /// @param base the content that the writer began from
    NamesOfStory(DSLContext sql, String language, StoryContent base) {
        this.sql = sql;
        this.language = language;
        Map<AuthorId, Author> authors = new Authors(sql)
                .find(base.byline().stream().map(Contribution::author).toList());
        for (Contribution each : base.byline()) {
            Author author = authors.get(each.author());
            if (author != null) {
                signed.putIfAbsent(author.name() + (each.role() == null ? "" : " (" + each.role() + ")"), each);
            }
        }
        Map<ConceptId, Concept> concepts = new Concepts(sql).find(base.concepts());
        for (ConceptKind kind : ConceptKind.values()) {
            tagged.put(kind, new LinkedHashMap<>());
        }
        for (ConceptId id : base.concepts()) {
            Concept concept = concepts.get(id);
            if (concept != null) {
                tagged.getOrDefault(concept.kind(), Map.of())
                        .putIfAbsent(concept.label(language).text(), id);
            }
        }
    }

    /// @param related lines, as [RelatedLines#shown]
    TypedStory.Named shown(String related) {
        var concepts = new EnumMap<ConceptKind, List<String>>(ConceptKind.class);
        tagged.forEach((kind, labels) -> concepts.put(kind, List.copyOf(labels.keySet())));
        return new TypedStory.Named(List.copyOf(signed.keySet()), concepts, related);
    }

    /// Names that stand in no list, by the field they were typed into.
    Map<String, List<String>> unknown(TypedStory typed) {
        var unknown = new LinkedHashMap<String, List<String>>();
        for (String name : typed.byline()) {
            if (contribution(name).isEmpty()) {
                unknown.computeIfAbsent("byline", field -> new ArrayList<>()).add(name);
            }
        }
        for (Map.Entry<ConceptKind, String> label : typed.labels()) {
            if (concept(label.getKey(), label.getValue()).isEmpty()) {
                unknown.computeIfAbsent(label.getKey().label(), field -> new ArrayList<>())
                        .add(label.getValue());
            }
        }
        return unknown;
    }

    /// Whether all names are known, or may be added; else the form says which are not.
    static boolean known(Screens screens, long id, Form form, StoryContent base, TypedStory typed) {
        boolean added = form.has("add-names", "on") && Policy.allowsSomewhere(screens.actor(), Power.MANAGE_AUTHORS);
        Actor actor = screens.actor();
        Map<String, List<String>> unknown = screens.read(sql -> {
            var edition =
                    new Editions(sql).get(new Stories(sql).get(new StoryId(id)).edition());
            Map<String, List<String>> names =
                    added ? new HashMap<>() : new NamesOfStory(sql, edition.language(), base).unknown(typed);
            List<String> related = new RelatedLines(sql, actor, base).unknown(typed.related());
            if (!related.isEmpty()) {
                names.put("related", related);
            }
            return names;
        });
        unknown.forEach((field, names) -> form.refuseField(
                field,
                field.equals("related") ? "problem.story.related" : "problem.story.names",
                String.join("; ", names)));
        return unknown.isEmpty();
    }

    private Optional<Contribution> contribution(String name) {
        Contribution before = signed.get(name);
        if (before != null) {
            return Optional.of(before);
        }
        var authors = new Authors(sql);
        Optional<Author> whole = authors.named(name);
        if (whole.isPresent()) {
            return Optional.of(new Contribution(whole.get().id(), null));
        }
        Matcher parts = WITH_ROLE.matcher(name);
        return parts.matches()
                ? authors.named(parts.group(1)).map(author -> new Contribution(author.id(), parts.group(2)))
                : Optional.empty();
    }

    private Optional<ConceptId> concept(ConceptKind kind, String label) {
        ConceptId before = tagged.getOrDefault(kind, Map.of()).get(label);
        return before != null
                ? Optional.of(before)
                : new Concepts(sql).named(kind, language, label).map(Concept::id);
    }

    /// The content with all that was typed. Names that stand in no list are added to it, as far as the actor may.
    ///
    /// @throws press.rotative.platform.Problem FORBIDDEN where they may not; INVALID for what no story may hold
    StoryContent content(
            Transaction transaction, Actor actor, StoryContent base, TypedStory typed, List<Related> related) {
        var byline = new ArrayList<Contribution>();
        for (String name : typed.byline()) {
            byline.add(contribution(name).orElseGet(() -> added(transaction, actor, name)));
        }
        var concepts = new LinkedHashSet<ConceptId>();
        for (Map.Entry<ConceptKind, String> label : typed.labels()) {
            concepts.add(concept(label.getKey(), label.getValue())
                    .orElseGet(() -> new CreateConcept(actor, label.getKey(), Map.of(language, label.getValue()))
                            .perform(transaction)
                            .id()));
        }
        return new StoryContent(
                typed.kind(),
                typed.headline(),
                typed.standfirst(),
                typed.section(),
                byline,
                typed.dateline(),
                typed.slug(),
                typed.slugline(),
                typed.urgency(),
                typed.hero(),
                inOrder(base, concepts),
                typed.body(),
                related,
                base.translatedFrom(),
                typed.sources(),
                typed.making(),
                base.publishedAt(),
                typed.noteToEditors());
    }

    private static Contribution added(Transaction transaction, Actor actor, String name) {
        Matcher parts = WITH_ROLE.matcher(name);
        @Nullable String role = parts.matches() ? parts.group(2) : null;
        String plain = role == null ? name : parts.group(1);
        return new Contribution(
                new CreateAuthor(actor, plain, null).perform(transaction).id(), role);
    }

    /// Those of before in their order, then the new ones: the form shows them by kind.
    private static List<ConceptId> inOrder(StoryContent base, LinkedHashSet<ConceptId> concepts) {
        var order = new ArrayList<>(
                base.concepts().stream().filter(concepts::contains).toList());
        concepts.stream().filter(each -> !order.contains(each)).forEach(order::add);
        return order;
    }
}
