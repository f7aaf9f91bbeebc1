package press.rotative.story.archive;

import static press.rotative.platform.db.Tables.STORY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import press.rotative.address.Addresses;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Authors;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.Concepts;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Lacks;
import press.rotative.story.ListAddresses;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;

/// What the stories of an archive name, read once for all of them.
///
/// @param families the translation family of every original that is named
record ArchiveReferences(
        List<ArchiveStory> stories,
        Map<EditionId, Edition> editions,
        Map<AuthorId, Author> authors,
        Map<ConceptId, Concept> concepts,
        Map<PictureId, Picture> pictures,
        Map<Long, Long> families) {

    /// @throws Problem INVALID when one of them is not here
    static ArchiveReferences of(DSLContext sql, List<ArchiveStory> stories) {
        var editions = new HashMap<EditionId, Edition>();
        new Editions(sql).all().forEach(edition -> editions.put(edition.id(), edition));
        var sections = new HashMap<SectionId, Section>();
        new Sections(sql).all().forEach(section -> sections.put(section.id(), section));
        var authors = new HashSet<AuthorId>();
        var concepts = new HashSet<ConceptId>();
        var pictures = new HashSet<PictureId>();
        var used = new HashSet<Long>();
        for (ArchiveStory story : stories) {
            StoryContent content = story.content();
            if (!editions.containsKey(story.edition())) {
                throw Problem.invalid("There is no edition " + story.edition().value() + ".");
            }
            if (content.section() != null) {
                Section section = sections.get(content.section());
                if (section == null || !section.edition().equals(story.edition())) {
                    throw Problem.invalid("Section " + content.section().value()
                            + " does not belong to the story's edition. Choose another.");
                }
            }
            content.byline().forEach(each -> authors.add(each.author()));
            concepts.addAll(content.concepts());
            pictures.addAll(content.pictures());
            content.usedStories().forEach(each -> used.add(each.value()));
            if (content.translatedFrom() != null) {
                used.add(content.translatedFrom().story().value());
            }
        }
        var knownAuthors = new Authors(sql).find(authors);
        var knownConcepts = new Concepts(sql).find(concepts);
        Map<Long, Long> families = families(sql, used);
        require(authors, knownAuthors.keySet(), "author");
        require(concepts, knownConcepts.keySet(), "concept");
        var knownPictures = new Pictures(sql).find(pictures);
        require(pictures, knownPictures.keySet(), "picture");
        require(used, families.keySet(), "story");
        return new ArchiveReferences(stories, editions, knownAuthors, knownConcepts, knownPictures, families);
    }

    private static Map<Long, Long> families(DSLContext sql, Set<Long> stories) {
        var families = new HashMap<Long, Long>();
        if (!stories.isEmpty()) {
            sql.select(STORY.ID, STORY.FAMILY_ID)
                    .from(STORY)
                    .where(STORY.ID.in(stories))
                    .forEach(row -> families.put(row.value1(), row.value2() == null ? row.value1() : row.value2()));
        }
        return families;
    }

    private static <T> void require(Set<T> named, Set<T> known, String what) {
        for (T each : named) {
            if (!known.contains(each)) {
                throw Problem.invalid("There is no " + what + " " + each + ". Take it out.");
            }
        }
    }

    /// The family of a story: its original's, or its own.
    long family(StoryId id, ArchiveStory story) {
        var original = story.content().translatedFrom();
        return original == null
                ? id.value()
                : Objects.requireNonNull(families.get(original.story().value()));
    }

    /// The concepts of a text as they are now: see [press.rotative.story.ConceptMerges].
    List<ConceptId> concepts(StoryContent content) {
        return content.concepts().stream()
                .map(id -> Objects.requireNonNull(concepts.get(id)).id())
                .distinct()
                .toList();
    }

    /// What a story should have and its source lacked: see [Lacks].
    List<String> lacks(ArchiveStory story) {
        return Lacks.of(story.content(), pictures);
    }

    /// A concept's page in an edition.
    private record Page(EditionId edition, ConceptId concept) {}

    /// Claims the addresses of the lists that these stories link to, all at once; a concept whose address is another
    /// one's goes by itself.
    ///
    /// @return rows for the publication log, as [ListAddresses#claim] gives them
    List<PublicationLog.Entry> claimAddresses(Transaction transaction) {
        var paths = new LinkedHashMap<String, Subject>();
        var pages = new LinkedHashMap<Page, String>();
        for (ArchiveStory story : stories) {
            Edition edition = Objects.requireNonNull(editions.get(story.edition()));
            story.content().byline().forEach(each -> {
                Author author = Objects.requireNonNull(authors.get(each.author()));
                paths.put(ListAddresses.path(edition, author), author.id().subject());
            });
            story.content().concepts().forEach(id -> {
                Concept concept = Objects.requireNonNull(concepts.get(id));
                String path = Concepts.path(edition, concept);
                paths.putIfAbsent(path, concept.id().subject());
                pages.put(new Page(edition.id(), concept.id()), path);
            });
        }
        Set<String> taken = Addresses.claimFreePaths(transaction, paths);
        var renamed = new ArrayList<PublicationLog.Entry>();
        pages.forEach((page, path) -> {
            if (taken.contains(path) || !page.concept().subject().equals(paths.get(path))) {
                renamed.addAll(ListAddresses.claim(
                        transaction,
                        Objects.requireNonNull(editions.get(page.edition())),
                        new Concepts(transaction.sql()).get(page.concept())));
            }
        });
        return renamed;
    }
}
