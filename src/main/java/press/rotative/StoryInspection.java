package press.rotative;

import static press.rotative.platform.db.Tables.ADDRESS_CODE;
import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_DRAFT;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.platform.db.tables.records.StoryRecord;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Subject;
import press.rotative.story.PubStatus;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryJson;
import press.rotative.story.Texts;
import press.rotative.story.Workflow;

/// Stories against their versions: what the lists find them by, the section they stand in, their code.
final class StoryInspection {
    private StoryInspection() {}

    /// @return how many stories there are
    static long walk(PagedWalk pages, DSLContext sql, Consumer<String> found) {
        ListInspection.misplaced(sql, found);
        return pages.over(
                (@Nullable StoryRecord last) -> sql.selectFrom(STORY)
                        .where(STORY.ID.gt(last == null ? 0 : last.getId()))
                        .orderBy(STORY.ID)
                        .limit(PagedWalk.PAGE)
                        .fetch(),
                page -> compare(sql, page, found));
    }

    private static void compare(DSLContext sql, List<StoryRecord> page, Consumer<String> found) {
        List<Long> ids = page.stream().map(StoryRecord::getId).toList();
        Map<Long, NavigableMap<Integer, Told>> told = told(sql, ids, found);
        Set<Long> drafted = sql.select(STORY_DRAFT.STORY_ID)
                .from(STORY_DRAFT)
                .where(STORY_DRAFT.STORY_ID.in(ids))
                .fetchSet(STORY_DRAFT.STORY_ID);
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
            NavigableMap<Integer, Told> own = told.getOrDefault(id, Collections.emptyNavigableMap());
            axes(story, own, drafted.contains(id), found);
            Told last = own.get(story.getLiveVersion() == null ? 0 : story.getLiveVersion());
            StoryContent live = last == null ? null : last.content();
            boolean usable = PubStatus.USABLE.name().equals(story.getPubStatus());
            if (usable && live == null) {
                found.accept("Story " + id + " is public, but the text of its live version is not there.");
                continue;
            }
            List<StoryContent> texts = own.values().stream()
                    .map(Told::content)
                    .filter(Objects::nonNull)
                    .toList();
            lists.compare(id, usable ? live : null, texts, found);
            NoteInspection.notice(story, notices.get(id), found);
            if (usable && live != null) {
                columns(story, live, codes.get(id), found);
            }
            if (live != null && !Texts.key(live.headline()).equals(story.getHeadlineKey())) {
                found.accept("Story " + id + " is found by another headline than the one of its live version.");
            }
        }
    }

    /// A published version.
    ///
    /// @param content null: destroyed
    private record Told(long at, PublicAct act, @Nullable StoryContent content) {}

    /// All versions, by story and number.
    private static Map<Long, NavigableMap<Integer, Told>> told(
            DSLContext sql, Collection<Long> ids, Consumer<String> found) {
        var told = new HashMap<Long, NavigableMap<Integer, Told>>();
        sql.select(
                        STORY_VERSION.STORY_ID,
                        STORY_VERSION.VERSION,
                        STORY_VERSION.AT,
                        STORY_VERSION.CONTENT,
                        STORY_VERSION.ACT)
                .from(STORY_VERSION)
                .where(STORY_VERSION.STORY_ID.in(ids))
                .forEach(row -> {
                    StoryContent content = null;
                    try {
                        content = row.value4() == null ? null : StoryJson.read(row.value4());
                    } catch (Problem problem) {
                        found.accept("Version " + row.value2() + " of story " + row.value1() + " cannot be read: "
                                + problem.sentence());
                    }
                    told.computeIfAbsent(row.value1(), id -> new TreeMap<>())
                            .put(row.value2(), new Told(row.value3(), PublicAct.valueOf(row.value5()), content));
                });
        return told;
    }

    /// Both axes and the numbers and times that the story repeats of its versions.
    private static void axes(
            StoryRecord story, NavigableMap<Integer, Told> versions, boolean drafted, Consumer<String> found) {
        String name = "Story " + story.getId();
        if ((Workflow.valueOf(story.getWorkflow()) == Workflow.PUBLISHED) == drafted) {
            found.accept(name + " is " + story.getWorkflow() + " in the workflow and has "
                    + (drafted ? "a draft." : "no draft."));
        }
        int last = versions.isEmpty() ? 0 : versions.lastKey();
        Integer live = story.getLiveVersion();
        if (story.getLastVersion() != last || (live == null ? 0 : live) != last) {
            found.accept(name + " reads version " + live + " and counts " + story.getLastVersion()
                    + ", but the last one is " + last + ".");
        }
        if (versions.isEmpty()) {
            if (story.getPubStatus() != null) {
                found.accept(name + " is " + story.getPubStatus() + ", but was never published.");
            }
            return;
        }
        if (story.getPubStatus() == null) {
            found.accept(name + " has versions, but no publication status.");
        }
        Long changed = versions.descendingMap().values().stream()
                .filter(each -> !each.act().ties())
                .map(Told::at)
                .findFirst()
                .orElse(null);
        if (!Objects.equals(story.getUpdatedAt(), changed)) {
            found.accept(name + " was changed at another time than its last version.");
        }
        Told first = versions.firstEntry().getValue();
        if (first.content() != null) {
            Long said = first.content().publishedAt();
            long expected = said == null ? first.at() : Math.min(said, first.at());
            if (!Long.valueOf(expected).equals(story.getPublishedAt())) {
                found.accept(name + " is listed under another time than that of its first publication.");
            }
        }
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
    }
}
