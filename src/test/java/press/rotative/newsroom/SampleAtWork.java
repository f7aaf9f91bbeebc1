package press.rotative.newsroom;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import press.rotative.Press;
import press.rotative.media.PictureId;
import press.rotative.media.Rights;
import press.rotative.people.Actor;
import press.rotative.people.ApiKeys;
import press.rotative.people.EmailAddress;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.acts.CreateKey;
import press.rotative.people.acts.Invite;
import press.rotative.people.signin.Arrivals;
import press.rotative.platform.Seal;
import press.rotative.publication.Act;
import press.rotative.story.FrontBlock;
import press.rotative.story.FrontPlace;
import press.rotative.story.FrontPlan;
import press.rotative.story.StoryId;
import press.rotative.story.Workflow;
import press.rotative.story.acts.ArrangeFront;
import press.rotative.story.acts.AssignStory;
import press.rotative.story.acts.ChangeRights;
import press.rotative.story.acts.EmbargoUntil;
import press.rotative.story.acts.SchedulePublication;
import press.rotative.story.acts.SetExpiry;
import press.rotative.story.writing.Presence;
import press.rotative.webhooks.AddWebhook;
import press.rotative.webhooks.Courier;
import press.rotative.webhooks.HookEvent;
import press.rotative.webhooks.HookWish;
import press.rotative.webhooks.Receiver;
import press.rotative.webhooks.WebhookId;
import press.rotative.wire.Filing;
import press.rotative.wire.Import;
import press.rotative.wire.ImportSource;
import press.rotative.wire.PagePictures;
import press.rotative.wire.StoryFiling;

/// The sample newsroom in the middle of its day: colleagues, texts in every state of work, plans, captures that wait.
/// People, town and events are made up, as all of the sample is.
final class SampleAtWork {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Press press;
    private final SampleTexts texts;
    private final Actor tom;
    private final Actor maud;
    private final Actor tarek;

    final StoryId draft;
    final StoryId update;
    final StoryId scheduled;
    final StoryId decided;
    final StoryId translation;
    final PictureId ending;

    SampleAtWork(Press press) {
        this.press = press;
        tom = joins("Tom Varrick", "en", Role.EDITOR);
        maud = joins("Maud Kervarn", "fr", Role.CHIEF_EDITOR);
        joins("Odile Barzic", "fr", Role.PICTURE_EDITOR);
        joins("Sami Qadri", "ar", Role.REPORTER);
        tarek = joins("Tarek Nessim", "ar", Role.EDITOR);
        texts = new SampleTexts(press, tom, maud, tarek);
        texts.pitch(tom, "harbour", "What the Goéland’s last crew does with its reprieved year");
        texts.pitch(maud, "culture", "Who sings the low part when “Low Water” goes on tour?");
        texts.handOn(texts.inReview(), Workflow.IN_REVIEW);
        texts.handOn(texts.ready(), Workflow.READY);
        scheduled = texts.planned(
                "city",
                "High water on Sunday: the quays to avoid, hour by hour",
                "Coefficient 104 and a west wind: what closes, and when it opens again.",
                "digue nord");
        perform(new SchedulePublication(tom, scheduled, null, tomorrow(6), null));
        StoryId report = texts.planned(
                "science",
                "What thirty cores of mud say about the south channel",
                "The marine station’s report, under embargo until its press conference.",
                "passe sud et ses fonds");
        perform(new EmbargoUntil(maud, report, null, tomorrow(11)));
        perform(new SetExpiry(tom, texts.story("isaure", "en"), tomorrow(20).plus(Duration.ofDays(3))));
        update = texts.story("ferry-line-3-short", "en");
        texts.update(update);
        decided = texts.twoMinds();
        translation = texts.translate();
        draft = texts.draft();
        perform(new AssignStory(Actor.OPERATOR, draft, Set.of(tom.staffId())));
        front();
        ending = texts.picture("Marées basses en rép");
        rights();
    }

    private <T> T perform(Act<T> act) {
        return press.acts().perform(act).value();
    }

    private Actor joins(String name, String language, Role role) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@lephare.example";
        long staff = Arrivals.join(press.acts(), name, email, language, Set.of(Grant.everywhere(role)));
        Arrivals.comesIn(press.acts(), staff);
        return new Actor(staff, role);
    }

    private static Instant tomorrow(int hour) {
        return ZonedDateTime.now(ZONE).plusDays(1).with(LocalTime.of(hour, 0)).toInstant();
    }

    private void front() {
        perform(new ArrangeFront(
                maud,
                FrontPlace.of(texts.edition("en").id()),
                null,
                new FrontPlan(List.of(
                        new FrontBlock.Lead(update, List.of(texts.story("seagrass", "en"))),
                        new FrontBlock.Latest(6),
                        new FrontBlock.Grid("The bay in winter", List.of(texts.story("isaure", "en"), scheduled), 4),
                        new FrontBlock.Opinion(null, List.of(), 4)))));
    }

    private void rights() {
        Instant end = tomorrow(0).plus(Duration.ofDays(4));
        perform(new ChangeRights(maud, ending, null, new Rights(null, end, false)));
    }

    /// Captured pages that nobody took in yet.
    void captures() {
        var sources = new ArrayList<ImportSource>();
        for (String name : List.of("anatomy-en-03-teaser-without-credit", "anatomy-en-01-whole")) {
            Path file = Path.of("src/test/corpus/captures", name + ".txt");
            sources.add(new ImportSource(name + ".txt", () -> Files.newInputStream(file)));
        }
        new Import(new StoryFiling(press.acts(), press.database(), press.blobs(), PagePictures.none()))
                .run(sources.iterator(), new Filing.Wishes(Optional.of("en"), false), imported -> {});
    }

    /// Colleagues have stories open now.
    void open() {
        perform(new Presence.Announce(tom, draft, "toms-window", "headline"));
        perform(new Presence.Announce(maud, update, "mauds-window", "headline"));
    }

    /// The session of a colleague whose screens are Arabic.
    String arabic() {
        return Arrivals.comesIn(press.acts(), tarek.staffId());
    }

    void invite(Actor who) {
        perform(new Invite(
                who,
                new EmailAddress("nora.belcastel@lephare.example"),
                "Nora Belcastel",
                Set.of(Grant.everywhere(Role.REPORTER)),
                RANDOM));
    }

    void keys(Actor who) {
        for (String label : List.of("Tide board at the harbour office", "Radio Phare, programme guide")) {
            perform(new CreateKey(who, label, Set.of(Grant.everywhere(Role.REPORTER)), ApiKeys.newSecret(RANDOM)));
        }
    }

    /// One that took a message, and then another with difficulty.
    WebhookId webhook(Actor who, Courier courier, Seal seal) {
        try (var receiver = new Receiver()) {
            var wish = new HookWish(
                    "App of the ferry board",
                    receiver.address("/news"),
                    EnumSet.of(HookEvent.STORY_PUBLISHED, HookEvent.STORY_CORRECTED, HookEvent.STORY_KILLED),
                    Set.of("fr", "en"));
            WebhookId hook = perform(new AddWebhook(who, wish, null, seal, RANDOM))
                    .webhook()
                    .id();
            courier.byHand().test(who, hook);
            receiver.conduct("/news", Receiver.status(503, "{\"error\": \"The app is being brought up to date.\"}"));
            courier.byHand().test(who, hook);
            receiver.conduct("/news", Receiver.status(204, ""));
            courier.byHand().test(who, hook);
            return hook;
        }
    }
}
