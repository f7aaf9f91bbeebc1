package press.rotative.newsroom.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.people.Actor;
import press.rotative.story.Block;
import press.rotative.story.Difference;
import press.rotative.story.Draft;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.TranslatedFrom;
import press.rotative.story.Version;

/// The text that a story translates, to be read beside it: what the public reads of the original, or its draft before
/// it was public.
///
/// @param story the original
/// @param path its screen; null: this person may not read it there, and reads its public text only
/// @param version in words
/// @param from what was translated; null: there is no such text any more, or none that this person may compare
/// @param now the text itself
public record OriginalText(
        Story story,
        String headline,
        String edition,
        String language,
        String direction,
        @Nullable String path,
        String version,
        @Nullable StoryContent from,
        StoryContent now,
        List<Piece> pieces) {

    public OriginalText {
        pieces = List.copyOf(pieces);
    }

    /// @param kind what it is, in words; null: a paragraph
    /// @param look `h1`, `standf` or empty
    /// @param changed it reads otherwise than what was translated
    public record Piece(@Nullable String kind, String look, String text, boolean changed) {}

    /// Empty for what is no translation, and where the original is not for this person or has no text any more.
    static Optional<OriginalText> of(DSLContext sql, Words words, Actor actor, @Nullable TranslatedFrom from) {
        if (from == null) {
            return Optional.empty();
        }
        var stories = new Stories(sql);
        return stories.find(from.story())
                .filter(original -> StoryWords.isPublic(original) || stories.readable(actor, original))
                .flatMap(original -> stories.liveContent(original)
                        .or(() -> original.liveVersion() == null && stories.readable(actor, original)
                                ? stories.draft(original.id()).map(Draft::content)
                                : Optional.empty())
                        .map(now -> of(sql, words, actor, original, from, now)));
    }

    private static OriginalText of(
            DSLContext sql, Words words, Actor actor, Story original, TranslatedFrom from, StoryContent now) {
        var stories = new Stories(sql);
        Edition edition = new Editions(sql).get(original.edition());
        boolean readable = stories.readable(actor, original);
        Optional<StoryContent> before = before(stories, original, from.version(), readable);
        return new OriginalText(
                original,
                now.headline().isBlank() ? words.say("story.no.headline") : now.headline(),
                edition.name(),
                edition.language(),
                edition.direction(),
                readable ? "/newsroom/stories/" + original.id().value() : null,
                original.liveVersion() == null
                        ? words.say("story.text.draft")
                        : words.say("story.text.version", words.number(original.liveVersion())),
                before.orElse(null),
                now,
                pieces(words, before.orElse(now), now));
    }

    /// The text that was translated. Who reads no more of the original than the public compares what the public may.
    private static Optional<StoryContent> before(Stories stories, Story original, int version, boolean readable) {
        int live = original.lastVersion();
        boolean open = readable || version == live || isOpen(stories, original, version, live);
        return open ? stories.version(original.id(), version).map(Version::content) : Optional.empty();
    }

    private static boolean isOpen(Stories stories, Story original, int... versions) {
        return Arrays.stream(versions)
                .mapToObj(version -> stories.version(original.id(), version))
                .flatMap(Optional::stream)
                .noneMatch(Version::closed);
    }

    private static List<Piece> pieces(Words words, StoryContent before, StoryContent now) {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece(null, "h1", now.headline(), !now.headline().equals(before.headline())));
        if (now.standfirst() != null) {
            pieces.add(new Piece(
                    null, "standf", now.standfirst(), !now.standfirst().equals(before.standfirst())));
        }
        Map<String, String> was = new HashMap<>();
        before.body().blocks().forEach(block -> was.put(block.id(), Difference.text(block)));
        for (Block block : now.body().blocks()) {
            String text = Difference.text(block);
            String kind = kind(block);
            pieces.add(new Piece(
                    kind == null ? null : words.say("editor.kind." + kind),
                    "",
                    text,
                    !text.equals(was.get(block.id()))));
        }
        return pieces;
    }

    private static @Nullable String kind(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> null;
            case Block.Heading heading -> heading.level() == 2 ? "heading" : "heading.smaller";
            case Block.Quote quote -> "quote";
            case Block.Question question -> "question";
            case Block.Items items -> items.ordered() ? "list.numbered" : "list";
            case Block.Correction correction -> "correction";
            case Block.Illustration picture -> "picture";
            case Block.Teaser teaser -> "teaser";
            case Block.Embed embed -> "embed";
            case Block.Table table -> "table";
        };
    }
}
