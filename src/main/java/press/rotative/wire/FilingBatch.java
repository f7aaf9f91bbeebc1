package press.rotative.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Addresses;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Subject;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.ConceptId;
import press.rotative.story.DoubtCount;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryImports;
import press.rotative.story.acts.BringBackStory;
import press.rotative.story.acts.KeepAccounts;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.ReceiveStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.TakeInStory;
import press.rotative.story.archive.ArchiveStory;
import press.rotative.story.archive.PublishArchive;
import press.rotative.wire.clipping.Clipping;

/// What one act of an import files. New stories that are to be public go together, table by table ([PublishArchive]);
/// what stays a draft, or is a new draft of a story that is here already, goes by itself.
final class FilingBatch {
    private final Transaction transaction;
    private final Actor actor;
    private final Filing.Wishes wishes;
    private final ImportNames names;
    private final CapturedPages pages;
    private final List<@Nullable Imported> results = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Set<String> waitingPages = new HashSet<>();
    private final Map<SectionId, String> sectionSlugs = new HashMap<>();

    /// @param actor who imports
    FilingBatch(Transaction transaction, Actor actor, Filing.Wishes wishes) {
        this.transaction = transaction;
        this.actor = actor;
        this.wishes = wishes;
        this.names = new ImportNames(transaction, actor);
        this.pages = new CapturedPages(transaction.sql());
    }

    /// A story that goes with the others.
    ///
    /// @param place in the results
    private record Waiting(int place, Placed placed, ArchiveStory story) {}

    /// An item and where it goes.
    ///
    /// @param notes what there is to say of that
    private record Placed(
            Filing.Item item,
            StoryFiling.Prepared got,
            Edition edition,
            StoryContent content,
            Set<Imported.Note> notes) {
        boolean titled() {
            return item.clipping().headline().isPresent();
        }
    }

    /// @param got what was made ready of each
    /// @return what became of each, in their order
    List<Imported> file(List<Filing.Item> items, List<StoryFiling.Prepared> got) {
        var digests = new HashSet<String>();
        items.forEach(item -> digests.add(item.capture().digest()));
        Set<String> known = new StoryImports(transaction.sql()).known(digests);
        for (int i = 0; i < items.size(); i++) {
            results.add(known.contains(items.get(i).capture().digest()) ? here(items.get(i)) : null);
            if (results.getLast() == null) {
                take(i, items.get(i), got.get(i));
            }
        }
        publishWaiting();
        return results.stream().map(Objects::requireNonNull).toList();
    }

    private static Imported here(Filing.Item item) {
        String source = item.capture().source();
        return Imported.skipped(
                source, Import.sentence(source, "is here already: the same bytes were imported before."));
    }

    private void take(int place, Filing.Item item, StoryFiling.Prepared got) {
        Clipping clipping = item.clipping();
        Optional<String> page = clipping.canonical().map(CapturedPages::key);
        if (page.filter(waitingPages::contains).isPresent()) {
            publishWaiting(); // the same page twice: the second is a draft of the first
        }
        Optional<StoryId> before = clipping.canonical().flatMap(pages::storyOf);
        Placed placed = placed(item, got, before);
        StoryContent content = placed.content();
        boolean readable =
                !content.headline().isBlank() && !(content.body().blocks().isEmpty() && content.standfirst() == null);
        if (wishes.publish() && readable && before.isEmpty()) {
            String origin = ClippingOrigin.json(item.capture(), clipping);
            waiting.add(
                    new Waiting(place, placed, ArchiveStory.of(placed.edition().id(), content, origin)));
            page.ifPresent(waitingPages::add);
        } else {
            if (wishes.untouched()) {
                before.ifPresent(story -> requireUntouched(transaction.sql(), story));
            }
            results.set(place, alone(placed, before));
        }
    }

