/**
 * Does a recorded case again: start reading at {@code Replay}. It knows probes and the file's form, and neither cases nor
 * verdicts.
 */
@NullMarked
package org.instantlogs.suite.replay;

import org.jspecify.annotations.NullMarked;
