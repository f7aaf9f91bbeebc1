package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;

/// Translation families: an original, what was translated from it, and what was translated from that. A family has at
/// most one story in each edition, killed ones aside, and nothing in it is made from itself.
///
/// A story that was never public belongs to the family that its draft names; one that was public to that of its public
/// text, until another text is published.
public final class Families {
    private static final int MOST = 200;
    private static final int TRIES = 10;

    private final DSLContext sql;

    public Families(DSLContext sql) {
        this.sql = sql;
    }

    /// All members, whatever their state, by number.
    public List<Story> members(Story story) {
        return sql
                .selectFrom(STORY)
                .where(STORY.FAMILY_ID.eq(story.family()))
                .or(STORY.ID.eq(story.id().value()))
                .orderBy(STORY.ID)
                .limit(MOST)
                .fetch(Stories::read)
                .stream()
                .toList();
    }

    /// The member of a story's family that stands in an edition, as far as somebody may read it; killed ones aside,
    /// and rather one that everybody reads.
    public Optional<Story> in(EditionId edition, Story story, Actor reader) {
        var stories = new Stories(sql);
        return members(story).stream()
                .filter(member -> member.edition().equals(edition) && member.pubStatus() != PubStatus.CANCELED)
                .filter(member -> member.pubStatus() == PubStatus.USABLE || stories.readable(reader, member))
                .min(Comparator.comparing(member -> member.pubStatus() != PubStatus.USABLE));
    }

    /// Keeps all members of these stories' families as they are until the transaction ends, with their jobs, so that
    /// nobody joins, leaves or publishes meanwhile.
    public void lock(Collection<StoryId> stories) {
        lock(stories, each -> Jobs.hold(sql, each, JobKind.PUBLICATION, JobKind.EMBARGO, JobKind.EXPIRY));
    }

    /// @param first what is kept before the rows, of each member
    private void lock(Collection<StoryId> stories, LongConsumer first) {
        var locked = new LinkedHashSet<Long>();
        for (int i = 0; i < TRIES; i++) {
            List<Long> members = membersOf(stories);
            if (locked.containsAll(members)) {
                return;
            }
            members.forEach(first::accept);
            RowLocks.change(sql, STORY.ID, members);
            locked.addAll(members);
        }
        throw new Problem(
                Problem.Category.OVERLOADED,
                "Others change this story and its translations at this moment. Try again in a few seconds.");
    }

    private List<Long> membersOf(Collection<StoryId> stories) {
        List<Long> ids = stories.stream().map(StoryId::value).toList();
        return sql.select(STORY.ID)
                .from(STORY)
                .where(STORY.ID.in(ids))
                .or(STORY.FAMILY_ID.in(sql.select(STORY.FAMILY_ID).from(STORY).where(STORY.ID.in(ids))))
                .orderBy(STORY.ID)
                .fetch(STORY.ID);
    }

    /// Why a story of an edition cannot be a translation of another; empty when it can.
    ///
    /// @param translation null: it is still to be made
    public Optional<Problem> refusal(@Nullable Story translation, EditionId edition, Story original) {
        if (translation != null && translation.id().equals(original.id())) {
            return Optional.of(Problem.conflict("A story is not a translation of itself. Name another one.")
                    .as("story.refused.itself"));
        }
        if (original.pubStatus() == PubStatus.CANCELED) {
            return Optional.of(Problem.conflict("The original was killed, and a kill is final: it is not translated.")
                    .as("story.refused.killed.original"));
        }
        if (original.edition().equals(edition)) {
            return Optional.of(Problem.conflict("Both stand in the same edition. A translation stands in another one.")
                    .as("story.refused.same.edition"));
        }
        List<Story> moved = translation == null ? List.of() : withDescendants(translation);
        Optional<Problem> circle = circle(moved, original);
        if (circle.isPresent()) {
            return circle;
        }
        var editions = new HashSet<EditionId>();
        editions.add(edition);
        moved.stream()
                .filter(each -> each.pubStatus() != PubStatus.CANCELED)
                .forEach(each -> editions.add(each.edition()));
        Set<StoryId> own = new HashSet<>();
        moved.forEach(each -> own.add(each.id()));
        return members(original).stream()
                .filter(member -> member.pubStatus() != PubStatus.CANCELED
                        && !own.contains(member.id())
                        && editions.contains(member.edition()))
                .findFirst()
                .map(there -> Problem.conflict("The edition has a translation of this story already: story "
                                + there.id().value() + ".")
                        .as("story.refused.translated", number(there)));
    }

