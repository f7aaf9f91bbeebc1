package press.rotative.wire.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import press.rotative.media.ArchiveMark;
import press.rotative.story.Text;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger.Fate;
import press.rotative.wire.words.Credit;
import press.rotative.wire.words.Prose;

/// Reads what is left into the blocks of the body, top to bottom: paragraphs, inline teasers, pictures with their
/// captions and credits, lists, and headings. It never takes a paragraph for anything else. A title on top of a
/// paragraph without a credit is a teaser when the page announces the same title elsewhere; on pages whose bodies have
/// teasers it is left as not understood (teaser or heading); elsewhere it is a heading.
final class BodyReader implements PageReader {

    private static final int LONGEST_CAPTION = 320;
    private static final int LONGEST_HEADING = 100;

    @Override
    public void read(Page page, ClippingDraft draft) {
        int end = end(page, draft);
        int start = start(page, draft);
        for (int at = 0; at < end; at++) {
            Line line = page.line(at);
            boolean credit = draft.credits.containsKey(line.index());
            if (at < start) {
                if (line.free() && !credit && Prose.text(line.text())) {
                    paragraph(line, draft);
                }
            } else if (line.unclaimed() && (line.free() || credit || startsTeaser(page, line, draft))) {
                block(page, line, end, draft);
            }
        }
    }

    private static int start(Page page, ClippingDraft draft) {
        Head head = Head.of(page, draft);
        int start = head.end();
        for (int at = head.end() - 1; at >= 0; at--) {
            Line line = page.line(at);
            boolean belongs = line.unclaimed()
                    && (part(page, line, draft)
                            || line.free() && line.length() > LONGEST_HEADING
                            || line.free()
                                    && (onText(page, line) && Teasers.anatomy(page)
                                            || draft.headlineAt < line.index() && shortText(page, line)));
            if (belongs) {
                start = at;
            } else if (!line.furniture()) {
                return start;
            }
        }
        return start;
    }

    /// A teaser or picture right before the first paragraph.
    private static boolean part(Page page, Line line, ClippingDraft draft) {
        return draft.credits.containsKey(line.index())
                || startsTeaser(page, line, draft)
                || line.length() <= LONGEST_CAPTION && Head.caption(page, line, draft);
    }

    /// A title directly on top of the first paragraph, where gaps tell.
    private static boolean onText(Page page, Line line) {
        return page.gapsTell()
                && line.gapBefore()
                && Teasers.title(line)
                && page.under(line)
                        .filter(under -> under.free() && Prose.text(under.text()))
                        .isPresent();
    }

    private static boolean shortText(Page page, Line line) {
        return Prose.fullStop(line.text())
                && Prose.words(line.text()) >= 3
                && page.after(line).isPresent();
    }

    private static int end(Page page, ClippingDraft draft) {
        int end = 0;
        for (Line line : page.lines()) {
            boolean text = line.free() && Prose.text(line.text());
            boolean follows = line.free()
                    && line.index() == end
                    && end > 0
                    && (Prose.closed(line.text()) && Prose.words(line.text()) >= 2
                            || bullet(line)
                            || part(page, line, draft));
            end = text || follows ? line.index() + 1 : end;
        }
        return end;
    }

    private static boolean startsTeaser(Page page, Line line, ClippingDraft draft) {
        return page.under(line)
                        .filter(under -> Teasers.shape(page, under, draft))
                        .isPresent()
                && Teasers.title(line);
    }

    private static void block(Page page, Line line, int end, ClippingDraft draft) {
        Optional<Line> creditLine =
                page.under(line).filter(under -> draft.credits.containsKey(under.index()) && under.unclaimed());
        if (draft.credits.containsKey(line.index())) {
            picture(Optional.empty(), line, draft);
        } else if (startsTeaser(page, line, draft)) {
            teaser(line, creditLine, draft);
        } else if (creditLine.isPresent() && line.length() <= LONGEST_CAPTION) {
            picture(Optional.of(line), creditLine.get(), draft);
        } else if (line.length() <= LONGEST_CAPTION && ownCredit(line).isPresent()) {
            captioned(line, ownCredit(line).orElseThrow(), draft);
        } else if (line.length() <= LONGEST_CAPTION && ArchiveMark.at(line.text()) > 0) {
            archived(line, draft);
        } else if (bullet(line)) {
            list(page, line, draft);
        } else if (Prose.bodyText(line.text()) && !question(page, line)) {
            paragraph(line, draft);
        } else {
            title(page, line, end, draft);
        }
    }

    private static void paragraph(Line line, ClippingDraft draft) {
        String id = draft.nextId();
        draft.blocks.add(Clipping.Paragraph.of(id, line.text()));
        line.map(body(id));
    }

