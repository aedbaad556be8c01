package org.instantlogs.suite.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The case takes long, whoever it judges, such as one that sends thousands of records no faster than the target takes them, or one that
 * watches a reader which reads nothing: it begins before those that don't, so that it is not left to be waited for when they are done.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Lasting {}
