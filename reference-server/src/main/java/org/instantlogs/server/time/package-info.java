/**
 * Time and timers: the real ones, and a zone's own, which can be moved. Start reading at
 * {@link org.instantlogs.server.time.ZoneClock}. It must not know records, sessions or sockets.
 */
@NullMarked
package org.instantlogs.server.time;

import org.jspecify.annotations.NullMarked;