    private static Optional<Problem> circle(List<Story> moved, Story original) {
        return moved.stream().anyMatch(each -> each.id().equals(original.id()))
                ? Optional.of(Problem.conflict("Story " + original.id().value()
                                + " is itself made from this one: a story is not translated in a circle.")
                        .as("story.refused.circle", number(original)))
                : Optional.empty();
    }

    private static String number(Story story) {
        return Long.toString(story.id().value());
    }

    /// A story that somebody names as an original.
    ///
    /// @throws Problem INVALID for one that is not there, and for one that they may not read
    public Story original(Actor actor, StoryId named) {
        var stories = new Stories(sql);
        return stories.find(named)
                .filter(story -> stories.readable(actor, story))
                .orElseThrow(() -> Problem.invalid(
                                "There is no such story, or you may not read it. Name the original by its number.")
                        .as("story.refused.no.original"));
    }

    /// Checks a link that a text makes anew, so that its writer is told; it holds once the story is placed.
    ///
    /// @param before the story as it was; null: it is still to be made
    /// @throws Problem INVALID, CONFLICT
    public void check(Actor actor, @Nullable Story before, EditionId edition, @Nullable TranslatedFrom wanted) {
        TranslatedFrom had = before == null ? null : before.translates();
        if (wanted == null || had != null && had.story().equals(wanted.story())) {
            return;
        }
        refusal(before, edition, original(actor, wanted.story())).ifPresent(problem -> {
            throw problem;
        });
    }

    /// A story and all that is made from it.
    private List<Story> withDescendants(Story story) {
        List<Story> members = members(story);
        var found = new ArrayList<Story>();
        var names = new HashSet<StoryId>();
        var open = new ArrayDeque<Story>();
        open.add(story);
        names.add(story.id());
        while (!open.isEmpty()) {
            Story next = open.remove();
            found.add(next);
            members.stream()
                    .filter(member -> member.translates() != null
                            && member.translates().story().equals(next.id())
                            && names.add(member.id()))
                    .forEach(open::add);
        }
        return found;
    }

    /// What the newest text of a story translates.
    public static void note(Transaction transaction, StoryId story, @Nullable TranslatedFrom from) {
        transaction
                .sql()
                .update(STORY)
                .set(
                        STORY.TRANSLATED_FROM_ID,
                        from == null ? null : from.story().value())
                .set(STORY.TRANSLATED_VERSION, from == null ? null : from.version())
                .where(STORY.ID.eq(story.value()))
                .execute();
    }

    /// Why a story cannot stand in the family of what its text translates; empty when it can. Where it stands there
    /// already, only a circle is in its way.
    public Optional<Problem> refusal(Story story, @Nullable TranslatedFrom from) {
        return find(from)
                .flatMap(original -> original.family() == story.family()
                        ? circle(withDescendants(story), original)
                        : refusal(story, story.edition(), original));
    }

    private Optional<Story> find(@Nullable TranslatedFrom from) {
        return from == null ? Optional.empty() : new Stories(sql).find(from.story());
    }

