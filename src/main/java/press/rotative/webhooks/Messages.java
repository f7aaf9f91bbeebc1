package press.rotative.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Concept;
import press.rotative.story.Contribution;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.LiveStory;
import press.rotative.story.Newsstand;
import press.rotative.story.PublicStory;
import press.rotative.story.Section;
import press.rotative.story.Sections;
import press.rotative.story.StoryAddresses;
import press.rotative.story.StoryId;
import press.rotative.story.StoryJson;

/// Makes messages out of the log. A message tells an event of the log, and the story as the public may read it at the
/// moment the message is made: a headline that was withdrawn while a receiver was away never leaves the house.
final class Messages {
    private static final int READ_AT_ONCE = 200;
    private static final int MOST_READ = 2000;
    private static final ObjectMapper WRITER =
            StoryJson.MAPPER.copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private final DSLContext sql;
    private final URI home;

    /// @param home the public address, without a slash at its end
    Messages(DSLContext sql, URI home) {
        this.sql = sql;
        this.home = home;
    }

    /// What is next for a webhook.
    sealed interface Next {
        /// @param number of the log
        record Found(long number, Message message) implements Next {}

        /// @param read up to this number nothing concerns it
        /// @param more whether there are later ones
        record Nothing(long read, boolean more) implements Next {}

        /// @param read up to this number nothing concerns it
        /// @param row the one behind it, whose pages are not public yet
        record Early(long read, Publication row) implements Next {}
    }

    /// @param number of the log
    /// @param version that the event made; 0: none
    /// @param note what the newsroom says about that version
    private record Data(
            long number,
            OfEdition edition,
            @Nullable Integer version,
            @Nullable String note,
            @Nullable OfStory story,
            @Nullable OfFront front) {}

    private record OfEdition(String code, String language, String name) {}

    private record OfFront(String url, boolean arranged) {}

    /// @param pubStatus `usable`, `withheld`, `canceled`, `expired`
    /// @param url null: only the short address leads to it
    /// @param notice of a killed one
    private record OfStory(
            long id,
            String uri,
            String pubStatus,
            String shortUrl,
            @Nullable String url,
            @Nullable Integer version,
            @Nullable String language,
            @Nullable String kind,
            @Nullable String headline,
            @Nullable String standfirst,
            @Nullable OfSection section,
            @Nullable List<Name> byline,
            @Nullable List<About> concepts,
            @Nullable String publishedAt,
            @Nullable String updatedAt,
            @Nullable String notice) {}

    private record OfSection(String name, String url) {}

    private record Name(String name, @Nullable String role) {}

    private record About(String kind, String label) {}

    private record Envelope(String type, String timestamp, Map<String, Object> data) {}

    /// @param after last number that was delivered, or looked at
    /// @param upTo last number whose pages are public
    /// @param settled what is older than this counts as public, whoever published it
    Next next(Webhook hook, long after, long upTo, Instant settled) {
        long read = after;
        var log = new PublicationLog(sql);
        var choice = new Choice(sql, hook);
        while (read - after < MOST_READ) {
            List<Publication> rows = log.since(read, READ_AT_ONCE);
            for (Publication row : rows) {
                if (row.seq() > upTo && row.at().isAfter(settled)) {
                    return new Next.Early(read, row);
                }
                Optional<Message> message =
                        choice.event(row).flatMap(event -> data(row).map(data -> message(row, event, data)));
                if (message.isPresent()) {
                    return new Next.Found(row.seq(), message.get());
                }
                read = row.seq();
            }
            if (rows.size() < READ_AT_ONCE) {
                return new Next.Nothing(read, false);
            }
        }
        return new Next.Nothing(read, true);
    }

    /// The message of a row once more, whatever the webhook asks for now; empty: it tells nothing.
    Optional<Message> again(long number) {
        return new PublicationLog(sql).find(number).flatMap(row -> HookEvent.of(row.act())
                .flatMap(event -> data(row).map(data -> message(row, event, data))));
    }

    static Message test(String id, Instant now, Webhook hook) {
        return new Message(
                id,
                HookEvent.TEST,
                write(new Envelope(
                        HookEvent.TEST,
                        now.toString(),
                        Map.of("webhook", hook.id().value(), "name", hook.name()))));
    }

    /// Number and hash of the row: no other row of any newsroom has both.
    private static Message message(Publication row, HookEvent event, Data data) {
        String id = "log_" + row.seq() + "_" + row.hash().substring(0, 16);
        Map<String, Object> fields = Objects.requireNonNull(WRITER.convertValue(data, Fields.class));
        return new Message(
                id, event.label(), write(new Envelope(event.label(), row.at().toString(), fields)));
    }

