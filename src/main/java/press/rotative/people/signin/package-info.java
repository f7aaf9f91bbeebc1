/// How people show who they are: passwords, second factors, sessions, the first administrator's link.
///
/// Start reading at [press.rotative.people.signin.SignIn]. Promises: no secret is kept that could be used as it lies in
/// the database; a wrong name and a wrong password cannot be told apart; who may publish or manage has two factors.
@NullMarked
package press.rotative.people.signin;

import org.jspecify.annotations.NullMarked;
