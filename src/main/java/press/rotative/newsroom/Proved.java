package press.rotative.newsroom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// For acts that cannot be undone, and those over people, keys and second factors: who has not shown who they are
/// within ten minutes is asked first. Stands beside [Needs] or [SignedIn]; the body of the request must be a form.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Proved {}
