package press.rotative.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;

/// What a story keeps of the capture it came from: the fields of [press.rotative.story.Origin], and beside them what
/// only the newsroom needs.
final class ClippingOrigin {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ClippingOrigin() {}

    static String json(Capture capture, Clipping clipping) {
        Map<String, Object> origin = new LinkedHashMap<>();
        clipping.outlet().ifPresent(outlet -> origin.put("outlet", outlet));
        clipping.countersRaw().ifPresent(counters -> origin.put("counters", counters));
        clipping.canonical().ifPresent(canonical -> origin.put("canonical", canonical));
        origin.put("undated", clipping.published().isEmpty());
        clipping.modified().ifPresent(modified -> origin.put("modified", modified.iso()));
        clipping.shortLink().ifPresent(link -> origin.put("shortLink", link));
        clipping.byline().ifPresent(byline -> origin.put("byline", byline.text()));
        origin.put("capture", capture.digest());
        origin.put(
                "discussion",
                Map.of(
                        "rules", clipping.discussion().rules(),
                        "signIn", clipping.discussion().signIn()));
        if (!clipping.translations().isEmpty()) {
            origin.put(
                    "translations",
                    clipping.translations().stream()
                            .map(other -> Map.of("language", other.language(), "address", other.address()))
                            .toList());
        }
        List<String> doubtful = clipping.concepts().stream()
                .filter(Clipping.Concept::doubtful)
                .map(Clipping.Concept::name)
                .toList();
        origin.put("doubtfulConcepts", doubtful);
        try {
            return MAPPER.writeValueAsString(origin);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("strings and lists are always written", impossible);
        }
    }
}
