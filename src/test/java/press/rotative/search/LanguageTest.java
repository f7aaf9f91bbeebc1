package press.rotative.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.story.StoryId;

/// What readers of each language may type and still find the same story.
class LanguageTest {
    @TempDir
    Path data;

    @Test
    void french_accents_case_elision_ligatures_and_endings_make_no_difference() {
        try (var newsroom = new SearchNewsroom(data, "fr")) {
            StoryId story = newsroom.published(
                    "L’été à Saint-Malo",
                    "Aujourd'hui, qu'importe l'Œuvre du cœur. Les conseillers municipaux votent.");
            for (String asked : List.of(
                    "l'été",
                    "ete",
                    "ÉTÉ",
                    "l’ete",
                    "e\u0301te\u0301",
                    "saint-malo",
                    "MALO",
                    "coeur",
                    "œuvre",
                    "d'œuvres",
                    "qu’importe",
                    "conseiller municipal",
                    "le conseiller de l'été",
                    "aujourd’hui")) {
                assertEquals(List.of(story), newsroom.found(asked), asked);
            }
            assertEquals(List.of(), newsroom.found("tee"));
        }
    }

    @Test
    void english_possessives_plurals_and_endings_make_no_difference() {
        try (var newsroom = new SearchNewsroom(data, "en")) {
            StoryId story =
                    newsroom.published("The ferries’ winter", "The mayor's office was voting on the harbour's future.");
            for (String asked : List.of("ferry", "Ferries", "mayor", "mayors", "vote", "voting", "the harbour’s")) {
                assertEquals(List.of(story), newsroom.found(asked), asked);
            }
            assertEquals(List.of(), newsroom.found("car"));
        }
    }

    @Test
    void arabic_is_found_however_its_letters_are_written() {
        try (var newsroom = new SearchNewsroom(data, "ar")) {
            StoryId story =
                    newsroom.published("الأَخبار من القاهرة", "افتتحت المدرسة سنة ٢٠٢٤ في إسكندرية، قرب المستشفى.");
            for (String asked : List.of(
                    "الاخبار",
                    "أخبار",
                    "القاهره",
                    "المدرسـة",
                    "مدرسة",
                    "2024",
                    "٢٠٢٤",
                    "۲۰۲۴",
                    "اسكندرية",
                    "المستشفي",
                    "وَالمدرسة")) {
                assertEquals(List.of(story), newsroom.found(asked), asked);
            }
            assertEquals(List.of(), newsroom.found("باريس"));
        }
    }

    @Test
    void another_language_is_searched_by_its_letters() {
        try (var newsroom = new SearchNewsroom(data, "de")) {
            StoryId story = newsroom.published("Straßenfest in Köln", "Die Bürger feiern.");
            for (String asked : List.of("strassenfest", "Koln", "BÜRGER")) {
                assertEquals(List.of(story), newsroom.found(asked), asked);
            }
        }
    }
}
