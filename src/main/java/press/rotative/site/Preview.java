package press.rotative.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Renditions;
import press.rotative.media.Shape;
import press.rotative.media.darkroom.Format;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.LiveStory;
import press.rotative.story.Newsstand;
import press.rotative.story.Origin;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryJson;
import press.rotative.story.house.PageText;

/// A text of a story as the public would read it, in the template of the public page. It is made when it is asked for,
/// and known to no cache, index, feed or sitemap; it has no canonical address, tells machines nothing and carries no
/// script. Its pictures are asked for below its own address, because the public may not see them yet.
public final class Preview {
    private static final String HEAD = "<head>";
    private static final String BEGIN = "<main id=\"main\" class=\"wrap\">";
    private static final Pattern PICTURE = Pattern.compile("(?<=[\"\\s,])/pictures/(?=[1-9]\\d{0,17}/)");
    private static final String NO_CODE = "preview";

    private Preview() {}

    /// Where a preview is looked at.
    public enum Place {
        ALONE,
        /// links open in a window of their own, for the pages of readers are never framed
        FRAMED
    }

    /// @param notice one sentence over the story, plain text
    /// @param here path below which the pictures are asked for, without a slash at its end
    /// @return an HTML document in UTF-8
    public static byte[] page(
            DSLContext sql, Instant now, Story story, StoryContent content, String notice, String here, Place place) {
        Edition edition = new Editions(sql).get(story.edition());
        var snapshot = new RoomSnapshot(sql, now, Finder.none());
        var places = new Places(java.net.URI.create("https://preview.invalid"));
        var chromes = new ChromeMaker(snapshot, Assets.ofProgram(), places);
        Voice voice = Voice.of(edition, now);
        StoryPage page = new StoryPageMaker(snapshot, chromes, places)
                .page(voice, asLive(story, content, now))
                .unpublished();
        String whole = PICTURE.matcher(noted(Templates.render(page), notice)).replaceAll(here + "/pictures/");
        return (place == Place.FRAMED ? after(HEAD, "<base target=\"_blank\">", whole) : whole)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// @param mark stands in every page of the template
    private static String after(String mark, String added, String page) {
        if (!page.contains(mark)) {
            throw new IllegalStateException("the template of a page has no " + mark);
        }
        return page.replace(mark, mark + added);
    }

    /// A text of a page of the newsroom, as the public would read it.
    ///
    /// @param notice one sentence over the page, plain text
    /// @return an HTML document in UTF-8
    public static byte[] page(DSLContext sql, Instant now, Edition edition, PageText text, String notice) {
        var snapshot = new RoomSnapshot(sql, now, Finder.none());
        var places = new Places(java.net.URI.create("https://preview.invalid"));
        var chromes = new ChromeMaker(snapshot, Assets.ofProgram(), places);
        OwnPagePage page = new OwnPageMaker(snapshot, chromes, places).preview(Voice.of(edition, now), text);
        return noted(Templates.render(page), notice).getBytes(StandardCharsets.UTF_8);
    }

    private static String noted(byte[] page, String notice) {
        return after(
                BEGIN,
                "<p class=\"note\" role=\"status\" dir=\"auto\">" + escaped(notice) + "</p>",
                new String(page, StandardCharsets.UTF_8));
    }

    private static LiveStory asLive(Story story, StoryContent content, Instant now) {
        Instant published = story.publishedAt() == null ? now : Instant.ofEpochMilli(story.publishedAt());
        return new LiveStory(
                story.id(),
                story.uri(),
                story.edition(),
                story.code() == null ? NO_CODE : story.code(),
                story.lastVersion() + 1,
                story.lastVersion() + 1,
                content.section(),
                published,
                now,
                Instant.ofEpochMilli(story.createdAt()),
                content.slug() == null ? content.withSlug(NO_CODE) : content,
                origin(story.origin()));
    }

    private static @Nullable Origin origin(@Nullable String json) {
        try {
            return json == null ? null : StoryJson.MAPPER.readValue(json, Origin.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw StoryJson.problem(unreadable);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// A picture that a previewed page asks for, as its address names it.
    public record Wanted(PictureId picture, Shape shape, int width, Format format) {}

    /// @param path from `/pictures/` on
    public static Optional<Wanted> wanted(String path) {
        return Route.of(path, null) instanceof Route.PictureFile file
                ? Optional.of(new Wanted(new PictureId(file.picture()), file.shape(), file.width(), file.format()))
                : Optional.empty();
    }

    /// The picture, when the text shows it, or the public may see it; empty without rights.
    public static Optional<Picture> shown(DSLContext sql, Instant now, StoryContent content, PictureId id) {
        boolean may = content.pictures().contains(id) || new Newsstand(sql).shows(id);
        return may
                ? new Pictures(sql).find(id).filter(picture -> picture.rights().runAt(now))
                : Optional.empty();
    }

    /// Its bytes; reads and makes files, so it stands outside of every snapshot.
    public static Optional<Renditions.Made> bytes(Renditions renditions, Picture picture, Wanted wanted) {
        return renditions.find(Objects.requireNonNull(picture), wanted.shape(), wanted.width(), wanted.format());
    }
}
