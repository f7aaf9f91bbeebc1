package press.rotative.newsroom.manage;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Tongue;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.story.Concept;
import press.rotative.story.ConceptKind;
import press.rotative.story.Concepts;
import press.rotative.story.Edition;
import press.rotative.story.Editions;

/// What the form of a concept holds: a kind, and a label in each language of the editions and of the concept itself.
final class ConceptForm {
    private ConceptForm() {}

    /// In the order of the editions.
    ///
    /// @param concept null: one that is being added
    static List<String> languages(DSLContext sql, @Nullable Concept concept) {
        Set<String> languages = new LinkedHashSet<>();
        new Editions(sql).all().stream().map(Edition::language).forEach(languages::add);
        if (concept != null) {
            languages.addAll(new TreeMap<>(concept.labels()).keySet());
        }
        return List.copyOf(languages);
    }

    static String field(String language) {
        return "label-" + language;
    }

    static Form fill(Form form, Concept concept) {
        form.with("version", "" + concept.version()).with("kind", concept.kind().label());
        concept.labels().forEach((language, label) -> form.with(field(language), label.text()));
        return form;
    }

    static List<ConceptPage.Field> fields(Shell shell, List<String> languages) {
        return languages.stream()
                .map(language -> {
                    var tongue = Tongue.of(language);
                    return new ConceptPage.Field(
                            field(language),
                            shell.say(
                                    "manage.concept.label",
                                    tongue.locale()
                                            .getDisplayName(shell.tongue().locale())),
                            language,
                            tongue.direction());
                })
                .toList();
    }

    /// What was typed; a field that is left empty is no label.
    ///
    /// @return null when a field is wrong; the form says which
    static @Nullable Map<String, String> labels(Form form, List<String> languages) {
        var labels = new LinkedHashMap<String, String>();
        for (String language : languages) {
            if (!form.value(field(language)).isBlank()) {
                String label = form.take(field(language), Concepts::checkedLabel);
                if (label != null) {
                    labels.put(language, label);
                }
            }
        }
        if (form.good() && labels.isEmpty()) {
            form.refuseField(field(languages.isEmpty() ? "" : languages.getFirst()), "problem.concept.labels");
        }
        return form.good() ? labels : null;
    }

    /// Others of that kind and one of the labels that are new, by the field that names them.
    ///
    /// @param self null: one that is being added
    static Map<String, Concept> known(
            DSLContext sql, Form form, ConceptKind kind, List<String> languages, @Nullable Concept self) {
        var others = new LinkedHashMap<String, Concept>();
        for (String language : languages) {
            String label = form.value(field(language)).strip();
            boolean kept = self != null
                    && self.kind() == kind
                    && self.labels().containsKey(language)
                    && self.label(language).text().equals(label);
            if (!kept && !label.isEmpty()) {
                new Concepts(sql)
                        .named(kind, language, label)
                        .filter(other -> self == null || !other.id().equals(self.id()))
                        .ifPresent(other -> others.put(field(language), other));
            }
        }
        return others;
    }

    /// What a colleague added meanwhile stands in its field, for a field that was not sent would take it away.
    static void fillUnsent(Form form, Concept concept) {
        concept.labels().forEach((language, label) -> {
            if (form.values(field(language)).isEmpty()) {
                form.with(field(language), label.text());
            }
        });
    }

    /// The labels that were there and are left empty now.
    static Set<String> dropped(Concept before, Map<String, String> labels) {
        var dropped = new HashSet<>(before.labels().keySet());
        dropped.removeAll(labels.keySet());
        return dropped;
    }

    /// All labels in a line, those of the editions first.
    static String said(Concept concept, List<String> languages) {
        return String.join(
                " · ",
                languages.stream()
                        .filter(concept.labels()::containsKey)
                        .map(language -> concept.label(language).text())
                        .distinct()
                        .toList());
    }
}
