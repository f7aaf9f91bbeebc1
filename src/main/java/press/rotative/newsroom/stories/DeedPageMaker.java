package press.rotative.newsroom.stories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.LocalTimes;
import press.rotative.newsroom.Shell;
import press.rotative.people.Actor;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.publication.Subject;
import press.rotative.site.Foresight;
import press.rotative.story.Difference;
import press.rotative.story.Draft;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.Families;
import press.rotative.story.Plan;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.acts.Foreseen;

/// Makes the page of a decision out of one snapshot.
final class DeedPageMaker {
    /// The field that says which checks stood beside the form.
    static final String SEEN_CHECKS = "checks";

    private final DSLContext sql;
    private final Shell shell;
    private final Words words;
    private final Instant now;
    private final Deed deed;
    private final Story story;
    private final Edition edition;
    private final Optional<Draft> draft;
    private final KnownLinks links;

    /// @throws press.rotative.platform.Problem NOT_FOUND for a story that the actor may not read; FORBIDDEN
    DeedPageMaker(DSLContext sql, Shell shell, Actor actor, Instant now, Deed deed, Story story, KnownLinks links) {
        this.links = links;
        this.sql = sql;
        this.shell = shell;
        this.words = shell.words();
        this.now = now;
        this.deed = deed;
        this.story = story;
        var stories = new Stories(sql);
        stories.require(actor, deed.power(), story);
        this.edition = new Editions(sql).get(story.edition());
        this.draft = stories.draft(story.id());
    }

    /// @param form as it was sent, with what is wrong in it; null: not sent yet
    DeedPage page(@Nullable Form form, Form empty) {
        Optional<StoryContent> live = new Stories(sql).liveContent(story);
        Optional<StoryContent> text = draft.map(Draft::content).or(() -> live);
        List<String> obstacles = new ArrayList<>();
        story.state().refusal(deed.move()).ifPresent(obstacles::add);
        Set<Subject> touched = touched(text, obstacles);
        Effects effects = Effects.of(words, Foresight.of(sql, now, story.id().subject(), touched));
        List<String> said =
                obstacles.stream().map(each -> Refusals.say(words, each)).toList();
        List<StoryChecks.Check> checks = checks(text, planned(form)).stream()
                .filter(check -> !said.contains(check.words()))
                .toList();
        return new DeedPage(
                shell,
                (form == null ? filled(empty) : form).with(SEEN_CHECKS, digest(checks)),
                story.id().value(),
                deed.noun(),
                text.map(StoryContent::headline).filter(line -> !line.isBlank()).orElse(words.say("story.no.headline")),
                edition.language(),
                edition.direction(),
                words.say("story.why." + key()),
                words.say("story.do." + key()),
                deed.look(),
                fields(),
                said,
                checks,
                changes(live),
                unchanged(live),
                effects,
                new Besides(sql, words, story, edition, deed).of(live, text, rewords(live)));
    }

    /// The instant in a form, else that of the plan; null: at once, or nobody said when.
    private @Nullable Instant planned(@Nullable Form form) {
        if (form != null && !form.value("at").isBlank()) {
            try {
                return LocalTimes.read(form.value("at"), edition.timeZone());
            } catch (Problem unreadable) {
                return null;
            }
        }
        return deed == Deed.RESCHEDULING && story.planAt() != null ? Instant.ofEpochMilli(story.planAt()) : null;
    }

    /// What is worth a look in the text that becomes public, as it will be at an instant.
    private List<StoryChecks.Check> checks(Optional<StoryContent> draftOrLive, @Nullable Instant at) {
        Optional<StoryContent> text =
                deed == Deed.RESCHEDULING ? new Stories(sql).plan(story.id()).map(Plan::content) : draftOrLive;
        if (text.isEmpty() || !deed.publishes() && deed != Deed.RESCHEDULING) {
            return List.of();
        }
        var checks = new ArrayList<>(
                new StoryChecks(sql, words, shell.dates(), at == null ? now : at, at != null && at.isAfter(now))
                        .of(text.get()));
        checks.addAll(new TranslationChecks(sql, words, edition).of(text.get()));
        checks.addAll(links.broken(text.get(), words, now));
        checks.removeIf(check -> check.look().equals("okc"));
        return checks;
    }

    /// Tells checks that somebody saw from others.
    private static String digest(List<StoryChecks.Check> checks) {
        return Digest.of(checks.stream().map(StoryChecks.Check::words).collect(Collectors.joining("\n")))
                .substring(0, 16);
    }

    /// Whether the checks at the instant in a form are others than those that stood beside it.
    boolean checksChanged(Form form) {
        Optional<StoryContent> text = draft.map(Draft::content).or(() -> new Stories(sql).liveContent(story));
        List<StoryChecks.Check> checks = checks(text, planned(form));
        return !checks.isEmpty()
                && !form.value(SEEN_CHECKS).isEmpty()
                && !form.value(SEEN_CHECKS).equals(digest(checks));
    }

