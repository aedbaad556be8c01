/**
 * Which of the matching records are delivered: the client's sample, and the server's own above the maximum data rate. Start
 * reading at {@link org.instantlogs.server.sample.RateLimiterSampler}. It must not know records, sessions, clocks or sockets.
 */
@NullMarked
package org.instantlogs.server.sample;

import org.jspecify.annotations.NullMarked;
