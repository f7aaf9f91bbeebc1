package press.rotative.site;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import press.rotative.story.house.HouseFile;
import press.rotative.story.house.Look;

/// What a newsroom looks like on every page, with the addresses of its files.
///
/// @param logo null: the name stands as letters
/// @param icon of windows and bookmarks
/// @param touch of the home screens of phones, 180 pixels wide
/// @param card what others show beside a link to a page that has no picture
/// @param style what changes the colours; null: they are as Rotative comes
record Brand(
        @Nullable Logo logo,
        Icon icon,
        @Nullable Icon touch,
        @Nullable Icon card,
        @Nullable String style) {

    /// @param dark for readers who prefer dark; null: the same
    record Logo(HouseFile light, @Nullable HouseFile dark) {}

    /// @param sizes as `width x height` of a picture made of pixels; null for one made of shapes
    record Icon(String address, String mediaType, @Nullable String sizes, int width, int height) {
        static Icon of(HouseFile file) {
            boolean pixels = file.mediaType().equals("image/png");
            return new Icon(
                    file.address(),
                    file.mediaType(),
                    pixels ? file.width() + "x" + file.height() : null,
                    file.width(),
                    file.height());
        }
    }

    static Brand plain(Assets assets) {
        return new Brand(null, new Icon(assets.icon(), "image/svg+xml", null, 32, 32), null, null, null);
    }

    /// @param whole makes the whole address of a path, which others need
    static Brand of(Look look, Assets assets, UnaryOperator<String> whole) {
        Brand plain = plain(assets);
        Look.Icon icon = look.icon();
        HouseFile logo = look.logo();
        return new Brand(
                logo == null ? null : new Logo(logo, look.logoDark()),
                icon == null ? plain.icon : Icon.of(icon.file()),
                icon == null || icon.touch() == null ? null : Icon.of(icon.touch()),
                card(look, whole),
                look.style() == null ? null : look.style().address());
    }

    /// Others draw pixels only.
    private static @Nullable Icon card(Look look, UnaryOperator<String> whole) {
        HouseFile large = look.icon() == null ? null : look.icon().large();
        HouseFile picture = large == null ? look.logo() : large;
        if (picture == null || !picture.mediaType().equals("image/png")) {
            return null;
        }
        Icon card = Icon.of(picture);
        return new Icon(whole.apply(card.address()), card.mediaType(), card.sizes(), card.width(), card.height());
    }

    /// For machines: the logo, else the icon.
    String emblem() {
        return logo != null ? logo.light().address() : icon.address();
    }
}
