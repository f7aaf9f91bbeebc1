package press.rotative.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.rotative.platform.Problem;

/// What is wrong with a body is said in words of the API, not of the program.
class StoryJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"headlin\": \"x\"} | There is no field at 'headlin' here. Known are: body, byline, ",
                "{\"headline\": [1]} | The value at 'headline' is not what belongs there: a text.",
                "{\"section\": \"x\"} | The value at 'section' is not what belongs there: ",
                "{\"body\": {}} | The value at 'body' is not what belongs there: ",
                "{bad | The JSON cannot be read: Unexpected character "
            })
    void a_wrong_body_is_told_what_belongs_there(String json, String sentence) {
        Problem problem = assertThrows(Problem.class, () -> StoryJson.read(json));
        assertEquals(
                sentence.trim(),
                problem.sentence()
                        .substring(
                                0,
                                Math.min(
                                        sentence.trim().length(),
                                        problem.sentence().length())));
    }
}
