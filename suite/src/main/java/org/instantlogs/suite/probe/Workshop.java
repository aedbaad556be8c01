package org.instantlogs.suite.probe;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.instantlogs.suite.descriptor.Descriptor;

/** What all probes towards one target share. Thread-safe. */
record Workshop(
        Descriptor descriptor,
        Patience patience,
        InstantSource clock,
        TlsClient tls,
        Redactor redactor,
        Deadlines deadlines,
        PaceGate apiPace,
        PaceGate connectPace,
        Throttle throttle,
        Room room,
        AtomicBoolean ownerByToken,
        Set<OpenSocket> open) {

    Workshop(
            Descriptor descriptor,
            Patience patience,
            InstantSource clock,
            TlsClient tls,
            Redactor redactor,
            Deadlines deadlines,
            PaceGate apiPace,
            PaceGate connectPace,
            Throttle throttle) {
        this(
                descriptor,
                patience,
                clock,
                tls,
                redactor,
                deadlines,
                apiPace,
                connectPace,
                throttle,
                Room.ofThisHeap(),
                new AtomicBoolean(),
                ConcurrentHashMap.newKeySet());
    }

    void opened(OpenSocket socket) {
        open.add(socket);
    }

    void gone(OpenSocket socket) {
        open.remove(socket);
    }

    /** No answer came to what was asked; in one redacted line. */
    NoAnswer noAnswer(String asked, Throwable failure, boolean expired) {
        NoAnswer.Kind kind = Failures.kind(failure, expired);
        String words = switch (kind) {
            case UNREACHABLE -> "the target cannot be reached";
            case TLS -> "the TLS handshake failed";
            case TIMED_OUT -> "no whole answer in time";
            case DROPPED -> "the connection ended before the answer did";
            case TOO_LARGE -> "the head of the answer is too large";
            case NOT_HTTP -> "what came is no HTTP";
        };
        return new NoAnswer(
                kind, redactor.redact(asked + ": " + words + " (" + Failures.words(failure) + ")"), failure);
    }

    /** An address for messages. */
    String shown(URI address) {
        return redactor.redact(address.toString());
    }

    void closeAll() {
        List.copyOf(open).forEach(OpenSocket::close);
        deadlines.close();
    }
}
