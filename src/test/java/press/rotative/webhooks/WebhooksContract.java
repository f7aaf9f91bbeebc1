package press.rotative.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.rotative.platform.db.Tables.WEBHOOK;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.platform.Seal;
import press.rotative.story.EditionId;
import press.rotative.story.FrontBlock;
import press.rotative.story.FrontPlace;
import press.rotative.story.FrontPlan;
import press.rotative.story.SectionId;
import press.rotative.story.StoryId;
import press.rotative.story.acts.ArrangeFront;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.LinkTranslation;
import press.rotative.story.acts.ReleaseStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.WithdrawStory;

/// What every store must do with webhooks, told to a real program on this machine.
abstract class WebhooksContract {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final URI HOME = URI.create("https://lephare.example");
    private static final SecureRandom RANDOM = new SecureRandom();

    final TickingClock clock = new TickingClock(NOON);
    final Receiver receiver = new Receiver();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<Webhook> told = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path keys;

    Press press;
    private Seal seal;
    private EditionId edition;

    abstract Press open(Clock clock);

    @BeforeEach
    void aNewsroom() {
        press = open(clock);
        seal = Seal.of(keys, Optional.empty(), RANDOM);
        edition = Cast.lePhare(press);
        courier(press);
    }

    @AfterEach
    void close() throws Exception {
        receiver.close();
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
        press.close();
    }

    Courier courier(Press of) {
        return courier(of, () -> HOME);
    }

    private Courier courier(Press of, Supplier<URI> home) {
        Courier made = new Courier(
                of.database(),
                of.acts(),
                of.number(),
                of.clock(),
                seal,
                RANDOM,
                new HookAddress(true),
                home,
                told::add);
        opened.add(made);
        made.start();
        return made;
    }

    private AddWebhook.Added hook(String path, String... editions) {
        var wish = new HookWish(path, receiver.address(path), EnumSet.allOf(HookEvent.class), Set.of(editions));
        return press.acts()
                .perform(new AddWebhook(Actor.OPERATOR, wish, null, seal, RANDOM))
                .value();
    }

    private StoryId publish(String headline) {
        return Cast.published(press, edition, Cast.brief(headline, "Texte."));
    }

    private Webhook now(AddWebhook.Added hook) {
        return press.database().read(sql -> new Webhooks(sql).get(hook.webhook().id()));
    }

    private List<Delivery> deliveries(AddWebhook.Added hook) {
        return press.database()
                .read(sql -> new Deliveries(sql).of(hook.webhook().id(), 100));
    }

    private Webhook await(AddWebhook.Added hook, Predicate<Webhook> what) throws InterruptedException {
        for (int i = 0; i < 2000; i++) {
            if (what.test(now(hook))) {
                return now(hook);
            }
            Thread.sleep(10);
        }
        throw new AssertionError("it never came to be: " + now(hook) + " " + deliveries(hook));
    }

    private void later(Duration by) {
        clock.advance(by);
        press.acts().perform(transaction -> {
            transaction.announce(new WebhooksChanged());
            return true;
        });
    }

