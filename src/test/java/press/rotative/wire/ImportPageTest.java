package press.rotative.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The page for operators says what is so.
class ImportPageTest {

    @Test
    void the_printed_example_is_what_comes_out() throws IOException {
        String page = Files.readString(Path.of("docs/operators/import.md"));
        byte[] capture = block(page, "text").getBytes(StandardCharsets.UTF_8);
        List<Map<String, @Nullable Object>> report = new ArrayList<>();
        new Import(new NoFiling())
                .run(
                        List.of(new ImportSource("slipway.txt", () -> new ByteArrayInputStream(capture)))
                                .iterator(),
                        new Filing.Wishes(Optional.empty(), false),
                        imported -> report.add(ImportReport.of(imported)));
        var mapper = new ObjectMapper();
        assertEquals(mapper.readTree(block(page, "json")), mapper.valueToTree(report));
    }

    private static String block(String page, String kind) {
        int begin = page.indexOf("```" + kind + "\n") + kind.length() + 4;
        return page.substring(begin, page.indexOf("```", begin));
    }
}
