package press.rotative.newsroom;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the address of a list asks for. What cannot be read in it asks for nothing, so that an old address of a
/// colleague still shows a list.
public final class Asked {
    private Asked() {}

    /// The first value of each parameter.
    public static Map<String, String> parameters(UriInfo asked) {
        Map<String, String> parameters = new HashMap<>();
        asked.getQueryParameters().forEach((name, values) -> parameters.put(name, values.getFirst()));
        return parameters;
    }

    /// The same of an address that [#address] wrote.
    public static Map<String, String> parameters(String address) {
        Map<String, String> parameters = new HashMap<>();
        int query = address.indexOf('?');
        for (String each :
                query < 0 ? new String[0] : address.substring(query + 1).split("&")) {
            String[] pair = each.split("=", 2);
            try {
                parameters.putIfAbsent(
                        pair[0], pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            } catch (IllegalArgumentException unreadable) {
                // It asks for nothing.
            }
        }
        return parameters;
    }

    /// One of a closed choice, in whichever case it is written.
    public static <E extends Enum<E>> @Nullable E named(E[] all, @Nullable String name) {
        return name == null
                ? null
                : Arrays.stream(all)
                        .filter(each -> each.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(null);
    }

    /// Whether a script asks, which reads JSON, and no person who looks at a page.
    public static boolean byScript(HttpHeaders headers) {
        return !wantsPage(headers::getHeaderString);
    }

    /// @param header what the request says under a name; null: nothing
    static boolean wantsPage(Function<String, @Nullable String> header) {
        String mode = header.apply("Sec-Fetch-Mode");
        String accepted = header.apply(HttpHeaders.ACCEPT);
        return mode != null ? mode.equals("navigate") : accepted != null && accepted.contains(MediaType.TEXT_HTML);
    }

    public static @Nullable Long number(@Nullable String text) {
        return text == null || !text.matches("0{0,4}[1-9][0-9]{0,14}") ? null : Long.valueOf(text);
    }

    /// @param text a date as `<input type="date">` sends it
    public static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noSuchDay) {
            return null;
        }
    }

    /// Words without control characters, cut to a length.
    public static String words(@Nullable String text, int longest) {
        String words = text == null ? "" : text.replaceAll("\\p{Cntrl}", " ");
        return words.length() > longest ? words.substring(0, longest) : words;
    }

    /// @param parameters what is blank is left out
    public static String address(String path, Map<String, String> parameters) {
        var query = new StringBuilder();
        parameters.forEach((name, value) -> {
            if (!value.isBlank()) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return path + query;
    }
}
