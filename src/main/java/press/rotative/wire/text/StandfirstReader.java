package press.rotative.wire.text;

import java.util.List;
import java.util.Optional;
import press.rotative.media.ArchiveMark;
import press.rotative.wire.words.Prose;

/// Finds the standfirst by where it stands, and only with evidence: between the headline and the line of byline or
/// date;
/// directly under the head, on pages that print a short address; on top of an inline teaser, on pages of that anatomy;
/// or on top of
/// the hero picture. A first paragraph without such a place belongs to the body, and so does the only paragraph.
final class StandfirstReader implements PageReader {

    private static final String FIELD = "standfirst";
    private static final int SHORTEST = 60;
    private static final int LONGEST = 2000;
    private static final List<String> HEAD = List.of(
            "headline",
            "section",
            "shortLink",
            Counters.FIELD,
            HeroReader.CREDIT,
            HeroReader.CAPTION,
            HeroReader.ARCHIVE);

    @Override
    public void read(Page page, ClippingDraft draft) {
        List<Line> texts = page.lines().stream()
                .filter(line -> line.free() && Prose.text(line.text()) && !Head.caption(page, line, draft))
                .toList();
        Optional<Line> standfirst = underHeadline(page, texts);
        if (standfirst.isEmpty() && texts.size() >= 2) {
            Line first = texts.getFirst();
            boolean placed = underHead(page, first) || onTeaser(page, first, draft) || onHero(page, first);
            standfirst = placed ? Optional.of(first) : Optional.empty();
        }
        standfirst.filter(line -> line.length() <= LONGEST).ifPresent(line -> {
            draft.standfirst = Optional.of(line.text());
            line.map(FIELD);
        });
    }

    private static Optional<Line> underHeadline(Page page, List<Line> texts) {
        Optional<Line> headline =
                page.lines().stream().filter(line -> line.holds("headline")).reduce((_, last) -> last);
        if (headline.isEmpty()) {
            return Optional.empty();
        }
        Optional<Line> next = page.after(headline.get())
                .filter(line -> line.free()
                        && (Prose.text(line.text())
                                || line.length() >= SHORTEST
                                        && Prose.title(line.text())
                                        && ArchiveMark.at(line.text()) == 0));
        boolean facts =
                next.flatMap(page::after).filter(StandfirstReader::facts).isPresent();
        boolean bodyFollows = texts.stream().anyMatch(text -> next.filter(line -> line.index() < text.index())
                .isPresent());
        return facts && bodyFollows ? next : Optional.empty();
    }

    private static boolean facts(Line line) {
        return line.holds("byline") || line.holds("published") || line.holds("modified");
    }

    private static boolean underHead(Page page, Line first) {
        return page.has("shortLink")
                && page.before(first)
                        .filter(before -> HEAD.stream().anyMatch(before::holds))
                        .isPresent();
    }

    private static boolean onTeaser(Page page, Line first, ClippingDraft draft) {
        Optional<Line> credit = page.after(first).flatMap(page::under);
        return Teasers.anatomy(page)
                && credit.filter(line -> Teasers.shape(page, line, draft)).isPresent();
    }

    private static boolean onHero(Page page, Line first) {
        Optional<Line> next = page.after(first);
        return next.filter(line -> line.holds(HeroReader.CREDIT) || line.holds(HeroReader.CAPTION))
                .isPresent();
    }
}
