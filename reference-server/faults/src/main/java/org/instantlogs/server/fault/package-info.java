/**
 * Servers that are wrong on purpose, each by one realistic mistake, and servers that are right in unusual ways: the suite is tried
 * with them. Start reading at {@link org.instantlogs.server.fault.NumberFaults}. Nothing here may be known by the server or ship
 * with it.
 */
@NullMarked
package org.instantlogs.server.fault;

import org.jspecify.annotations.NullMarked;
