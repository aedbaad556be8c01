/**
 * Jobs and their sessions: one a zone, with its limits, its attached reader and what reaches it. Start reading at
 * {@link org.instantlogs.server.session.Sessions}. It must not know HTTP, WebSockets or any other transport.
 */
@NullMarked
package org.instantlogs.server.session;

import org.jspecify.annotations.NullMarked;
