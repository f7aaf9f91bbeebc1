package press.rotative.wire;

import java.util.Optional;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Reading;
import press.rotative.wire.html.HtmlPages;
import press.rotative.wire.text.TextPages;

/// Reads one capture into a clipping: decodes its bytes, and hands the text to the readers of its format.
public final class CaptureReader {

    /// Reads the capture. Never throws for what is in it.
    public Reading read(Capture capture) {
        return switch (Charsets.decode(capture.bytes())) {
            case Charsets.Decoding.Refused refused -> new Reading.Refused(refused.reason());
            case Charsets.Decoding.Text text -> read(capture, text.text());
        };
    }

    /// The text of captured bytes, mark-up and all; empty where it cannot be told.
    public static Optional<String> text(byte[] bytes) {
        return Charsets.decode(bytes) instanceof Charsets.Decoding.Text decoded
                ? Optional.of(decoded.text())
                : Optional.empty();
    }

    private static Reading read(Capture capture, String text) {
        if (Formats.html(text)) {
            return HtmlPages.read(capture, text);
        }
        return Formats.of(text)
                .<Reading>map(format -> new Reading.Refused("is " + format + " and neither the HTML nor the plain text"
                        + " of a page. Save the page as HTML or as text, as it reads in a browser, and import that."))
                .orElseGet(() -> TextPages.read(capture, text));
    }
}
