package press.rotative.sample;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder `src/main/sample/`, read whole. An unknown field is an error, so that a misspelt one is not lost.
record SampleSource(Path folder, SampleNewsroom newsroom, List<SampleStory> stories, List<SamplePage> pages) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule().addDeserializer(OffsetDateTime.class, new InstantText()))
            .build();

    SampleSource {
        stories = List.copyOf(stories);
        pages = List.copyOf(pages);
    }

    /// Stories in the order in which they were published.
    static SampleSource read(Path folder) throws IOException {
        SampleNewsroom newsroom = JSON.readValue(folder.resolve("newsroom.json").toFile(), SampleNewsroom.class);
        var stories = new ArrayList<SampleStory>();
        for (SampleNewsroom.Edition edition : newsroom.editions()) {
            try (Stream<Path> files = Files.list(folder.resolve(edition.code()))) {
                for (Path file : files.sorted().toList()) {
                    stories.add(JSON.readValue(file.toFile(), SampleStory.class));
                }
            }
        }
        stories.sort(
                Comparator.comparing((SampleStory story) -> story.published().toInstant())
                        .thenComparing(SampleStory::key));
        SamplePage[] pages = JSON.readValue(folder.resolve("pages.json").toFile(), SamplePage[].class);
        return new SampleSource(folder, newsroom, stories, List.of(pages));
    }

    Path picture(String file) {
        return folder.resolve("pictures").resolve(file);
    }

    private static final class InstantText extends FromStringDeserializer<OffsetDateTime> {
        private static final long serialVersionUID = 1;

        InstantText() {
            super(OffsetDateTime.class);
        }

        @Override
        protected OffsetDateTime _deserialize(String text, DeserializationContext context) {
            return OffsetDateTime.parse(text);
        }
    }
}
