package press.rotative.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.media.PictureId;
import press.rotative.people.Actor;
import press.rotative.story.AuthorId;
import press.rotative.story.EditionId;
import press.rotative.story.PubStatus;
import press.rotative.story.SectionId;
import press.rotative.story.StoryKind;
import press.rotative.story.Workflow;

/// What somebody of the newsroom looks for, among the stories that they may see.
///
/// @param actor who asks
/// @param places the editions that are searched, each with the language whose rules for words hold there
/// @param asked as it was typed; empty: every story that fits the rest
/// @param section null: any; in which one of a story's texts stands
/// @param authors one of them signs; null: anybody or nobody
/// @param picture one of its texts shows it; null: any
/// @param workflow null: any
/// @param status null: any, or none yet
/// @param from last touched at this instant or later
/// @param before last touched before this instant
/// @param after the key of the last hit of the page before ([Found.Hit#key]); null for the first page
/// @param most how many hits at most, 1 to 100
public record StaffQuestion(
        Actor actor,
        List<Place> places,
        String asked,
        @Nullable SectionId section,
        @Nullable Set<AuthorId> authors,
        @Nullable StoryKind kind,
        @Nullable PictureId picture,
        @Nullable Workflow workflow,
        @Nullable PubStatus status,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable String after,
        int most) {

    /// @param language BCP 47
    public record Place(EditionId edition, String language) {}

    /// For these words, wherever they stand in a story.
    ///
    /// @param section null: any
    public static StaffQuestion words(
            Actor actor,
            List<Place> places,
            @Nullable SectionId section,
            String asked,
            @Nullable String after,
            int most) {
        return new StaffQuestion(actor, places, asked, section, null, null, null, null, null, null, null, after, most);
    }

    /// For the stories that show a picture.
    public static StaffQuestion showing(Actor actor, List<Place> places, PictureId picture, int most) {
        return new StaffQuestion(actor, places, "", null, null, null, picture, null, null, null, null, null, most);
    }

    public StaffQuestion {
        places = List.copyOf(places);
        authors = authors == null ? null : Set.copyOf(authors);
        if (most < 1 || most > 100) {
            throw new IllegalArgumentException("a page of hits has 1 to 100 of them");
        }
    }
}
