/**
 * The reference server, put together by hand in one place, and its two ways in: embedded and from the command line. Start reading at
 * {@link org.instantlogs.server.ReferenceServer}. It must not know the conformance suite or its reports.
 */
@NullMarked
package org.instantlogs.server;

import org.jspecify.annotations.NullMarked;
