/**
 * Area HTTP: what is answered to a connection request that can't be served. Start reading at
 * {@link org.instantlogs.suite.cases.http.ConnectRateCases}. It must not know the runner.
 */
@NullMarked
package org.instantlogs.suite.cases.http;

import org.jspecify.annotations.NullMarked;