    /// Puts a story into the family of what its text translates, or into one of its own, with all that is made from it.
    ///
    /// What becomes public stands in the log by itself. A draft does not, but what is public of its translations
    /// reads otherwise of each other, and so do the families that they leave and join.
    ///
    /// @throws Problem CONFLICT when it cannot stand there
    public static void place(Transaction transaction, Actor actor, StoryId id, @Nullable TranslatedFrom from) {
        DSLContext sql = transaction.sql();
        var stories = new Stories(sql);
        var families = new Families(sql);
        if (families.of(id, from) != stories.get(id).family()) {
            // Without their jobs: none is set or taken away, and the one of this story may be running.
            families.lock(from == null ? List.of(id) : List.of(id, from.story()), job -> {});
        }
        Story story = stories.get(id);
        families.refusal(story, from).ifPresent(problem -> {
            throw problem;
        });
        long family = families.of(id, from);
        if (family == story.family()) {
            return;
        }
        List<Story> moved = families.withDescendants(story);
        boolean told =
                story.pubStatus() == null && moved.stream().anyMatch(each -> each.pubStatus() == PubStatus.USABLE);
        Set<Subject> touched = told ? new HashSet<>(Reach.of(sql, id)) : Set.of();
        sql.update(STORY)
                .set(STORY.FAMILY_ID, family)
                .where(STORY.ID.in(moved.stream().map(each -> each.id().value()).toList()))
                .execute();
        if (told) {
            touched.addAll(Reach.of(sql, id));
            PublicationLog.append(
                    transaction,
                    from == null ? PublicAct.TRANSLATION_UNLINKED : PublicAct.TRANSLATION_LINKED,
                    id.subject(),
                    story.lastVersion(),
                    actor.staffId(),
                    null,
                    null,
                    touched);
        }
    }

    /// The family of a story with this link.
    private long of(StoryId id, @Nullable TranslatedFrom from) {
        return find(from).map(Story::family).orElse(id.value());
    }

    /// How far a translation is behind; empty: it is not, or it is no translation.
    public static Optional<Drift> drift(Story translation, @Nullable Story original) {
        if (original == null || translation.pubStatus() == PubStatus.CANCELED) {
            return Optional.empty();
        }
        int from = Objects.requireNonNull(translation.translates()).version();
        int now = original.textVersion() == null ? 0 : original.textVersion();
        boolean killed = original.pubStatus() == PubStatus.CANCELED;
        return now > from || killed ? Optional.of(new Drift(original.id(), from, now, killed)) : Optional.empty();
    }

    /// Those of some dozens of stories that are behind.
    public Map<StoryId, Drift> drifts(Collection<Story> stories) {
        Set<Long> named = stories.stream()
                .map(Story::translates)
                .filter(Objects::nonNull)
                .map(from -> Objects.requireNonNull(from).story().value())
                .collect(Collectors.toSet());
        var drifts = new HashMap<StoryId, Drift>();
        if (named.isEmpty()) {
            return drifts;
        }
        Map<StoryId, Story> originals = sql.selectFrom(STORY).where(STORY.ID.in(named)).fetch(Stories::read).stream()
                .collect(Collectors.toMap(Story::id, original -> original));
        for (Story story : stories) {
            if (story.translates() != null) {
                drift(story, originals.get(story.translates().story()))
                        .ifPresent(drift -> drifts.put(story.id(), drift));
            }
        }
        return drifts;
    }

    /// The same as [#drift], of a row of `story`.
    static Field<Boolean> behind() {
        var original = STORY.as("original");
        return DSL.field(DSL.coalesce(STORY.PUB_STATUS, DSL.inline(""))
                .ne(PubStatus.CANCELED.name())
                .and(DSL.exists(DSL.selectOne()
                        .from(original)
                        .where(original.ID.eq(STORY.TRANSLATED_FROM_ID))
                        .and(original.TEXT_VERSION
                                .gt(STORY.TRANSLATED_VERSION)
                                .or(original.PUB_STATUS.eq(PubStatus.CANCELED.name()))))));
    }

    /// A translation that follows an older text than that of now.
    ///
    /// @param from the version it was made from; 0: the draft before the first
    /// @param now the last version that said other words
    /// @param killed the original may be read no longer
    public record Drift(StoryId original, int from, int now, boolean killed) {}
}
