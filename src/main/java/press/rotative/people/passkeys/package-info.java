/// Passkeys (Web Authentication Level 3): where they hold, what browsers are asked, what their answers are worth, and
/// those that people have.
///
/// Start reading at [press.rotative.people.passkeys.Authenticators]. Promises: a challenge is taken once, in the
/// browser or session that was given it, within minutes; every answer is verified by webauthn4j against the public
/// address, with user verification.
@NullMarked
package press.rotative.people.passkeys;

import org.jspecify.annotations.NullMarked;
