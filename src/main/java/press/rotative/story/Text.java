package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// A run of text with inline marks, kept apart: the text is plain, the marks are ranges over it.
///
/// @param plain the text itself; no NUL, at most 20,000 UTF-16 units, no surrogate without its partner
/// @param marks ranges inside the text, in order of their begin; ranges nest or are disjoint
public record Text(
        @JsonProperty("text") String plain,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mark> marks) {
    static final int LONGEST = 20_000;

    public Text {
        plain = Texts.checked(plain, LONGEST, "A paragraph");
        marks = marks == null
                ? List.of()
                : marks.stream()
                        .sorted(Comparator.comparingInt(Mark::from)
                                .thenComparing(Comparator.comparingInt(Mark::to).reversed()))
                        .toList();
        checkNesting(plain, marks);
    }

    public static Text of(String plain) {
        return new Text(plain, List.of());
    }

    public static Text of(String plain, @Nullable List<Mark> marks) {
        return new Text(plain, marks == null ? List.of() : marks);
    }

    private static void checkNesting(String plain, List<Mark> marks) {
        var open = new java.util.ArrayDeque<Mark>();
        for (Mark mark : marks) {
            while (!open.isEmpty() && open.peek().to() <= mark.from()) {
                open.pop();
            }
            if (mark.to() > plain.length() || !open.isEmpty() && open.peek().to() < mark.to()) {
                throw Problem.invalid("The mark from " + mark.from() + " to " + mark.to()
                                + " leaves its text or crosses another mark. Marks lie inside the text and nest.")
                        .as("problem.text.marks");
            }
            if (mark.kind() == Mark.Kind.LINK && open.stream().anyMatch(outer -> outer.kind() == Mark.Kind.LINK)) {
                throw Problem.invalid("A link cannot stand inside another link.")
                        .as("problem.text.marks");
            }
            open.push(mark);
        }
    }

    public boolean blank() {
        return plain.isBlank();
    }
}
