package press.rotative.wire;

import java.util.List;
import java.util.Set;
import press.rotative.story.SectionId;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;

/// Where clippings go: into the newsroom, or nowhere when somebody only wants to see what would come out.
public interface Filing {

    /// Of these captures, by digest, the ones that are here already.
    Set<String> known(Set<String> digests);

    /// Files the clippings of one batch, each on its own: one that fails does not stop the others.
    ///
    /// @return what became of each, in the same order
    List<Imported> file(List<Item> batch, Wishes wishes);

    /// One capture and what was read in it.
    ///
    /// @param folder where the page lies, if it is a file: its pictures may lie there too
    record Item(Capture capture, Clipping clipping, java.util.Optional<java.nio.file.Path> folder) {}

    /// What the operator wants done.
    ///
    /// @param edition the code of the edition; absent: the one of the clipping's language
    /// @param publish publish what is filed
    /// @param section of that edition; absent: the one that the clipping names
    /// @param untouched of a story that is here already only a draft that nobody changed since its last import is
    /// replaced
    record Wishes(
            java.util.Optional<String> edition,
            boolean publish,
            java.util.Optional<SectionId> section,
            boolean untouched) {
        public Wishes(java.util.Optional<String> edition, boolean publish, java.util.Optional<SectionId> section) {
            this(edition, publish, section, false);
        }

        public Wishes(java.util.Optional<String> edition, boolean publish) {
            this(edition, publish, java.util.Optional.empty());
        }
    }
}
