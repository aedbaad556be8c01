package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.jspecify.annotations.Nullable;

/** What clients send, answered wrong: pings, closes, messages. */
final class ClientFaults {
    private static final String PING = "IL-STREAM-08.answers-a-ping-with-its-payload";
    private static final String CLOSE = "IL-STREAM-09.answers-a-close-frame-and-ends-the-connection";
    private static final String MESSAGE = "IL-STREAM-10.ignores-a-message-or-closes-with-a-code";
    private static final String OTHERS = "IL-STREAM-10.a-message-leaves-other-sessions-alone";

    private ClientFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault(
                                "close-cut-after-records",
                                "once a record has come, a close frame is not answered, the connection is cut")
                        .breaks("IL-STREAM-09.answers-a-close-frame-after-records")
                        .mayBreak(Rules.ANY)
                        .of(FrameFault.of(() -> new AfterRecords(CloseWebSocketFrame.class))),
                fault("no-pong-after-records", "once a record has come, pings are not answered")
                        .breaks("IL-STREAM-08.answers-a-ping-after-records")
                        .mayBreak(Rules.ANY)
                        .of(FrameFault.of(() -> new AfterRecords(PingWebSocketFrame.class))),
                fault("unasked-heartbeat-refused", "a pong that nobody asked for is answered by a close with 1002")
                        .breaks("IL-STREAM-10.takes-a-pong-nobody-asked-for")
                        .of(FrameFault.of(() -> new FrameFault() {
                            @Override
                            boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                                boolean unasked = frame instanceof PongWebSocketFrame
                                        && frame.content()
                                                .toString(StandardCharsets.UTF_8)
                                                .equals("heartbeat");
                                if (unasked) {
                                    FrameFault.send(ctx, new CloseWebSocketFrame(1002, "no ping was sent"));
                                }
                                return unasked;
                            }
                        })),
                fault("pings-unanswered", "pings are not answered")
                        .breaks(PING + "[payload=text]")
                        .mayBreak("IL-STREAM-08", "IL-STREAM-10", "IL-STREAM-12")
                        .of(pongs(payload -> null)),
                fault("pong-without-payload", "a pong is empty")
                        .breaks(PING + "[payload=text]")
                        .mayBreak("IL-STREAM-08", "IL-STREAM-10", "IL-STREAM-12")
                        .of(pongs(payload -> new byte[0])),
                fault("empty-ping-unanswered", "a ping without a payload is not answered")
                        .breaks(PING + "[payload=empty]")
                        .of(pongs(payload -> payload.length == 0 ? null : payload)),
                fault("pong-cut", "a pong carries 124 bytes at most")
                        .breaks(PING + "[payload=longest]")
                        .of(pongs(payload -> Arrays.copyOf(payload, Math.min(124, payload.length)))),
                fault("pong-as-text", "a ping's payload is taken for text")
                        .breaks(PING + "[payload=bytes]")
                        .mayBreak("IL-STREAM-08")
                        .of(pongs(payload ->
                                new String(payload, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))),
                fault("pong-to-the-first-ping", "of a connection's pings the first is answered")
                        .breaks("IL-STREAM-08.answers-one-ping-after-another")
                        .mayBreak("IL-STREAM-10", "IL-STREAM-12")
                        .of(FrameFault.of(() -> new FrameFault() {
                            private boolean answered;

                            @Override
                            boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                                boolean again = frame instanceof PingWebSocketFrame && answered;
                                answered |= frame instanceof PingWebSocketFrame;
                                return again;
                            }
                        })),
                fault("equal-ping-unanswered", "a ping like the one before is taken for that one, and not answered")
                        .breaks("IL-STREAM-08.answers-equal-pings-one-after-another")
                        .mayBreak("IL-STREAM-08", "IL-STREAM-10", "IL-STREAM-12")
                        .of(FrameFault.of(() -> new FrameFault() {
                            private byte @Nullable [] last;

                            @Override
                            boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                                if (!(frame instanceof PingWebSocketFrame)) {
                                    return false;
                                }
                                var payload = ByteBufUtil.getBytes(frame.content());
                                boolean again = Arrays.equals(payload, last);
                                last = payload;
                                return again;
                            }
                        })),
                fault("no-pong-amid-fragments", "between the fragments of a message a ping is not answered")
                        .breaks("IL-STREAM-08")
                        .of(FrameFault.of(() -> new FrameFault() {
                            private boolean amid;

                            @Override
                            boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                                if (frame instanceof TextWebSocketFrame
                                        || frame instanceof ContinuationWebSocketFrame) {
                                    amid = !frame.isFinalFragment();
                                }
                                return amid && frame instanceof PingWebSocketFrame;
                            }
                        })),
                fault("close-amid-fragments-ignored", "between the fragments of a message a close frame is ignored")
                        .breaks("IL-STREAM-09.heeds-a-close-between-fragments")
                        .of(FrameFault.of(() -> new FrameFault() {
                            private boolean amid;

                            @Override
                            boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                                if (frame instanceof TextWebSocketFrame
                                        || frame instanceof ContinuationWebSocketFrame) {
                                    amid = !frame.isFinalFragment();
                                }
                                return amid && frame instanceof CloseWebSocketFrame;
                            }
                        })),
                fault("behind-a-ping-lost", "what comes within 50 ms after a client's ping is lost")
                        .breaks("IL-STREAM-02.delivers-what-comes-behind-a-ping")
                        .mayBreak(Rules.ANY)
                        .of(FrameFault.of(() -> new FrameFault() {
                            private long pinged =
                                    System.nanoTime() - Duration.ofHours(1).toNanos();

                            @Override
                            boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                                if (frame instanceof PingWebSocketFrame) {
                                    pinged = System.nanoTime();
                                }
                                return false;
                            }

                            @Override
                            boolean keepsBack(WebSocketFrame frame) {
                                return frame instanceof TextWebSocketFrame
                                        && System.nanoTime() - pinged
                                                < Duration.ofMillis(50).toNanos();
                            }
                        })),
                fault("close-cuts-the-connection", "a close frame is not answered, the connection is cut")
                        .breaks(CLOSE + "[payload=none]")
                        .mayBreak("IL-STREAM-09")
                        .of(FrameFault.on(CloseWebSocketFrame.class, (ctx, frame) -> FrameFault.cut(ctx))),
                fault("close-ignored", "a close frame is not answered and the connection stays")
                        .breaks(CLOSE + "[payload=1000]")
                        .mayBreak("IL-STREAM-09")
                        .of(FrameFault.on(CloseWebSocketFrame.class, (ctx, frame) -> {})),
                fault("close-answered-with-1006", "a close frame is answered by one with the code 1006")
                        .breaks(CLOSE + "[payload=1000]")
                        .mayBreak("IL-STREAM-09")
                        .of(FrameFault.on(
                                CloseWebSocketFrame.class,
                                (ctx, frame) -> ctx.writeAndFlush(new CloseWebSocketFrame(
                                                true, 0, Unpooled.buffer(2).writeShort(1006)))
                                        .addListener(sent -> FrameFault.cut(ctx)))),
                fault("connection-kept-after-close", "a close frame is answered and the connection stays")
                        .breaks(CLOSE + "[payload=1000]")
                        .mayBreak("IL-STREAM-09")
                        .of(FrameFault.on(
                                CloseWebSocketFrame.class,
                                (ctx, frame) -> FrameFault.send(ctx, new CloseWebSocketFrame(1000, "")))),
                fault("close-of-its-own-codes-cut", "a close with a code of 4000 and more is not answered")
                        .breaks(CLOSE + "[payload=4000]")
                        .of(closes(code -> code >= 4000)),
                fault("text-cuts-the-connection", "a text from the client cuts the connection without a close")
                        .breaks(MESSAGE + "[message=text]")
                        .mayBreak("IL-STREAM-10", "IL-STREAM-08")
                        .of(FrameFault.on(TextWebSocketFrame.class, (ctx, frame) -> FrameFault.cut(ctx))),
                fault("empty-text-cuts-the-connection", "an empty text cuts the connection without a close")
                        .breaks(MESSAGE + "[message=empty-text]")
                        .of(texts((ctx, text) -> {
                            if (text.isEmpty()) {
                                FrameFault.cut(ctx);
                            }
                        })),
                fault("long-text-cuts-the-connection", "a text of 64 KiB or more cuts the connection without a close")
                        .breaks(MESSAGE + "[message=65536-bytes]")
                        .mayBreak("IL-STREAM-10")
                        .of(texts((ctx, text) -> {
                            if (text.length() >= 65_536) {
                                FrameFault.cut(ctx);
                            }
                        })),
                fault(
                                "unasked-pong-cuts-the-connection",
                                "a pong that was not asked for cuts the connection without a close")
                        .breaks(MESSAGE + "[message=unasked-pong]")
                        .of(FrameFault.of(() -> new FrameFault() {
                            @Override
                            boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                                if (frame instanceof PongWebSocketFrame
                                        && frame.content().readableBytes() != Long.BYTES) {
                                    FrameFault.cut(ctx);
                                }
                                return false;
                            }
                        })),
                fault("orders-from-clients", "a message of JSON is taken for an order and stops the stream")
                        .breaks(MESSAGE + "[message=json]")
                        .mayBreak("IL-STREAM-10")
                        .of(FrameFault.of(() -> new FrameFault() {
                            private boolean stopped;

                            @Override
                            boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                                stopped |= frame instanceof TextWebSocketFrame text
                                        && text.text().startsWith("{");
                                return false;
                            }

                            @Override
                            boolean keepsBack(WebSocketFrame frame) {
                                return stopped && frame instanceof TextWebSocketFrame;
                            }
                        })),
                fault("text-comes-back", "a text from the client comes back as a line of the stream")
                        .breaks(MESSAGE + "[message=text]")
                        .mayBreak("IL-STREAM-10")
                        .of(texts((ctx, text) -> FrameFault.send(ctx, new TextWebSocketFrame(text)))),
                fault("text-lifts-the-filter", "a text from the client lifts its session's filter")
                        .breaks("IL-STREAM-10.a-message-changes-no-filter[message=json]")
                        .mayBreak("IL-STREAM-10")
                        .of(new LiftedFilter(LiftedFilter.By.A_TEXT_FROM_ITS_LISTENER)),
                fault("many-messages-clog", "after a hundred messages from a client its pings are no longer answered")
                        .breaks(MESSAGE + "[message=many]")
                        .of(FrameFault.of(() -> new FrameFault() {
                            private int messages;

                            @Override
                            boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                                messages += frame instanceof TextWebSocketFrame ? 1 : 0;
                                return messages > 100;
                            }
                        })),
                fault("text-ends-all-streams", "a text from a client ends the streams of all zones")
                        .breaks(OTHERS)
                        .mayBreak(Rules.ANY)
                        .of(FrameFault.endingAll(frame -> frame instanceof TextWebSocketFrame)));
    }

    private static org.instantlogs.server.Parts closes(java.util.function.IntPredicate cut) {
        return FrameFault.of(() -> new FrameFault() {
            @Override
            boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                boolean cuts = frame instanceof CloseWebSocketFrame close && cut.test(close.statusCode());
                if (cuts) {
                    FrameFault.cut(ctx);
                }
                return cuts;
            }
        });
    }

    private static org.instantlogs.server.Parts texts(
            java.util.function.BiConsumer<ChannelHandlerContext, String> does) {
        return FrameFault.of(() -> new FrameFault() {
            @Override
            boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                if (frame instanceof TextWebSocketFrame text) {
                    does.accept(ctx, text.text());
                }
                return false;
            }
        });
    }

    private static org.instantlogs.server.Parts pongs(UnaryOperator<byte[]> payloads) {
        return FrameFault.on(PingWebSocketFrame.class, (ctx, frame) -> {
            var payload = new byte[frame.content().readableBytes()];
            frame.content().getBytes(frame.content().readerIndex(), payload);
            var answer = payloads.apply(payload);
            if (answer != null) {
                FrameFault.send(ctx, new PongWebSocketFrame(Unpooled.wrappedBuffer(answer)));
            }
        });
    }

    /** Once a text has gone out, swallows the client's frames of one kind; at a close it cuts the connection. */
    private static final class AfterRecords extends FrameFault {
        private final Class<? extends WebSocketFrame> kind;
        private boolean hasSent;

        AfterRecords(Class<? extends WebSocketFrame> kind) {
            this.kind = kind;
        }

        @Override
        boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
            boolean taken = hasSent && kind.isInstance(frame);
            if (taken && frame instanceof CloseWebSocketFrame) {
                FrameFault.cut(ctx);
            }
            return taken;
        }

        @Override
        boolean keepsBack(WebSocketFrame frame) {
            hasSent |= frame instanceof TextWebSocketFrame;
            return false;
        }
    }
}
