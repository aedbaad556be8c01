/**
 * Files by which a failing check can be seen again: with the suite, or by hand. Start reading at {@code ReplayFile}. It knows
 * the model of a report and nothing of how a step is done.
 */
@NullMarked
package org.instantlogs.reports.replay;

import org.jspecify.annotations.NullMarked;
