package press.rotative.wire.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.PictureUse;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.DescribePicture;

/// Puts a line of the capture that stands nowhere in the story into its text, or says that it is rightly left out. A
/// paragraph comes behind the one that stood before it in the capture.
///
/// @param capture its digest
/// @param line its number in the account, which counts from 0
/// @param as `SEEN`, `PARAGRAPH`, `HEADLINE`, `STANDFIRST`, `CAPTION` or `CREDIT`
/// @param picture whose caption or credit it is; null: that of the picture at the head of the story
public record SettleLine(
        Actor actor,
        StoryId story,
        String capture,
        int line,
        Decisions.Choice as,
        @Nullable PictureId picture) implements Act<StoryAccount> {
    private static final Pattern IN_BODY = Pattern.compile("body\\[([A-Za-z0-9_-]{1,40})].*");

    @Override
    public StoryAccount perform(Transaction transaction) {
        StoryAccount before = StoryAccount.lock(transaction, actor, story, capture);
        Account.Line part = before.account()
                .line(line)
                .orElseThrow(() -> Problem.notFound("There is no such line in this capture."));
        boolean taken = Optional.ofNullable(before.decided(line))
                .filter(settled -> settled.choice() != Decisions.Choice.SEEN)
                .isPresent();
        if (taken || as != Decisions.Choice.SEEN && !part.takeable()) {
            throw Problem.conflict("This line stands in the story already.").as("problem.inbox.line.taken");
        }
        String words = part.part().strip();
        StoryContent content = before.content();
        Optional<StoryContent> text =
                switch (as) {
                    case SEEN -> Optional.empty();
                    case PARAGRAPH -> Optional.of(withParagraph(before, words));
                    case HEADLINE -> Optional.of(content.withHeadline(words));
                    case STANDFIRST -> Optional.of(content.withStandfirst(joined(content.standfirst(), words)));
                    case CAPTION -> Optional.of(withCaption(transaction, content, words));
                    case CREDIT -> credit(transaction, content, words);
                    case KIND, REPLACED, DROPPED ->
                        throw Problem.invalid("A line is no concept: say as what it is taken into the text.");
                };
        return before.settle(transaction, actor, text, List.of(Doubt.line(line)), as, "");
    }

    private StoryContent withParagraph(StoryAccount before, String words) {
        var blocks = new ArrayList<>(before.content().body().blocks());
        blocks.add(place(before), Block.Paragraph.of("", words));
        return before.content().withBody(new Body(blocks));
    }

    /// Behind the nearest block that stood before the line in the capture and stands in the text still; where none of
    /// them does, at the end; where there was none, at the beginning.
    private int place(StoryAccount before) {
        List<Block> blocks = before.content().body().blocks();
        var behind = new HashMap<String, Integer>();
        for (int at = 0; at < blocks.size(); at++) {
            behind.put(blocks.get(at).id(), at + 1);
        }
        boolean first = true;
        for (int i = line - 1; i >= 0; i--) {
            String field = before.account().lines().get(i).field();
            Matcher matcher = IN_BODY.matcher(field == null ? "" : field);
            if (matcher.matches()) {
                first = false;
                String id = matcher.group(1);
                Integer place = behind.get(before.kept().blocks().getOrDefault(id, id));
                if (place != null) {
                    return place;
                }
            }
        }
        return first ? 0 : blocks.size();
    }

    private static String joined(@Nullable String before, String words) {
        return before == null || before.isBlank() ? words : before + " " + words;
    }

    private StoryContent withCaption(Transaction transaction, StoryContent content, String words) {
        PictureId shown = shown(content);
        Picture own = new Pictures(transaction.sql()).get(shown);
        PictureUse hero = content.hero();
        if (hero != null && hero.picture().equals(shown)) {
            String caption = hero.caption() == null ? own.caption() : hero.caption();
            return content.withHero(new PictureUse(shown, joined(caption, words), hero.alt()));
        }
        var blocks = new ArrayList<Block>();
        for (Block block : content.body().blocks()) {
            blocks.add(
                    block instanceof Block.Illustration each && each.picture().equals(shown)
                            ? new Block.Illustration(
                                    each.id(),
                                    shown,
                                    joined(each.caption() == null ? own.caption() : each.caption(), words),
                                    each.alt())
                            : block);
        }
        return content.withBody(new Body(blocks));
    }

    /// The credit belongs to the picture, wherever it is shown.
    private Optional<StoryContent> credit(Transaction transaction, StoryContent content, String words) {
        PictureId shown = shown(content);
        Picture own = new Pictures(transaction.sql()).get(shown);
        new DescribePicture(
                        actor,
                        shown,
                        own.version(),
                        own.description().withCredit(words).withMakersOfCredit())
                .perform(transaction);
        return Optional.empty();
    }

    private PictureId shown(StoryContent content) {
        if (picture != null && content.pictures().contains(picture)) {
            return picture;
        }
        if (picture == null && content.hero() != null) {
            return content.hero().picture();
        }
        throw Problem.invalid("The story shows no such picture. Choose one that it shows.")
                .as("problem.inbox.no.picture");
    }
}
