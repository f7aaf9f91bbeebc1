package press.rotative.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import press.rotative.platform.Problem;
import press.rotative.story.StoryJson;

/// JSON as the API reads (strictly, by the rules of [StoryJson]) and writes it (nothing for what is absent).
public final class Json {
    private static final ObjectMapper WRITER =
            StoryJson.MAPPER.copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private Json() {}

    public static String write(Object view) {
        try {
            return WRITER.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can be written", e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return StoryJson.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we wrote can be read", e);
        }
    }

    /// @throws Problem INVALID when the body is no UTF-8, no JSON, or not of that shape
    static <T> T read(byte[] body, Class<T> shape) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            T value = text.isBlank() ? null : StoryJson.MAPPER.readValue(text, shape);
            if (value == null) {
                throw Problem.invalid("The request has no body. Send a JSON object.");
            }
            return value;
        } catch (CharacterCodingException e) {
            throw Problem.invalid("The body is not UTF-8 text.");
        } catch (JsonProcessingException e) {
            throw StoryJson.problem(e);
        }
    }
}
