package org.instantlogs.server.front;

import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.List;

/** How lines become messages. One for each socket, used on its event loop. */
@FunctionalInterface
public interface Framing {

    /** The frames that carry these lines, in their order. */
    List<WebSocketFrame> frames(List<byte[]> lines);
}
