package press.rotative;

import static press.rotative.platform.db.Tables.ADDRESS_CODE;
import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.platform.db.tables.records.StoryRecord;
import press.rotative.publication.Subject;
import press.rotative.story.PubStatus;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryJson;
import press.rotative.story.Texts;

/// Stories against their versions: what the lists find them by, the section they stand in, their code.
final class StoryInspection {
    private StoryInspection() {}

    /// @return how many stories there are
    static long walk(DSLContext sql, Consumer<String> found) {
        ListInspection.misplaced(sql, found);
        return PagedWalk.over(
                (@Nullable StoryRecord last) -> sql.selectFrom(STORY)
                        .where(STORY.ID.gt(last == null ? 0 : last.getId()))
                        .orderBy(STORY.ID)
                        .limit(PagedWalk.PAGE)
                        .fetch(),
                page -> compare(sql, page, found));
    }

    private static void compare(DSLContext sql, List<StoryRecord> page, Consumer<String> found) {
        List<Long> ids = page.stream().map(StoryRecord::getId).toList();
        Map<Long, Map<Integer, StoryContent>> texts = texts(sql, ids, found);
        Map<Long, String> codes = sql.select(ADDRESS_CODE.SUBJECT_ID, ADDRESS_CODE.CODE)
                .from(ADDRESS_CODE)
                .where(ADDRESS_CODE.SUBJECT_KIND.eq(Subject.Kind.STORY.name()))
                .and(ADDRESS_CODE.SUBJECT_ID.in(ids))
                .and(ADDRESS_CODE.CODE.isNotNull())
                .fetchMap(row -> row.value1(), row -> row.value2());
        var lists = new ListInspection(sql, ids);
        var notices = NoteInspection.notices(sql, ids);
        for (StoryRecord story : page) {
            long id = story.getId();
            Map<Integer, StoryContent> own = texts.getOrDefault(id, Map.of());
            StoryContent live = story.getLiveVersion() == null ? null : own.get(story.getLiveVersion());
            boolean usable = PubStatus.USABLE.name().equals(story.getPubStatus());
            if (usable && live == null) {
                found.accept("Story " + id + " is public, but the text of its live version is not there.");
                continue;
            }
            lists.compare(id, usable ? live : null, own.values(), found);
            NoteInspection.notice(story, notices.get(id), found);
            if (usable && live != null) {
                columns(story, live, codes.get(id), found);
            }
            if (live != null && !Texts.key(live.headline()).equals(story.getHeadlineKey())) {
                found.accept("Story " + id + " is found by another headline than the one of its live version.");
            }
        }
    }

    /// The texts that are there, by story and version.
    private static Map<Long, Map<Integer, StoryContent>> texts(
            DSLContext sql, Collection<Long> ids, Consumer<String> found) {
        var texts = new HashMap<Long, Map<Integer, StoryContent>>();
        sql.select(STORY_VERSION.STORY_ID, STORY_VERSION.VERSION, STORY_VERSION.CONTENT)
                .from(STORY_VERSION)
                .where(STORY_VERSION.STORY_ID.in(ids))
                .and(STORY_VERSION.CONTENT.isNotNull())
                .forEach(row -> {
                    try {
                        texts.computeIfAbsent(row.value1(), id -> new HashMap<>())
                                .put(row.value2(), StoryJson.read(row.value3()));
                    } catch (Problem problem) {
                        found.accept("Version " + row.value2() + " of story " + row.value1() + " cannot be read: "
                                + problem.sentence());
                    }
                });
        return texts;
    }

    private static void columns(
            StoryRecord story, StoryContent content, @Nullable String code, Consumer<String> found) {
        String name = "Story " + story.getId();
        if (code == null || !code.equals(story.getCode())) {
            found.accept(name + " is public, but its code " + story.getCode() + " does not lead to it.");
        }
        Long section = content.section() == null ? null : content.section().value();
        if (!Objects.equals(section, story.getSectionId())) {
            found.accept(
                    name + " is listed in section " + story.getSectionId() + ", but its text says " + section + ".");
        }
        if (!content.kind().name().equals(story.getKind())) {
            found.accept(name + " is listed as " + story.getKind() + ", but its text says " + content.kind() + ".");
        }
        if (story.getPublishedAt() == null) {
            found.accept(name + " is public, but has no time of publication.");
        }
    }
}
