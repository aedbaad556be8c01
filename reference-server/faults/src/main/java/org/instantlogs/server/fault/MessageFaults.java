package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.front.Framing;
import org.instantlogs.server.front.Manner;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Reader;

/** Messages that the documented command-line pipeline can't live with. */
final class MessageFaults {
    private static final byte[] NOTHING = {};

    private MessageFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("banner-for-who-comes-back", "who connects again is greeted before the first record")
                        .breaks("IL-NDJSON-10.no-banner-in-a-later-connection")
                        .mayBreak("IL-NDJSON-03", "IL-NDJSON-05", "IL-NDJSON-10", "IL-STREAM-15")
                        .of(new LaterLines(UnaryOperator.identity(), "{\"status\":\"resumed\"}")),
                fault("binary-messages", "all messages are binary ones")
                        .breaks("IL-NDJSON-08")
                        .of(binary(line -> true)),
                fault("binary-beyond-ascii", "a record with text beyond ASCII comes in a binary message")
                        .breaks("IL-NDJSON-08")
                        .of(binary(line -> {
                            for (byte one : line) {
                                if (one < 0) {
                                    return true;
                                }
                            }
                            return false;
                        })),
                fault("binary-when-long", "a record of more than 16 KiB comes in a binary message")
                        .breaks("IL-NDJSON-08")
                        .of(binary(line -> line.length > 16 << 10)),
                fault("binary-where-sampled", "a record that stands for several comes in a binary message")
                        .breaks("IL-NDJSON-08.messages-are-text-frames-while-the-target-samples")
                        .of(binary(
                                line -> !new String(line, StandardCharsets.UTF_8).contains("\"sampleInterval\":1}"))),
                fault("two-records-a-message-in-a-burst", "a message holds two records where many are waiting")
                        .breaks("IL-NDJSON-09.one-record-a-message-in-a-burst")
                        .mayBreak("IL-NDJSON-09")
                        .of(LineFaults.framed(lines -> lines.size() < 50 ? lines : inTwos(lines))),
                fault("all-that-waits-in-a-message", "all records that are waiting share a message")
                        .breaks("IL-NDJSON-09", "IL-NDJSON-10.no-message-over-64-kib-unless-one-record-is-longer")
                        .of(LineFaults.framed(lines -> List.of(LineFaults.joined(lines, '\n')))),
                fault("empty-messages-for-pings", "where a ping would do, an empty message is sent too")
                        .breaks("IL-NDJSON-10.no-empty-message-on-a-quiet-stream")
                        .of(PassingSessions.readers(reader -> new PassingReader(reader) {
                            @Override
                            public CompletionStage<Boolean> isListening() {
                                super.deliver(List.of(NOTHING));
                                return super.isListening();
                            }
                        })),
                fault("empty-message-behind-a-batch", "an empty message follows each batch")
                        .breaks("IL-NDJSON-10")
                        .of(PassingSessions.readers(reader -> new PassingReader(reader) {
                            @Override
                            public void deliver(List<byte[]> lines) {
                                super.deliver(with(lines, NOTHING));
                            }
                        })),
                fault("banner", "the first message greets the listener")
                        .breaks("IL-NDJSON-10")
                        .mayBreak("IL-NDJSON-03", "IL-NDJSON-05", "IL-NDJSON-08")
                        .of(greeting("{\"type\":\"connected\",\"sampleInterval\":1}")),
                fault("banner-in-words", "the first message says that the stream begins, and is no JSON")
                        .breaks("IL-NDJSON-10.no-empty-message-and-no-banner")
                        .mayBreak("IL-NDJSON-01", "IL-NDJSON-10")
                        .of(greeting("streaming logs")),
                fault("status-line-in-a-burst", "after each hundred records of a batch a line tells of the session")
                        .breaks("IL-NDJSON-10")
                        .mayBreak("IL-NDJSON-05", "IL-SAMPLE-02", "IL-SAMPLE-05", "IL-SAMPLE-08")
                        .of(PassingSessions.readers(reader -> new PassingReader(reader) {
                            @Override
                            public void deliver(List<byte[]> lines) {
                                super.deliver(
                                        lines.size() < 100
                                                ? lines
                                                : with(lines, utf8("{\"dropped\":0,\"sampleInterval\":1}")));
                            }
                        })));
    }

    private static Parts greeting(String text) {
        return PassingSessions.parts(right -> new PassingSessions(right) {
            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                var attachment = super.attach(secret, reader);
                reader.deliver(List.of(utf8(text)));
                return attachment;
            }
        });
    }

    private static Parts binary(Predicate<byte[]> some) {
        return new Parts() {
            @Override
            public Framing framing(Set<Manner> manners) {
                return lines -> lines.stream()
                        .<WebSocketFrame>map(line -> some.test(line)
                                ? new BinaryWebSocketFrame(Unpooled.wrappedBuffer(line))
                                : new TextWebSocketFrame(Unpooled.wrappedBuffer(line)))
                        .toList();
            }
        };
    }

    private static List<byte[]> inTwos(List<byte[]> lines) {
        List<byte[]> twos = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            twos.add(LineFaults.joined(lines.subList(i, Math.min(i + 2, lines.size())), '\n'));
        }
        return twos;
    }

    private static List<byte[]> with(List<byte[]> lines, byte[] another) {
        List<byte[]> more = new ArrayList<>(lines);
        more.add(another);
        return more;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
