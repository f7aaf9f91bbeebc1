package press.rotative.wire.html;

import java.util.Optional;
import org.jsoup.nodes.Element;

/// A picture or a frame on the page.
///
/// @param element `img` or what stands for it, or `iframe`
/// @param box the block around it
/// @param at the number of parts before it
/// @param source the address of the picture; empty for frames, dots and icons
record Shot(Element element, Box box, int at, Optional<String> source) {

    /// The same picture in another size has the same name.
    String stem() {
        String file = source.orElse("");
        int end = file.indexOf('?') < 0 ? file.length() : file.indexOf('?');
        return file.substring(0, end).replaceAll("-\\d{2,4}x\\d{2,4}(?=\\.)", "");
    }
}
