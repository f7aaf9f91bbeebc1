package press.rotative.site;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import press.rotative.media.PictureId;
import press.rotative.media.Rendition;
import press.rotative.media.darkroom.Format;
import press.rotative.publication.Subject;
import press.rotative.story.Author;
import press.rotative.story.Concept;
import press.rotative.story.Concepts;
import press.rotative.story.Edition;
import press.rotative.story.ListAddresses;
import press.rotative.story.LiveStory;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.StoryAddresses;

/// Where things stand: the canonical path of every page.
final class Places {
    private final String publicAddress;

    /// @param publicAddress as the operator configured it, without a slash at its end
    Places(URI publicAddress) {
        this.publicAddress = publicAddress.toString();
    }

    /// The whole address of a path, as other sites and mails need it.
    String whole(String path) {
        return publicAddress + path;
    }

    /// The same without the scheme, as a short link is printed.
    String spoken(String path) {
        return whole(path).substring(publicAddress.indexOf("://") + 3);
    }

    static String front(Edition edition) {
        return "/" + edition.code() + "/";
    }

    static String search(Edition edition) {
        return "/" + edition.code() + "/search";
    }

    static String suggest(Edition edition) {
        return "/" + edition.code() + "/suggest";
    }

    static String corrections(Edition edition) {
        return "/" + edition.code() + "/corrections";
    }

    static String archive(Edition edition, ArchivePeriod period) {
        return "/" + edition.code() + "/archive" + period.path();
    }

    static String feed(Edition edition, Route.FeedFormat format) {
        return "/" + edition.code() + "/" + format.file();
    }

    /// The feed of the list that stands at a path.
    static String feedOf(String list, Route.FeedFormat format) {
        return list + "/" + format.file();
    }

    static String section(Edition edition, Section section) {
        return Sections.path(edition, section.slug());
    }

    /// What the menu marks on the pages of a section's stories.
    static @Nullable Subject subject(@Nullable SectionId section) {
        return section == null ? null : section.subject();
    }

    static String author(Edition edition, Author author) {
        return ListAddresses.path(edition, author);
    }

    static String concept(Edition edition, Concept concept) {
        return Concepts.path(edition, concept);
    }

    static String story(Edition edition, @Nullable Section section, LiveStory story) {
        return StoryAddresses.path(edition, section, story);
    }

    static String story(Edition edition, @Nullable Section section, String slug, String code) {
        return StoryAddresses.path(edition, section, slug, code);
    }

    /// @param story canonical path
    /// @param version the newer of the two that are compared
    static String comparison(String story, int version) {
        return story + "/versions/" + version;
    }

    static String shortLink(LiveStory story) {
        return "/" + story.code();
    }

    static String picture(PictureId picture, Rendition size, Format format) {
        return "/pictures/" + picture.value() + "/" + size.name(format);
    }
}
