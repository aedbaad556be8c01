package org.instantlogs.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Takes in one request's body, bounded in size and in time, and answers by itself what exceeds either: 413 or 408. A
 * client that is still sending when it is refused is heard out for a while, so that it gets to read the answer.
 *
 * <p>Runs on the request's event loop; {@code then} is called there, at most once.
 */
public final class RequestBody {
    private static final Duration HEARD_OUT = Duration.ofSeconds(2);
    private static final long DISCARDED_BYTES = 64L << 20;

    private final Vertx vertx;
    private final Envelope envelope;
    private final HttpServerRequest request;
    private final int limitBytes;
    private final Consumer<byte[]> then;
    private final Buffer body = Buffer.buffer();
    private final long timer;
    private long seenBytes;
    private boolean answered;

    private RequestBody(
            Vertx vertx,
            Envelope envelope,
            HttpServerRequest request,
            int limitBytes,
            Duration patience,
            Consumer<byte[]> then) {
        this.envelope = envelope;
        this.vertx = vertx;
        this.request = request;
        this.limitBytes = limitBytes;
        this.then = then;
        this.timer = vertx.setTimer(patience.toMillis(), fired -> tooSlow(patience));
    }

    /**
     * Reads the body of the request and hands it on.
     *
     * @param envelope what refusals go out in
     * @param limitBytes the longest body that is taken in
     * @param patience how long the whole body may take
     */
    public static void read(
            Vertx vertx,
            Envelope envelope,
            HttpServerRequest request,
            int limitBytes,
            Duration patience,
            Consumer<byte[]> then) {
        new RequestBody(vertx, envelope, request, limitBytes, patience, then).start();
    }

    private void start() {
        request.exceptionHandler(gone -> {
            answered = true;
            vertx.cancelTimer(timer);
        });
        request.handler(this::chunk);
        request.endHandler(end -> end());
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            if (announcedBytes() > limitBytes) {
                refuseAndClose(tooLarge());
            } else {
                request.response().writeContinue();
            }
        }
    }

    private void chunk(Buffer chunk) {
        seenBytes += chunk.length();
        if (seenBytes <= limitBytes) {
            body.appendBuffer(chunk);
        } else if (seenBytes > DISCARDED_BYTES + limitBytes) {
            refuseAndClose(tooLarge());
        }
    }

    private void end() {
        vertx.cancelTimer(timer);
        if (answered) {
            return;
        }
        answered = true;
        if (seenBytes > limitBytes) {
            envelope.refuse(request, tooLarge());
        } else {
            then.accept(body.getBytes());
        }
    }

    private void tooSlow(Duration patience) {
        refuseAndClose(new Refusal(
                408, 1000, "the request's body did not arrive within " + patience.toSeconds() + " seconds"));
    }

    private Refusal tooLarge() {
        return new Refusal(413, 1000, "the request's body is over the limit of " + limitBytes + " bytes");
    }

    private void refuseAndClose(Refusal refusal) {
        if (answered) {
            return;
        }
        answered = true;
        vertx.cancelTimer(timer);
        envelope.refuse(request, refusal.with("Connection", "close"))
                .onComplete(sent -> vertx.setTimer(
                        HEARD_OUT.toMillis(), fired -> request.connection().close()));
    }

    private long announcedBytes() {
        try {
            return Long.parseLong(String.valueOf(request.getHeader("Content-Length")));
        } catch (NumberFormatException unannounced) {
            return -1;
        }
    }
}
