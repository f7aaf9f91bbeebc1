package press.rotative.story.acts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jooq.DSLContext;
import press.rotative.media.Pictures;
import press.rotative.story.AuthorId;
import press.rotative.story.Authors;
import press.rotative.story.Concepts;
import press.rotative.story.Families;
import press.rotative.story.Lacks;
import press.rotative.story.Sections;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;

/// What is looked at before a story becomes public.
final class PrePublication {

    /// Findings: what must be mended, and what may be let through where a source lacks it.
    record Findings(List<String> errors, List<String> lacks) {}

    private PrePublication() {}

    static Findings of(DSLContext sql, Story story, StoryContent content) {
        var errors = new ArrayList<String>();
        if (content.headline().isBlank()) {
            errors.add("The headline is missing. Write one.");
        }
        if (content.body().blocks().isEmpty() && content.standfirst() == null) {
            errors.add("The story has no text. Write at least one paragraph.");
        }
        section(sql, story, content, errors);
        references(sql, story, content, errors);
        var pictures = new Pictures(sql).find(content.pictures());
        content.pictures().stream()
                .filter(id -> !pictures.containsKey(id))
                .forEach(id -> errors.add("There is no picture " + id.value() + ". Take it out."));
        return new Findings(errors, Lacks.of(content, pictures));
    }

    private static void section(DSLContext sql, Story story, StoryContent content, List<String> errors) {
        if (content.section() == null) {
            return;
        }
        boolean own = new Sections(sql)
                .find(content.section())
                .map(section -> section.edition().equals(story.edition()))
                .orElse(false);
        if (!own) {
            errors.add("Section " + content.section().value()
                    + " does not belong to the story's edition. Choose another.");
        }
    }

    private static void references(DSLContext sql, Story story, StoryContent content, List<String> errors) {
        var authors = new HashSet<AuthorId>();
        content.byline().forEach(each -> authors.add(each.author()));
        authors.removeAll(new Authors(sql).find(authors).keySet());
        authors.forEach(id -> errors.add("There is no author " + id.value() + ". Take the name out of the byline."));
        var concepts = new HashSet<>(content.concepts());
        concepts.removeAll(new Concepts(sql).find(content.concepts()).keySet());
        concepts.forEach(id -> errors.add("There is no concept " + id.value() + ". Take it out."));
        var stories = new Stories(sql);
        content.usedStories().stream()
                .filter(id -> stories.find(id).isEmpty())
                .forEach(
                        id -> errors.add("There is no story " + id.value() + ". Take it out of the body or the list."));
        if (content.translatedFrom() != null
                && stories.find(content.translatedFrom().story()).isEmpty()) {
            errors.add("The story that this one translates is not here.");
        }
        new Families(sql).refusal(story, content.translatedFrom()).ifPresent(problem -> errors.add(problem.sentence()));
    }
}
