package press.rotative.story.house;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.story.StoryJson;

/// Colours and logos of the pages of readers. What is null is as the newsroom has it for all its editions, or else as
/// Rotative comes.
///
/// @param accent such as `#b4300f`; both or none of the two
/// @param accentDark for readers who prefer dark
/// @param logo stands in place of the name
/// @param logoDark the same for dark; null: `logo` does for both
/// @param icon of windows and bookmarks
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Look(
        @Nullable String accent,
        @Nullable String accentDark,
        @Nullable HouseFile logo,
        @Nullable HouseFile logoDark,
        @Nullable Icon icon,
        @Nullable HouseFile style) {
    public static final Look PLAIN = new Look(null, null, null, null, null, null);

    /// The height of a logo goes with the size of the name in whose place it stands, and its width follows from the
    /// width and height that the page says: nothing moves when it arrives.
    private static final String LOGO =
            ".logo picture{display:contents}.logo img{width:auto;max-width:100%;height:.84em;"
                    + "object-fit:contain;object-position:0;background:none}[dir=rtl] .logo img{object-position:100%}";

    public Look {
        accent = readable(accent, Accent.Scheme.LIGHT);
        accentDark = readable(accentDark, Accent.Scheme.DARK);
        if (accent == null != (accentDark == null)) {
            throw Problem.invalid("Give a colour for light and one for dark, or none of them.")
                    .as("problem.colour.both");
        }
        if (logo == null) {
            logoDark = null;
        }
    }

    /// @param touch 180 pixels wide, for the home screen of a phone; null for an icon that was sent as SVG
    /// @param large 512 pixels wide, for machines and for links that others show; null as well
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Icon(
            HouseFile file,
            @Nullable HouseFile touch,
            @Nullable HouseFile large) {}

    private static @Nullable String readable(@Nullable String typed, Accent.Scheme scheme) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Colour colour = Colour.of(typed);
        if (!Accent.readable(colour, scheme)) {
            throw unreadable(colour, scheme);
        }
        return colour.hex();
    }

    /// The refusal of a colour, with the nearest one that would do.
    public static Problem unreadable(Colour colour, Accent.Scheme scheme) {
        String ratio = ratio(Accent.least(colour, scheme));
        String nearest = Accent.nearest(colour, scheme).hex();
        return Problem.invalid("Text in this colour has a contrast of " + ratio
                        + ":1 against the pages, and needs 4.5:1. The nearest colour that can be read is " + nearest
                        + ".")
                .as("problem.colour.contrast", ratio, nearest);
    }

    /// Cut, not rounded: 4.49 is not 4.5.
    public static String ratio(double contrast) {
        return String.format(java.util.Locale.ROOT, "%.1f", Math.floor(contrast * 10) / 10);
    }

    /// This where it says something, the other where it does not.
    public Look over(Look other) {
        boolean coloured = accent != null;
        HouseFile sheet =
                coloured || other.style == null || other.accent == null && style != null ? style : other.style;
        return new Look(
                coloured ? accent : other.accent,
                coloured ? accentDark : other.accentDark,
                logo == null ? other.logo : logo,
                logo == null ? other.logoDark : logoDark,
                icon == null ? other.icon : icon,
                sheet);
    }

    public Look withColours(@Nullable String light, @Nullable String dark) {
        return new Look(light, dark, logo, logoDark, icon, style);
    }

    public Look withLogo(@Nullable HouseFile light, @Nullable HouseFile dark) {
        return new Look(accent, accentDark, light, dark, icon, style);
    }

    public Look withIcon(@Nullable Icon other) {
        return new Look(accent, accentDark, logo, logoDark, other, style);
    }

    /// What it changes in the style of all pages.
    HouseFiles.Whole sheet() {
        var css = new StringBuilder();
        if (accent != null && accentDark != null) {
            css.append(":root{").append(colours(accent)).append('}');
            css.append("@media (prefers-color-scheme:dark){:root{")
                    .append(colours(accentDark))
                    .append("}}");
            css.append("@media print{:root{--accent:#000;--on:#fff}}");
        }
        css.append(LOGO);
        byte[] bytes = css.toString().getBytes(StandardCharsets.UTF_8);
        return HouseFiles.named("look", "css", "text/css; charset=utf-8", 0, 0, bytes);
    }

    private static String colours(String accent) {
        return "--accent:" + accent + ";--on:" + Accent.on(Colour.of(accent)).hex();
    }

    Look styled(HouseFile sheet) {
        boolean plain = accent == null && logo == null;
        return new Look(accent, accentDark, logo, logoDark, icon, plain ? null : sheet);
    }

    /// All files that it names.
    List<HouseFile> files() {
        var files = new ArrayList<@Nullable HouseFile>();
        files.add(logo);
        files.add(logoDark);
        if (icon != null) {
            files.add(icon.file());
            files.add(icon.touch());
            files.add(icon.large());
        }
        return files.stream()
                .filter(Objects::nonNull)
                .map(file -> (HouseFile) file)
                .toList();
    }

    String json() {
        try {
            return StoryJson.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checked look can be written", e);
        }
    }

    static Look read(String json) {
        try {
            return StoryJson.MAPPER.readValue(json, Look.class);
        } catch (JsonProcessingException e) {
            throw StoryJson.problem(e);
        }
    }
}
