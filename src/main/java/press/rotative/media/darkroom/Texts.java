package press.rotative.media.darkroom;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The words that travel inside a picture file (IPTC Photo Metadata Standard 2023.2). Where they are taken from a file
/// they are cleaned: no control characters, no longer than [#LONGEST].
public record Texts(
        @Nullable String headline,
        @Nullable String caption,
        @Nullable String alt,
        @Nullable String credit,
        @Nullable String creator,
        @Nullable String provider,
        @Nullable String copyright,
        @Nullable String usageTerms) {
    public static final Texts NONE = new Texts(null, null, null, null, null, null, null, null);

    static final int LONGEST = 2000;

    /// In the order of the components.
    List<@Nullable String> all() {
        return Arrays.asList(headline, caption, alt, credit, creator, provider, copyright, usageTerms);
    }

    static Texts of(List<@Nullable String> all) {
        return new Texts(
                all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), all.get(5), all.get(6), all.get(7));
    }

    /// These texts, and those of `others` where one is missing here.
    public Texts or(Texts others) {
        return merged(others, (mine, other) -> mine == null ? other : mine);
    }

    private Texts merged(Texts others, BiFunction<@Nullable String, @Nullable String, @Nullable String> choice) {
        return new Texts(
                choice.apply(headline, others.headline),
                choice.apply(caption, others.caption),
                choice.apply(alt, others.alt),
                choice.apply(credit, others.credit),
                choice.apply(creator, others.creator),
                choice.apply(provider, others.provider),
                choice.apply(copyright, others.copyright),
                choice.apply(usageTerms, others.usageTerms));
    }

    /// A text as it may be kept: one paragraph of readable characters; null when nothing is left.
    static @Nullable String cleaned(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var clean = new StringBuilder();
        text.codePoints()
                .limit(4L * LONGEST)
                .filter(point -> Character.getType(point) != Character.SURROGATE && point != 0xfffe && point != 0xffff)
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .forEach(clean::appendCodePoint);
        String one = clean.toString().replaceAll(" {2,}", " ").strip();
        int end = Math.min(one.length(), LONGEST);
        if (end < one.length() && Character.isHighSurrogate(one.charAt(end - 1))) {
            end--;
        }
        return one.isEmpty() ? null : one.substring(0, end);
    }
}
