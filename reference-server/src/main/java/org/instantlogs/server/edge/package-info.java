/**
 * Where the zones' HTTP requests come in: the listener, the built-in origin, the reverse proxy, and the full record that each request
 * leaves. Start reading at {@link org.instantlogs.server.edge.Edge}. It must not know the API, streams or the control listener.
 *
 * <p>All of an edge runs on one event loop, and a request is logged there in the very turn that ends its response. So whoever
 * has read a response and then sends the next request finds the two records in that order.
 */
@NullMarked
package org.instantlogs.server.edge;

import org.jspecify.annotations.NullMarked;