    /// A section of another edition cannot be had: the one that the page names counts then.
    private Placed placed(Filing.Item item, StoryFiling.Prepared got, Optional<StoryId> before) {
        Clipping clipping = item.clipping();
        Edition edition = before.map(this::editionOf)
                .orElseGet(() -> EditionChoice.of(transaction, actor, names, wishes.edition(), clipping));
        Optional<SectionId> section = wishes.section()
                .filter(wished ->
                        new Sections(transaction.sql()).get(wished).edition().equals(edition.id()));
        StoryContent content =
                new ClippedContent(transaction, actor, names, got.pictures()).of(clipping, edition, section.isEmpty());
        var notes = EnumSet.noneOf(Imported.Note.class);
        if (before.isPresent()) {
            notes.add(Imported.Note.STORY_KNOWN);
        }
        if (wishes.section().isPresent() && section.isEmpty()) {
            notes.add(Imported.Note.SECTION_ELSEWHERE);
        }
        if (!got.pictures().notes().isEmpty()) {
            notes.add(Imported.Note.PICTURES_MISSING);
        }
        return new Placed(item, got, edition, section.map(content::withSection).orElse(content), notes);
    }

    /// @throws Problem CONFLICT where somebody changed its text since the last import
    static void requireUntouched(DSLContext sql, StoryId story) {
        boolean changed = new Stories(sql)
                .draftedAt(story)
                .filter(at ->
                        new StoryImports(sql).lastAt(story).map(at::isAfter).orElse(true))
                .isPresent();
        if (changed) {
            throw Problem.conflict(
                            "The story of this page is here, and somebody changed its text since the last import."
                                    + " Write into it what is new on the page.")
                    .as("problem.inbox.changed");
        }
    }

    private void publishWaiting() {
        if (waiting.isEmpty()) {
            return;
        }
        List<PublishArchive.Filed> filed =
                new PublishArchive(actor, waiting.stream().map(Waiting::story).toList()).perform(transaction);
        var kept = new ArrayList<Kept>();
        for (int i = 0; i < filed.size(); i++) {
            Waiting each = waiting.get(i);
            PublishArchive.Filed story = filed.get(i);
            kept.add(new Kept(each.placed(), story.id(), Map.of()));
            results.set(
                    each.place(),
                    filed(
                            each.placed(),
                            story.id(),
                            String.join(" ", story.lacks()),
                            path(each.placed().edition(), each.story().content(), story.code())));
        }
        keep(kept);
        waiting.clear();
        waitingPages.clear();
    }

    private Imported alone(Placed placed, Optional<StoryId> before) {
        StoryId story = before.orElseGet(() -> created(placed));
        Map<String, String> blocks = before.isPresent() ? draftAnew(placed, story) : Map.of();
        keep(List.of(new Kept(placed, story, blocks)));
        if (!wishes.publish()) {
            return filed(placed, story, "", null);
        }
        return placed.titled()
                ? published(placed, story, before.isEmpty())
                : filed(placed, story, "It is a draft and was not published: no headline was found. Write one.", null);
    }

    /// What is published next goes on at once; else it waits in the wire inbox.
    private StoryId created(Placed placed) {
        StoryFiling.Prepared got = placed.got();
        StoryId story = new ReceiveStory(
                        actor,
                        placed.edition().id(),
                        placed.content(),
                        ClippingOrigin.json(
                                placed.item().capture(), placed.item().clipping()),
                        got.account().host(),
                        doubts(placed))
                .perform(transaction)
                .story();
        if (wishes.publish() && placed.titled()) {
            new TakeInStory(actor, story, Set.of()).perform(transaction);
        }
        return story;
    }

    /// The blocks of the story's earlier texts keep their ids, and those of the page get others.
    ///
    /// @return the ids of the page's blocks, by those that the clipping gives them
    private Map<String, String> draftAnew(Placed placed, StoryId story) {
        List<Block> blocks = placed.content().body().blocks();
        var anew = new Body(blocks.stream().map(block -> block.withId("")).toList());
        List<Block> saved = new SaveDraft(actor, story, null, placed.content().withBody(anew))
                .perform(transaction)
                .content()
                .body()
                .blocks();
        var ids = new HashMap<String, String>();
        for (int at = 0; at < blocks.size(); at++) {
            ids.put(blocks.get(at).id(), saved.get(at).id());
        }
        return ids;
    }

    private static DoubtCount.Doubts doubts(Placed placed) {
        return placed.got().doubts().in(placed.edition().language(), placed.content());
    }

