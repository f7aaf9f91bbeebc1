package press.rotative.story.house;

import java.util.regex.Pattern;

/// A logo, an icon or a style sheet of the newsroom, as pages name it. Its name holds the digest of its bytes.
///
/// @param name such as `logo-0123456789abcdef.svg`
/// @param width in pixels, or in units of an SVG; 0 for a style sheet
public record HouseFile(String name, String mediaType, int width, int height) {
    private static final Pattern NAME = Pattern.compile("(?:logo|icon|look)-[0-9a-f]{16}\\.(?:svg|png|css)");
    private static final String FOLDER = "/assets/";

    public HouseFile {
        if (!NAME.matcher(name).matches() || width < 0 || height < 0) {
            throw new IllegalArgumentException(name + " is no name of a file of the newsroom");
        }
    }

    /// Where it is served.
    public String address() {
        return FOLDER + name;
    }

    /// Whether such a file could stand at an address.
    public static boolean mayStandAt(String path) {
        return path.startsWith(FOLDER)
                && NAME.matcher(path.substring(FOLDER.length())).matches();
    }
}
