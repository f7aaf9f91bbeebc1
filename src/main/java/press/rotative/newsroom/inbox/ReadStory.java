package press.rotative.newsroom.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.story.Authors;
import press.rotative.story.Block;
import press.rotative.story.Contribution;
import press.rotative.story.StoryContent;

/// A story as it reads, in plain pieces, to stand beside the account of its capture.
final class ReadStory {
    private static final int LONGEST_LABEL = 60;

    private final Words words;
    private final StoryContent content;
    private final Map<PictureId, Picture> pictures;
    private final List<String> names;

    ReadStory(DSLContext sql, Words words, StoryContent content) {
        this.words = words;
        this.content = content;
        this.pictures = content.pictures().isEmpty() ? Map.of() : new Pictures(sql).find(content.pictures());
        var authors = new Authors(sql)
                .find(content.byline().stream().map(Contribution::author).collect(Collectors.toSet()));
        this.names = content.byline().stream()
                .map(each -> authors.get(each.author()))
                .filter(Objects::nonNull)
                .map(author -> author.name())
                .toList();
    }

    ImportPage.Read read() {
        var hero = content.hero();
        Picture picture = hero == null ? null : pictures.get(hero.picture());
        return new ImportPage.Read(
                content.standfirst() == null ? "" : content.standfirst(),
                String.join(words.say("list.next"), names),
                picture == null || hero == null
                        ? null
                        : text(hero.caption() == null ? picture.caption() : hero.caption()),
                picture == null ? "" : credit(picture),
                pieces());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String credit(Picture picture) {
        if (picture.destroyed()) {
            return words.say("media.rights.destroyed");
        }
        String credit = picture.credit() == null ? words.say("inbox.no.credit") : picture.credit();
        return picture.held() ? credit : credit + " · " + words.say("media.no.file");
    }

    private List<ImportPage.Piece> pieces() {
        var pieces = new ArrayList<ImportPage.Piece>();
        for (Block block : content.body().blocks()) {
            switch (block) {
                case Block.Paragraph paragraph -> add(pieces, "p", paragraph.text(), "");
                case Block.Heading heading -> add(pieces, "h" + heading.level(), heading.text(), "");
                case Block.Quote quote -> add(pieces, "quote", quote.text(), text(quote.attribution()));
                case Block.Question question -> add(pieces, "h3", question.text(), "");
                case Block.Items items -> items.items().forEach(item -> add(pieces, "item", item.plain(), ""));
                case Block.Illustration shown -> figure(pieces, shown);
                case Block.Teaser teaser ->
                    add(pieces, "aside", text(teaser.title()), words.say("inbox.field.teasers.title"));
                case Block.Embed embed -> add(pieces, "aside", embed.title(), embed.url());
                case Block.Table table ->
                    table.rows().forEach(row -> add(pieces, "item", String.join(" · ", row), text(table.caption())));
                case Block.Correction correction -> add(pieces, "p", correction.text(), "");
            }
        }
        return pieces;
    }

    private void figure(List<ImportPage.Piece> pieces, Block.Illustration shown) {
        Picture picture = pictures.get(shown.picture());
        String caption = shown.caption() != null ? shown.caption() : picture == null ? null : picture.caption();
        add(pieces, "figure", text(caption), picture == null ? "" : credit(picture));
    }

    private static void add(List<ImportPage.Piece> pieces, String kind, String text, String note) {
        pieces.add(new ImportPage.Piece(kind, text, note));
    }

    /// The pictures that the story shows, for whoever adds a caption or a credit.
    List<DeskPage.Choice> choices() {
        return content.pictures().stream()
                .map(pictures::get)
                .filter(Objects::nonNull)
                .distinct()
                .map(picture -> new DeskPage.Choice(
                        Long.toString(picture.id().value()),
                        label(picture),
                        content.hero() != null && content.hero().picture().equals(picture.id()),
                        null,
                        null))
                .toList();
    }

    private String label(Picture picture) {
        String caption = picture.caption() == null
                ? words.say("inbox.picture", picture.id().value())
                : picture.caption();
        return caption.length() <= LONGEST_LABEL ? caption : caption.substring(0, LONGEST_LABEL) + "…";
    }
}
