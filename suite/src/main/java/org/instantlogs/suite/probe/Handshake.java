package org.instantlogs.suite.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.instantlogs.reports.Exchange.Header;

/**
 * How a handshake is to differ from RFC 6455's: {@link #PLAIN} does not.
 *
 * @param omitted names of headers that are left out, whatever their case: {@code Upgrade}, {@code Sec-WebSocket-Key}…
 * @param headers added; one that the handshake has anyway is replaced
 * @param plaintext true: no TLS whatever the scheme says
 * @param receiveBuffer size of the socket's receive buffer in bytes, for readers that stall
 * @param byteByByte true: the request goes out one byte a write
 */
public record Handshake(
        String method,
        String httpVersion,
        List<String> omitted,
        List<Header> headers,
        boolean plaintext,
        OptionalInt receiveBuffer,
        boolean byteByByte) {

    /** As RFC 6455 has it. */
    public static final Handshake PLAIN =
            new Handshake("GET", "HTTP/1.1", List.of(), List.of(), false, OptionalInt.empty(), false);

    public Handshake {
        omitted = List.copyOf(omitted);
        headers = List.copyOf(headers);
    }

    public Handshake method(String other) {
        return new Handshake(other, httpVersion, omitted, headers, plaintext, receiveBuffer, byteByByte);
    }

    public Handshake httpVersion(String other) {
        return new Handshake(method, other, omitted, headers, plaintext, receiveBuffer, byteByByte);
    }

    public Handshake without(String header) {
        List<String> more = new ArrayList<>(omitted);
        more.add(header);
        return new Handshake(method, httpVersion, more, headers, plaintext, receiveBuffer, byteByByte);
    }

    /** With a header more; the same name again makes a second line of it. */
    public Handshake header(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Handshake(method, httpVersion, omitted, more, plaintext, receiveBuffer, byteByByte);
    }

    public Handshake key(String value) {
        return header("Sec-WebSocket-Key", value);
    }

    public Handshake version(String value) {
        return header("Sec-WebSocket-Version", value);
    }

    /** An ordinary request, no upgrade asked for. */
    public Handshake withoutUpgrade() {
        return without("Upgrade")
                .without("Connection")
                .without("Sec-WebSocket-Key")
                .without("Sec-WebSocket-Version");
    }

    public Handshake withoutTls() {
        return new Handshake(method, httpVersion, omitted, headers, true, receiveBuffer, byteByByte);
    }

    public Handshake receiveBuffer(int bytes) {
        return new Handshake(method, httpVersion, omitted, headers, plaintext, OptionalInt.of(bytes), byteByByte);
    }

    public Handshake oneByteAtATime() {
        return new Handshake(method, httpVersion, omitted, headers, plaintext, receiveBuffer, true);
    }

    Optional<String> replacement(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}
