package press.rotative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.rotative.people.Actor;
import press.rotative.publication.Act;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.ConceptKind;
import press.rotative.story.EditionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.WithdrawStory;

/// Whatever is kept twice is compared: a change of one of the two is found.
class InspectionTest {
    @TempDir
    Path data;

    private Press press;

    @BeforeEach
    void aNewsroomWithACorrectedAWithheldAndAKilledStory() {
        press = Press.open(data, Optional.empty(), Clock.systemUTC());
        EditionId edition = Cast.lePhare(press);
        var concept = perform(new CreateConcept(Actor.OPERATOR, ConceptKind.TOPIC, Map.of("fr", "Sport")));
        StoryContent waiting = Cast.brief("Le ferry", "Texte.")
                .withBody(new Body(List.of(
                        Block.Paragraph.of("", "Texte."), new Block.Teaser("", null, "Une suite viendra", null))));
        StoryId ferry = Cast.published(press, edition, Cast.about(waiting, concept.id()));
        perform(new SaveDraft(
                Actor.OPERATOR, ferry, null, Cast.about(Cast.brief("Le ferry, enfin", "Texte."), concept.id())));
        perform(new CorrectStory(Actor.OPERATOR, ferry, null, "Il était huit heures."));
        Cast.published(press, edition, Cast.about(waiting, concept.id()));
        withdraw(Cast.published(press, edition, Cast.brief("Retenu", "Texte.")), WithdrawStory.Kind.WITHHOLD);
        withdraw(Cast.published(press, edition, Cast.brief("Faux", "Texte.")), WithdrawStory.Kind.KILL);
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void after_acts_nothing_differs() {
        assertEquals(List.of(), findings());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        update story_version set note = 'Il était neuf heures.' where note is not null | public note of version 2
        update story_version set note = null where note is not null       | public note of version 2
        update story_version set note = 'Ajout.' where note is null       | public note of version 1
        update story_correction set note = 'Rien.'                        | list of corrections says something else
        delete from story_correction                                      | missing from the list of corrections
        update story set notice = 'Autre avis.' where pub_status = 'CANCELED' | notice of story 4
        update story set notice = 'Avis.' where pub_status = 'WITHHELD'   | notice of story 3
        update story set pub_status = 'CANCELED' where pub_status = 'WITHHELD' | the log knows of no KILLED
        update story set pub_status = 'WITHHELD' where pub_status = 'CANCELED' | the log knows of no WITHHELD
        delete from story_awaits                                          | under other titles it waits for
        update story_awaits set headline_key = 'autre chose'              | under other titles it waits for
        delete from story_headline where headline_key = 'le ferry' and story_id = 1 | under other headlines
        insert into story_headline values (1, 'jamais', 1)                | under other headlines
        update story set headline_key = 'autre' where id = 1              | by another headline
        delete from story_concept                                         | under other concepts
        update story_concept set published_at = published_at + 1          | another edition or time
        update story_version set at = at + 1 where story_id = 2           | another act, time or actor
        update story_version set act = 'MOVED' where story_id = 2         | another act, time or actor
        update story set published_at = published_at - 1 where id = 2     | another time than that of its first
        update story set updated_at = updated_at + 1 where id = 3         | another time than its last version
        update story set last_version = 9 where id = 4                    | the last one is 1
        update story set live_version = 1 where id = 1                    | the last one is 2
        update story set pub_status = null where id = 3                   | no publication status
        update story set workflow = 'DRAFT' where id = 4                  | has no draft
        """)
    void a_difference_is_found(String tampering, String sentence) {
        press.database().write(transaction -> transaction.sql().execute(tampering));
        List<String> findings = findings();
        assertTrue(findings.stream().anyMatch(each -> each.contains(sentence)), findings::toString);
    }

    private List<String> findings() {
        return new Inspection(press, part -> {}).findings();
    }

    private void withdraw(StoryId story, WithdrawStory.Kind kind) {
        perform(new WithdrawStory(Actor.OPERATOR, story, kind, "essai", "Un avis.", false));
    }

    private <T> T perform(Act<T> act) {
        return press.acts().perform(act).value();
    }
}
