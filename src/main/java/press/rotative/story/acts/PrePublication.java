package press.rotative.story.acts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.story.AuthorId;
import press.rotative.story.Authors;
import press.rotative.story.Block;
import press.rotative.story.Concepts;
import press.rotative.story.Sections;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryKind;

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
        references(sql, content, errors);
        var pictures = new Pictures(sql).find(content.pictures());
        content.pictures().stream()
                .filter(id -> !pictures.containsKey(id))
                .forEach(id -> errors.add("There is no picture " + id.value() + ". Take it out."));
        return new Findings(errors, lacks(content, pictures));
    }

    /// What may be let through where a source lacks it.
    ///
    /// @param pictures those that the content shows and that are here
    static List<String> lacks(StoryContent content, Map<PictureId, Picture> pictures) {
        var lacks = new ArrayList<String>();
        if (content.section() == null) {
            lacks.add("The section is missing. Choose one.");
        }
        if (content.kind() != StoryKind.BRIEF) {
            if (content.standfirst() == null) {
                lacks.add("The standfirst is missing. Say in one or two sentences what the story is about.");
            }
            if (content.byline().isEmpty()) {
                lacks.add("The byline is missing. Name who wrote the story.");
            }
        }
        kind(content, lacks);
        for (PictureId id : content.pictures()) {
            Picture picture = pictures.get(id);
            if (picture != null) {
                picture(content, picture, lacks);
            }
        }
        return lacks;
    }

    /// What makes a story one of its kind.
    private static void kind(StoryContent content, List<String> lacks) {
        List<Block> blocks = content.body().blocks();
        if (content.kind() == StoryKind.INTERVIEW && blocks.stream().noneMatch(Block.Question.class::isInstance)) {
            lacks.add("An interview has questions. Make at least one block of the type 'question'.");
        }
        if (content.kind() == StoryKind.GALLERY
                && blocks.stream().filter(Block.Illustration.class::isInstance).count() < 2) {
            lacks.add("A gallery has pictures. Put at least two into the body.");
        }
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

    private static void references(DSLContext sql, StoryContent content, List<String> errors) {
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
    }

    private static void picture(StoryContent content, Picture picture, List<String> lacks) {
        long number = picture.id().value();
        if (picture.credit() == null) {
            lacks.add("Picture " + number + " has no credit. Name who made it.");
        }
        if (picture.held() && picture.alt() == null && !altGiven(content, picture.id())) {
            lacks.add("Picture " + number + " has no alternative text. Describe it for people who do not see it.");
        }
    }

    private static boolean altGiven(StoryContent content, PictureId id) {
        boolean hero = content.hero() == null
                || !content.hero().picture().equals(id)
                || content.hero().alt() != null;
        return hero
                && content.body().blocks().stream()
                        .allMatch(block -> !(block instanceof Block.Illustration illustration)
                                || !illustration.picture().equals(id)
                                || illustration.alt() != null);
    }
}
