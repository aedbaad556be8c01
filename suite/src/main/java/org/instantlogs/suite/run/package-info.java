/**
 * A run: which checks there are ({@link org.instantlogs.suite.run.Plan}), in which order and zones they are judged
 * ({@link org.instantlogs.suite.run.Run}), and what became of each. Start reading at {@code Run}. It must not know a single
 * case by name, nor what goes over the wire.
 */
@NullMarked
package org.instantlogs.suite.run;

import org.jspecify.annotations.NullMarked;
