/**
 * Area LIMIT: one session a zone, the session's time, the listener's. Start reading at
 * {@link org.instantlogs.suite.cases.limit.OneSessionCases}. It must not know the runner, nor any limit but the descriptor's.
 */
@NullMarked
package org.instantlogs.suite.cases.limit;

import org.jspecify.annotations.NullMarked;
