/**
 * Tests of the probes against servers that behave and servers that do not. Start reading at {@link
 * org.instantlogs.suite.probe.HostileServer}. It must not know cases, the runner or any real server.
 */
@NullMarked
package org.instantlogs.suite.probe;

import org.jspecify.annotations.NullMarked;