    /// @param fresh it was not here before
    private Imported published(Placed placed, StoryId story, boolean fresh) {
        return switch (new PublishStory(actor, story, null, null, true).perform(transaction)) {
            case Outcome.Live(StoryId id, int version, List<String> warnings) ->
                filed(placed, story, String.join(" ", warnings), path(placed.edition(), id, version));
            case Outcome.Scheduled(StoryId id, int revision, Instant at) ->
                filed(placed, story, "It becomes public at " + at + ".", null);
            case Outcome.Embargoed(StoryId id, int revision, Instant until) ->
                filed(placed, story, "It is under embargo until " + until + ".", null);
            case Outcome.Refused(List<String> reasons) -> {
                backIntoInbox(story, fresh);
                yield filed(placed, story, "It is a draft and was not published. " + String.join(" ", reasons), null);
            }
        };
    }

    /// What was to be public and cannot be waits for somebody, unless it is a new draft of a story on the desk.
    private void backIntoInbox(StoryId story, boolean fresh) {
        if (fresh) {
            new BringBackStory(actor, story).perform(transaction);
        }
    }

    private static Imported filed(Placed placed, StoryId story, String reason, @Nullable String path) {
        var sentences = new ArrayList<String>();
        if (!reason.isEmpty()) {
            sentences.add(reason);
        }
        if (placed.notes().contains(Imported.Note.SECTION_ELSEWHERE)) {
            sentences.add("The section is of another edition, so the one that the page names counts.");
        }
        sentences.addAll(placed.got().pictures().notes());
        return new Imported(
                placed.item().capture().source(),
                Imported.Status.FILED,
                String.join(" ", sentences),
                Optional.of(placed.item().clipping()),
                Optional.ofNullable(path),
                Optional.of(story),
                placed.notes(),
                Optional.empty());
    }

    /// @param blocks as the account of an import keeps them
    private record Kept(Placed placed, StoryId story, Map<String, String> blocks) {
        Filing.Item item() {
            return placed.item();
        }
    }

    /// The captures, where their stories came from, and the addresses they had there.
    private void keep(List<Kept> filed) {
        var paths = new LinkedHashMap<String, Subject>();
        for (Kept each : filed) {
            Pictures.addBlob(
                    transaction,
                    each.item().capture().digest(),
                    each.item().capture().bytes().length,
                    each.item().clipping().foundIn().isEmpty() ? "text/plain" : "text/html");
            each.item().clipping().canonical().ifPresent(canonical -> pages.keep(canonical, each.story()));
            each.item()
                    .clipping()
                    .canonical()
                    .flatMap(OldAddress::path)
                    .filter(path -> OldAddress.free(path, names.editions(), new Addresses(transaction.sql())))
                    .ifPresent(path -> paths.putIfAbsent(path, each.story().subject()));
        }
        Addresses.claimFreePaths(transaction, paths);
        new KeepAccounts(actor, filed.stream().map(this::account).toList()).perform(transaction);
    }

    private StoryImports.Account account(Kept kept) {
        List<ConceptId> concepts = kept.item().clipping().concepts().stream()
                .map(concept -> names.concept(kept.placed().edition(), concept))
                .toList();
        return new StoryImports.Account(
                kept.item().capture().digest(),
                kept.item().capture().source(),
                kept.story(),
                concepts,
                kept.blocks(),
                kept.placed().got().bytes(),
                kept.placed().notes().contains(Imported.Note.STORY_KNOWN) ? doubts(kept.placed()) : null);
    }

    private Edition editionOf(StoryId story) {
        return new Editions(transaction.sql())
                .get(new Stories(transaction.sql()).get(story).edition());
    }

    /// Where the public reads the version.
    private @Nullable String path(Edition edition, StoryId id, int version) {
        var code = new Addresses(transaction.sql()).codeOf(id.subject());
        var live = new Stories(transaction.sql()).version(id, version);
        return code.isEmpty() || live.isEmpty() || live.get().content() == null
                ? null
                : path(edition, live.get().content(), code.get());
    }

    private String path(Edition edition, StoryContent content, String code) {
        SectionId section = content.section();
        String middle = section == null
                ? "story"
                : sectionSlugs.computeIfAbsent(
                        section, id -> new Sections(transaction.sql()).get(id).slug());
        return "/" + edition.code() + "/" + middle + "/" + content.slug() + "-" + code;
    }
}
