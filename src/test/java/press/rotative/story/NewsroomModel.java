package press.rotative.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The newsroom's rules written down a second time, in memory and as plainly as can be: what each act must answer, and
/// what must be there afterwards. It shares no code with the acts.
final class NewsroomModel {

    /// How an act ends.
    enum Answer {
        DONE,
        REFUSED,
        CONFLICT,
        CHANGED,
        NOT_FOUND,
        INVALID
    }

    enum Standing {
        NEW,
        USABLE,
        WITHHELD,
        CANCELED
    }

    /// What a story says, as far as addresses and lists depend on it.
    record Says(
            String headline, SectionId section, @Nullable String slug, ConceptId concept, AuthorId author) {
        Says in(SectionId other) {
            return new Says(headline, other, slug, concept, author);
        }

        Says under(String other) {
            return new Says(headline, section, other, concept, author);
        }
    }

    record Correction(StoryId story, int version, long at, String note) {}

    static final class Item {
        final StoryId id;
        final EditionId edition;
        Standing standing = Standing.NEW;

        @Nullable
        Says draft;

        int revision;
        long publishedAt;

        /// Published texts, the first at 0; null: destroyed.
        final List<@Nullable Says> versions = new ArrayList<>();

        Item(StoryId id, EditionId edition, Says draft) {
            this.id = id;
            this.edition = edition;
            this.draft = draft;
            this.revision = 1;
        }

        @Nullable
        Says live() {
            return versions.isEmpty() ? null : versions.getLast();
        }
    }

    final Map<StoryId, Item> items = new LinkedHashMap<>();
    final Map<SectionId, EditionId> editionOf = new HashMap<>();
    final Map<SectionId, String> slugOf = new HashMap<>();
    private final Map<String, SectionId> everClaimed = new HashMap<>();
    private final List<Correction> corrections = new ArrayList<>();

    void open(SectionId section, EditionId edition, String slug) {
        editionOf.put(section, edition);
        slugOf.put(section, slug);
        everClaimed.put(edition + slug, section);
    }

    void create(StoryId id, EditionId edition, Says says) {
        items.put(id, new Item(id, edition, says));
    }

    Answer save(StoryId id, @Nullable Integer seen, Says says) {
        Item item = items.get(id);
        if (item.standing == Standing.CANCELED) {
            return Answer.CONFLICT;
        }
        if (seen != null && seen != item.revision) {
            return Answer.CHANGED;
        }
        item.draft = says;
        item.revision++;
        return Answer.DONE;
    }

    Answer publish(StoryId id, long now) {
        Item item = items.get(id);
        boolean may = item.standing == Standing.NEW || item.standing == Standing.USABLE;
        if (!may || item.draft == null) {
            return Answer.REFUSED;
        }
        if (item.standing == Standing.NEW) {
            item.publishedAt = now;
        }
        item.standing = Standing.USABLE;
        goLive(item, item.draft);
        drop(item);
        return Answer.DONE;
    }

    Answer correct(StoryId id, String note, long now) {
        Item item = items.get(id);
        if (item.standing != Standing.USABLE) {
            return Answer.REFUSED;
        }
        goLive(item, item.draft == null ? item.live() : item.draft);
        drop(item);
        corrections.add(new Correction(id, item.versions.size(), now, note));
        return Answer.DONE;
    }

    private static void goLive(Item item, Says says) {
        Says before = item.live();
        String slug = says.slug() != null
                ? says.slug()
                : before != null ? before.slug() : says.headline().toLowerCase().replace(' ', '-');
        item.versions.add(says.under(slug));
    }

    private static void drop(Item item) {
        item.draft = null;
        item.revision = 0;
    }

    Answer withhold(StoryId id) {
        return stand(id, Set.of(Standing.USABLE), Standing.WITHHELD);
    }

    Answer kill(StoryId id) {
        return stand(id, Set.of(Standing.USABLE, Standing.WITHHELD), Standing.CANCELED);
    }

    Answer release(StoryId id) {
        Item item = items.get(id);
        return item.standing == Standing.WITHHELD && item.live() == null
                ? Answer.CONFLICT
                : stand(id, Set.of(Standing.WITHHELD), Standing.USABLE);
    }

    private Answer stand(StoryId id, Set<Standing> from, Standing to) {
        Item item = items.get(id);
        if (!from.contains(item.standing)) {
            return Answer.CONFLICT;
        }
        item.standing = to;
        return Answer.DONE;
    }

    Answer destroy(StoryId id, int version) {
        Item item = items.get(id);
        if (item.standing == Standing.USABLE && version == item.versions.size()) {
            return Answer.CONFLICT;
        }
        if (version > item.versions.size()) {
            return Answer.NOT_FOUND;
        }
        if (item.versions.get(version - 1) == null) {
            return Answer.CONFLICT;
        }
        item.versions.set(version - 1, null);
        corrections.removeIf(each -> each.story().equals(id) && each.version() == version);
        return Answer.DONE;
    }

    Answer move(StoryId id, SectionId section) {
        Item item = items.get(id);
        if (item.standing == Standing.CANCELED) {
            return Answer.CONFLICT;
        }
        boolean moves = item.draft != null || item.live() != null;
        if (moves && !editionOf.get(section).equals(item.edition)) {
            return Answer.INVALID;
        }
        rearrange(item, says -> says.in(section));
        return Answer.DONE;
    }

    Answer changeSlug(StoryId id, String slug) {
        Item item = items.get(id);
        if (item.standing == Standing.CANCELED) {
            return Answer.CONFLICT;
        }
        rearrange(item, says -> says.under(slug));
        return Answer.DONE;
    }

    private static void rearrange(Item item, java.util.function.UnaryOperator<Says> change) {
        if (item.draft != null) {
            item.draft = change.apply(item.draft);
            item.revision++;
        }
        if (item.live() != null) {
            item.versions.add(change.apply(item.live()));
        }
    }

    /// A slug belongs for ever to the section that had it first.
    Answer rename(SectionId section, String slug) {
        SectionId owner = everClaimed.putIfAbsent(editionOf.get(section) + slug, section);
        if (owner != null && !owner.equals(section)) {
            return Answer.CONFLICT;
        }
        slugOf.put(section, slug);
        return Answer.DONE;
    }

    /// Usable stories, the last published first.
    List<StoryId> listed(Predicate<Item> which) {
        return items.values().stream()
                .filter(item -> item.standing == Standing.USABLE)
                .filter(which)
                .sorted(Comparator.<Item>comparingLong(item -> item.publishedAt)
                        .thenComparingLong(item -> item.id.value())
                        .reversed())
                .map(item -> item.id)
                .toList();
    }

    /// Notes of corrections that the public reads, the last first.
    List<String> corrections(EditionId edition) {
        return corrections.stream()
                .filter(each -> items.get(each.story()).standing == Standing.USABLE)
                .filter(each -> items.get(each.story()).edition.equals(edition))
                .sorted(Comparator.comparingLong(Correction::at).reversed())
                .map(Correction::note)
                .toList();
    }

    /// Titles under which a usable story can be found.
    Set<String> headlines(Item item) {
        var headlines = new HashSet<String>();
        item.versions.forEach(says -> {
            if (says != null) {
                headlines.add(says.headline());
            }
        });
        return headlines;
    }
}