    /// Whether readers will read other words.
    private boolean rewords(Optional<StoryContent> live) {
        return deed.publishes()
                && draft.isPresent()
                && (live.isEmpty()
                        || !Difference.between(live.get(), draft.get().content())
                                .parts()
                                .isEmpty());
    }

    private String key() {
        return deed == Deed.PUBLICATION && story.pubStatus() != null ? "update" : deed.noun();
    }

    private Set<Subject> touched(Optional<StoryContent> text, List<String> obstacles) {
        if (!deed.publishes()) {
            return deed == Deed.WITHHOLDING || deed == Deed.RELEASE || deed == Deed.KILL
                    ? Foreseen.reach(sql, story)
                    : Set.of();
        }
        if (text.isEmpty()) {
            obstacles.add("There is no draft to publish. Save one first.");
            return Set.of();
        }
        Foreseen foreseen = Foreseen.of(sql, story, text.get());
        obstacles.addAll(foreseen.errors());
        if (deed != Deed.CORRECTION) { // a correction is not held up by what was let through before
            obstacles.addAll(foreseen.lacks());
        }
        return foreseen.touched();
    }

    private Form filled(Form form) {
        form.with("revision", Integer.toString(draft.map(Draft::revision).orElse(0)));
        if (deed.asks(Deed.Field.FOLLOWS)) {
            behind().ifPresent(drift -> form.with("original-version", Integer.toString(originalVersion(drift))));
        }
        if (deed == Deed.RESCHEDULING && story.planAt() != null) {
            form.with("at", LocalTimes.written(Instant.ofEpochMilli(story.planAt()), edition.timeZone()));
        }
        if (deed == Deed.EXPIRY && story.expiresAt() != null) {
            form.with("at", LocalTimes.written(Instant.ofEpochMilli(story.expiresAt()), edition.timeZone()));
        }
        return form;
    }

    private List<ChangedPart> changes(Optional<StoryContent> live) {
        return deed.publishes() && live.isPresent() && draft.isPresent()
                ? ChangedPart.of(
                        words, Difference.between(live.get(), draft.get().content()))
                : List.of();
    }

    private @Nullable String unchanged(Optional<StoryContent> live) {
        if (!deed.publishes() || live.isEmpty()) {
            return null;
        }
        if (draft.isEmpty()) {
            return words.say("story.only.note");
        }
        return Difference.between(live.get(), draft.get().content()).parts().isEmpty()
                ? words.say("story.words.same")
                : null;
    }

    private List<DeedPage.Field> fields() {
        return deed.fields().stream().flatMap(this::field).toList();
    }

    private Stream<DeedPage.Field> field(Deed.Field field) {
        return field == Deed.Field.FOLLOWS ? follows() : Stream.of(one(field));
    }

    /// That the text follows the newest one of its original, where it did not.
    private Stream<DeedPage.Field> follows() {
        return behind().stream()
                .filter(drift -> !drift.killed())
                .flatMap(drift -> Stream.of(
                        of("original-version", "hidden", "family.follows", null, false, false),
                        new DeedPage.Field(
                                "follows",
                                "checkbox",
                                words.say("family.follows", words.number(originalVersion(drift))),
                                null,
                                false,
                                false)));
    }

    private Optional<Families.Drift> behind() {
        return Optional.ofNullable(new Families(sql).drifts(List.of(story)).get(story.id()));
    }

    private int originalVersion(Families.Drift drift) {
        return new Stories(sql).get(drift.original()).lastVersion();
    }

    private DeedPage.Field one(Deed.Field field) {
        String zone = words.say("story.at.hint", edition.timeZone().getId());
        return switch (field) {
            case AT -> of("at", "datetime-local", "story.at", zone, true, false);
            case AT_OR_NEVER ->
                of("at", "datetime-local", "story.at", words.say("story.at.never") + " " + zone, false, false);
            case NOTE ->
                story.pubStatus() == null
                        ? of("note", "hidden", "story.note", null, false, true)
                        : of("note", "area", "story.note", words.say("story.note.hint"), false, true);
            case FOLLOWS -> throw new IllegalArgumentException("FOLLOWS is no field of its own");
            case PUBLIC_NOTE ->
                of("note", "area", "story.public.note", words.say("story.public.note.hint"), true, true);
            case REASON -> of("reason", "area", "story.reason", words.say("story.reason.hint"), true, false);
            case NOTICE -> of("notice", "area", "story.notice", words.say("story.notice.hint"), true, true);
            case TITLED -> of("titled", "checkbox", "story.titled", null, false, false);
            case FINAL -> of("final", "checkbox", "story.final", null, true, false);
        };
    }

    private DeedPage.Field of(
            String name, String type, String label, @Nullable String hint, boolean needed, boolean foreign) {
        return new DeedPage.Field(name, type, words.say(label), hint, needed, foreign);
    }
}
