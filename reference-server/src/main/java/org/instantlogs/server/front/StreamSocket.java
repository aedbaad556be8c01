package org.instantlogs.server.front;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.instantlogs.server.session.EndReason;
import org.instantlogs.server.session.Reader;
import org.jspecify.annotations.Nullable;

/**
 * One attached socket, and the only class that writes to one. Life cycle: it is attached before the handshake is answered,
 * and from then on takes in lines; {@link #open} comes once the socket is there; {@link #end} at most once; after
 * {@link #gone} nothing is written any more. The package's description says which thread does what.
 */
final class StreamSocket implements Reader {
    private static final int BATCH_FRAMES = 256;
    private static final int BATCH_BYTES = 128 << 10;
    private static final Duration PONG_PATIENCE = Duration.ofSeconds(2);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final Context context;
    private final Framing framing;
    private final boolean curt;

    // Guarded by this.
    private final Queue<byte[]> queue = new ArrayDeque<>();
    private int unwritten;
    private long unwrittenBytes;
    private boolean turnPending = true;
    private boolean gone;
    private @Nullable EndReason ended;

    // Of the event loop.
    private final Map<Long, CompletableFuture<Boolean>> pings = new LinkedHashMap<>();
    private long pingsSent;
    private boolean answeredLate;
    private @Nullable ServerWebSocket socket;
    private @Nullable ChannelHandlerContext channel;

    /**
     * A socket to be, on the event loop that it will belong to.
     *
     * @param curt whether it ends without a close frame
     */
    StreamSocket(Vertx vertx, Context context, Framing framing, boolean curt) {
        this.vertx = vertx;
        this.context = context;
        this.framing = framing;
        this.curt = curt;
    }

    /** The handshake is answered: what has queued up goes out. On the event loop. */
    void open(ServerWebSocket accepted) {
        socket = accepted;
        channel = ((WebSocketInternal) accepted).channelHandlerContext();
        accepted.pongHandler(this::pong);
        turn();
    }

    /** The connection has ended, by whatever way: nothing more can be delivered. On the event loop. */
    void gone() {
        synchronized (this) {
            gone = true;
            queue.clear();
            unwritten = 0;
            unwrittenBytes = 0;
        }
        pings.values().forEach(waiting -> waiting.complete(false));
        pings.clear();
    }

    @Override
    public void deliver(List<byte[]> lines) {
        synchronized (this) {
            if (gone || ended != null) {
                return;
            }
            queue.addAll(lines);
            unwritten += lines.size();
            unwrittenBytes += bytes(lines);
            if (turnPending) {
                return;
            }
            turnPending = true;
        }
        context.runOnContext(next -> turn());
    }

    @Override
    public synchronized int backlog() {
        return unwritten;
    }

    @Override
    public synchronized long backlogBytes() {
        return unwrittenBytes;
    }

    @Override
    public CompletionStage<Boolean> isListening() {
        var answer = new CompletableFuture<Boolean>();
        context.runOnContext(next -> ping(answer));
        return answer;
    }

    @Override
    public void end(EndReason reason) {
        boolean needsTurn;
        synchronized (this) {
            if (gone || ended != null) {
                return;
            }
            ended = reason;
            needsTurn = !turnPending;
            turnPending = true;
        }
        context.runOnContext(next -> {
            vertx.setTimer(CLOSE_PATIENCE.toMillis(), late -> abort());
            if (needsTurn) {
                turn();
            }
        });
    }

    /** Writes one batch, flushes once, and comes back when it has left the process. */
    private void turn() {
        var out = channel;
        if (out == null) {
            return;
        }
        var batch = nextBatch();
        if (batch.isEmpty()) {
            return;
        }
        ChannelFuture last = null;
        for (WebSocketFrame frame : framing.frames(batch)) {
            last = out.write(frame);
        }
        out.flush();
        if (last != null) {
            // In a turn of its own: a batch that is written at once would otherwise call itself without end.
            last.addListener(written -> context.runOnContext(next -> {
                synchronized (this) {
                    unwritten = Math.max(0, unwritten - batch.size());
                    unwrittenBytes = Math.max(0, unwrittenBytes - bytes(batch));
                }
                turn();
            }));
        }
    }

    private List<byte[]> nextBatch() {
        List<byte[]> batch = new ArrayList<>();
        EndReason close = null;
        synchronized (this) {
            for (int bytes = 0; bytes < BATCH_BYTES && batch.size() < BATCH_FRAMES; ) {
                var line = queue.poll();
                if (line == null) {
                    break;
                }
                bytes += line.length;
                batch.add(line);
            }
            if (batch.isEmpty()) {
                turnPending = false;
                close = ended;
            }
        }
        if (close != null) {
            close(close);
        }
        return batch;
    }

    private static long bytes(List<byte[]> lines) {
        long bytes = 0;
        for (byte[] line : lines) {
            bytes += line.length;
        }
        return bytes;
    }

    private void close(EndReason reason) {
        if (curt) {
            abort();
        } else if (socket != null && !socket.isClosed()) {
            socket.close((short) reason.code(), reason.reason());
        }
    }

    /** Ends the connection of a reader whom no close frame reaches; Vert.x would first try to send one more. */
    private void abort() {
        var out = channel;
        if (out != null) {
            out.close().addListener(closed -> gone());
        }
    }

    private void ping(CompletableFuture<Boolean> answer) {
        boolean over;
        synchronized (this) {
            over = gone || ended != null;
        }
        if (over) {
            answer.complete(false);
        } else if (socket == null) {
            // Its handshake is being answered this very moment.
            answer.complete(true);
        } else {
            long number = pingsSent++;
            if (answeredLate) {
                // It reads, but is so far behind that the last ping came through after its time.
                answeredLate = false;
                answer.complete(true);
            }
            pings.put(number, answer);
            vertx.setTimer(PONG_PATIENCE.toMillis(), late -> {
                pings.remove(number);
                answer.complete(false);
            });
            socket.writePing(Buffer.buffer().appendLong(number));
        }
    }

    private void pong(Buffer payload) {
        // Unasked-for pongs are allowed (RFC 6455 5.5.3) and prove nothing that is waited for.
        if (payload.length() == Long.BYTES) {
            long number = payload.getLong(0);
            var waiting = pings.remove(number);
            if (waiting != null) {
                waiting.complete(true);
            } else if (number >= 0 && number < pingsSent) {
                answeredLate = true;
            }
        }
    }
}
