/// Mail that the program sends, through the operator's server.
///
/// Start reading at [press.rotative.platform.mail.Mailer].
/// Promises: nothing goes over a network unencrypted; what could not be sent is said, never swallowed.
@NullMarked
package press.rotative.platform.mail;

import org.jspecify.annotations.NullMarked;
