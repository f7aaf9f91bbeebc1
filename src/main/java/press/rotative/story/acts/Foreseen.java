package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.STORY_AWAITS;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import press.rotative.publication.Subject;
import press.rotative.story.ConceptMerges;
import press.rotative.story.Reach;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.Texts;

/// What the publication of a text would meet and reach, before anybody decides: nothing is written.
///
/// @param touched whose pages can change, over-complete
/// @param errors what must be mended first
/// @param lacks what the text lacks: a refusal for staff too
public record Foreseen(Set<Subject> touched, List<String> errors, List<String> lacks) {
    private static final int MOST_WAITING = 100;

    public Foreseen {
        touched = Set.copyOf(touched);
        errors = List.copyOf(errors);
        lacks = List.copyOf(lacks);
    }

    public static Foreseen of(DSLContext sql, Story story, StoryContent content) {
        var findings = PrePublication.of(sql, story, content);
        Set<Subject> touched = new HashSet<>(Reach.of(sql, story.id()));
        if (content.section() != null) {
            touched.add(content.section().subject());
        }
        new ConceptMerges(sql).kept(content.concepts()).forEach(each -> touched.add(each.subject()));
        content.byline().forEach(each -> touched.add(each.author().subject()));
        content.pictures().forEach(each -> touched.add(each.subject()));
        sql.selectDistinct(STORY_AWAITS.STORY_ID)
                .from(STORY_AWAITS)
                .where(STORY_AWAITS.EDITION_ID.eq(story.edition().value()))
                .and(STORY_AWAITS.HEADLINE_KEY.eq(Texts.key(content.headline())))
                .limit(MOST_WAITING)
                .forEach(row -> touched.add(new Subject(Subject.Kind.STORY, row.value1())));
        return new Foreseen(touched, findings.errors(), findings.lacks());
    }

    /// What taking the story away, or giving it back, can change.
    public static Set<Subject> reach(DSLContext sql, Story story) {
        return Reach.ofStanding(sql, story.id());
    }
}