    private static final class Fields extends java.util.LinkedHashMap<String, Object> {
        private static final long serialVersionUID = 1L;
    }

    private static String write(Envelope envelope) {
        try {
            return WRITER.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message can be written", e);
        }
    }

    private Optional<Data> data(Publication row) {
        return switch (row.subject().kind()) {
            case STORY -> ofStory(row, new StoryId(row.subject().id()));
            case EDITION -> Optional.of(ofFront(row, new EditionId(row.subject().id())));
            case WHOLE_EDITION, SECTION, CONCEPT, AUTHOR, OWN_PAGE, PICTURE, SETTING -> Optional.empty();
        };
    }

    private Data ofFront(Publication row, EditionId id) {
        Edition edition = new Editions(sql).get(id);
        boolean arranged = row.contentDigest() != null;
        return new Data(
                row.seq(),
                edition(edition),
                null,
                null,
                null,
                new OfFront(whole("/" + edition.code() + "/"), arranged));
    }

    private Optional<Data> ofStory(Publication row, StoryId id) {
        var story = new PublicStory(sql, id);
        return story.identity().map(identity -> {
            Edition edition = new Editions(sql).get(identity.edition());
            PublicStory.Standing standing = story.standing();
            String note = standing instanceof PublicStory.Standing.Live
                    ? story.note(row.version()).orElse(null)
                    : null;
            return new Data(
                    row.seq(),
                    edition(edition),
                    row.version() == 0 ? null : row.version(),
                    note,
                    story(id, identity, edition, standing),
                    null);
        });
    }

    private static OfEdition edition(Edition edition) {
        return new OfEdition(edition.code(), edition.language(), edition.name());
    }

    private OfStory story(StoryId id, PublicStory.Identity identity, Edition edition, PublicStory.Standing standing) {
        return switch (standing) {
            case PublicStory.Standing.Live(LiveStory live) -> live(edition, live);
            case PublicStory.Standing.Killed killed ->
                without(id, identity, "canceled", killed.title(), killed.notice());
            case PublicStory.Standing.Expired expired -> without(id, identity, "expired", null, null);
            case PublicStory.Standing.Hidden hidden ->
                without(id, identity, identity.status().name().toLowerCase(Locale.ROOT), null, null);
        };
    }

    /// A story that the public reads no longer: by what it is known, and what its notice says.
    private OfStory without(
            StoryId id, PublicStory.Identity identity, String status, @Nullable String title, @Nullable String notice) {
        return new OfStory(
                id.value(),
                identity.uri(),
                status,
                whole("/" + identity.code()),
                null,
                null,
                null,
                null,
                title,
                null,
                null,
                null,
                null,
                null,
                null,
                notice == null || notice.isEmpty() ? null : notice);
    }

    private OfStory live(Edition edition, LiveStory live) {
        Section section = live.section() == null
                ? null
                : new Sections(sql).find(live.section()).orElse(null);
        return new OfStory(
                live.id().value(),
                live.uri(),
                "usable",
                whole("/" + live.code()),
                whole(StoryAddresses.path(edition, section, live)),
                live.version(),
                edition.language(),
                live.content().kind().name().toLowerCase(Locale.ROOT),
                live.content().headline(),
                live.content().standfirst(),
                section == null ? null : new OfSection(section.name(), whole(Sections.path(edition, section.slug()))),
                byline(live),
                concepts(edition, live),
                live.publishedAt().toString(),
                live.updatedAt().toString(),
                null);
    }

    private List<Name> byline(LiveStory live) {
        List<Contribution> byline = live.content().byline();
        Map<AuthorId, Author> authors = new Newsstand(sql)
                .authors(byline.stream().map(Contribution::author).toList());
        return byline.stream()
                .flatMap(each -> Optional.ofNullable(authors.get(each.author())).stream()
                        .map(author -> new Name(author.name(), each.role())))
                .toList();
    }

    private List<About> concepts(Edition edition, LiveStory live) {
        return new Newsstand(sql)
                .concepts(live.content().concepts()).values().stream()
                        .map((Concept concept) -> new About(
                                concept.kind().name().toLowerCase(Locale.ROOT),
                                concept.label(edition.language()).text()))
                        .toList();
    }

    private String whole(String path) {
        return home + path;
    }
}
