/// The publication log: what happened to what the public sees, in one hash chain, and who follows it.
///
/// Start reading at [press.rotative.publication.Acts] (the way every act goes) and
/// [press.rotative.publication.PublicationLog] (the chain).
/// Promises: a row is appended in the transaction that publishes; the head file beside the database is fsynced before
/// the act is acknowledged; the public number never falls.
/// May import: platform.
@NullMarked
package press.rotative.publication;

import org.jspecify.annotations.NullMarked;
