package press.rotative.story.archive;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Slug;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.story.BlockIds;
import press.rotative.story.EditionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryJson;
import press.rotative.story.Texts;

/// A story that is to be filed and published with many others: checked, identified, written and hashed before the act,
/// in which all others wait.
///
/// @param content whole: with its slug, every block with its id
/// @param json the canonical form of the content
/// @param digest of that form
/// @param headlineKey see [Texts#key]
/// @param awaitedKeys keys of the titles that wait for their story
/// @param origin where it came from, as JSON of [Origin]; may be null
public record ArchiveStory(
        EditionId edition,
        StoryContent content,
        String json,
        String digest,
        String headlineKey,
        Set<String> awaitedKeys,
        @Nullable String origin) {

    public ArchiveStory {
        awaitedKeys = Set.copyOf(awaitedKeys);
    }

    /// @throws Problem INVALID when it has no headline or no text
    public static ArchiveStory of(EditionId edition, StoryContent content, @Nullable String origin) {
        if (content.headline().isBlank()) {
            throw Problem.invalid("The headline is missing. Write one.");
        }
        if (content.body().blocks().isEmpty() && content.standfirst() == null) {
            throw Problem.invalid("The story has no text. Write at least one paragraph.");
        }
        Set<String> known = content.body().ids();
        StoryContent identified = content.withBody(content.body().identified(known, new BlockIds(known.size())));
        StoryContent whole =
                identified.slug() == null ? identified.withSlug(Slug.from(content.headline())) : identified;
        String json = StoryJson.write(whole);
        var awaited = new LinkedHashSet<String>();
        whole.awaitedTitles().forEach(title -> awaited.add(Texts.key(title)));
        return new ArchiveStory(edition, whole, json, Digest.of(json), Texts.key(whole.headline()), awaited, origin);
    }
}
