package press.rotative.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;

/// What a story should have and lacks: a refusal for staff, a warning where a source (an import) lacks it.
public final class Lacks {
    private Lacks() {}

    /// @param pictures those that the content shows and that are here
    public static List<String> of(StoryContent content, Map<PictureId, Picture> pictures) {
        var lacks = new ArrayList<String>();
        if (content.section() == null) {
            lacks.add("The section is missing. Choose one.");
        }
        if (content.kind() != StoryKind.BRIEF) {
            if (content.standfirst() == null) {
                lacks.add("The standfirst is missing. Say in one or two sentences what the story is about.");
            }
            if (content.byline().isEmpty()) {
                lacks.add("The byline is missing. Name who wrote the story.");
            }
        }
        kind(content, lacks);
        for (PictureId id : content.pictures()) {
            Picture picture = pictures.get(id);
            if (picture != null && !picture.destroyed()) {
                picture(content, picture, lacks);
            }
        }
        return lacks;
    }

    /// What makes a story one of its kind.
    private static void kind(StoryContent content, List<String> lacks) {
        List<Block> blocks = content.body().blocks();
        if (content.kind() == StoryKind.INTERVIEW && blocks.stream().noneMatch(Block.Question.class::isInstance)) {
            lacks.add("An interview has questions. Make at least one block of the type 'question'.");
        }
        if (content.kind() == StoryKind.GALLERY
                && blocks.stream().filter(Block.Illustration.class::isInstance).count() < 2) {
            lacks.add("A gallery has pictures. Put at least two into the body.");
        }
    }

    private static void picture(StoryContent content, Picture picture, List<String> lacks) {
        long number = picture.id().value();
        if (picture.credit() == null) {
            lacks.add("Picture " + number + " has no credit. Name who made it.");
        }
        if (picture.held() && picture.alt() == null && !altGiven(content, picture.id())) {
            lacks.add("Picture " + number + " has no alternative text. Describe it for people who do not see it.");
        }
    }

    private static boolean altGiven(StoryContent content, PictureId id) {
        boolean hero = content.hero() == null
                || !content.hero().picture().equals(id)
                || content.hero().alt() != null;
        return hero
                && content.body().blocks().stream()
                        .allMatch(block -> !(block instanceof Block.Illustration illustration)
                                || !illustration.picture().equals(id)
                                || illustration.alt() != null);
    }
}
