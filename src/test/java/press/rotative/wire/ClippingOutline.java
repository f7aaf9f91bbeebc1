package press.rotative.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.wire.clipping.Clipping;

/// A clipping in the shape of the `.expected.json` files of the corpus: the report's object, with the concepts by name
/// and the doubtful ones apart, because confidences are tuned more often than captures are read.
final class ClippingOutline {

    private ClippingOutline() {}

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> of(Clipping clipping) {
        Map<String, @Nullable Object> outline = new LinkedHashMap<>(ImportReport.story(clipping));
        Map<String, List<String>> concepts = new LinkedHashMap<>();
        List<String> doubtful = new ArrayList<>();
        ((Map<String, List<Map<String, Object>>>) outline.get("concepts"))
                .forEach((kind, list) -> list.forEach(concept -> {
                    String name = (String) concept.get("name");
                    concepts.computeIfAbsent(kind, _ -> new ArrayList<>()).add(name);
                    if (Boolean.TRUE.equals(concept.get("doubtful"))) {
                        doubtful.add(name);
                    }
                }));
        ((List<Map<String, Object>>) outline.get("teasers")).forEach(teaser -> teaser.remove("before"));
        outline.put("concepts", concepts);
        outline.put("doubtful", doubtful);
        outline.put("ledger", ImportReport.ledger(clipping.ledger()));
        return outline;
    }
}
