package press.rotative.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import press.rotative.story.Edition;

/// The path that a story had where it was captured, so that old links find it here.
final class OldAddress {
    private static final int LONGEST = 500;
    private static final int OWN_PARTS = 3;

    private OldAddress() {}

    /// The path of an address, percent-decoded; empty when it leads nowhere in particular.
    static Optional<String> path(String canonical) {
        try {
            return Optional.ofNullable(new URI(canonical).getPath())
                    .filter(path -> path.startsWith("/") && path.length() > 1 && path.length() <= LONGEST)
                    .filter(path -> path.chars().noneMatch(unit -> unit < ' ' || Character.isSurrogate((char) unit)));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    /// The short addresses under an edition's code are for the edition's own pages.
    static boolean free(String path, List<Edition> editions) {
        String[] parts = path.substring(1).split("/", OWN_PARTS + 1);
        return parts.length > OWN_PARTS
                || editions.stream().noneMatch(edition -> edition.code().equals(parts[0]));
    }
}
