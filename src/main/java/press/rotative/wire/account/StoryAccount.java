package press.rotative.wire.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.story.ConceptId;
import press.rotative.story.DoubtCount;
import press.rotative.story.Draft;
import press.rotative.story.Editions;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryImports;
import press.rotative.story.acts.CountDoubts;
import press.rotative.story.acts.SaveDraft;

/// A story beside the account of one of its captures.
///
/// @param kept the capture and the numbers of what was found in it
/// @param content the newest text
/// @param language of the edition, BCP 47
/// @param settled by part
public record StoryAccount(
        Story story,
        StoryImports.Kept kept,
        Account account,
        StoryContent content,
        String language,
        Map<String, Decisions.Decision> settled) {
    private static final int MOST_IMPORTS = 50;

    public StoryAccount {
        settled = Map.copyOf(settled);
    }

    /// @param capture its digest; empty: the last one
    /// @throws Problem NOT_FOUND where no account is kept, or it was destroyed
    static StoryAccount of(DSLContext sql, Story story, String capture) {
        var imports = new StoryImports(sql);
        StoryImports.Kept kept = imports.find(story.id(), capture).orElseThrow(StoryAccount::missing);
        byte[] bytes = imports.account(kept.capture()).orElseThrow(() -> Problem.notFound(
                        "The account of this import was destroyed with a text of the story.")
                .as("problem.inbox.destroyed"));
        StoryContent content = newest(sql, story)
                .orElseThrow(() -> Problem.notFound("The text of this story was destroyed.")
                        .as("problem.inbox.destroyed"));
        return of(sql, story, kept, bytes, content);
    }

    /// The last import of a story; empty where no account of it is kept, or no text.
    static Optional<StoryAccount> last(DSLContext sql, Story story) {
        var imports = new StoryImports(sql);
        return imports.find(story.id(), "").flatMap(kept -> imports.account(kept.capture())
                .flatMap(bytes -> newest(sql, story).map(content -> of(sql, story, kept, bytes, content))));
    }

    private static StoryAccount of(
            DSLContext sql, Story story, StoryImports.Kept kept, byte[] bytes, StoryContent content) {
        return new StoryAccount(
                story,
                kept,
                AccountFile.read(bytes),
                content,
                new Editions(sql).get(story.edition()).language(),
                new Decisions(sql).of(kept.capture()));
    }

    private static Optional<StoryContent> newest(DSLContext sql, Story story) {
        var stories = new Stories(sql);
        return stories.draft(story.id()).map(Draft::content).or(() -> stories.liveContent(story));
    }

    private static Problem missing() {
        return Problem.notFound("No account of an import is kept for this story.")
                .as("problem.inbox.no.account");
    }

    /// For whoever may read the story.
    ///
    /// @throws Problem NOT_FOUND for a story that they may not read, or without such an account
    public static StoryAccount read(DSLContext sql, Actor actor, StoryId story, String capture) {
        var stories = new Stories(sql);
        Story found = stories.get(story);
        stories.require(actor, Power.READ_STORIES, found);
        return of(sql, found, capture);
    }

    /// The imports of a story, the last one first.
    public static List<StoryImports.Kept> imports(DSLContext sql, StoryId story) {
        return new StoryImports(sql).of(story, MOST_IMPORTS);
    }

    public List<Doubt> doubts() {
        return Doubt.open(account, content, language, settled);
    }

    DoubtCount.Doubts counted() {
        int ofCapture = Doubt.ofCapture(account, language, settled).size();
        return new DoubtCount.Doubts(ofCapture, doubts().size() - ofCapture);
    }

    /// What was decided about the line of a number, alone or with all that were in doubt; null: nothing.
    public Decisions.@Nullable Decision decided(int line) {
        Decisions.Decision alone = settled.get(Doubt.line(line));
        return alone == null
                        && account.line(line).filter(Account.Line::doubtful).isPresent()
                ? settled.get(Doubt.ALL_LINES)
                : alone;
    }

    /// The concept that was found at a place, as it was filed.
    public Optional<ConceptId> concept(int place) {
        return place < 0
                        || place >= kept.concepts().size()
                        || place >= account.concepts().size()
                ? Optional.empty()
                : Optional.of(kept.concepts().get(place));
    }

    /// What stands for the concept at a place now: another one, where it was replaced.
    public Optional<ConceptId> current(int place) {
        Decisions.Decision decision = settled.get(Doubt.concept(place));
        return decision != null && decision.choice() == Decisions.Choice.REPLACED && decision.detail() != null
                ? Optional.of(new ConceptId(Long.parseLong(decision.detail())))
                : concept(place);
    }

    /// The story, locked, for somebody who may write it, with the account.
    static StoryAccount lock(Transaction transaction, Actor actor, StoryId story, String capture) {
        var stories = new Stories(transaction.sql());
        return of(transaction.sql(), stories.lockFor(actor, Power.WRITE_STORY, story), capture);
    }

    /// Writes the text anew, notes what was settled, and counts again what is left of the last import.
    ///
    /// @param text the new text; empty: it stays
    /// @param parts what is settled
    StoryAccount settle(
            Transaction transaction,
            Actor actor,
            Optional<StoryContent> text,
            Collection<String> parts,
            Decisions.Choice choice,
            String detail) {
        StoryContent written = text.map(each -> new SaveDraft(actor, story.id(), null, each)
                        .perform(transaction)
                        .content())
                .orElse(content);
        var decision =
                new Decisions.Decision(choice, detail.isEmpty() ? null : detail, actor.staffId(), transaction.now());
        Decisions.put(transaction, kept.capture(), parts, decision);
        var all = new HashMap<>(settled);
        parts.forEach(part -> all.put(part, decision));
        var after = new StoryAccount(story, kept, account, written, language, all);
        StoryImports.Kept last =
                new StoryImports(transaction.sql()).find(story.id(), "").orElse(kept);
        StoryAccount counted = last.capture().equals(kept.capture())
                ? after
                : last(transaction.sql(), story).orElse(after);
        new CountDoubts(actor, story.id(), counted.counted()).perform(transaction);
        return after;
    }
}
