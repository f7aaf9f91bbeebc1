package press.rotative.story;

import org.jspecify.annotations.Nullable;
import press.rotative.people.Scope;
import press.rotative.publication.Subject;

/// Which front: that of an edition, or what stands above the list of one of its sections.
///
/// @param section null: that of the edition
public record FrontPlace(EditionId edition, @Nullable SectionId section) {
    /// The front of an edition.
    public static FrontPlace of(EditionId edition) {
        return new FrontPlace(edition, null);
    }

    public static FrontPlace of(Section section) {
        return new FrontPlace(section.edition(), section.id());
    }

    /// Where a right to arrange it has to hold.
    public Scope scope() {
        return section == null ? Scope.ofEdition(edition.value()) : Scope.ofSection(edition.value(), section.value());
    }

    /// Whose page it is.
    public Subject subject() {
        return section == null ? edition.subject() : section.subject();
    }

    static FrontPlace ofRow(long edition, long row) {
        return new FrontPlace(new EditionId(edition), row == 0 ? null : new SectionId(row));
    }

    /// In the tables.
    long row() {
        return section == null ? 0 : section.value();
    }
}
