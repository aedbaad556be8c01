/**
 * The control listener of the target contract: taking records in, moving a zone's time, resetting a zone. Start reading at
 * {@link org.instantlogs.server.control.Control}. It must not know the API, streams or the edge.
 */
@NullMarked
package org.instantlogs.server.control;

import org.jspecify.annotations.NullMarked;
