package press.rotative.newsroom.media;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Picture;
import press.rotative.media.PictureDescription;
import press.rotative.media.Rights;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.LocalTimes;
import press.rotative.platform.Problem;

/// What the form of a picture holds, and what it says when it comes back.
final class DescriptionForm {
    /// Pixels that a click on the picture is counted in.
    static final int SHOWN = 320;

    private DescriptionForm() {}

    static Form fill(Form form, Picture picture, ZoneId zone) {
        PictureDescription said = picture.description();
        return form.with("version", "" + picture.version())
                .with("headline", said.headline())
                .with("caption", said.caption())
                .with("alt", said.alt())
                .with("credit", said.credit())
                .with("creator", said.creator())
                .with("provider", said.provider())
                .with("copyright", said.copyright())
                .with("terms", said.usageTerms())
                .with("archive", said.archive() ? "on" : null)
                .with("across", percent(said.focalX()))
                .with("down", percent(said.focalY()))
                .with("starts", written(picture.rights().starts(), zone))
                .with("ends", written(picture.rights().ends(), zone));
    }

    private static @Nullable String written(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : LocalTimes.written(instant, zone);
    }

    static String percent(int perMille) {
        return perMille % 10 == 0 ? "" + perMille / 10 : perMille / 10 + "." + perMille % 10;
    }

    /// @return null when a field is wrong; the form says which
    static @Nullable PictureDescription read(Form form, Picture picture) {
        Integer across = form.take("across", DescriptionForm::perMille);
        Integer down = form.take("down", DescriptionForm::perMille);
        if (across == null || down == null) {
            return null;
        }
        int clickedX = clicked(form.value("at.x"), SHOWN);
        int clickedY = clicked(form.value("at.y"), height(picture));
        boolean click = clickedX > 0 || clickedY > 0; // by the keyboard a browser says 0, 0
        return new PictureDescription(
                text(form, "headline"),
                text(form, "caption"),
                text(form, "alt"),
                text(form, "credit"),
                text(form, "creator"),
                text(form, "provider"),
                text(form, "copyright"),
                text(form, "terms"),
                form.has("archive", "on"),
                click ? clickedX : across,
                click ? clickedY : down);
    }

    static int height(Picture picture) {
        return picture.width() == null || picture.height() == null
                ? SHOWN
                : Math.max(1, Math.round((float) picture.height() * SHOWN / picture.width()));
    }

    private static int clicked(String pixels, int of) {
        return pixels.matches("[0-9]{1,5}") ? Math.min(1000, Integer.parseInt(pixels) * 1000 / of) : 0;
    }

    private static int perMille(String percent) {
        String plain = percent.strip().replace(',', '.');
        double value = plain.matches("[0-9]{1,3}(\\.[0-9]{1,3})?") ? Double.parseDouble(plain) : -1;
        if (value < 0 || value > 100) {
            throw Problem.invalid("The focal point is given in per cent of width and height, 0 to 100.")
                    .as("problem.media.focal");
        }
        return (int) Math.round(value * 10);
    }

    private static @Nullable String text(Form form, String field) {
        String text = form.value(field).replace("\r\n", "\n").strip();
        return text.isEmpty() ? null : text;
    }

    /// What was not changed in the form stays as it is now, to the millisecond.
    ///
    /// @return null when a field is wrong; the form says which
    static @Nullable Rights rights(Form form, Picture picture, ZoneId zone) {
        Rights before = picture.rights();
        boolean keepsStart = keeps(form, "starts", before.starts(), zone);
        boolean keepsEnd = keeps(form, "ends", before.ends(), zone);
        if (keepsStart && keepsEnd) {
            return before;
        }
        Instant starts = form.take(
                "starts",
                text -> keepsStart
                        ? Objects.requireNonNullElse(before.starts(), Instant.MIN)
                        : read(text, Instant.MIN, zone));
        Instant ends = form.take(
                "ends",
                text -> keepsEnd
                        ? Objects.requireNonNullElse(before.ends(), Instant.MAX)
                        : read(text, Instant.MAX, zone));
        if (starts == null || ends == null) {
            return null;
        }
        Instant from = starts.equals(Instant.MIN) ? null : starts;
        Instant until = ends.equals(Instant.MAX) ? null : ends;
        if (from != null && until != null && !from.isBefore(until)) {
            form.refuseField("ends", "problem.media.order");
            return null;
        }
        return Rights.between(from, until);
    }

    private static boolean keeps(Form form, String field, @Nullable Instant before, ZoneId zone) {
        return form.untouched(field) || form.value(field).equals(Objects.requireNonNullElse(written(before, zone), ""));
    }

    private static Instant read(String text, Instant never, ZoneId zone) {
        return text.isBlank() ? never : LocalTimes.read(text, zone);
    }
}
