package org.instantlogs.suite.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the static method of the case class that lists a check's variants. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Variants {
    /**
     * A static method of the same class that returns a {@code List} of {@link Variant}s, never empty; it takes no
     * parameter, or the {@link org.instantlogs.fixtures.Edition} of the run.
     */
    String value();
}
