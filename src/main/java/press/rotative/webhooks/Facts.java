package press.rotative.webhooks;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.publication.Publication;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Concept;
import press.rotative.story.Contribution;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.LiveStory;
import press.rotative.story.Newsstand;
import press.rotative.story.PublicStory;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.StoryAddresses;
import press.rotative.story.StoryId;
import press.rotative.story.house.AlertBand;
import press.rotative.story.house.AlertBands;

/// What a message tells of a row of the log: the story as the public may read it now, or that a front
/// or an alert changed. A
/// headline that was withdrawn while a receiver was away never leaves the house.
///
/// @param home the public address, without a slash at its end
record Facts(DSLContext sql, URI home) {
    /// @param number of the log
    /// @param version that the event made; 0: none
    /// @param note what the newsroom says about that version
    record Data(
            long number,
            OfEdition edition,
            @Nullable Integer version,
            @Nullable String note,
            @Nullable OfStory story,
            @Nullable OfFront front,
            @Nullable OfAlert alert) {}

    record OfEdition(String code, String language, String name) {}

    record OfFront(String url, boolean arranged) {}

    /// As it stands now; all null: none does.
    ///
    /// @param story number of a story that it leads to
    record OfAlert(
            @Nullable String text,
            @Nullable Long story,
            @Nullable String since,
            @Nullable String until) {}

    /// @param pubStatus `usable`, `withheld`, `canceled`, `expired`
    /// @param url null: only the short address leads to it
    /// @param notice of a killed one
    record OfStory(
            long id,
            String uri,
            String pubStatus,
            String shortUrl,
            @Nullable String url,
            @Nullable Integer version,
            @Nullable String language,
            @Nullable String kind,
            @Nullable String headline,
            @Nullable String standfirst,
            @Nullable OfSection section,
            @Nullable List<Name> byline,
            @Nullable List<About> concepts,
            @Nullable String publishedAt,
            @Nullable String updatedAt,
            @Nullable String notice) {}

    record OfSection(String name, String url) {}

    record Name(String name, @Nullable String role) {}

    record About(String kind, String label) {}

    /// Empty: the row tells nothing.
    Optional<Data> of(Publication row) {
        return switch (row.subject().kind()) {
            case STORY -> ofStory(row, new StoryId(row.subject().id()));
            case EDITION -> {
                var edition = new EditionId(row.subject().id());
                yield Optional.of(
                        HookEvent.of(row.act()).equals(Optional.of(HookEvent.ALERT_CHANGED))
                                ? ofAlert(row, edition)
                                : ofFront(row, edition, null));
            }
            case SECTION -> {
                Section section =
                        new Sections(sql).get(new SectionId(row.subject().id()));
                yield Optional.of(ofFront(row, section.edition(), section));
            }
            case WHOLE_EDITION, CONCEPT, AUTHOR, OWN_PAGE, PICTURE, SETTING -> Optional.empty();
        };
    }

    /// @param section null: it is the front of the edition
    private Data ofFront(Publication row, EditionId id, @Nullable Section section) {
        Edition edition = new Editions(sql).get(id);
        boolean arranged = row.contentDigest() != null;
        return new Data(
                row.seq(),
                edition(edition),
                null,
                null,
                null,
                new OfFront(
                        whole(section == null ? "/" + edition.code() + "/" : Sections.path(edition, section.slug())),
                        arranged),
                null);
    }

    private Data ofAlert(Publication row, EditionId id) {
        AlertBand band = new AlertBands(sql).of(id).band();
        StoryId to = band == null ? null : band.story();
        return new Data(
                row.seq(),
                edition(new Editions(sql).get(id)),
                null,
                null,
                null,
                null,
                band == null
                        ? new OfAlert(null, null, null, null)
                        : new OfAlert(
                                band.text(),
                                to == null ? null : to.value(),
                                band.since().toString(),
                                band.until().toString()));
    }

    private Optional<Data> ofStory(Publication row, StoryId id) {
        var story = new PublicStory(sql, id);
        return story.identity().map(identity -> {
            Edition edition = new Editions(sql).get(identity.edition());
            PublicStory.Standing standing = story.standing();
            String note = standing instanceof PublicStory.Standing.Live
                    ? story.note(row.version()).orElse(null)
                    : null;
            return new Data(
                    row.seq(),
                    edition(edition),
                    row.version() == 0 ? null : row.version(),
                    note,
                    story(id, identity, edition, standing),
                    null,
                    null);
        });
    }

    private static OfEdition edition(Edition edition) {
        return new OfEdition(edition.code(), edition.language(), edition.name());
    }

    private OfStory story(StoryId id, PublicStory.Identity identity, Edition edition, PublicStory.Standing standing) {
        return switch (standing) {
            case PublicStory.Standing.Live(LiveStory live) -> live(edition, live);
            case PublicStory.Standing.Killed killed ->
                without(id, identity, "canceled", killed.title(), killed.notice());
            case PublicStory.Standing.Expired expired -> without(id, identity, "expired", null, null);
            case PublicStory.Standing.Hidden hidden ->
                without(id, identity, identity.status().name().toLowerCase(Locale.ROOT), null, null);
        };
    }

    /// A story that the public reads no longer: by what it is known, and what its notice says.
    private OfStory without(
            StoryId id, PublicStory.Identity identity, String status, @Nullable String title, @Nullable String notice) {
        return new OfStory(
                id.value(),
                identity.uri(),
                status,
                whole("/" + identity.code()),
                null,
                null,
                null,
                null,
                title,
                null,
                null,
                null,
                null,
                null,
                null,
                notice == null || notice.isEmpty() ? null : notice);
    }

    private OfStory live(Edition edition, LiveStory live) {
        Section section = live.section() == null
                ? null
                : new Sections(sql).find(live.section()).orElse(null);
        return new OfStory(
                live.id().value(),
                live.uri(),
                "usable",
                whole("/" + live.code()),
                whole(StoryAddresses.path(edition, section, live)),
                live.version(),
                edition.language(),
                live.content().kind().name().toLowerCase(Locale.ROOT),
                live.content().headline(),
                live.content().standfirst(),
                section == null ? null : new OfSection(section.name(), whole(Sections.path(edition, section.slug()))),
                byline(live),
                concepts(edition, live),
                live.publishedAt().toString(),
                live.updatedAt().toString(),
                null);
    }

    private List<Name> byline(LiveStory live) {
        List<Contribution> byline = live.content().byline();
        Map<AuthorId, Author> authors = new Newsstand(sql)
                .authors(byline.stream().map(Contribution::author).toList());
        return byline.stream()
                .flatMap(each -> Optional.ofNullable(authors.get(each.author())).stream()
                        .map(author -> new Name(author.name(), each.role())))
                .toList();
    }

    private List<About> concepts(Edition edition, LiveStory live) {
        return new Newsstand(sql)
                .concepts(live.content().concepts()).values().stream()
                        .map((Concept concept) -> new About(
                                concept.kind().name().toLowerCase(Locale.ROOT),
                                concept.label(edition.language()).text()))
                        .toList();
    }

    private String whole(String path) {
        return home + path;
    }
}
