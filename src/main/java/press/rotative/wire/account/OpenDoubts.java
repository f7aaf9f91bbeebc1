package press.rotative.wire.account;

import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;
import press.rotative.story.DoubtCount;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryImports;

/// How many doubts nobody has settled about the last import of a story.
public final class OpenDoubts implements DoubtCount.Open {
    private static final Logger LOG = Logger.getLogger(OpenDoubts.class);

    @Override
    public int ofText(DSLContext sql, StoryId story, StoryContent text) {
        Set<String> lacks = Doubt.lacks(text).stream().map(Doubt.Kind::part).collect(Collectors.toSet());
        return lacks.size()
                - new StoryImports(sql)
                        .last(story)
                        .map(capture -> new Decisions(sql).among(capture, lacks))
                        .orElse(0);
    }

    /// None also where the account is damaged: that holds nobody up who writes.
    @Override
    public int ofCapture(DSLContext sql, Story story) {
        try {
            return StoryAccount.last(sql, story)
                    .map(account -> account.counted().ofCapture())
                    .orElse(0);
        } catch (UncheckedIOException damaged) {
            LOG.error("story " + story.id().value() + ": " + damaged.getMessage(), damaged);
            return 0;
        }
    }
}
