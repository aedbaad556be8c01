/**
 * Believable traffic of nobody's making, for demonstrations and for observation without an edge. Start reading at
 * {@link org.instantlogs.server.demo.DemoTraffic}. It must not know listeners or sessions.
 */
@NullMarked
package org.instantlogs.server.demo;

import org.jspecify.annotations.NullMarked;
