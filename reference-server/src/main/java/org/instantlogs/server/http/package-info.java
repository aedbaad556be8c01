/**
 * What every listener shares: the answer envelope, refusals, bounded request bodies and the settings of a listener. Start reading
 * at {@link org.instantlogs.server.http.Envelope}. It must not know zones, sessions or any route.
 */
@NullMarked
package org.instantlogs.server.http;

import org.jspecify.annotations.NullMarked;
