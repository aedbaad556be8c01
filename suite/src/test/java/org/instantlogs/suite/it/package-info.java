/**
 * The suite as its users run it: jars, other processes, files, exit codes, and targets that behave badly. Start with {@code
 * SeparateProcessIT}, then {@code Program}. It must not know the classes of cases, probes or server: what it judges is what a
 * user sees.
 */
@NullMarked
package org.instantlogs.suite.it;

import org.jspecify.annotations.NullMarked;
