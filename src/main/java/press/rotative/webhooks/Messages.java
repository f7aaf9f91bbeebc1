package press.rotative.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;
import press.rotative.story.StoryJson;

/// Makes messages out of the log: each tells an event of it, and the [Facts] as they are when the message is made.
final class Messages {
    private static final int READ_AT_ONCE = 200;
    private static final int MOST_READ = 2000;
    private static final ObjectMapper WRITER =
            StoryJson.MAPPER.copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private final DSLContext sql;
    private final Facts facts;

    /// @param home the public address, without a slash at its end
    Messages(DSLContext sql, URI home) {
        this.sql = sql;
        this.facts = new Facts(sql, home);
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

    private record Envelope(String type, String timestamp, Object data) {}

    /// @param after last number that was delivered, or looked at
    /// @param early whether the pages of a row are not public yet
    Next next(Webhook hook, long after, Predicate<Publication> early) {
        long read = after;
        var log = new PublicationLog(sql);
        var choice = new Choice(sql, hook);
        while (read - after < MOST_READ) {
            List<Publication> rows = log.since(read, READ_AT_ONCE);
            for (Publication row : rows) {
                if (early.test(row)) {
                    return new Next.Early(read, row);
                }
                Optional<Message> message =
                        choice.event(row).flatMap(event -> facts.of(row).map(data -> message(row, event, data)));
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
                .flatMap(event -> facts.of(row).map(data -> message(row, event, data))));
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
    private static Message message(Publication row, HookEvent event, Facts.Data data) {
        String id = "log_" + row.seq() + "_" + row.hash().substring(0, 16);
        return new Message(
                id, event.label(), write(new Envelope(event.label(), row.at().toString(), data)));
    }

    private static String write(Envelope envelope) {
        try {
            return WRITER.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message can be written", e);
        }
    }
}
