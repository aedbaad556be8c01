package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.http.Answer;
import org.instantlogs.server.http.LastWord;

/** Handshakes that are answered wrong. */
final class ConnectFaults {
    private static final String ACCEPT = "Sec-WebSocket-Accept";
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    /** What hangs on a handshake that a strict client takes for none. */
    private static final String[] NO_UPGRADE = {
        "IL-AUTH-04",
        "IL-JOB-24",
        "IL-LIMIT-03",
        "IL-LIMIT-06",
        "IL-LIMIT-09",
        "IL-STREAM-01",
        "IL-STREAM-10",
        "IL-STREAM-11",
        "IL-STREAM-12",
        "IL-STREAM-15"
    };

    private ConnectFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("accept-of-the-key-alone", "Sec-WebSocket-Accept is made of the key without RFC 6455's GUID")
                        .breaks("IL-STREAM-01")
                        .mayBreak(
                                "IL-AUTH-04",
                                "IL-JOB-24",
                                "IL-LIMIT-03",
                                "IL-LIMIT-06",
                                "IL-LIMIT-09",
                                "IL-STREAM-11",
                                "IL-STREAM-15")
                        .of(Upgrades.answering((request, headers) ->
                                headers.set(ACCEPT, sha1(request.getHeader("Sec-WebSocket-Key"))))),
                fault("key-decoded-as-a-form", "a plus in Sec-WebSocket-Key is taken for a blank")
                        .breaks("IL-STREAM-01.accepts-any-key")
                        .mayBreak(Rules.ANY)
                        .of(Upgrades.answering((request, headers) -> headers.set(
                                ACCEPT,
                                sha1(request.getHeader("Sec-WebSocket-Key").replace('+', ' ')
                                        + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")))),
                fault("upgrade-to-nothing", "the 101 has no Upgrade header")
                        .breaks("IL-STREAM-01.upgrades-as-rfc-6455-has-it")
                        .mayBreak(NO_UPGRADE)
                        .of(Upgrades.answering((request, headers) -> headers.remove("Upgrade"))),
                fault("connection-unnamed", "the 101 has no Connection header")
                        .breaks("IL-STREAM-01.upgrades-as-rfc-6455-has-it")
                        .mayBreak(NO_UPGRADE)
                        .of(Upgrades.answering((request, headers) -> headers.remove("Connection"))),
                fault("deflate-not-asked-for", "the 101 agrees to permessage-deflate whether or not it was offered")
                        .breaks("IL-STREAM-01.upgrades-as-rfc-6455-has-it")
                        .mayBreak("IL-STREAM-01", "IL-STREAM-11")
                        .of(Upgrades.answering((request, headers) -> headers.set(EXTENSIONS, "permessage-deflate"))),
                extra("subprotocol-of-its-own", "who offers subprotocols is answered with another", "subprotocol")
                        .of(Upgrades.answering((request, headers) -> {
                            if (request.headers().contains("Sec-WebSocket-Protocol")) {
                                headers.set("Sec-WebSocket-Protocol", "logs");
                            }
                        })),
                extra("all-extensions-agreed-to", "every offered extension is agreed to", "unknown-extension")
                        .of(Upgrades.answering((request, headers) -> {
                            var offered = request.getHeader(EXTENSIONS);
                            if (offered != null && !offered.contains("permessage-deflate")) {
                                headers.set(EXTENSIONS, offered);
                            }
                        })),
                extra("deflate-agreed-to-and-not-done", "messages are said to be compressed and are not", "deflate")
                        .of(new Deflating(() -> message -> message)),
                extra(
                                "deflate-with-context",
                                "messages refer to those before them though that was agreed not to be",
                                "deflate-with-parameters")
                        .of(new Deflating(Deflating::withContext)),
                extra("origin-refused", "a handshake with an Origin is taken for a browser's and refused", "origin")
                        .mayBreak(
                                "IL-STREAM-11",
                                "IL-AUTH-04",
                                "IL-JOB-24",
                                "IL-LIMIT-03",
                                "IL-LIMIT-06",
                                "IL-LIMIT-09",
                                "IL-STREAM-01",
                                "IL-STREAM-10",
                                "IL-STREAM-12",
                                "IL-STREAM-15")
                        .of(Upgrades.refusing(has("Origin"))),
                extra("deflate-refused", "a handshake that offers permessage-deflate is refused", "deflate")
                        .of(Upgrades.refusing(request -> "permessage-deflate".equals(request.getHeader(EXTENSIONS)))),
                extra("subprotocol-refused", "an offered subprotocol that is not known is refused", "subprotocol")
                        .of(Upgrades.refusing(has("Sec-WebSocket-Protocol"))),
                extra("long-header-refused", "a header of more than 512 bytes is refused", "unknown-header")
                        .of(Upgrades.refusing(request -> request.headers().entries().stream()
                                .anyMatch(header -> header.getValue().length() > 512))),
                extra("head-of-2000-bytes-refused", "a handshake of more than 2,000 bytes is refused", "large-cookie")
                        .of(Upgrades.refusing(request -> request.headers().entries().stream()
                                        .mapToInt(header -> header.getKey().length()
                                                + header.getValue().length()
                                                + ": \r\n".length())
                                        .sum()
                                > 2_000)),
                extra("twenty-headers-at-most", "a handshake of more than 20 header fields is refused", "many-headers")
                        .of(Upgrades.refusing(
                                request -> request.headers().entries().size() > 20)),
                extra("connection-list-refused", "Connection has to be Upgrade and nothing else", "keep-alive")
                        .of(Upgrades.refusing(
                                request -> request.getHeader("Connection").contains(","))),
                extra(
                                "two-lines-of-extensions-refused",
                                "Sec-WebSocket-Extensions may be there once",
                                "two-lines-of-extensions")
                        .of(Upgrades.refusing(
                                request -> request.headers().getAll(EXTENSIONS).size() > 1)),
                extra("login-refused-at-the-socket", "a handshake with a token of nobody's is refused", "authorization")
                        .of(Upgrades.refusing(401, has("Authorization"))),
                extra("accept-refused", "a handshake of a client that accepts pages only is refused", "accept")
                        .of(Upgrades.refusing(
                                406,
                                request -> String.valueOf(request.getHeader("Accept"))
                                        .startsWith("text/html"))),
                extra("content-length-refused", "a handshake that tells its length is refused", "no-content")
                        .of(Upgrades.refusing(has("Content-Length"))),
                extra("proxies-refused", "a handshake that came by a proxy is refused", "proxied")
                        .of(Upgrades.refusing(has("Via"))),
                extra(
                                "names-in-mixed-case-only",
                                "names of headers are looked up as RFC 6455 prints them",
                                "lower-case")
                        .of(Upgrades.refusing(request -> request.headers().entries().stream()
                                .anyMatch(header -> header.getKey().equals("upgrade")))),
                extra(
                                "values-as-printed-only",
                                "values of headers have to be as RFC 6455 prints them",
                                "mixed-case-values")
                        .of(Upgrades.refusing(request -> !"websocket".equals(request.getHeader("Upgrade")))),
                fault("unknown-address-is-a-fault", "an unknown address is answered 500")
                        .breaks("IL-STREAM-07")
                        .of(new Parts() {
                            @Override
                            public LastWord lastWord() {
                                return (request, answer) -> answer.status() == 404
                                                && String.valueOf(request.path())
                                                        .contains("/ws/sessions/")
                                        ? new Answer(500, answer.headers(), answer.body())
                                        : answer;
                            }
                        }));
    }

    private static Trial extra(String name, String says, String variant) {
        return fault(name, says)
                .breaks("IL-STREAM-11.connects-all-the-same[extra=" + variant + "]")
                .mayBreak("IL-STREAM-11");
    }

    private static Predicate<HttpServerRequest> has(String header) {
        return request -> request.headers().contains(header);
    }

    private static String sha1(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
