package press.rotative.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.Press;
import press.rotative.media.NewPicture;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Taken;
import press.rotative.people.Actor;
import press.rotative.publication.Act;
import press.rotative.story.AuthorId;
import press.rotative.story.ConceptKind;
import press.rotative.story.EditionId;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;

/// Sets up what stories refer to: editions, sections, authors, concepts and pictures; and the
/// pages of the newsroom.
final class NewsroomPacker {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Press press;
    private final SampleSource source;
    private final SampleIds ids = new SampleIds();

    NewsroomPacker(Press press, SampleSource source) {
        this.press = press;
        this.source = source;
    }

    SampleIds pack() throws IOException {
        for (SampleNewsroom.Edition edition : source.newsroom().editions()) {
            edition(edition);
        }
        new PagesPacker(press, ids).pack(source.pages());
        authors();
        for (SampleNewsroom.Concept concept : source.newsroom().concepts()) {
            var kind = ConceptKind.valueOf(concept.kind().toUpperCase(Locale.ROOT));
            ids.concept(
                    concept.key(),
                    perform(new CreateConcept(Actor.OPERATOR, kind, concept.label()))
                            .id());
        }
        pictures();
        return ids;
    }

    private void edition(SampleNewsroom.Edition edition) throws JsonProcessingException {
        EditionId id = perform(new CreateEdition(
                Actor.OPERATOR,
                edition.code(),
                edition.language(),
                edition.direction().equals("rtl"),
                edition.name(),
                edition.motto(),
                edition.timeZone(),
                JSON.writeValueAsString(Look.of(edition))));
        ids.edition(edition.code(), id);
        for (SampleNewsroom.Section section : edition.sections()) {
            ids.section(
                    edition.code(),
                    section.slug(),
                    perform(new CreateSection(Actor.OPERATOR, id, section.name(), section.slug())));
        }
    }

    /// The settings of an edition, under the names that the site reads.
    private record Look(
            String digits,
            String description,
            List<String> weather,
            SampleNewsroom.Tides tides,
            List<String> address,
            List<String> footer,
            String newsroomName,
            @Nullable String opinions) {

        static Look of(SampleNewsroom.Edition edition) {
            return new Look(
                    edition.digits(),
                    edition.description(),
                    edition.weather(),
                    edition.tides(),
                    edition.address(),
                    edition.footer(),
                    edition.newsroomName(),
                    edition.sections().stream()
                            .map(SampleNewsroom.Section::slug)
                            .filter(slug -> slug.startsWith("opinion"))
                            .findFirst()
                            .orElse(null));
        }
    }

    /// A name that is written alike in several languages is one author, whose note says itself in each of them.
    private void authors() {
        for (SampleNewsroom.Author author : source.newsroom().authors()) {
            var known = new HashMap<String, AuthorId>();
            for (SampleNewsroom.Edition edition : source.newsroom().editions()) {
                String name = said(author.name(), edition.language());
                AuthorId id = known.computeIfAbsent(
                        name, each -> perform(new CreateAuthor(Actor.OPERATOR, each, note(author, each)))
                                .id());
                ids.author(edition.code(), author.key(), id);
            }
        }
    }

    private String note(SampleNewsroom.Author author, String name) {
        return source.newsroom().editions().stream()
                .map(SampleNewsroom.Edition::language)
                .filter(language -> said(author.name(), language).equals(name))
                .map(language -> said(author.note(), language))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private void pictures() throws IOException {
        Map<String, SampleNewsroom.Picture> library = library(source);
        Set<SampleIds.PictureKey> used = used(library);
        var files = new LinkedHashMap<String, Path>();
        for (SampleIds.PictureKey key : used) {
            String file = known(library, key).file();
            if (file != null) {
                files.put(file, source.picture(file));
            }
        }
        Map<String, NewPicture> stored = new HashMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            stored.put(file.getKey(), taken(file.getValue()));
        }
        Map<String, String> languages = source.newsroom().editions().stream()
                .collect(Collectors.toMap(SampleNewsroom.Edition::code, SampleNewsroom.Edition::language));
        press.acts().perform(transaction -> {
            for (SampleIds.PictureKey key : used) {
                SampleNewsroom.Picture picture = known(library, key);
                PictureDescription words = described(picture, said(languages, key.edition()), key.archive());
                PictureId id = picture.file() == null
                        ? Pictures.addWithoutFile(transaction, words)
                        : Pictures.add(transaction, Objects.requireNonNull(stored.get(picture.file())), words);
                ids.picture(key, id);
            }
            return used.size();
        });
    }

    private Set<SampleIds.PictureKey> used(Map<String, SampleNewsroom.Picture> library) {
        var content = new SampleContent(ids, library);
        var used = new LinkedHashSet<SampleIds.PictureKey>();
        for (SampleStory story : source.stories()) {
            if (story.hero() != null) {
                used.add(content.heroKey(story, story.hero()));
            }
            Stream.concat(story.body().stream(), laterParts(story))
                    .filter(part -> part.picture() != null)
                    .forEach(part -> used.add(content.illustrationKey(story, Objects.requireNonNull(part.picture()))));
        }
        return used;
    }

    private static Stream<SampleStory.Part> laterParts(SampleStory story) {
        return story.after().stream()
                .flatMap(later -> Stream.ofNullable(later.changes()).flatMap(List::stream))
                .map(SampleStory.Change::block)
                .filter(Objects::nonNull);
    }

    static Map<String, SampleNewsroom.Picture> library(SampleSource source) {
        return source.newsroom().pictures().stream()
                .collect(Collectors.toMap(SampleNewsroom.Picture::key, picture -> picture));
    }

    private static PictureDescription described(SampleNewsroom.Picture picture, String language, boolean archive) {
        return new PictureDescription(
                        null,
                        picture.caption().get(language),
                        picture.alt().get(language),
                        said(picture.credit(), language),
                        null,
                        null,
                        picture.copyright().get(language),
                        null,
                        archive,
                        perMille(picture.focalPoint(), 0),
                        perMille(picture.focalPoint(), 1))
                .withMakersOfCredit();
    }

    private static int perMille(@Nullable List<Double> point, int side) {
        return point == null ? 500 : (int) Math.round(point.get(side) * 1000);
    }

    /// Several pictures of the library may be made of one file, each with words in its language.
    private NewPicture taken(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return switch (press.intake().take(Actor.OPERATOR, in)) {
                case Taken.Fresh(NewPicture picture) ->
                    new NewPicture(
                            null,
                            picture.digest(),
                            picture.size(),
                            picture.format(),
                            picture.width(),
                            picture.height(),
                            picture.frames(),
                            picture.description());
                case Taken.Known known -> throw new IOException("The picture " + file + " is here already.");
            };
        }
    }

    private static SampleNewsroom.Picture known(Map<String, SampleNewsroom.Picture> library, SampleIds.PictureKey key) {
        return Objects.requireNonNull(library.get(key.picture()), "the library has no picture " + key.picture());
    }

    private static String said(Map<String, String> texts, String language) {
        return Objects.requireNonNull(texts.get(language), "a text of the sample is not there in " + language);
    }

    private <T> T perform(Act<T> act) {
        return press.acts().perform(act).value();
    }
}
