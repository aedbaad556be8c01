package org.instantlogs.suite.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.instantlogs.reports.Exchange.Direction;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.reports.Recording;
import org.instantlogs.reports.Recording.Kind;
import org.instantlogs.reports.Recording.Step;

/**
 * Makes of what went over the wire the steps that did it. Each value of the target's and each secret gets a name; a secret
 * without a name is redacted.
 */
final class Recordings {
    /** In the place of an opcode: the bytes are a frame with its header, or whatever it was. */
    static final String BYTES = "bytes";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SECRET_HEADERS = Set.of("authorization", "x-auth-key", "x-auth-email");

    /** Credentials that say nothing of a secret but which one they are. */
    private static final Pattern NAMED = Pattern.compile("(?i)(bearer )?(\\{\\{[^{}]+}})?");

    private final Redactor redactor;
    private final Placeholders names;
    private final List<Timed> steps = new ArrayList<>();

    Recordings(Redactor redactor, Placeholders names) {
        this.redactor = redactor;
        this.names = names;
    }

    private record Timed(Instant at, Step step) {}

    /** A frame of a socket as it was recorded. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Frame(Duration at, Direction direction, String opcode, byte[] payload, boolean cut, Optional<byte[]> odd) {}

    void request(Transcript.Request request, boolean cut) {
        var gives = sessionIn(request.answerBody());
        steps.add(new Timed(
                request.started(),
                new Step(
                                Kind.REQUEST,
                                request.purpose(),
                                0,
                                request.method(),
                                safe(request.url()),
                                headers(request.headers()),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                "",
                                gives,
                                request.status(),
                                request.answerBody().length == 0
                                        ? List.of()
                                        : List.of(safe(textOrHex(request.answerBody()))))
                        .sending(text(request.body()), hex(request.body()), cut)));
    }

    void socket(
            int number,
            Instant started,
            String url,
            List<Header> headers,
            int status,
            List<Frame> frames,
            Optional<String> ending) {
        steps.add(new Timed(
                started,
                new Step(
                        Kind.CONNECT,
                        "",
                        number,
                        "GET",
                        safe(url),
                        headers(headers),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        "",
                        Optional.empty(),
                        status,
                        List.of())));
        Optional<Frame> before = Optional.empty();
        for (var frame : frames) {
            var at = started.plus(frame.at());
            if (frame.direction() == Direction.RECEIVED) {
                if (isData(frame.opcode())) {
                    var message = List.of(told(frame.opcode().equals("binary"), safe(textOrHex(frame.payload()))));
                    steps.add(new Timed(at, Step.on(number, Kind.EXPECT, "", message)));
                }
            } else if (!answers(frame, before)) {
                steps.add(new Timed(at, sent(number, frame)));
            }
            before = Optional.of(frame);
        }
        ending.ifPresent(how -> ended(number, started, frames, how));
    }

    private void ended(int number, Instant started, List<Frame> frames, String how) {
        var at = frames.isEmpty()
                ? started
                : started.plus(frames.get(frames.size() - 1).at());
        if (how.startsWith("target")) {
            steps.add(new Timed(at, Step.on(number, Kind.EXPECT_END, "", List.of(safe(how)))));
        } else if (how.startsWith("suite: end of stream")) {
            steps.add(new Timed(at, Step.on(number, Kind.DROP, "", List.of())));
        }
    }

    private Step sent(int number, Frame frame) {
        var whole = frame.odd().map(HexFormat.of()::formatHex);
        return whole.isPresent()
                ? Step.on(number, Kind.SEND, BYTES, List.of()).sending(Optional.empty(), whole, frame.cut())
                : Step.on(number, Kind.SEND, frame.opcode(), List.of())
                        .sending(text(frame.payload()), hex(frame.payload()), frame.cut());
    }

    /** A message as a recording tells it. */
    static String told(boolean binary, String text) {
        return binary ? "(binary) " + text : text;
    }

    private static boolean isData(String opcode) {
        return opcode.equals("text") || opcode.equals("binary") || opcode.equals("continuation");
    }

    /** Whether the protocol, not the case, has sent it. */
    private static boolean answers(Frame frame, Optional<Frame> before) {
        var asked = before.filter(one -> one.direction() == Direction.RECEIVED).map(Frame::opcode);
        return (frame.opcode().equals("pong") && asked.filter("ping"::equals).isPresent())
                || (frame.opcode().equals("close")
                        && asked.filter("close"::equals).isPresent());
    }

    /**
     * The steps in the order in which they happened; what happened at once stays in the order of recording. Messages that
     * nothing was done between are waited for together.
     */
    Recording recording() {
        var ordered = new ArrayList<Step>();
        steps.stream().sorted(Comparator.comparing(Timed::at)).map(Timed::step).forEach(step -> {
            var last = ordered.isEmpty() ? step : ordered.get(ordered.size() - 1);
            if (!ordered.isEmpty()
                    && step.kind() == Kind.EXPECT
                    && last.kind() == Kind.EXPECT
                    && last.socket() == step.socket()) {
                var both = new ArrayList<>(last.came());
                both.addAll(step.came());
                ordered.set(ordered.size() - 1, Step.on(step.socket(), Kind.EXPECT, "", both));
            } else {
                ordered.add(step);
            }
        });
        return new Recording(names.told(), ordered);
    }

    private List<Header> headers(List<Header> headers) {
        return headers.stream().map(this::header).toList();
    }

    private Header header(Header header) {
        var name = header.name().toLowerCase(Locale.ROOT);
        var hidden = names.hideSecrets(header.value());
        if (SECRET_HEADERS.contains(name)) {
            return new Header(header.name(), NAMED.matcher(hidden).matches() ? hidden : Redactor.REDACTED);
        }
        return new Header(
                header.name(),
                names.hideAddresses(
                        redactor.redact(new Header(header.name(), hidden)).value()));
    }

    private Optional<String> sessionIn(byte[] answer) {
        try {
            var address = JSON.readTree(answer).path("result").path("destination_conf");
            return address.isTextual() && !address.textValue().isBlank()
                    ? Optional.of(names.session(address.textValue()))
                    : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory could not be read", impossible);
        }
    }

    private String safe(String text) {
        // Redacted while addresses are what they are: with a name in it a session's address is none to the redactor.
        return names.hideAddresses(redactor.redactCut(names.hideSecrets(text)));
    }

    private Optional<String> text(byte[] bytes) {
        return utf8(bytes).map(this::safe);
    }

    private static Optional<String> hex(byte[] bytes) {
        return utf8(bytes).isPresent()
                ? Optional.empty()
                : Optional.of(HexFormat.of().formatHex(bytes));
    }

    private static String textOrHex(byte[] bytes) {
        return utf8(bytes).orElseGet(() -> HexFormat.of().formatHex(bytes));
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    /** An encoded frame where it is not an ordinary one, whole and masked, which its payload alone tells. */
    static Optional<byte[]> odd(String opcode, byte[] encoded) {
        try {
            var frame = new FrameReader(new ByteArrayInputStream(encoded), length -> true).next();
            var ordinary = frame.filter(one -> one.fin()
                            && one.rsv() == 0
                            && one.masked()
                            && one.declared().isEmpty())
                    .isPresent();
            return ordinary && !opcode.equals(BYTES) ? Optional.empty() : Optional.of(encoded);
        } catch (IOException noFrame) {
            return Optional.of(encoded);
        }
    }
}
