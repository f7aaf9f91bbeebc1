package press.rotative.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.rotative.search.Question;
import press.rotative.story.Edition;

/// The address of a search, and of the same search changed in one thing.
record SearchAddress(String path, Map<String, String> parameters) {
    static final String ASKED = "q";
    static final String ORDER = "order";
    static final String AFTER = "after";
    static final String BY_DATE = "date";
    static final String OLDEST = "oldest";

    /// Of the first page.
    static SearchAddress of(Edition edition, Route.Search search) {
        var parameters = new LinkedHashMap<String, String>();
        if (!search.asked().isEmpty()) {
            parameters.put(ASKED, search.asked());
        }
        parameters.putAll(search.filter().parameters());
        String order = order(search.order());
        if (order != null) {
            parameters.put(ORDER, order);
        }
        return new SearchAddress(Places.search(edition), parameters);
    }

    /// How an address says it; null where it need not be said.
    static @Nullable String order(Question.Order order) {
        return switch (order) {
            case RELEVANCE -> null;
            case DATE -> BY_DATE;
            case OLDEST -> OLDEST;
        };
    }

    /// @param value null takes the parameter away
    String with(String name, @Nullable String value) {
        var changed = new LinkedHashMap<>(parameters);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return whole(path, changed);
    }

    String with(Map<String, String> more) {
        var changed = new LinkedHashMap<>(parameters);
        changed.putAll(more);
        return whole(path, changed);
    }

    /// The same words without anything that narrows the search.
    String wordsOnly() {
        String asked = parameters.get(ASKED);
        return whole(path, asked == null ? Map.of() : Map.of(ASKED, asked));
    }

    /// Other words, not narrowed.
    String asking(String words) {
        return whole(path, Map.of(ASKED, words));
    }

    String whole() {
        return whole(path, parameters);
    }

    private static String whole(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
