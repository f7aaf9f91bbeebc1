package press.rotative.newsroom.manage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import press.rotative.language.Words;
import press.rotative.newsroom.ScreenCosts;
import press.rotative.story.EditionId;
import press.rotative.story.ManagedNames;

/// How many stories there are, in words; of more than are counted, that there are more.
class CountedStoriesTest {
    private static final int UNCOUNTED = ManagedNames.MOST_COUNTED + 1;
    private static final Words WORDS =
            ScreenCosts.shell("Concepts", Instant.EPOCH).words();

    private static String said(int... counts) {
        var stories = new HashMap<EditionId, Integer>();
        for (int i = 0; i < counts.length; i++) {
            stories.put(new EditionId(i + 1), counts[i]);
        }
        return PublicPages.stories(WORDS, stories, ManagedNames.MOST_COUNTED);
    }

    @Test
    void what_is_counted_to_its_end_is_told_and_of_the_rest_that_there_is_more() {
        assertEquals("0 stories", said());
        assertEquals("1 story", said(1));
        assertEquals("1,007 stories", said(1000, 7));
        assertEquals("more than 1,000 stories", said(UNCOUNTED));
        assertEquals("more than 1,007 stories", said(UNCOUNTED, 7));
    }
}
