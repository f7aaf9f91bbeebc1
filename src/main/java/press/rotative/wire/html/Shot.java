package press.rotative.wire.html;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// A picture or a frame on the page.
///
/// @param element `img` or what stands for it, or `iframe`
/// @param box the block around it
/// @param at the number of parts before it
/// @param source the address of the picture; empty for frames, dots and icons
record Shot(Element element, Box box, int at, Optional<String> source) {
    private static final Pattern SIZE = Pattern.compile("-\\d{2,4}x\\d{2,4}(?=\\.|$)");
    private static final int SHORTEST = 8;

    /// The name of a file by which the data of a page knows the same picture in other sizes: the last step of its path,
    /// up to the first mark of a size. Empty when it is too short to tell pictures apart.
    static String name(String address) {
        int end = address.indexOf('?') < 0 ? address.length() : address.indexOf('?');
        String last = address.substring(address.lastIndexOf('/', end - 1) + 1, end);
        int mark = last.indexOf('~') > 0
                ? last.indexOf('~')
                : last.lastIndexOf('.') > 0 ? last.lastIndexOf('.') : last.length();
        String name = SIZE.matcher(last.substring(0, mark)).replaceAll("");
        return name.length() < SHORTEST ? "" : name;
    }

    /// The same picture in another size has the same name.
    String stem() {
        String file = source.orElse("");
        int end = file.indexOf('?') < 0 ? file.length() : file.indexOf('?');
        String plain = file.substring(0, end);
        return plain.indexOf('x') < 0 ? plain : SIZE.matcher(plain).replaceAll("");
    }
}
