package press.rotative.site;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import press.rotative.publication.Subject;
import press.rotative.story.StoryId;

/// What an act can change, and where some of the stories among that stand: acts name them by their codes only.
///
/// @param stories their pages, those that the act is about first
record Reached(TouchedBy touched, Map<StoryId, String> stories) {
    private static final Comparator<String> READ_FIRST = Comparator.comparing(Reached::forMachines)
            .thenComparing(String::length)
            .thenComparing(Comparator.naturalOrder());

    Reached {
        stories = Collections.unmodifiableMap(new LinkedHashMap<>(stories));
    }

    /// @param own what the act is about
    /// @param touched whose pages can change
    /// @param most of how many stories it is told where they stand
    static Reached of(RoomSnapshot snapshot, Set<Subject> own, Set<Subject> touched, int most) {
        return new Reached(TouchedBy.of(snapshot, touched), snapshot.storyPaths(own, touched, most));
    }

    /// How many addresses there are: a page and a short link of each story, and families of paths once.
    int total() {
        return 2 * touched.codes().size()
                + touched.pages().size()
                + touched.beginnings().size();
    }

    /// Exact addresses: the pages of [#stories] in their order; then others, fronts and lists before what lies deep
    /// below and before what programs read; then the short links of the stories.
    Stream<String> exact() {
        Stream<String> links = stories.values().stream()
                .map(Route::codeAtEnd)
                .filter(Objects::nonNull)
                .map(code -> "/" + code);
        return Stream.of(stories.values().stream(), touched.pages().stream().sorted(READ_FIRST), links)
                .flatMap(each -> each);
    }

    /// How the paths begin of which all can change.
    List<String> beginnings() {
        return touched.beginnings().stream().sorted().toList();
    }

    private static boolean forMachines(String path) {
        return path.endsWith(".xml") || path.endsWith(".json");
    }
}
