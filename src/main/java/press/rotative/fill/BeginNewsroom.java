package press.rotative.fill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import press.rotative.media.PictureDescription;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;

/// Sets up an empty newsroom for filling: editions, sections, authors, concepts, the first pictures.
record BeginNewsroom(
        long seed,
        String begun,
        World world,
        Map<Tongue, PhraseBook> books,
        PictureShelf shelf,
        List<PictureDescription> pictures)
        implements Act<Filed> {
    static final int AUTHORS = 40;

    /// The block before the first two, whose pictures the first stories show.
    static final long BEFORE_ALL = -2;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Actor ACTOR = Actor.OPERATOR;

    @Override
    public Filed perform(Transaction transaction) {
        if (!new Editions(transaction.sql()).all().isEmpty()) {
            throw Problem.conflict(
                    "This newsroom was not begun by 'fill', and made-up stories do not belong among others. "
                            + "Name an empty directory with --data.");
        }
        for (Tongue tongue : Tongue.values()) {
            edition(transaction, tongue, Objects.requireNonNull(books.get(tongue)));
        }
        world.concepts()
                .forEach(concept -> new CreateConcept(ACTOR, concept.kind(), labels(concept)).perform(transaction));
        Filed.Run first = shelf.add(transaction, BEFORE_ALL, pictures);
        var filed = new Filed(seed, begun, 0, List.of(), List.of(first));
        filed.write(transaction.sql());
        return filed;
    }

    private void edition(Transaction transaction, Tongue tongue, PhraseBook book) {
        EditionId edition = new CreateEdition(
                        ACTOR,
                        tongue.code(),
                        tongue.code(),
                        tongue.rightToLeft(),
                        book.line("newspaper"),
                        null,
                        tongue.timeZone(),
                        settings(tongue, book))
                .perform(transaction);
        world.sections(tongue).forEach(name -> new CreateSection(ACTOR, edition, name, null).perform(transaction));
        for (String name : authors(tongue)) {
            new CreateAuthor(ACTOR, name, book.line("byline-note")).perform(transaction);
        }
    }

    /// Who signs: people that the stories themselves hardly ever name.
    private List<String> authors(Tongue tongue) {
        List<Integer> people = world.of(press.rotative.story.ConceptKind.PERSON);
        var names = new ArrayList<String>();
        for (int i = 0; i < AUTHORS; i++) {
            int fromTheEnd = (tongue.ordinal() * AUTHORS + i) * 4 + 1;
            names.add(world.concept(people.get(people.size() - fromTheEnd)).label(tongue));
        }
        return names;
    }

    private static Map<String, String> labels(MadeUpConcept concept) {
        var labels = new java.util.HashMap<String, String>();
        concept.labels().forEach((tongue, label) -> labels.put(tongue.code(), label));
        return labels;
    }

    private static String settings(Tongue tongue, PhraseBook book) {
        try {
            return JSON.writeValueAsString(Map.of(
                    "digits",
                    tongue.numbers(),
                    "description",
                    book.line("making"),
                    "newsroomName",
                    book.line("newspaper")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