    @Test
    void what_becomes_public_is_told_signed_and_in_order() throws Exception {
        var hook = hook("/all");
        StoryId story = publish("Le bateau est rentré");
        press.acts().perform(new SaveDraft(Actor.OPERATOR, story, null, Cast.brief("Le bateau est parti", "Autre.")));
        press.acts().perform(new CorrectStory(Actor.OPERATOR, story, null, "Le bateau est parti lundi."));
        press.acts()
                .perform(new WithdrawStory(
                        Actor.OPERATOR, story, WithdrawStory.Kind.WITHHOLD, "une source doute", null, false));
        List<Receiver.Got> first = receiver.at("/all", 3);
        press.acts().perform(new ReleaseStory(Actor.OPERATOR, story));
        press.acts()
                .perform(new ArrangeFront(
                        Actor.OPERATOR,
                        FrontPlace.of(edition),
                        null,
                        new FrontPlan(List.of(new FrontBlock.Lead(null, List.of())))));
        SectionId port = press.acts()
                .perform(new CreateSection(Actor.OPERATOR, edition, "Port", null))
                .value();
        press.acts().perform(new ArrangeFront(Actor.OPERATOR, new FrontPlace(edition, port), null, null));
        receiver.at("/all", 6);
        press.acts()
                .perform(new WithdrawStory(
                        Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "secret intérieur", "Retiré.", false));
        List<Receiver.Got> all = receiver.at("/all", 7);
        assertEquals(
                List.of(
                        "story.published",
                        "story.corrected",
                        "story.withheld",
                        "story.released",
                        "front.changed",
                        "front.changed",
                        "story.killed"),
                all.stream().map(Receiver.Got::type).toList());
        assertTrue(all.stream().allMatch(got -> got.signedWith(hook.secret())), "each is signed");
        assertFalse(all.getFirst().signedWith(SigningSecret.fresh(RANDOM).text()));
        assertEquals(7, new HashSet<>(all.stream().map(Receiver.Got::id).toList()).size());
        assertEquals(NOON.getEpochSecond(), first.getFirst().timestamp());
        var killed = all.getLast().json().get("data");
        assertEquals("canceled", killed.get("story").get("pubStatus").asText());
        assertEquals("Retiré.", killed.get("story").get("notice").asText());
        assertFalse(all.getLast().body().contains("bateau"), all.getLast().body());
        assertTrue(all.stream()
                .noneMatch(got -> got.body().contains("intérieur") || got.body().contains("doute")));
        var front = all.get(4).json().get("data").get("front");
        assertEquals(HOME + "/fr/", front.get("url").asText());
        assertTrue(front.get("arranged").asBoolean());
        var ofSection = all.get(5).json().get("data").get("front");
        assertEquals(HOME + "/fr/port", ofSection.get("url").asText());
        assertFalse(ofSection.get("arranged").asBoolean());
        await(hook, each -> each.delivered() == press.number().current());
        assertEquals(7, deliveries(hook).stream().filter(Delivery::arrived).count());
    }

    @Test
    void a_message_holds_what_the_public_may_read_and_nothing_of_drafts() throws Exception {
        hook("/all");
        StoryId draft = press.acts()
                .perform(new CreateStory(Actor.OPERATOR, edition, Cast.brief("Brouillon", "Texte."), null, false))
                .value()
                .story();
        StoryId story = publish("Le bateau est rentré");
        press.acts().perform(new SaveDraft(Actor.OPERATOR, story, null, Cast.brief("Pas encore", "Autre.")));
        var got = receiver.at("/all", 1).getFirst();
        var data = got.json().get("data");
        assertEquals("story.published", got.type());
        assertEquals("fr", data.get("edition").get("code").asText());
        assertEquals(1, data.get("version").asInt());
        var told = data.get("story");
        assertEquals(story.value(), told.get("id").asLong());
        assertEquals("Le bateau est rentré", told.get("headline").asText());
        assertEquals("usable", told.get("pubStatus").asText());
        assertTrue(told.get("url").asText().startsWith(HOME + "/fr/story/le-bateau-est-rentre-"));
        assertTrue(
                told.get("url").asText().endsWith(told.get("shortUrl").asText().replaceAll(".*/", "")));
        Thread.sleep(200);
        assertEquals(1, receiver.at("/all").size(), "drafts are told to nobody: " + draft);
    }

