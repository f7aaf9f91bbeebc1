package press.rotative.newsroom;

import java.util.List;

/// What is asked before something is done that cannot be taken back.
///
/// @param what it is about, in its own words
/// @param points what happens then, a sentence each
/// @param path to which the yes is sent
/// @param yes what the button says
/// @param back where nothing is done
public record QuestionPage(
        Shell shell, Form form, String what, List<String> points, String path, String yes, String back) {
    public QuestionPage {
        points = List.copyOf(points);
    }
}
