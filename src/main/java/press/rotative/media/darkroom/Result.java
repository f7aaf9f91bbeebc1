package press.rotative.media.darkroom;

import java.util.Locale;

/// What came of an order.
public sealed interface Result {

    /// @param format of the file that was written: JPEG, or PNG for what is see-through or drawn
    /// @param frames of the file that was read; only the first is kept
    /// @param texts found in the file
    record Developed(Format format, int width, int height, int frames, Texts texts) implements Result {}

    /// The file is there.
    record Printed() implements Result {}

    record Refused(Reason reason) implements Result {}

    /// Why a file was refused, with what to tell who sent it.
    enum Reason {
        DAMAGED("The file is damaged and cannot be read. Export the picture again and send that."),
        CUT_SHORT("The file is cut short: its end is missing. Send it again, or export it again."),
        TOO_MANY_PIXELS("The picture has too many pixels: at most 100 million are taken (50 million on a server"
                + " without libvips). Make it smaller and send it again."),
        TOO_LONG_A_SIDE(
                "The picture is too long and narrow: a side has at most 30,000 pixels, and 20 times the other side."
                        + " Crop it and send it again."),
        TOO_MANY_FRAMES("The file holds more than 500 frames. Send one of them as a picture."),
        NOT_HERE("This server reads JPEG, PNG, GIF and TIFF in RGB or grey only, because libvips is not installed on"
                + " it. Save the picture as JPEG in RGB and send that."),
        TOO_SLOW("Reading the picture took too long and was given up. Export it again, smaller, and send that."),
        TOO_HARD("Reading the picture failed and was given up. Export it again as JPEG and send that."),
        TOO_LARGE("The picture is too large once it is unpacked. Make it smaller and send it again."),
        /// nothing is wrong with the file
        NO_DARKROOM("Pictures cannot be read at the moment. Send it again in a minute; if that does not help, the"
                + " operator finds the cause in the log.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }

        /// Of the message that says it in the languages of the screens.
        public String key() {
            return "problem.picture." + name().toLowerCase(Locale.ROOT).replace('_', '.');
        }
    }
}
