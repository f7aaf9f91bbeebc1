package press.rotative.platform;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Wrong input or a state that forbids the request. Its sentence is for the user: it says what is wrong and what to
/// do. One mapper at the outer edge turns it into a page or an RFC 9457 answer.
public final class Problem extends RuntimeException {

    /// What kind of problem, and the HTTP status (RFC 9110) that tells it.
    public enum Category {
        INVALID(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        GONE(410),
        CHANGED(412),
        TOO_LARGE(413),
        UNSUPPORTED(415),
        UNPROCESSABLE(422),
        PRECONDITION_REQUIRED(428),
        TOO_MANY(429),
        OVERLOADED(503),
        OUT_OF_SPACE(507);

        private final int status;

        Category(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /// The same in every language of the screens.
    ///
    /// @param key of a message
    public record Phrase(String key, List<Object> arguments) {
        public Phrase {
            arguments = List.copyOf(arguments);
        }
    }

    private final Category category;

    @SuppressWarnings("serial") // problems are never written down
    private final @Nullable Phrase phrase;

    public Problem(Category category, String sentence) {
        this(category, sentence, null);
    }

    public Problem(Category category, String sentence, @Nullable Throwable cause) {
        this(category, sentence, cause, null);
    }

    private Problem(Category category, String sentence, @Nullable Throwable cause, @Nullable Phrase phrase) {
        super(Objects.requireNonNull(sentence), cause);
        this.category = Objects.requireNonNull(category);
        this.phrase = phrase;
    }

    /// The same problem, which screens can tell in the language of who reads them.
    public Problem as(String key, Object... arguments) {
        return new Problem(category, sentence(), getCause(), new Phrase(key, List.of(arguments)));
    }

    public static Problem invalid(String sentence) {
        return new Problem(Category.INVALID, sentence);
    }

    public static Problem notFound(String sentence) {
        return new Problem(Category.NOT_FOUND, sentence);
    }

    public static Problem conflict(String sentence) {
        return new Problem(Category.CONFLICT, sentence);
    }

    public static Problem forbidden(String sentence) {
        return new Problem(Category.FORBIDDEN, sentence);
    }

    public Category category() {
        return category;
    }

    /// The request was right, and the server cannot do it now.
    public boolean ofServer() {
        return category == Category.OVERLOADED || category == Category.OUT_OF_SPACE;
    }

    /// The same may be sent again later and be taken: the fault is the server's, or too much came at once.
    public boolean passes() {
        return ofServer() || category == Category.TOO_MANY;
    }

    /// Empty: there is only the English sentence.
    public Optional<Phrase> phrase() {
        return Optional.ofNullable(phrase);
    }

    public String sentence() {
        return Objects.requireNonNull(getMessage());
    }
}
