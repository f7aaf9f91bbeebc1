package press.rotative.site;

import java.util.List;

/// A run of text, marked when it is what the reader searched for.
public record Piece(String text, boolean hit) {

    static List<Piece> plain(String text) {
        return text.isEmpty() ? List.of() : List.of(new Piece(text, false));
    }
}
