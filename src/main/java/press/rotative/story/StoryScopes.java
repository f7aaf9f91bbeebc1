package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY_DRAFT;
import static press.rotative.platform.db.Tables.STORY_PLAN;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import press.rotative.people.Actor;
import press.rotative.people.Scope;

/// Where stories stand, for the policy: in the sections of their public texts, of their drafts and of the texts that
/// wait. Many at once take as many statements as one.
final class StoryScopes {
    private StoryScopes() {}

    /// @param stories some hundreds
    static Map<StoryId, Scope> of(DSLContext sql, Actor actor, Collection<Story> stories) {
        if (stories.isEmpty()) {
            return Map.of();
        }
        List<Long> ids = stories.stream().map(story -> story.id().value()).toList();
        Map<Long, String> drafts = sql.select(STORY_DRAFT.STORY_ID, STORY_DRAFT.CONTENT)
                .from(STORY_DRAFT)
                .where(STORY_DRAFT.STORY_ID.in(ids))
                .fetchMap(STORY_DRAFT.STORY_ID, STORY_DRAFT.CONTENT);
        Map<Long, String> plans = sql.select(STORY_PLAN.STORY_ID, STORY_PLAN.CONTENT)
                .from(STORY_PLAN)
                .where(STORY_PLAN.STORY_ID.in(ids))
                .fetchMap(STORY_PLAN.STORY_ID, STORY_PLAN.CONTENT);
        Set<Long> own = StoryStaff.of(sql, ids, actor);
        var scopes = new HashMap<StoryId, Scope>();
        for (Story story : stories) {
            long id = story.id().value();
            Set<Long> sections = Stream.of(
                            Optional.ofNullable(story.section()),
                            Optional.ofNullable(drafts.get(id))
                                    .map(each -> StoryJson.read(each).section()),
                            Optional.ofNullable(plans.get(id))
                                    .map(each -> StoryJson.read(each).section()))
                    .flatMap(Optional::stream)
                    .map(SectionId::value)
                    .collect(Collectors.toSet());
            scopes.put(story.id(), new Scope(story.edition().value(), sections, own.contains(id)));
        }
        return scopes;
    }
}
