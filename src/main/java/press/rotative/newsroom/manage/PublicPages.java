package press.rotative.newsroom.manage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import press.rotative.language.Words;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.ManagedNames;

/// The pages of a concept or an author, one an edition, and how many stories stand there.
final class PublicPages {
    private PublicPages() {}

    /// @param stories by edition, up to [ManagedNames#MOST_COUNTED]; an edition without any shows no page
    /// @param path of the page in an edition
    static List<PublicPage> of(
            Words words, List<Edition> editions, Map<EditionId, Integer> stories, Function<Edition, String> path) {
        return editions.stream()
                .map(edition -> {
                    int count = stories.getOrDefault(edition.id(), 0);
                    return new PublicPage(
                            edition.name(),
                            edition.language(),
                            edition.direction(),
                            count == 0 ? null : path.apply(edition),
                            stories(words, Map.of(edition.id(), count), ManagedNames.MOST_COUNTED));
                })
                .toList();
    }

    /// How many stories there are in all editions, in words.
    ///
    /// @param most up to how many of each edition were counted
    static String stories(Words words, Map<EditionId, Integer> stories, int most) {
        return counted(words, "manage.stories", stories.values(), most);
    }

    /// A sentence that counts stories, or says of how many there are more.
    ///
    /// @param key of the sentence; with `.more` behind it, of the one for more
    /// @param most up to how many each was counted, and one more
    static String counted(Words words, String key, Collection<Integer> counts, int most) {
        long sum = counts.stream().mapToLong(count -> Math.min(count, most)).sum();
        boolean more = counts.stream().anyMatch(count -> count > most);
        return more ? words.say(key + ".more", words.number(sum)) : words.count(key, sum);
    }
}
