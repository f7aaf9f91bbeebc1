package press.rotative.newsroom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// For acts that cannot be undone, that change the whole site at once, or that concern who may come in (which those are
/// is decided in `docs/decisions/re-authentication.md`): who has not shown who they are
/// within ten minutes is asked first. Stands beside [Needs] or [SignedIn]; the body of the request is a form.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Proved {}
