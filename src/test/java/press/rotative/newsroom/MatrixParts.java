package press.rotative.newsroom;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_CONFLICT;
import static press.rotative.platform.db.Tables.WEBHOOK_DELIVERY;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.newsroom.MatrixStories.State;
import press.rotative.people.Actor;
import press.rotative.people.ApiKeys;
import press.rotative.people.EmailAddress;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.acts.CreateKey;
import press.rotative.people.acts.Invite;
import press.rotative.people.passkeys.Passkeys;
import press.rotative.people.signin.Arrivals;
import press.rotative.people.signin.Invitations;
import press.rotative.platform.Seal;
import press.rotative.platform.Secrets;
import press.rotative.publication.Act;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.StoryId;
import press.rotative.story.StoryImports;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.KeepAccounts;
import press.rotative.story.acts.SharePreview;
import press.rotative.webhooks.AddWebhook;
import press.rotative.webhooks.HookEvent;
import press.rotative.webhooks.HookWish;
import press.rotative.wire.account.Account;
import press.rotative.wire.account.AccountFile;
import press.rotative.wire.clipping.LossLedger;

/// What else the addresses of the newsroom name than stories and places, made for the matrix: so that who may is
/// answered about the thing itself. Each is told as a piece of a path and what stands there instead.
final class MatrixParts {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Press press;
    private final Seal seal;
    private final StoryId original;
    private final AtomicLong next = new AtomicLong();

    /// @param original a public story of another edition
    MatrixParts(Press press, Seal seal, StoryId original) {
        this.press = press;
        this.seal = seal;
        this.original = original;
    }

    private <T> T perform(Act<T> act) {
        return press.acts().perform(act).value();
    }

    /// Parts of one story: a link to it, words that two wrote differently, the account of its capture, what it was
    /// translated from.
    ///
    /// @param wanted of these pieces
    Map<String, String> of(StoryId story, State state, Predicate<String> wanted) {
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        all.put("/previews/{link}", () -> "/previews/" + link(story, state));
        all.put("/differences/{difference}", () -> "/differences/" + difference(story));
        all.put("/inbox/{id}", () -> "/inbox/" + captured(story).value());
        all.put("/original/", () -> {
            translated(story);
            return "/original/";
        });
        return made(all, wanted);
    }

    /// Parts of the newsroom, and of somebody's account.
    ///
    /// @param wanted of these pieces
    Map<String, String> of(long staffId, Predicate<String> wanted) {
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        all.put("/passkeys/{id}", () -> "/passkeys/" + passkey(staffId));
        all.put("/invitations/{id}", () -> "/invitations/" + invitation());
        all.put("/keys/{id}", () -> "/keys/" + key());
        all.put("/webhooks/{id}/deliveries/{delivery}", () -> {
            long webhook = webhook();
            return "/webhooks/" + webhook + "/deliveries/" + delivery(webhook);
        });
        all.put("/webhooks/{id}", () -> "/webhooks/" + webhook());
        all.put("/manage/concepts/{id}", () -> "/manage/concepts/" + concept().value());
        all.put(
                "/pictures/{id}/destruction",
                () -> "/pictures/"
                        + Cast.picture(press, Secrets.next(RANDOM).getBytes(StandardCharsets.UTF_8))
                                .value() + "/destruction");
        return made(all, wanted);
    }

    private static Map<String, String> made(Map<String, Supplier<String>> all, Predicate<String> wanted) {
        var made = new LinkedHashMap<String, String>();
        all.forEach((piece, maker) -> {
            if (wanted.test(piece)) {
                made.put(piece, maker.get());
            }
        });
        return made;
    }

    private long link(StoryId story, State state) {
        return perform(new SharePreview(
                Actor.OPERATOR, story, drafted(state) ? 0 : 1, Secrets.next(RANDOM), Duration.ofDays(3)));
    }

    /// Whether a story in this state has a draft.
    static boolean drafted(State state) {
        return !EnumSet.of(State.LIVE, State.WITHHELD, State.EXPIRED, State.KILLED)
                .contains(state);
    }

