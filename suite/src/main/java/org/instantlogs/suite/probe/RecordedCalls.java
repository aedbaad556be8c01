package org.instantlogs.suite.probe;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.suite.probe.Courier.Delivered;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/** HTTP calls under a deadline, recorded, whatever client sends them. Thread-safe. */
final class RecordedCalls {

    private static final int LONGEST_DESCRIPTION = 300;

    private final Workshop workshop;
    private final Transcript transcript;
    private final Courier courier;

    RecordedCalls(Workshop workshop, Transcript transcript, Courier courier) {
        this.workshop = workshop;
        this.transcript = transcript;
        this.courier = courier;
    }

    /** What is asked, by whom it is for. */
    record Call(String purpose, String method, URI uri, Map<String, String> headers, Optional<byte[]> body) {}

    Answer send(Call call, Duration patience) {
        Instant started = workshop.clock().instant();
        long begin = System.nanoTime();
        try (Deadline deadline = workshop.deadlines().in(patience)) {
            try {
                Delivered delivered = courier.deliver(call.method(), call.uri(), call.headers(), call.body(), deadline);
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                workshop.redactor().learnFrom(new String(delivered.body().bytes(), StandardCharsets.UTF_8));
                record(call, started, took, delivered, Optional.empty());
                return answer(delivered, took);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw recorded(call, started, begin, interrupted, true);
            } catch (Exception failed) {
                throw recorded(call, started, begin, failed, deadline.expired());
            }
        }
    }

    private NoAnswer recorded(Call call, Instant started, long begin, Exception failed, boolean expired) {
        NoAnswer none =
                workshop.noAnswer(call.purpose() + " (" + call.method() + " " + call.uri() + ")", failed, expired);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Delivered nothing = new Delivered(new HttpHead(0, List.of()), new HttpHead.Body(new byte[0], false));
        record(call, started, took, nothing, Optional.of(String.valueOf(none.getMessage())));
        return none;
    }

    private void record(Call call, Instant started, Duration took, Delivered delivered, Optional<String> failure) {
        List<Header> sent = new ArrayList<>();
        call.headers().forEach((name, value) -> sent.add(new Header(name, value)));
        transcript.add(new Transcript.Request(
                started,
                took,
                call.purpose(),
                call.method(),
                call.uri().toString(),
                sent,
                call.body().orElse(new byte[0]),
                delivered.head().status(),
                delivered.head().headers(),
                delivered.body().bytes(),
                failure));
    }

    private Answer answer(Delivered delivered, Duration took) {
        HttpHead head = delivered.head();
        byte[] body = delivered.body().bytes();
        return new Answer(
                head.status(),
                head.headers(),
                body,
                delivered.body().truncated(),
                took,
                () -> description(head.status(), body));
    }

    private String description(int status, byte[] body) {
        // what is shown is cut from the redacted text: a cut through a secret would show half of it
        int shownBytes = Math.min(body.length, 16 * 1024);
        String text = new String(body, 0, shownBytes, StandardCharsets.UTF_8);
        String safe = shownBytes < body.length
                ? workshop.redactor().redactCut(text)
                : workshop.redactor().redact(text);
        String line = "HTTP " + status + (safe.isEmpty() ? "" : " " + safe.replaceAll("\\s+", " "));
        return line.length() <= LONGEST_DESCRIPTION ? line : line.substring(0, LONGEST_DESCRIPTION) + "…";
    }
}
