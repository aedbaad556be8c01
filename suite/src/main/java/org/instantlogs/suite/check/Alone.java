package org.instantlogs.suite.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The case runs while no other zone is leased, after all that may run side by side: what it does could disturb the others,
 * such as exhausting a rate limit that zones may share.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Alone {}
