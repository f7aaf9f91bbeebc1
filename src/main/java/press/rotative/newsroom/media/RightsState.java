package press.rotative.newsroom.media;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import press.rotative.media.Picture;
import press.rotative.media.PictureDescription;
import press.rotative.media.Rights;

/// Whether the newsroom may show a picture now, as its lists say it.
public enum RightsState {
    /// it may be shown
    USABLE("okc"),
    /// it may be shown, but for less than a week
    ENDING("warn"),
    /// it may not be shown yet
    LATER("warn"),
    /// it may be shown no longer
    ENDED("bad"),
    /// it was destroyed for good
    DESTROYED("bad"),
    /// nobody has said whose it is: neither credit, maker, copyright, terms nor a time
    UNKNOWN("warn");

    static final Duration SOON = Duration.ofDays(7);

    private final String look;

    RightsState(String look) {
        this.look = look;
    }

    public static RightsState of(Picture picture, Instant now) {
        if (picture.destroyed()) {
            return DESTROYED;
        }
        Rights rights = picture.rights();
        if (rights.starts() != null && now.isBefore(rights.starts()) && !rights.ended()) {
            return LATER;
        }
        if (!rights.runAt(now)) {
            return ENDED;
        }
        if (rights.ends() != null) {
            return rights.ends().isBefore(now.plus(SOON)) ? ENDING : USABLE;
        }
        return rights.starts() == null && saysNothing(picture.description()) ? UNKNOWN : USABLE;
    }

    private static boolean saysNothing(PictureDescription words) {
        return words.credit() == null
                && words.creator() == null
                && words.provider() == null
                && words.copyright() == null
                && words.usageTerms() == null;
    }

    /// As it stands in addresses, in the answers of the picker, and in keys of the messages.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Class of the style.
    public String look() {
        return look;
    }
}
