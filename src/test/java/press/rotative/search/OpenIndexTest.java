package press.rotative.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeScheduler;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.story.StoryId;

class OpenIndexTest {
    @TempDir
    Path folder;

    /// Merges while a commit is being written, when what it holds is decided already.
    private static final class Late extends MergeScheduler {
        private int merged;

        @Override
        public void merge(MergeSource source, MergeTrigger trigger) throws IOException {
            if (trigger != MergeTrigger.FULL_FLUSH) {
                return;
            }
            MergePolicy.OneMerge next = source.getNextMerge();
            while (next != null) {
                source.merge(next);
                merged++;
                next = source.getNextMerge();
            }
        }

        @Override
        public void close() {}
    }

    private record Story(StoryId id, String word) implements Indexed {
        @Override
        public Document document() {
            var document = new Document();
            Indexed.place(document, id, id.value());
            Indexed.each(document, "word", List.of(new BytesRef(word)));
            return document;
        }
    }

    @Test
    void a_forgotten_text_is_in_no_file_when_it_is_done_however_late_parts_are_merged() throws IOException {
        var merges = new Late();
        try (OpenIndex index = OpenIndex.open(folder, merges)) {
            index.write(List.of(story(1, "autre"), story(2, "xylophone")), List.of());
            index.show();
            index.commit(Cursor.NONE, false);
            assertTrue(holds("xylophone"));
            index.write(List.of(story(2, "rien")), List.of());
            index.commit(Cursor.NONE, true);
            int commits = 0;
            while (index.forgetting()) {
                assertTrue(++commits < 10, "it ends");
                index.commit(Cursor.NONE, false);
            }
            assertEquals(1, merges.merged);
        }
        assertFalse(holds("xylophone"));
        assertTrue(holds("autre"));
    }

    private static Story story(long id, String word) {
        return new Story(new StoryId(id), word);
    }

    private boolean holds(String word) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(word)) {
                    return true;
                }
            }
            return false;
        }
    }
}
