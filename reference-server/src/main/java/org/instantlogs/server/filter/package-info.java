/**
 * Which records a job's filter lets through. Start reading at {@link org.instantlogs.server.filter.FilterCompiler}. It must not
 * know sessions, clocks or sockets.
 */
@NullMarked
package org.instantlogs.server.filter;

import org.jspecify.annotations.NullMarked;
