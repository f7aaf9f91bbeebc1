package press.rotative.newsroom.stories;

import java.util.Locale;
import java.util.Objects;
import press.rotative.language.Words;
import press.rotative.newsroom.desk.StoryCard;
import press.rotative.story.Block;
import press.rotative.story.Families;
import press.rotative.story.PubStatus;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.Workflow;

/// What screens say of a story's two axes.
public final class StoryWords {
    /// Silent reading of adults in French and English: 195 to 238 words (Trauzettel-Klosinski 2012, Brysbaert 2019).
    private static final int WORDS_A_MINUTE = 220;

    private StoryWords() {}

    public static StoryCard.State state(Words words, Workflow workflow) {
        String look =
                switch (workflow) {
                    case INCOMING -> "incoming";
                    case PITCH -> "pitch";
                    case DRAFT -> "draft";
                    case IN_REVIEW -> "review";
                    case READY -> "ready";
                    case PUBLISHED -> "live";
                    case DISCARDED -> "discarded";
                };
        return new StoryCard.State(
                look, words.say("story.state." + workflow.name().toLowerCase(Locale.ROOT)));
    }

    /// What the public reads of a story that was published once.
    ///
    /// @param drafted a newer text waits
    public static StoryCard.Fact standing(Words words, Story story, boolean drafted) {
        String version = words.number(story.lastVersion());
        return switch (Objects.requireNonNull(story.pubStatus())) {
            case USABLE ->
                new StoryCard.Fact(
                        drafted ? "okc" : "",
                        words.say(drafted ? "story.public.older" : "story.public", version),
                        null);
            case WITHHELD ->
                new StoryCard.Fact(
                        "warn", words.say(story.expiredAt() == null ? "story.withheld" : "story.expired"), null);
            case CANCELED -> new StoryCard.Fact("bad", words.say("story.killed"), null);
        };
    }

    /// That a translation is out of date, and since when.
    public static StoryCard.Fact behind(Words words, Families.Drift drift) {
        String now = words.number(drift.now());
        return drift.killed()
                ? new StoryCard.Fact("bad", words.say("family.original.killed"), null)
                : new StoryCard.Fact(
                        "warn",
                        drift.from() == 0
                                ? words.say("family.behind.draft", now)
                                : words.say("family.behind", words.number(drift.from()), now),
                        null);
    }

    /// Whether the public reads it now.
    public static boolean isPublic(Story story) {
        return story.pubStatus() == PubStatus.USABLE;
    }

    /// Words of a text, and how long one reads it.
    static String length(Words words, StoryContent content) {
        long count = count(content);
        long minutes = Math.max(1, Math.round((double) count / WORDS_A_MINUTE));
        return words.count("story.words", count) + words.say("story.minutes", words.number(minutes));
    }

    /// Words of a text, its headline left out.
    public static long count(StoryContent content) {
        long standfirst = words(content.standfirst() == null ? "" : content.standfirst());
        return standfirst
                + content.body().blocks().stream().mapToLong(StoryWords::words).sum();
    }

    private static long words(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> words(paragraph.text());
            case Block.Heading heading -> words(heading.text());
            case Block.Quote quote -> words(quote.text());
            case Block.Question question -> words(question.text());
            case Block.Items items ->
                items.items().stream().mapToLong(item -> words(item.plain())).sum();
            case Block.Correction correction -> words(correction.text());
            case Block.Illustration picture -> 0;
            case Block.Teaser teaser -> 0;
            case Block.Embed embed -> 0;
            case Block.Table table -> 0;
        };
    }

    private static long words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    public static String initial(String name) {
        return name.isBlank()
                ? ""
                : Character.toString(Character.toUpperCase(name.strip().codePointAt(0)));
    }
}
