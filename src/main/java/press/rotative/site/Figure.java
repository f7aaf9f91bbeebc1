package press.rotative.site;

import org.jspecify.annotations.Nullable;

/// A picture as a page shows it, with its words. Without an image it stands for a picture whose file is not held: its
/// caption, credit and archive mark are still printed.
///
/// @param credit always printed when there is one, on teasers too
record Figure(
        @Nullable Image image,
        @Nullable String caption,
        @Nullable String credit,
        boolean archive) {

    /// The same picture in three formats: browsers take the first that they can show.
    ///
    /// @param src one width as JPEG, for feeds and for browsers that choose nothing
    /// @param srcset widths as JPEG; empty when there is only one
    /// @param webp widths as WebP
    /// @param avif widths as AVIF
    /// @param eager the first picture of a page, loaded at once
    record Image(
            String src,
            String srcset,
            String webp,
            String avif,
            String sizes,
            int width,
            int height,
            String alt,
            boolean eager) {

        Image {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException("a picture has a width and a height");
            }
        }

        @Nullable
        String srcsetOrNothing() {
            return srcset.isEmpty() ? null : srcset;
        }

        @Nullable
        String sizesOrNothing() {
            return srcset.isEmpty() ? null : sizes;
        }
    }

    boolean hasWords() {
        return archive || caption != null || credit != null;
    }

    /// The same picture in a list: the caption stays behind, mark and credit travel.
    Figure withoutCaption() {
        return new Figure(image, null, credit, archive);
    }
}
