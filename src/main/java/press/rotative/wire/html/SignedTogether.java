package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.GivenNames;
import press.rotative.wire.words.NameLine;

/// Several people who sign one story, each in a box.
final class SignedTogether {
    private SignedTogether() {}

    /// Adds the others who sign in lines of their own, dressed as the first: one box a name.
    static void add(List<Part> parts, HtmlDraft draft) {
        Part signed = parts.stream()
                .filter(part -> "byline".equals(part.field))
                .filter(part -> part.box.withRole(Role.BYLINE, null) != null || part.words <= Signed.MOST_WORDS_OF_NAME)
                .findFirst()
                .orElse(null);
        if (signed == null || draft.byline.isEmpty()) {
            return;
        }
        boolean named = signed.box.withRole(Role.BYLINE, null) != null;
        for (Part part : parts) {
            boolean same = part != signed
                    && part.box.tag.equals(signed.box.tag)
                    && part.box.element.className().equals(signed.box.element.className())
                    && (named && part.box.withRole(Role.BYLINE, null) != null
                            || neighbours(part, signed) && GivenNames.fullName(part.text))
                    && !part.claimed()
                    && part.words >= 2
                    && part.words <= Signed.MOST_WORDS_OF_NAME
                    && !HeadFacts.elsewhere(part)
                    && NameLine.names(part.text);
            Clipping.Byline known = draft.byline.get();
            if (same
                    && known.names().stream().noneMatch(part.text::contains)
                    && !known.text().contains(part.text)) {
                List<Clipping.Signature> all = new ArrayList<>(known.signatures());
                all.add(new Clipping.Signature(part.text, Optional.empty()));
                draft.byline = Bylines.of(all);
                part.map("byline");
            }
        }
    }

    /// Close to one another, in boxes of one box.
    private static boolean neighbours(Part part, Part signed) {
        Box one = part.box.parent;
        Box other = signed.box.parent;
        boolean beside = one == other || one != null && other != null && one.parent == other.parent;
        return beside && Math.abs(part.index - signed.index) <= Signed.MOST_WORDS_OF_NAME;
    }
}
