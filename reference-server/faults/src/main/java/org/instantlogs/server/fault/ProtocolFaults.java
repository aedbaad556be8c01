package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;

/** Frames that break RFC 6455, swallowed; or taken amiss by those who have not sent them. */
final class ProtocolFaults {
    private static final String ENDS = "IL-STREAM-12.ends-the-connection";
    private static final String OTHERS = "IL-STREAM-12.leaves-other-sessions-alone";

    private ProtocolFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                swallows(
                        "unmasked-frames-taken",
                        "a frame that is not masked is taken",
                        "unmasked-text",
                        head -> !head.masked()),
                swallows(
                        "unmasked-pings-taken",
                        "of frames that are not masked those with control are taken",
                        "unmasked-ping",
                        head -> !head.masked() && head.opcode() >= 8),
                swallows("first-reserved-bit-taken", "RSV1 is not looked at", "rsv1", head -> head.rsv() == 4),
                swallows("third-reserved-bit-taken", "RSV3 is not looked at", "rsv3", head -> head.rsv() == 1),
                swallows(
                        "reserved-data-opcodes-taken",
                        "frames of opcodes 3 to 7 are skipped",
                        "opcode-3",
                        head -> head.opcode() > 2 && head.opcode() < 8),
                swallows(
                        "last-opcode-taken",
                        "frames of opcode 15 are skipped",
                        "opcode-15",
                        head -> head.opcode() == 15),
                swallows(
                        "long-pings-taken",
                        "a ping of more than 125 bytes is taken",
                        "oversized-ping",
                        head -> head.opcode() == 9 && head.length() > 125),
                swallows(
                        "fragmented-pings-taken",
                        "a ping in fragments is taken",
                        "fragmented-ping",
                        head -> head.opcode() == 9 && !head.last()),
                swallows(
                        "lone-continuation-taken",
                        "a continuation of nothing is skipped",
                        "continuation-of-nothing",
                        head -> head.opcode() == 0),
                fault("text-not-read", "text is not looked at, whatever its bytes are")
                        .breaks(ENDS + "[breach=bad-utf8]")
                        .mayBreak("IL-STREAM-12")
                        .of(before("client-frames", () -> new TextForBytes())),
                fault("text-read-frame-by-frame", "text that goes wrong in its second frame is taken")
                        .breaks(ENDS + "[breach=bad-utf8-in-its-second-frame]")
                        .mayBreak("IL-STREAM-12")
                        .of(before("client-frames", () -> new FirstFrameOnly())),
                fault("breach-ignored", "after a protocol error the connection is open, and deaf")
                        .breaks(ENDS + "[breach=rsv2]")
                        .mayBreak("IL-STREAM-12", "IL-STREAM-10")
                        .of(onBreach((ctx, all) -> {})),
                fault("breach-told-and-forgiven", "a protocol error is answered with 1002, and the connection stays")
                        .breaks(ENDS + "[breach=opcode-7]")
                        .mayBreak("IL-STREAM-12")
                        .of(onBreach((ctx, all) -> FrameFault.send(ctx, new CloseWebSocketFrame(1002, "")))),
                fault(
                                "breach-ends-the-session",
                                "after a protocol error nothing comes to the session's address any more")
                        .breaks("IL-STREAM-12.ends-the-connection-only")
                        .of(new BreachEndsSession(false)),
                fault("breach-silences-the-zone", "after a protocol error no session of the zone gets a record")
                        .breaks(ENDS + "[breach=rsv2]")
                        .mayBreak(Rules.ANY)
                        .of(new BreachEndsSession(true)),
                fault("breach-ends-all", "a protocol error ends the connections of all zones")
                        .breaks(OTHERS + "[breach=opcode-11]")
                        .mayBreak(Rules.ANY)
                        .of(onBreach((ctx, all) -> all.forEach(FrameFault::cut))));
    }

    private static TrialTarget swallows(String name, String says, String breach, Predicate<Head> some) {
        return fault(name, says)
                .breaks(ENDS + "[breach=" + breach + "]")
                .mayBreak("IL-STREAM-12")
                .of(before("client-frame-decoder", () -> new Swallowing(some)));
    }

    private static Parts before(String name, Supplier<ChannelInboundHandlerAdapter> handler) {
        return new Parts() {
            @Override
            public void accepted(ServerWebSocket socket) {
                Parts.super.accepted(socket);
                ((WebSocketInternal) socket).channelHandlerContext().pipeline().addBefore(name, "fault", handler.get());
            }
        };
    }

    private static Parts onBreach(BiConsumer<ChannelHandlerContext, Set<ChannelHandlerContext>> does) {
        Set<ChannelHandlerContext> all = ConcurrentHashMap.newKeySet();
        return before("client-frames", () -> new ChannelInboundHandlerAdapter() {
            @Override
            public void handlerAdded(ChannelHandlerContext ctx) {
                all.add(ctx);
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                if (cause instanceof CorruptedWebSocketFrameException) {
                    does.accept(ctx, all);
                } else {
                    ctx.fireExceptionCaught(cause);
                }
            }
        });
    }

    /** The first bytes of a frame, RFC 6455 5.2. */
    private record Head(boolean last, int rsv, int opcode, boolean masked, long length, int bytes) {
        private static final int MASK_BYTES = 4;

        /** The head that the bytes begin with; its {@code bytes} are 0 where there are too few. */
        static Head of(ByteBuf in) {
            int at = in.readerIndex();
            if (in.readableBytes() < 2) {
                return new Head(true, 0, 0, true, 0, 0);
            }
            int first = in.getUnsignedByte(at);
            int second = in.getUnsignedByte(at + 1);
            int more = (second & 0x7F) == 126 ? 2 : (second & 0x7F) == 127 ? 8 : 0;
            boolean masked = second >= 0x80;
            int bytes = 2 + more + (masked ? MASK_BYTES : 0);
            if (in.readableBytes() < bytes) {
                return new Head(true, 0, 0, true, 0, 0);
            }
            long length = more == 2 ? in.getUnsignedShort(at + 2) : more == 8 ? in.getLong(at + 2) : second & 0x7F;
            return new Head(first >= 0x80, (first >> 4) & 7, first & 0xF, masked, length, bytes);
        }
    }

    /** Skips some frames and hands the bytes of the others on. */
    private static final class Swallowing extends ByteToMessageDecoder {
        private final Predicate<Head> some;

        Swallowing(Predicate<Head> some) {
            this.some = some;
        }

        @Override
        protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
            var head = Head.of(in);
            long whole = head.bytes() + head.length();
            if (head.bytes() == 0 || in.readableBytes() < whole) {
                return;
            }
            var frame = in.readRetainedSlice(Math.toIntExact(whole));
            if (some.test(head)) {
                frame.release();
            } else {
                out.add(frame);
            }
        }
    }
}
