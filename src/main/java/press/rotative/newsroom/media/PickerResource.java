package press.rotative.newsroom.media;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.api.Json;
import press.rotative.language.Dates;
import press.rotative.language.Words;
import press.rotative.media.Picture;
import press.rotative.media.PictureDescription;
import press.rotative.media.Shape;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Power;

/// What the writing screen asks to let somebody pick a picture: the shelves as JSON. Takes the parameters of the
/// library (`words`, `rights`, `lack`, `before`).
@Path("/newsroom/picture-picker")
@RunOnVirtualThread
class PickerResource {
    private static final int AT_ONCE = 24;

    private final Screens screens;

    PickerResource(Screens screens) {
        this.screens = screens;
    }

    /// @param next address of the next ones; null: these are the last
    record Picked(List<Choice> pictures, @Nullable String next) {}

    /// @param held false: its file is not here; pages show its words only
    /// @param usable whether the public would see it now
    /// @param rights state, and the same in the words of this screen's language
    /// @param small 3:2 around the focal point; null: not held
    /// @param whole null: not held
    /// @param page where it is looked after
    record Choice(
            long id,
            int version,
            String title,
            @Nullable String caption,
            @Nullable String alt,
            @Nullable String credit,
            boolean archive,
            boolean held,
            @Nullable Integer width,
            @Nullable Integer height,
            boolean usable,
            State rights,
            PictureCard.@Nullable Size small,
            PictureCard.@Nullable Size whole,
            String page) {}

    /// @param starts ISO 8601; null: at once
    /// @param ends ISO 8601; null: never
    record State(
            String state,
            String words,
            @Nullable String starts,
            @Nullable String ends) {}

    @GET
    @Needs(Power.READ_STORIES)
    public Response pictures(@Context UriInfo asked) {
        LibraryQuery query = LibraryQuery.of(Asked.parameters(asked));
        Shell shell = screens.shell("media.title", null);
        Instant now = screens.now();
        Picked picked = screens.read(sql -> {
            Shelf shelf = Shelf.of(sql, query, now, AT_ONCE);
            return new Picked(
                    shelf.pictures().stream()
                            .map(each -> choice(each, shell.words(), shell.dates(), now))
                            .toList(),
                    shelf.next() == null
                            ? null
                            : query.page(shelf.next()).replace(LibraryQuery.PATH, "/newsroom/picture-picker"));
        });
        return Response.ok(Json.write(picked), MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Choice choice(Picture picture, Words words, Dates dates, Instant now) {
        PictureCard card = PictureCard.of(picture, words, dates, now);
        PictureDescription said = picture.description();
        var rights = picture.rights();
        return new Choice(
                card.id(),
                picture.version(),
                card.title(),
                said.caption(),
                said.alt(),
                said.credit(),
                said.archive(),
                picture.held(),
                picture.width(),
                picture.height(),
                rights.runAt(now),
                new State(card.state().label(), card.rights(), text(rights.starts()), text(rights.ends())),
                card.small(),
                PictureCard.smallest(picture, Shape.WHOLE),
                card.path());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
