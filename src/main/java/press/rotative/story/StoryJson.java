package press.rotative.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import press.rotative.platform.Problem;

/// The JSON form of a story's content: one form for storage, digest and API.
public final class StoryJson {
    /// Strict: an unknown field is an error, so that a misspelt one is not lost in silence.
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StoryJson() {}

    public static String write(StoryContent content) {
        try {
            return MAPPER.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checked content can be written", e);
        }
    }

    /// @throws Problem INVALID with the sentence of the rule that was broken
    public static StoryContent read(String json) {
        try {
            StoryContent content = MAPPER.readValue(json, StoryContent.class);
            if (content != null) {
                return content;
            }
        } catch (JsonProcessingException e) {
            throw problem(e);
        }
        throw Problem.invalid("The content of a story is a JSON object.");
    }

    /// The sentence for what Jackson found.
    public static Problem problem(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        String place =
                e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                        ? " at '" + path(mapping) + "'"
                        : "";
        return Problem.invalid(
                switch (e) {
                    case UnrecognizedPropertyException unknown ->
                        "There is no field" + place + " here. Known are: " + known(unknown) + ".";
                    case MismatchedInputException other
                    when other.getTargetType() != null ->
                        "The value" + place + " is not what belongs there: " + wanted(other.getTargetType()) + ".";
                    default -> "The JSON cannot be read" + place + ": " + e.getOriginalMessage();
                });
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String wanted(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "a number" : "an object";
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (JsonMappingException.Reference reference : e.getPath()) {
            if (reference.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            } else {
                path.append('[').append(reference.getIndex()).append(']');
            }
        }
        return path.toString();
    }
}
