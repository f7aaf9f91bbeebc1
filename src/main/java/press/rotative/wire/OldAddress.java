package press.rotative.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import press.rotative.address.Addresses;
import press.rotative.story.Edition;

/// The path that a story had where it was captured, so that old links find it here.
final class OldAddress {
    private static final int LONGEST = 500;
    private static final Set<String> LISTS = Set.of("topic", "person", "place", "organisation", "event", "author");

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

    /// Whether old links to this path may lead to the story: under an edition's code stand pages of the edition's own,
    /// now or one day, which keep their addresses. These are the short ones that look like the name of a section or
    /// of a page (`/fr/culture`, `/fr/contact`), the lists of concepts, authors and days, and what another story of
    /// this newsroom answers to already.
    static boolean free(String path, List<Edition> editions, Addresses addresses) {
        String[] parts = path.substring(1).split("/");
        if (editions.stream().noneMatch(edition -> edition.code().equals(parts[0]))) {
            return true;
        }
        if (parts.length < 2 || digitsOnly(parts)) {
            return false;
        }
        String last = parts[parts.length - 1];
        boolean own = parts.length == 2 ? !titled(last) : LISTS.contains(parts[1]);
        return !own
                && addresses.withCode(last.substring(last.lastIndexOf('-') + 1)).isEmpty();
    }

    private static boolean digitsOnly(String[] parts) {
        for (int at = 1; at < parts.length; at++) {
            if (!parts[at].chars().allMatch(Character::isDigit)) {
                return false;
            }
        }
        return true;
    }

    /// Made from a headline or a number, as addresses of stories are: several words, a digit, or the name of a file.
    private static boolean titled(String part) {
        return part.chars().filter(letter -> letter == '-' || letter == '_').count() >= 2
                || part.indexOf('.') > 0 && !part.endsWith(".xml") && !part.endsWith(".json")
                || part.chars().anyMatch(Character::isDigit) && part.length() >= 4 && !part.startsWith("sitemap-");
    }
}
