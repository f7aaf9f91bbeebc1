package press.rotative.webhooks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.PublicStory;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.StoryId;

/// Which rows of the log a webhook asks for, told by event and edition alone.
final class Choice {
    private static final int READ_AT_ONCE = 500;

    private final DSLContext sql;
    private final Webhook hook;

    /// Empty: all.
    private final Set<EditionId> editions;

    Choice(DSLContext sql, Webhook hook) {
        this.sql = sql;
        this.hook = hook;
        this.editions = hook.editions().isEmpty()
                ? Set.of()
                : new Editions(sql)
                        .all().stream()
                                .filter(edition -> hook.editions().contains(edition.code()))
                                .map(Edition::id)
                                .collect(Collectors.toUnmodifiableSet());
    }

    /// @return empty: it does not ask for this row
    Optional<HookEvent> event(Publication row) {
        return HookEvent.of(row.act())
                .filter(hook.events()::contains)
                .filter(event -> hook.editions().isEmpty() || asksFor(row.subject()));
    }

    private boolean asksFor(Subject subject) {
        return switch (subject.kind()) {
            case STORY ->
                new PublicStory(sql, new StoryId(subject.id()))
                        .identity()
                        .filter(story -> editions.contains(story.edition()))
                        .isPresent();
            case EDITION -> editions.contains(new EditionId(subject.id()));
            case SECTION ->
                new Sections(sql)
                        .find(new SectionId(subject.id()))
                        .filter(section -> editions.contains(section.edition()))
                        .isPresent();
            case WHOLE_EDITION, CONCEPT, AUTHOR, OWN_PAGE, PICTURE, SETTING -> false;
        };
    }

    /// The last number before the first row that it asks for and was not told.
    long passed() {
        var log = new PublicationLog(sql);
        long passed = hook.delivered();
        while (true) {
            List<Publication> rows = log.since(passed, READ_AT_ONCE);
            for (Publication row : rows) {
                if (event(row).isPresent()) {
                    return passed;
                }
                passed = row.seq();
            }
            if (rows.size() < READ_AT_ONCE) {
                return passed;
            }
        }
    }
}
