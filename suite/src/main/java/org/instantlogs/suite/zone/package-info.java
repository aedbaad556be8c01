/**
 * The vocabulary of cases: a leased {@link org.instantlogs.suite.zone.Zone}, its jobs and streams, the traffic that it
 * serves. Start reading at {@code Zone}. It waits, retries and tolerates only by way of the probes, and must not know cases
 * or the runner.
 */
@NullMarked
package org.instantlogs.suite.zone;

import org.jspecify.annotations.NullMarked;
