package press.rotative.newsroom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a script asks for by itself, as long as a page stands open. It says nothing of anybody being there, and keeps
/// no session alive.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unattended {}
