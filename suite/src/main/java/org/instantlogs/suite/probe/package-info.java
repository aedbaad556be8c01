/**
 * The suite's probes: everything that goes to a target or comes from it, with all waiting, pacing, retrying, timing out
 * and recording. Start reading at {@link org.instantlogs.suite.probe.Target}. It must not know cases, the runner, the
 * oracle or any server.
 */
@NullMarked
package org.instantlogs.suite.probe;

import org.jspecify.annotations.NullMarked;
