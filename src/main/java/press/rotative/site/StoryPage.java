package press.rotative.site;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;

/// A story as its readers see it.
///
/// @param drift a sentence when this is a translation of an older version of its original
/// @param body rendered by the story room; the only markup that templates do not write themselves
/// @param label what is said of the story's kind, such as "Opinion"
/// @param after what stands after the author, such as the place; may be empty
record StoryPage(
        Chrome chrome,
        Form form,
        @Nullable Link section,
        @Nullable String label,
        String headline,
        @Nullable String standfirst,
        List<Signature> signatures,
        String after,
        List<Stamp> stamps,
        @Nullable Drift drift,
        @Nullable Figure hero,
        Rail rail,
        Content body,
        List<Note> corrections,
        @Nullable String allCorrections,
        List<Tags> tags,
        Making making,
        List<Teaser> related) {

    StoryPage {
        signatures = List.copyOf(signatures);
        stamps = List.copyOf(stamps);
        corrections = List.copyOf(corrections);
        tags = List.copyOf(tags);
        related = List.copyOf(related);
    }

    /// The same for a text that is not published: machines learn nothing of it.
    StoryPage unpublished() {
        return new StoryPage(
                chrome.with(Chrome.Head.bare(headline, headline)),
                form,
                section,
                label,
                headline,
                standfirst,
                signatures,
                after,
                stamps,
                drift,
                hero,
                new Rail(null, rail.reading(), rail.editions(), rail.counters()),
                body,
                corrections,
                allCorrections,
                tags,
                making,
                related);
    }

    /// How the page is set.
    enum Form {
        NEWS("story"),
        OPINION("story opn"),
        INTERVIEW("story"),
        GALLERY("story gal");

        private final String css;

        Form(String css) {
            this.css = css;
        }

        String css() {
            return css;
        }
    }

    /// One name of the byline with the words before it ("By ", ", ", " and ").
    record Signature(String before, Link author) {}

    /// One time of the byline with the words before it ("Published on ", ", updated at ").
    record Stamp(String before, Moment moment) {}

    record Drift(String sentence, @Nullable Link original) {}

    /// The tools beside a story.
    ///
    /// @param counters digits of a captured page as they stood there; never guessed apart
    record Rail(
            @Nullable String shortLink,
            @Nullable String reading,
            List<Edition> editions,
            @Nullable String counters) {
        Rail {
            editions = List.copyOf(editions);
        }
    }

    /// The same story in another edition.
    ///
    /// @param outdated a mark when that translation follows an older version
    record Edition(Link link, @Nullable String outdated) {}

    record Note(Moment when, String text) {}

    /// The concepts of one kind.
    record Tags(String label, List<Link> concepts) {
        Tags {
            concepts = List.copyOf(concepts);
        }
    }

    /// How the story was made: versions, sources, and what an imported capture did not say.
    ///
    /// @param open shown unfolded: once a story is corrected
    record Making(
            boolean open, List<String> sentences, List<Version> versions, List<Link> sources, List<String> lacks) {
        Making {
            sentences = List.copyOf(sentences);
            versions = List.copyOf(versions);
            sources = List.copyOf(sources);
            lacks = List.copyOf(lacks);
        }
    }

    record Version(Moment when, String text, @Nullable Link changes) {}
}
