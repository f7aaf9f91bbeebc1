package press.rotative.story;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// One language or region of the newsroom's publication, with its own sections, time zone and look.
///
/// @param code stands first in every address of the edition
/// @param language BCP 47
/// @param direction `ltr` or `rtl`
/// @param settings a JSON object; each room reads what is its own
public record Edition(
        EditionId id,
        int version,
        String code,
        String language,
        String direction,
        String name,
        @Nullable String motto,
        ZoneId timeZone,
        int position,
        String settings) {}
