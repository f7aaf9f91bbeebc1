package press.rotative.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.rotative.publication.Subject;
import press.rotative.story.LiveStory;
import press.rotative.story.PublicStory;
import press.rotative.story.StoryId;

/// The answers to the addresses of a story: its page, its short address and its differences, or the notice of one that
/// the public reads no longer.
final class StoryAnswers {
    private final Snapshot snapshot;
    private final ChromeMaker chromes;
    private final Places places;
    private final MadePages made;

    StoryAnswers(Snapshot snapshot, ChromeMaker chromes, Places places, MadePages made) {
        this.snapshot = snapshot;
        this.chromes = chromes;
        this.places = places;
        this.made = made;
    }

    /// The story whose code this is.
    Optional<StoryId> withCode(@Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(snapshot::withCode)
                .filter(found -> found.kind() == Subject.Kind.STORY)
                .map(found -> new StoryId(found.id()));
    }

    MadePage page(String asked, StoryId id) {
        return standing(
                id,
                asked,
                story -> made.at(
                        asked,
                        path(story),
                        () -> html(
                                story,
                                Templates.render(
                                        new StoryPageMaker(snapshot, chromes, places).page(voice(story), story)))));
    }

    MadePage shortAddress(String code, boolean preview) {
        return withCode(code)
                .map(id -> standing(
                        id,
                        "/",
                        story -> preview
                                ? html(story, notices().preview(voice(story), story, path(story)))
                                : made.moved(path(story))))
                .orElseGet(() -> made.lost("/"));
    }

    /// The differences of a version from the one before it.
    ///
    /// @param asked path of the story
    MadePage comparison(String asked, int version) {
        return withCode(Route.codeAtEnd(asked))
                .map(id -> standing(id, asked, story -> comparison(asked, version, story)))
                .orElseGet(() -> made.lost(asked));
    }

    private MadePage comparison(String asked, int version, LiveStory story) {
        String canonical = path(story);
        return asked.equals(canonical)
                ? snapshot.comparison(story.id(), version)
                        .map(step -> html(
                                story,
                                Templates.render(
                                        new ComparisonPageMaker(chromes).page(voice(story), story, canonical, step))))
                        .orElseGet(() -> made.lost(asked))
                : made.moved(Places.comparison(canonical, version));
    }

    /// @param asked where nothing is when the story is not public
    private MadePage standing(StoryId id, String asked, Function<LiveStory, MadePage> live) {
        return switch (snapshot.standing(id)) {
            case PublicStory.Standing.Live(LiveStory story) -> live.apply(story);
            case PublicStory.Standing.Killed killed -> {
                Voice voice = made.voice(killed.edition());
                yield made.html(voice, 410, notices().notice(voice, killed));
            }
            case PublicStory.Standing.Expired expired -> {
                Voice voice = made.voice(expired.edition());
                yield made.html(voice, 410, notices().notice(voice, expired));
            }
            case PublicStory.Standing.Hidden hidden -> made.lost(asked);
        };
    }

    private MadePage html(LiveStory story, byte[] bytes) {
        return made.html(voice(story), 200, bytes);
    }

    private Voice voice(LiveStory story) {
        return made.voice(story.edition());
    }

    private String path(LiveStory story) {
        return new TeaserMaker(snapshot, voice(story), List.of()).path(story);
    }

    private NoticePages notices() {
        return new NoticePages(chromes, places);
    }
}
