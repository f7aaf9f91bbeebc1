package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Slug;
import press.rotative.media.PictureId;
import press.rotative.people.Scope;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;

/// All that a story says in one version. Stored as canonical JSON (fields in this order, nothing for what is absent),
/// whose SHA-256 the log covers.
///
/// @param headline 1 to 300 characters once published
/// @param standfirst the lead-in (ninjs `descriptions[role=standfirst]`)
/// @param byline empty: the outlet signs
/// @param dateline where it was written
/// @param slug readable part of the address; null: made from the headline at the first publication
/// @param slugline the newsroom's own short name
/// @param urgency 1 (flash) to 9, IPTC; 5 where nobody said
/// @param related picked by hand
/// @param translatedFrom of which story and version this is a translation
/// @param making how the story was made, for the public
/// @param publishedAt when the source says it was first published (imports), epoch milliseconds; null: when it is
///     published here
/// @param noteToEditors for colleagues and for editors elsewhere who receive the story (ninjs `ednote`), never for the
///     public
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StoryContent(
        StoryKind kind,
        String headline,
        @Nullable String standfirst,
        @Nullable SectionId section,
        List<Contribution> byline,
        @Nullable String dateline,
        @Nullable String slug,
        @Nullable String slugline,
        int urgency,
        @Nullable PictureUse hero,
        List<ConceptId> concepts,
        Body body,
        List<Related> related,
        @Nullable TranslatedFrom translatedFrom,
        List<Source> sources,
        @Nullable String making,
        @Nullable Long publishedAt,
        @Nullable String noteToEditors) {

    public StoryContent {
        kind = kind == null ? StoryKind.ARTICLE : kind;
        headline = headline == null ? "" : Texts.checked(headline.strip(), 300, "The headline");
        standfirst = Texts.optional(standfirst, 3000, "The standfirst");
        byline = byline == null ? List.of() : List.copyOf(byline);
        dateline = Texts.optional(dateline, 200, "The dateline");
        slug = slug == null || slug.isBlank() ? null : Slug.checked(slug);
        slugline = Texts.optional(slugline, 200, "The slugline");
        urgency = urgency == 0 ? 5 : urgency;
        if (urgency < 1 || urgency > 9) {
            throw Problem.invalid("The urgency is a number from 1 (flash) to 9.");
        }
        concepts = concepts == null ? List.of() : List.copyOf(new LinkedHashSet<>(concepts));
        body = body == null ? Body.empty() : body;
        related = related == null ? List.of() : List.copyOf(related);
        sources = sources == null ? List.of() : List.copyOf(sources);
        making = Texts.optional(making, 3000, "The note on how the story was made");
        noteToEditors = Texts.optional(noteToEditors, 5000, "The note to editors");
        if (byline.size() > 50 || concepts.size() > 200 || related.size() > 50 || sources.size() > 100) {
            throw Problem.invalid(
                    "A story has at most 50 names in the byline, 200 concepts, 50 related stories and 100 "
                            + "sources.");
        }
    }

    /// Canonical digest of this content.
    public String digest() {
        return Digest.of(StoryJson.write(this));
    }

    /// Where a story of this content stands.
    ///
    /// @param own whether it is the actor's own
    public Scope scope(EditionId edition, boolean own) {
        return new Scope(edition.value(), section == null ? Set.of() : Set.of(section.value()), own);
    }

    /// Pictures that this content shows itself (not those of the stories it teases).
    public Set<PictureId> pictures() {
        var pictures = new LinkedHashSet<PictureId>();
        if (hero != null) {
            pictures.add(hero.picture());
        }
        for (Block block : body.blocks()) {
            if (block instanceof Block.Illustration illustration) {
                pictures.add(illustration.picture());
            } else if (block instanceof Block.Teaser teaser && teaser.picture() != null) {
                pictures.add(teaser.picture());
            }
        }
        return pictures;
    }

    /// Stories that this content shows by number.
    public Set<StoryId> usedStories() {
        var used = new LinkedHashSet<StoryId>();
        for (Block block : body.blocks()) {
            if (block instanceof Block.Teaser teaser && teaser.story() != null) {
                used.add(teaser.story());
            }
        }
        for (Related each : related) {
            if (each.story() != null) {
                used.add(each.story());
            }
        }
        return used;
    }

    /// Titles that wait for their story.
    public List<String> awaitedTitles() {
        var titles = new ArrayList<String>();
        for (Block block : body.blocks()) {
            if (block instanceof Block.Teaser teaser && teaser.story() == null && teaser.title() != null) {
                titles.add(teaser.title());
            }
        }
        for (Related each : related) {
            if (each.title() != null) {
                titles.add(each.title());
            }
        }
        return titles;
    }

    public StoryContent withBody(Body newBody) {
        return with(kind, section, slug, concepts, newBody);
    }

    public StoryContent withHeadline(String newHeadline) {
        return with(newHeadline, standfirst, hero);
    }

    public StoryContent withStandfirst(String newStandfirst) {
        return with(headline, newStandfirst, hero);
    }

    public StoryContent withHero(PictureUse newHero) {
        return with(headline, standfirst, newHero);
    }

    public StoryContent withSection(@Nullable SectionId newSection) {
        return with(kind, newSection, slug, concepts, body);
    }

    public StoryContent withSlug(String newSlug) {
        return with(kind, section, newSlug, concepts, body);
    }

    public StoryContent withKind(StoryKind newKind) {
        return with(newKind, section, slug, concepts, body);
    }

    public StoryContent withConcepts(List<ConceptId> newConcepts) {
        return with(kind, section, slug, newConcepts, body);
    }

    public StoryContent withTranslatedFrom(@Nullable TranslatedFrom original) {
        return with(kind, headline, standfirst, section, slug, hero, concepts, body, original);
    }

    private StoryContent with(String newHeadline, @Nullable String newStandfirst, @Nullable PictureUse newHero) {
        return with(kind, newHeadline, newStandfirst, section, slug, newHero, concepts, body, translatedFrom);
    }

    private StoryContent with(
            StoryKind newKind,
            @Nullable SectionId newSection,
            @Nullable String newSlug,
            List<ConceptId> newConcepts,
            Body newBody) {
        return with(newKind, headline, standfirst, newSection, newSlug, hero, newConcepts, newBody, translatedFrom);
    }

    private StoryContent with(
            StoryKind newKind,
            String newHeadline,
            @Nullable String newStandfirst,
            @Nullable SectionId newSection,
            @Nullable String newSlug,
            @Nullable PictureUse newHero,
            List<ConceptId> newConcepts,
            Body newBody,
            @Nullable TranslatedFrom original) {
        return new StoryContent(
                newKind,
                newHeadline,
                newStandfirst,
                newSection,
                byline,
                dateline,
                newSlug,
                slugline,
                urgency,
                newHero,
                newConcepts,
                newBody,
                related,
                original,
                sources,
                making,
                publishedAt,
                noteToEditors);
    }
}