    private static void teaser(Line title, Optional<Line> creditLine, ClippingDraft draft) {
        String id = draft.nextId();
        Optional<Credit> credit = creditLine.map(line -> draft.credits.remove(line.index()));
        draft.blocks.add(new Clipping.Teaser(
                id,
                title.text(),
                credit.map(Credit::text),
                credit.flatMap(Credit::detail),
                credit.filter(Credit::archive).isPresent()));
        title.map("teasers[" + id + "].title");
        creditLine.ifPresent(line -> HeroReader.claimCredit(
                line, credit.orElseThrow(), "teasers[" + id + "].credit", "teasers[" + id + "].archive"));
    }

    private static void picture(Optional<Line> caption, Line creditLine, ClippingDraft draft) {
        String id = draft.nextId();
        Credit credit = draft.credits.remove(creditLine.index());
        int mark = caption.map(line -> ArchiveMark.at(line.text())).orElse(0);
        Optional<String> text = caption.map(line -> mark > 0 ? ArchiveMark.before(line.text(), mark) : line.text());
        draft.blocks.add(new Clipping.PictureBlock(
                id,
                Clipping.Picture.described(
                        text, Optional.of(credit.text()), credit.detail(), mark > 0 || credit.archive())));
        caption.ifPresent(line -> line.map(body(id) + ".caption"));
        HeroReader.claimCredit(creditLine, credit, body(id) + ".credit", body(id) + ".archive");
    }

    private static Optional<Credit> ownCredit(Line line) {
        return Credit.closing(line.text()).filter(credit -> !Prose.fullStop(line.text()) && credit.start() > 3);
    }

    private static void captioned(Line line, Credit credit, ClippingDraft draft) {
        String id = draft.nextId();
        String caption = line.text().substring(0, credit.start()).strip();
        int mark = ArchiveMark.at(caption);
        draft.blocks.add(new Clipping.PictureBlock(
                id,
                Clipping.Picture.described(
                        Optional.of(mark > 0 ? ArchiveMark.before(caption, mark) : caption),
                        Optional.of(credit.text()),
                        credit.detail(),
                        mark > 0 || credit.archive())));
        line.claim(0, credit.start(), Fate.MAPPED, body(id) + ".caption");
        HeroReader.claimCredit(line, credit, body(id) + ".credit", body(id) + ".archive");
    }

    private static void archived(Line line, ClippingDraft draft) {
        String id = draft.nextId();
        String caption = ArchiveMark.before(line.text(), ArchiveMark.at(line.text()));
        draft.blocks.add(new Clipping.PictureBlock(
                id, Clipping.Picture.described(Optional.of(caption), Optional.empty(), Optional.empty(), true)));
        line.map(body(id) + ".caption");
    }

    private static boolean bullet(Line line) {
        String text = line.text();
        return text.length() > 2 && "•*-‣▪◦".indexOf(text.charAt(0)) >= 0 && Character.isSpaceChar(text.charAt(1));
    }

    private static void list(Page page, Line first, ClippingDraft draft) {
        String id = draft.nextId();
        List<String> items = new ArrayList<>();
        Optional<Line> next = Optional.of(first);
        while (next.isPresent() && next.get().free() && bullet(next.get())) {
            items.add(next.get().text().substring(2).strip());
            next.get().map(body(id));
            next = page.under(next.get());
        }
        draft.blocks.add(
                new Clipping.ListBlock(id, false, items.stream().map(Text::of).toList()));
    }

    private static void title(Page page, Line line, int end, ClippingDraft draft) {
        boolean onText = page.under(line)
                .filter(under -> under.free() && Prose.bodyText(under.text()))
                .isPresent();
        if (onText && draft.related.contains(line.text())) {
            teaser(line, Optional.empty(), draft);
        } else if (page.gapsTell() && onText && Teasers.anatomy(page)) {
            line.claim(0, line.length(), Fate.UNKNOWN, "teasers");
        } else if (line.index() + 1 < end && line.length() <= LONGEST_HEADING && heading(line)) {
            String id = draft.nextId();
            draft.blocks.add(new Clipping.Heading(id, line.text(), 2));
            line.map(body(id));
        }
    }

    /// A short question that opens a block of text is its heading.
    private static boolean question(Page page, Line line) {
        char last = line.text().charAt(line.length() - 1);
        return (last == '?' || last == '؟')
                && line.length() <= 70
                && page.gapsTell()
                && line.gapBefore()
                && page.under(line)
                        .filter(under -> under.free() && Prose.text(under.text()))
                        .isPresent();
    }

    private static boolean heading(Line line) {
        char last = line.text().charAt(line.length() - 1);
        return line.length() >= 3
                && !line.text().contains("**")
                && !longNumber(line.text())
                && (Character.isLetterOrDigit(last) || last == '?' || last == '؟')
                && Prose.words(line.text()) >= 1
                && !Counters.digits(line.text())
                && !Prose.address(line.text());
    }

    /// A run of five digits or more, spaces inside it allowed: a telephone number, not the year of a heading.
    private static boolean longNumber(String text) {
        int digits = 0;
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            digits = Character.isDigit(here) ? digits + 1 : Character.isSpaceChar(here) ? digits : 0;
            if (digits >= 5) {
                return true;
            }
        }
        return false;
    }

    private static String body(String id) {
        return "body[" + id + "]";
    }
}
