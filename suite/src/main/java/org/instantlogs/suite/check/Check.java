package org.instantlogs.suite.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;

/**
 * Declares a method as the case of one check, or with {@link Variants} of one check a variant.
 *
 * <p>The method is an ordinary Jupiter test, so an IDE runs it with a click; a run of the suite calls it without Jupiter.
 * Its parameters are one or two {@code Zone}s, a {@link Judgement} and, with {@link Variants}, the variant, in any order.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
public @interface Check {
    /** Requirement and word: {@code IL-FILTER-03.greater-by-number}. A variant's axes are appended to it. */
    String value();
}
