package press.rotative.newsroom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The screen has a frame for what is [Framed].
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Frames {}
