package press.rotative.media;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// What people write about a picture. The words follow the IPTC Photo Metadata Standard; alternative text and focal
/// point are for the pages.
///
/// @param headline short title for the library
/// @param caption default caption; a story may say another
/// @param alt alternative text for people who do not see the picture
/// @param credit credit line as printed (IPTC `creditline`)
/// @param creator who made it (IPTC `byline`)
/// @param provider the agency, outlet or press service it came from (IPTC `source`)
/// @param copyright copyright notice (IPTC `copyrightnotice`)
/// @param usageTerms how it may be used (IPTC `usageterms`), for the newsroom
/// @param archive file picture: it was not taken at the event it illustrates
/// @param focalX per mille from the left of the point a crop must keep
/// @param focalY per mille from the top
public record PictureDescription(
        @Nullable String headline,
        @Nullable String caption,
        @Nullable String alt,
        @Nullable String credit,
        @Nullable String creator,
        @Nullable String provider,
        @Nullable String copyright,
        @Nullable String usageTerms,
        boolean archive,
        int focalX,
        int focalY) {
    /// Characters that each of the texts has at most.
    public static final int LONGEST = 2000;

    /// Nothing is known; the middle is the focal point.
    public static final PictureDescription EMPTY =
            new PictureDescription(null, null, null, null, null, null, null, null, false, 500, 500);

    public PictureDescription {
        Stream.of(headline, caption, alt, credit, creator, provider, copyright, usageTerms)
                .forEach(PictureDescription::check);
        if (focalX < 0 || focalX > 1000 || focalY < 0 || focalY > 1000) {
            throw Problem.invalid("The focal point is given in per mille of width and height, 0 to 1000.");
        }
    }

    private static void check(@Nullable String text) {
        if (text != null && (text.length() > LONGEST || text.indexOf('\0') >= 0)) {
            throw Problem.invalid("The texts of a picture have at most " + LONGEST
                            + " characters and no NUL characters. Please shorten or clean them.")
                    .as("problem.picture.text", LONGEST);
        }
    }

    /// The middle as focal point, nothing else known.
    public static PictureDescription captioned(@Nullable String caption, @Nullable String credit, boolean archive) {
        return EMPTY.withWords(caption, null, credit, archive);
    }

    /// The same with other words for the reader.
    public PictureDescription withWords(
            @Nullable String newCaption, @Nullable String newAlt, @Nullable String newCredit, boolean fileMark) {
        return new PictureDescription(
                headline,
                newCaption,
                newAlt,
                newCredit,
                creator,
                provider,
                copyright,
                usageTerms,
                fileMark,
                focalX,
                focalY);
    }

    public PictureDescription withCredit(@Nullable String newCredit) {
        return withWords(caption, alt, newCredit, archive);
    }

    /// The same; where creator and provider are missing they are taken from the credit line, and so is its file mark.
    public PictureDescription withMakersOfCredit() {
        if (credit == null) {
            return this;
        }
        CreditLine line = CreditLine.of(credit);
        return new PictureDescription(
                headline,
                caption,
                alt,
                credit,
                creator == null ? line.creator().orElse(null) : creator,
                provider == null ? line.provider().orElse(null) : provider,
                copyright,
                usageTerms,
                archive || line.archive(),
                focalX,
                focalY);
    }
}
