/**
 * The zones that the server serves and whose they are. Start reading at {@link org.instantlogs.server.zone.Zones}. It must not know
 * sessions, listeners or records.
 */
@NullMarked
package org.instantlogs.server.zone;

import org.jspecify.annotations.NullMarked;
