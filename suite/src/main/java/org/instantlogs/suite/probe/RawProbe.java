package org.instantlogs.suite.probe;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.instantlogs.reports.Exchange.Header;

/** Makes WebSocket handshakes by hand; paced and recorded. Thread-safe. */
public interface RawProbe {

    /**
     * Makes a handshake; a 429 is waited out, and comes back where that is no use.
     *
     * @throws NoAnswer where no whole head of an answer came
     */
    RawAnswer handshake(URI address, Handshake options);

    /**
     * Makes one handshake; a 429 comes back as it is.
     *
     * @param address ws(s) or http(s) URI; wss and https mean TLS
     * @throws NoAnswer where no whole head of an answer came
     */
    RawAnswer handshakeOnce(URI address, Handshake options);

    /**
     * The answer to a handshake.
     *
     * @param body at most 8 MiB; empty for 101
     * @param connection open where the status is 101 and Sec-WebSocket-Accept fits the key, or was not asked for
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record RawAnswer(int status, List<Header> headers, byte[] body, Optional<RawConnection> connection) {

        public RawAnswer {
            headers = List.copyOf(headers);
        }

        /** The first header of that name, whatever its case. */
        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .findFirst();
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