    @Test
    void events_and_editions_are_chosen() throws Exception {
        EditionId english = press.acts()
                .perform(
                        new CreateEdition(Actor.OPERATOR, "en", "en", false, "The Beacon", null, "Europe/London", null))
                .value();
        hook("/english", "en");
        var wish = new HookWish("kills", receiver.address("/kills"), Set.of(HookEvent.STORY_KILLED), Set.of());
        press.acts().perform(new AddWebhook(Actor.OPERATOR, wish, null, seal, RANDOM));
        StoryId french = publish("Le bateau");
        StoryId beacon = Cast.published(press, english, Cast.brief("The boat", "Text."));
        press.acts()
                .perform(new WithdrawStory(Actor.OPERATOR, french, WithdrawStory.Kind.KILL, "faux", "Retiré.", false));
        assertEquals(
                beacon.value(),
                receiver.at("/english", 1)
                        .getFirst()
                        .json()
                        .at("/data/story/id")
                        .asLong());
        assertEquals(
                french.value(),
                receiver.at("/kills", 1).getFirst().json().at("/data/story/id").asLong());
        assertEquals(1, receiver.at("/english").size());
        assertEquals(1, receiver.at("/kills").size());
    }

    @Test
    void what_does_not_arrive_is_sent_again_later_and_nothing_overtakes_it() throws Exception {
        var hook = hook("/ill");
        receiver.conduct("/ill", Receiver.status(500, "<b>broken</b> \u0007 today"));
        StoryId story = publish("Un titre de trop");
        publish("Le deuxième");
        Webhook failing = await(hook, each -> each.attempts() == 1);
        assertEquals(NOON, failing.failingSince());
        Duration wait = Duration.between(NOON, failing.nextAt());
        assertTrue(wait.toMillis() >= 4000 && wait.toMillis() <= 6000, "five seconds, more or less: " + wait);
        Delivery vain = deliveries(hook).getFirst();
        assertEquals(500, vain.status());
        assertEquals("<b>broken</b>  today", vain.answer());
        later(Duration.ofSeconds(7));
        receiver.at("/ill", 2);
        await(hook, each -> each.attempts() == 2);
        press.acts()
                .perform(
                        new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.WITHHOLD, "un doute", null, false));
        receiver.conduct("/ill", Receiver.status(200, ""));
        later(Duration.ofSeconds(30));
        List<Receiver.Got> all = receiver.at("/ill", 5);
        assertEquals(all.get(0).id(), all.get(1).id());
        assertEquals(all.get(0).id(), all.get(2).id());
        assertTrue(all.get(2).timestamp() > all.get(0).timestamp());
        assertEquals("story.published", all.get(2).type());
        assertFalse(all.get(2).body().contains("titre"), "withheld meanwhile: its words do not leave any more");
        assertEquals("Le deuxième", all.get(3).json().at("/data/story/headline").asText());
        assertEquals("story.withheld", all.get(4).type());
        await(hook, each -> each.failingSince() == null && each.attempts() == 0);
    }

    @Test
    void who_prepared_a_message_that_another_server_delivered_meanwhile_does_not_send_it() throws Exception {
        var hook = hook("/overtaken");
        publish("Un");
        await(hook, each -> each.delivered() == press.number().current());
        var answer = new CountDownLatch(1);
        receiver.conduct("/overtaken", exchange -> {
            answer.await();
            exchange.sendResponseHeaders(204, -1);
        });
        publish("Deux");
        receiver.at("/overtaken", 2);
        var prepares = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        courier(press, () -> {
            prepares.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return HOME;
        });
        assertTrue(prepares.await(20, TimeUnit.SECONDS), "the second one read how far it is told");
        publish("Trois");
        answer.countDown();
        await(hook, each -> each.delivered() == press.number().current());
        Thread.sleep(200);
        go.countDown();
        publish("Quatre");
        await(hook, each -> each.delivered() == press.number().current());
        Thread.sleep(300);
        assertEquals(List.of("Un", "Deux", "Trois", "Quatre"), headlines("/overtaken"));
    }

    private List<String> headlines(String path) {
        return receiver.at(path).stream()
                .map(got -> got.json().at("/data/story/headline").asText())
                .toList();
    }

    @Test
    void what_went_by_before_a_choice_was_changed_stays_untold() throws Exception {
        var kills = new HookWish("kills", receiver.address("/kills"), Set.of(HookEvent.STORY_KILLED), Set.of("fr"));
        var hook = press.acts()
                .perform(new AddWebhook(Actor.OPERATOR, kills, null, seal, RANDOM))
                .value();
        WebhookId id = hook.webhook().id();
        var every = new HookWish("all", receiver.address("/kills"), EnumSet.allOf(HookEvent.class), Set.of());
        StoryId story = publish("Avant");
        press.acts().perform(new ChangeWebhook(Actor.OPERATOR, id, null, every));
        assertEquals(press.number().current(), now(hook).delivered());
        publish("Après");
        receiver.at("/kills", 1);
        await(hook, each -> each.delivered() == press.number().current());
        press.acts().perform(new ChangeWebhook(Actor.OPERATOR, id, null, kills));
        press.acts().perform(new PauseWebhook(Actor.OPERATOR, id));
        publish("Passé");
        press.acts()
                .perform(new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "faux", "Retiré.", false));
        publish("Attend");
        press.acts().perform(new ChangeWebhook(Actor.OPERATOR, id, null, every));
        press.acts().perform(new ResumeWebhook(Actor.OPERATOR, id, false));
        receiver.at("/kills", 3);
        await(hook, each -> each.delivered() == press.number().current());
        assertEquals(List.of("Après", "", "Attend"), headlines("/kills"));
        assertEquals("story.killed", receiver.at("/kills").get(1).type());
    }

    @Test
    void a_translation_that_is_tied_to_its_original_is_told_as_an_update() throws Exception {
        EditionId english = press.acts()
                .perform(
                        new CreateEdition(Actor.OPERATOR, "en", "en", false, "The Beacon", null, "Europe/London", null))
                .value();
        StoryId original = publish("Le bateau");
        StoryId translation = Cast.published(press, english, Cast.brief("The boat", "Text."));
        hook("/english", "en");
        press.acts().perform(new LinkTranslation(Actor.OPERATOR, translation, original, null));
        Receiver.Got got = receiver.at("/english", 1).getFirst();
        assertEquals("story.updated", got.type());
        assertEquals(2, got.json().at("/data/version").asInt());
        assertEquals(2, got.json().at("/data/story/version").asInt());
    }

    @Test
    void an_event_of_a_newer_release_is_left_aside() throws Exception {
        var hook = hook("/older");
        press.acts().perform(transaction -> transaction
                .sql()
                .update(WEBHOOK)
                .set(WEBHOOK.EVENTS, "story.dreamt story.published")
                .execute());
        assertEquals(Set.of(HookEvent.STORY_PUBLISHED), now(hook).events());
        publish("Le bateau");
        assertEquals("story.published", receiver.at("/older", 1).getFirst().type());
    }

    @Test
    void a_receiver_may_say_when_to_come_again() throws Exception {
        var hook = hook("/busy");
        receiver.conduct("/busy", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "3600");
            exchange.sendResponseHeaders(429, -1);
        });
        publish("Le bateau");
        Webhook waiting = await(hook, each -> each.attempts() == 1);
        assertEquals(NOON.plusSeconds(3600), waiting.nextAt());
    }

    @Test
    void a_receiver_that_hangs_delays_neither_publishing_nor_the_others() throws Exception {
        var silent = hook("/silent");
        hook("/well");
        var over = new CountDownLatch(1);
        receiver.conduct("/silent", exchange -> over.await());
        publish("Le premier");
        receiver.at("/silent", 1);
        long begun = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            publish("Nouvelle " + i);
        }
        List<Receiver.Got> well = receiver.at("/well", 21);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.compareTo(Duration.ofSeconds(8)) < 0, "while the other one hangs: " + took);
        assertEquals(
                "Nouvelle 19", well.getLast().json().at("/data/story/headline").asText());
        assertEquals(1, receiver.at("/silent").size(), "one request at a time");
        await(silent, each -> each.attempts() == 1);
        assertEquals("problem.web.slow", deliveries(silent).getFirst().failure());
        over.countDown();
    }

    @Test
    void redirects_are_not_followed_and_410_ends_it() throws Exception {
        var moved = hook("/moved");
        receiver.conduct("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", receiver.address("/elsewhere"));
            exchange.sendResponseHeaders(307, -1);
        });
        var gone = hook("/gone");
        receiver.conduct("/gone", Receiver.status(410, "bye"));
        publish("Le bateau");
        await(moved, each -> each.attempts() == 1);
        assertEquals(307, deliveries(moved).getFirst().status());
        assertEquals(List.of(), receiver.at("/elsewhere"));
        await(gone, each -> each.state() == HookState.GONE);
        later(Duration.ofDays(1));
        for (int i = 0; i < 500 && told.isEmpty(); i++) {
            Thread.sleep(10);
        }
        Thread.sleep(200);
        assertEquals(List.of("/gone"), told.stream().map(Webhook::name).toList(), "told once");
        assertEquals(1, receiver.at("/gone").size());
        assertEquals(new HookFigures(1, 1, 1), press.database().read(sql -> new Webhooks(sql).figures()));
    }

    @Test
    void after_five_days_it_is_given_up_and_goes_on_where_it_stopped_when_it_is_resumed() throws Exception {
        var hook = hook("/away");
        receiver.conduct("/away", Receiver.status(503, ""));
        publish("Le premier");
        publish("Le deuxième");
        int attempts = 0;
        while (now(hook).state() == HookState.ACTIVE) {
            attempts++;
            int tried = attempts;
            await(hook, each -> each.attempts() == tried || each.state() != HookState.ACTIVE);
            assertTrue(attempts < 60);
            later(Duration.between(clock.instant(), now(hook).nextAt()).plusMillis(1));
        }
        assertTrue(attempts > 10, "tried " + attempts + " times");
        assertTrue(Duration.between(NOON, clock.instant()).compareTo(Duration.ofDays(6)) < 0);
        assertEquals(HookState.GIVEN_UP, now(hook).state());
        publish("Le troisième");
        receiver.conduct("/away", Receiver.status(202, ""));
        int before = receiver.at("/away").size();
        press.acts().perform(new ResumeWebhook(Actor.OPERATOR, hook.webhook().id(), false));
        List<Receiver.Got> all = receiver.at("/away", before + 3);
        assertEquals(
                List.of("Le premier", "Le deuxième", "Le troisième"),
                all.subList(before, before + 3).stream()
                        .map(got -> got.json().at("/data/story/headline").asText())
                        .toList());
    }

    @Test
    void a_paused_one_waits_and_may_be_resumed_without_what_waited() throws Exception {
        var hook = hook("/rest");
        press.acts().perform(new PauseWebhook(Actor.OPERATOR, hook.webhook().id()));
        publish("Pendant la pause");
        Thread.sleep(300);
        assertEquals(List.of(), receiver.at("/rest"));
        press.acts().perform(new ResumeWebhook(Actor.OPERATOR, hook.webhook().id(), true));
        publish("Après la pause");
        assertEquals(
                "Après la pause",
                receiver.at("/rest", 1)
                        .getFirst()
                        .json()
                        .at("/data/story/headline")
                        .asText());
        assertThrows(Problem.class, () -> press.acts()
                .perform(new ResumeWebhook(Actor.OPERATOR, hook.webhook().id(), false)));
        press.acts().perform(new RemoveWebhook(Actor.OPERATOR, hook.webhook().id()));
        publish("Personne");
        Thread.sleep(300);
        assertEquals(1, receiver.at("/rest").size());
    }

    @Test
    void a_rotated_secret_and_the_one_before_sign_both_for_a_day() throws Exception {
        var hook = hook("/turn");
        String fresh = press.acts()
                .perform(new RotateSecret(Actor.OPERATOR, hook.webhook().id(), seal, RANDOM))
                .value();
        assertNotEquals(hook.secret(), fresh);
        publish("Un");
        var both = receiver.at("/turn", 1).getFirst();
        assertTrue(both.signedWith(fresh) && both.signedWith(hook.secret()));
        clock.advance(Duration.ofHours(25));
        publish("Deux");
        var one = receiver.at("/turn", 2).getLast();
        assertTrue(one.signedWith(fresh));
        assertFalse(one.signedWith(hook.secret()));
    }

    @Test
    void a_test_and_a_second_sending_are_sent_at_once_with_what_is_public_now() throws Exception {
        Courier courier = (Courier) opened.getFirst();
        var hook = hook("/try");
        Delivery test = courier.byHand().test(Actor.OPERATOR, hook.webhook().id());
        assertTrue(test.arrived());
        assertEquals("test", receiver.at("/try", 1).getFirst().type());
        assertTrue(receiver.at("/try", 1).getFirst().signedWith(hook.secret()));
        StoryId story = publish("Le bateau");
        String id = receiver.at("/try", 2).getLast().id();
        await(hook, each -> each.delivered() == press.number().current());
        press.acts()
                .perform(
                        new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.WITHHOLD, "un doute", null, false));
        receiver.at("/try", 3);
        await(hook, each -> each.delivered() == press.number().current());
        Delivery first = deliveries(hook).stream()
                .filter(each -> each.message().equals(id))
                .findFirst()
                .orElseThrow();
        Delivery again = courier.byHand().again(Actor.OPERATOR, hook.webhook().id(), first.id());
        assertEquals(Delivery.Cause.AGAIN, again.cause());
        var sent = receiver.at("/try", 4).getLast();
        assertEquals(id, sent.id());
        assertFalse(sent.body().contains("bateau"));
        Actor chief = Cast.chief();
        assertThrows(
                Problem.class, () -> courier.byHand().test(chief, hook.webhook().id()));
        assertThrows(Problem.class, () -> press.acts()
                .perform(new RemoveWebhook(chief, hook.webhook().id())));
    }

    @Test
    void of_the_deliveries_the_last_hundred_are_kept() throws Exception {
        var hook = hook("/many");
        for (int i = 0; i < 120; i++) {
            publish("Nouvelle " + i);
        }
        receiver.at("/many", 120);
        await(hook, each -> each.delivered() == press.number().current());
        assertEquals(Deliveries.KEPT, deliveries(hook).size());
    }

    @Test
    void a_form_is_taken_once_and_there_are_not_more_than_fifty() {
        var wish = new HookWish("one", receiver.address("/one"), Set.of(HookEvent.STORY_KILLED), Set.of());
        press.acts().perform(new AddWebhook(Actor.OPERATOR, wish, "form", seal, RANDOM));
        assertThrows(
                Problem.class, () -> press.acts().perform(new AddWebhook(Actor.OPERATOR, wish, "form", seal, RANDOM)));
        for (int i = 1; i < Webhooks.MOST; i++) {
            press.acts().perform(new AddWebhook(Actor.OPERATOR, wish, null, seal, RANDOM));
        }
        assertThrows(
                Problem.class, () -> press.acts().perform(new AddWebhook(Actor.OPERATOR, wish, null, seal, RANDOM)));
        var nowhere = new HookWish("two", receiver.address("/two"), Set.of(HookEvent.STORY_KILLED), Set.of("xx"));
        assertThrows(
                Problem.class, () -> press.acts().perform(new AddWebhook(Actor.OPERATOR, nowhere, null, seal, RANDOM)));
    }

    Seal seal() {
        return seal;
    }

    EditionId edition() {
        return edition;
    }
}
