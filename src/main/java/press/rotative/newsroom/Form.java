package press.rotative.newsroom;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.platform.Problem;

/// What somebody typed into a form, and what is wrong with it. A form that could not be taken comes back as it was
/// sent, each sentence beside its field.
public final class Form {
    private static final int LONGEST_VALUE = 1_000_000;
    private static final String SEEN = "seen.";

    private final Words words;
    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, String> wrong = new HashMap<>();
    private final Map<String, String> beside = new HashMap<>();
    private @Nullable String sentence;

    private Form(Words words) {
        this.words = words;
    }

    /// One that nobody has filled in yet.
    public static Form empty(Words words) {
        return new Form(words);
    }

    /// @throws Problem INVALID for NUL characters and endless values
    static Form sent(Words words, MultivaluedMap<String, String> sent) {
        var form = new Form(words);
        sent.forEach((field, values) -> {
            for (String value : values) {
                if (value.indexOf('\0') >= 0 || value.length() > LONGEST_VALUE) {
                    throw Problem.invalid("A field holds something that is no text, or too much of it.")
                            .as("problem.field");
                }
            }
            form.values.put(field, values.stream().map(Form::broken).toList());
        });
        return form;
    }

    /// Fills a field before somebody sees it.
    public Form with(String field, @Nullable String value) {
        values.put(field, value == null ? List.of() : List.of(value));
        return this;
    }

    public Form with(String field, List<String> all) {
        values.put(field, List.copyOf(all));
        return this;
    }

    /// As typed; empty when the field is not there.
    public String value(String field) {
        List<String> all = values.getOrDefault(field, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    /// Whether a box is ticked, or this choice is one of those made.
    public boolean has(String field, String value) {
        return values(field).contains(value);
    }

    /// Reads a field, and notes at it what is wrong.
    public <T> @Nullable T take(String field, Function<String, T> reading) {
        try {
            return reading.apply(value(field));
        } catch (Problem problem) {
            wrong.put(field, Said.of(words, problem));
            return null;
        }
    }

    /// What an act refuses with one of these messages is noted at a field, not at the whole.
    ///
    /// @param keys of the messages, as problems name them
    public Form beside(String field, String... keys) {
        for (String key : keys) {
            beside.put(key, field);
        }
        return this;
    }

    /// Notes what is wrong with the whole, or at the field that [#beside] names.
    public Form refuse(Problem problem) {
        String field = problem.phrase()
                .map(Problem.Phrase::key)
                .filter(beside::containsKey)
                .map(beside::get)
                .orElse(null);
        if (field == null) {
            sentence = Said.of(words, problem);
        } else {
            wrong.put(field, Said.of(words, problem));
        }
        return this;
    }

    /// The version that the writer saw, from the hidden field `version`; null: not told.
    public @Nullable Integer version() {
        String version = value("version");
        return version.matches("[0-9]{1,9}") ? Integer.valueOf(version) : null;
    }

    /// Whether a field holds what the writer was first shown in it, by the hidden fields of [#seen].
    public boolean untouched(String field) {
        return values.containsKey(SEEN + field) && whole(field).equals(whole(SEEN + field));
    }

    /// With the line breaks that texts have here; a form is sent with others (HTML, 4.10.22.8).
    private static String broken(String text) {
        return text.replace("\r\n", "\n");
    }

    /// All that a field holds; of choices their order does not count.
    private String whole(String field) {
        return values(field).stream().map(String::strip).sorted().collect(Collectors.joining(", "));
    }

    /// Makes what stands now what the writer sees: fields that they did not touch take it over, those that they changed
    /// stay as typed, with what somebody else wrote there meanwhile beside them, and sent once more the form
    /// counts.
    ///
    /// @param now the fields as they would be filled in now, with the version
    public Form catchUp(Form now) {
        for (String field : List.copyOf(now.values.keySet())) {
            String other = now.whole(field);
            if (field.equals("version") || untouched(field)) {
                with(field, now.values(field));
            } else if (values.containsKey(SEEN + field)
                    && !other.equals(whole(SEEN + field))
                    && !other.equals(whole(field))) {
                refuseField(field, other.isEmpty() ? "form.emptied" : "form.meanwhile", other);
            }
            if (!field.equals("version")) {
                with(SEEN + field, other);
            }
        }
        return this;
    }

    /// The hidden fields by which a form that comes back tells what its writer changed.
    public List<Map.Entry<String, String>> seen() {
        return all().stream()
                .filter(each -> each.getKey().startsWith(SEEN))
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    /// Notes what is wrong with the whole.
    ///
    /// @param key of the messages
    public Form refuse(String key, Object... arguments) {
        sentence = words.say(key, arguments);
        return this;
    }

    /// Notes what is wrong at a field.
    public Form refuseField(String field, String key, Object... arguments) {
        wrong.put(field, words.say(key, arguments));
        return this;
    }

    public boolean good() {
        return wrong.isEmpty() && sentence == null;
    }

    /// What is wrong with a field; null: nothing.
    public @Nullable String wrong(String field) {
        return wrong.get(field);
    }

    /// What is wrong with the whole; null: nothing, or what stands beside the fields.
    public @Nullable String sentence() {
        return sentence != null || wrong.isEmpty() ? sentence : words.say("form.look");
    }

    /// All that was sent, for a page that carries it on.
    public List<Map.Entry<String, String>> all() {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        values.forEach((field, each) -> each.forEach(value -> all.add(Map.entry(field, value))));
        return all;
    }
}
