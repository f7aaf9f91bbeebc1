package press.rotative.site;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Digits;

/// What an edition's settings say to the site. Everything may be left out; unknown settings belong to others.
///
/// @param digits numbering system of shown figures by its CLDR name: `latn` or `arab`
/// @param weather lines beside the date, such as weather and high water
/// @param newsroomName who signs when nobody does
/// @param opinions slug of the section whose stories stand in a band of the front
@JsonIgnoreProperties(ignoreUnknown = true)
record EditionLook(
        @Nullable String digits,
        @Nullable String description,
        List<String> weather,
        @Nullable Tides tides,
        List<String> address,
        List<String> footer,
        @Nullable String newsroomName,
        @Nullable String opinions) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// By the settings: every page speaks as its edition does, and few acts change how.
    private static final Cache<String, EditionLook> KNOWN =
            Caffeine.newBuilder().maximumSize(100).executor(Runnable::run).build();

    EditionLook {
        weather = weather == null ? List.of() : List.copyOf(weather);
        address = address == null ? List.of() : List.copyOf(address);
        footer = footer == null ? List.of() : List.copyOf(footer);
    }

    /// @param lines what, when, how high
    record Tides(String title, List<List<String>> lines) {}

    /// Settings that cannot be read count as none: a page is better plain than missing.
    static EditionLook of(String settings) {
        return KNOWN.get(settings, EditionLook::read);
    }

    private static EditionLook read(String settings) {
        try {
            return settings.isBlank() ? NOTHING : JSON.readValue(settings, EditionLook.class);
        } catch (JsonProcessingException unreadable) {
            return NOTHING;
        }
    }

    private static final EditionLook NOTHING =
            new EditionLook(null, null, List.of(), null, List.of(), List.of(), null, null);

    Digits figures() {
        return "arab".equals(digits) ? Digits.ARABIC : Digits.WESTERN;
    }
}
