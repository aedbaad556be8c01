/**
 * Playing recorded records back from a file. Start reading at {@link org.instantlogs.server.replay.Recording}. It must not know listeners
 * or sessions.
 */
@NullMarked
package org.instantlogs.server.replay;

import org.jspecify.annotations.NullMarked;
