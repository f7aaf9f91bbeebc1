package press.rotative.newsroom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The answer may stand in a frame of a page of ours, which shows it at the width of another screen. Everything else
/// of the newsroom is never framed.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Framed {}
