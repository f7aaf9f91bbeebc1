package press.rotative.newsroom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import press.rotative.people.Power;

/// Who has one of these powers, anywhere, may enter. Over which stories and sections it holds, the act asks.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Power[] value();
}
