package org.instantlogs.server.front;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A message a line, in the way of the server's manners. */
final class MannerlyFraming implements Framing {
    private static final int MOST_LINES = 5;
    private static final byte[] NEWLINE = {'\n'};

    private final boolean binary;
    private final boolean batched;

    MannerlyFraming(Set<Manner> manners) {
        this.binary = manners.contains(Manner.BINARY);
        this.batched = manners.contains(Manner.BATCHED);
    }

    /** In batches of up to five where that is the server's manner, a newline after each. */
    @Override
    public List<WebSocketFrame> frames(List<byte[]> lines) {
        List<WebSocketFrame> frames = new ArrayList<>();
        if (!batched) {
            lines.forEach(line -> frames.add(frame(line)));
            return frames;
        }
        for (int from = 0; from < lines.size(); from += MOST_LINES) {
            List<byte[]> parts = new ArrayList<>();
            for (byte[] line : lines.subList(from, Math.min(lines.size(), from + MOST_LINES))) {
                parts.add(line);
                parts.add(NEWLINE);
            }
            frames.add(frame(parts.toArray(byte[][]::new)));
        }
        return frames;
    }

    private WebSocketFrame frame(byte[]... parts) {
        var payload = Unpooled.wrappedBuffer(parts);
        return binary ? new BinaryWebSocketFrame(payload) : new TextWebSocketFrame(payload);
    }
}
