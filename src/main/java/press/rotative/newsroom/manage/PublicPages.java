package press.rotative.newsroom.manage;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import press.rotative.language.Words;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;

/// The pages of a concept or an author, one an edition, and how many stories stand there.
final class PublicPages {
    private PublicPages() {}

    /// @param stories by edition; an edition without any shows no page
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
                            words.count("manage.stories", count));
                })
                .toList();
    }

    /// How many stories there are in all editions, in words.
    static String stories(Words words, Map<EditionId, Integer> stories) {
        return words.count(
                "manage.stories",
                stories.values().stream().mapToLong(Integer::longValue).sum());
    }
}