    private long difference(StoryId story) {
        return press.database().write(transaction -> transaction
                .sql()
                .insertInto(STORY_CONFLICT)
                .set(STORY_CONFLICT.STORY_ID, story.value())
                .set(STORY_CONFLICT.PART, "headline")
                .set(STORY_CONFLICT.ACTOR_ID, Actor.OPERATOR.staffId())
                .set(STORY_CONFLICT.AT, transaction.now().toEpochMilli())
                .set(STORY_CONFLICT.MINE, "\"Un autre titre\"")
                .set(STORY_CONFLICT.THEIRS, "\"Ce titre\"")
                .returningResult(STORY_CONFLICT.ID)
                .fetchSingle()
                .value1());
    }

    private void translated(StoryId story) {
        press.database().write(transaction -> transaction
                .sql()
                .update(STORY)
                .set(STORY.TRANSLATED_FROM_ID, original.value())
                .set(STORY.TRANSLATED_VERSION, 1)
                .set(STORY.FAMILY_ID, original.value())
                .where(STORY.ID.eq(story.value()))
                .execute());
    }

    private StoryId captured(StoryId story) {
        String words = "https://www.quayside.example/" + story.value() + "\n\nA line of story " + story.value();
        String capture = press.blobs().put(words.getBytes(StandardCharsets.UTF_8));
        var line = new Account.Line("Une ligne", LossLedger.Fate.UNKNOWN, null, false);
        var found = new Account.Found("Quai " + story.value(), "place", 0.3, List.of());
        var account =
                new Account("walk", false, null, List.of(), List.of(found), 0, 0, 0, 0, List.of(), List.of(line), 0);
        perform(new KeepAccounts(
                Actor.OPERATOR,
                List.of(new StoryImports.Account(
                        capture, "matrix", story, List.of(concept()), Map.of(), AccountFile.write(account), null))));
        return story;
    }

    private ConceptId concept() {
        return perform(new CreateConcept(
                        Actor.OPERATOR, ConceptKind.TOPIC, Map.of("fr", "Ferry " + next.incrementAndGet())))
                .id();
    }

    private long passkey(long staffId) {
        Arrivals.havePasskey(press.acts(), staffId, "Key");
        return press.database()
                .read(sql -> new Passkeys(sql).of(staffId))
                .getLast()
                .id();
    }

    private long invitation() {
        var email = new EmailAddress("i" + next.incrementAndGet() + "@lephare.example");
        String secret = perform(new Invite(Actor.OPERATOR, email, "", Set.of(Grant.everywhere(Role.REPORTER)), RANDOM));
        return press.database()
                .read(sql -> new Invitations(sql).find(secret))
                .orElseThrow()
                .id();
    }

    private long key() {
        Actor key = perform(new CreateKey(
                Actor.OPERATOR, "Key", Set.of(Grant.everywhere(Role.REPORTER)), ApiKeys.newSecret(RANDOM)));
        return press.database().read(sql -> new ApiKeys(sql).before(Long.MAX_VALUE, 50)).stream()
                .filter(each -> each.staffId() == key.staffId())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private long webhook() {
        var wish = new HookWish(
                "Hook " + next.incrementAndGet(), "https://hooks.invalid/in", EnumSet.allOf(HookEvent.class), Set.of());
        return perform(new AddWebhook(Actor.OPERATOR, wish, null, seal, RANDOM))
                .webhook()
                .id()
                .value();
    }

    private long delivery(long webhook) {
        return press.database().write(transaction -> transaction
                .sql()
                .insertInto(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.WEBHOOK_ID, webhook)
                .set(WEBHOOK_DELIVERY.MESSAGE, "test_" + next.incrementAndGet())
                .set(WEBHOOK_DELIVERY.EVENT, "test")
                .set(WEBHOOK_DELIVERY.CAUSE, "TEST")
                .set(WEBHOOK_DELIVERY.AT, Instant.now().toEpochMilli())
                .set(WEBHOOK_DELIVERY.ATTEMPT, 0)
                .set(WEBHOOK_DELIVERY.MILLIS, 1L)
                .set(WEBHOOK_DELIVERY.STATUS, 500)
                .returningResult(WEBHOOK_DELIVERY.ID)
                .fetchSingle()
                .value1());
    }
}
