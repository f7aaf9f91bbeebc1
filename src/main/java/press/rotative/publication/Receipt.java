package press.rotative.publication;

import java.util.List;

/// What came of an act, with the rows it appended to the publication log (none for acts on drafts).
public record Receipt<T>(T value, List<Publication> publications) {

    public Receipt {
        publications = List.copyOf(publications);
    }
}
