package press.rotative.publication;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Announcement;

/// One row of the publication log.
///
/// @param seq 1, 2, 3 ... without a gap
/// @param version version of the subject after the act; 0 where the subject has none
/// @param noteDigest digest of the public note or notice, if there is one
/// @param contentDigest digest of the canonical content that became public, if there is one
/// @param hash `SHA-256(previous hash, columns)`, see [PublicationLog]
/// @param touched whose pages the act may change; known where the act runs, empty when read back from the log
public record Publication(
        long seq,
        Instant at,
        PublicAct act,
        Subject subject,
        int version,
        long actorId,
        @Nullable String noteDigest,
        @Nullable String contentDigest,
        String hash,
        Set<Subject> touched)
        implements Announcement {

    public Publication {
        touched = Set.copyOf(touched);
    }
}
