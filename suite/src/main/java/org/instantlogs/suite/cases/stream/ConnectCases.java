package org.instantlogs.suite.cases.stream;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.probe.RawProbe.RawAnswer;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** Who gets a stream by which handshake. Source page: "Connect to WebSocket". */
public final class ConnectCases {
    /** Browsers keep larger ones (RFC 6265, section 6.1); but there are servers that read a head of 4 KiB and no more. */
    private static final int COOKIE = 3_072;

    /** What proxies and tracing put beside a browser's own comes to about so many. */
    private static final int MANY = 30;

    @Check("IL-STREAM-01.answers-the-handshake-with-101")
    void answersTheHandshakeWith101(Zone zone, Judgement judgement) {
        var job = zone.job(JobSpec.exampleJob());

        var answer = job.handshake(Handshake.PLAIN);

        judgement.expect(answer.status() == 101, "101 to a handshake on destination_conf", "" + answer.status());
        judgement.expect(
                answer.status() != 101 || answer.connection().isPresent(),
                "a Sec-WebSocket-Accept that fits the key",
                describe("Sec-WebSocket-Accept", answer.header("Sec-WebSocket-Accept")) + " in the 101");
    }

    @Check("IL-STREAM-01.a-well-behaved-client-connects")
    void aWellBehavedClientConnects(Zone zone) {
        var job = zone.job(JobSpec.exampleJob());

        job.streams().goesOn("after the handshake");
    }

    @Check("IL-STREAM-01.upgrades-as-rfc-6455-has-it")
    void upgradesAsRfc6455HasIt(Zone zone, Judgement judgement) {
        var answer = zone.job(JobSpec.exampleJob()).rawStreams(Handshake.PLAIN).answer();

        var upgrade = answer.header("Upgrade");
        judgement.expect(
                upgrade.filter("websocket"::equalsIgnoreCase).isPresent(),
                "a 101 with Upgrade: websocket",
                describe("Upgrade", upgrade));
        judgement.expect(
                hasToken(answer, "Connection", "upgrade"),
                "a 101 with Connection: Upgrade",
                describe("Connection", answer.header("Connection")));
        for (String offer : List.of("Sec-WebSocket-Extensions", "Sec-WebSocket-Protocol")) {
            judgement.expect(
                    answer.header(offer).isEmpty(),
                    "a 101 without " + offer + ", of which none was offered",
                    describe(offer, answer.header(offer)));
        }
    }

    @Check("IL-STREAM-01.takes-a-handshake-that-comes-byte-by-byte")
    void takesAHandshakeThatComesByteByByte(Zone zone) {
        var job = zone.job(JobSpec.exampleJob());

        job.rawStreams(Handshake.PLAIN.oneByteAtATime()).stream().goesOn("after a handshake in single bytes");
    }

    /** Keys of 16 bytes whose base 64, or that of their answer, holds what is apt to be changed on its way: `+`, `/`. */
    record Key(String name, String value) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("key", name);
        }
    }

    static List<Key> keys() {
        return List.of(
                new Key("pluses", "++++++++++++++++++++++=="),
                new Key("slashes", "//////////////////////=="),
                new Key("letters", "QUJDREVGR0hJSktMTU5PUA=="),
                new Key("noughts", "AAAAAAAAAAAAAAAAAAAAAA=="));
    }

    @Check("IL-STREAM-01.accepts-any-key")
    @Variants("keys")
    void acceptsAnyKey(Zone zone, Judgement judgement, Key key) {
        var answer = zone.job(JobSpec.exampleJob()).handshake(Handshake.PLAIN.key(key.value()));

        judgement.expect(
                answer.status() == 101, "101 to a handshake with any key", "it was answered " + answer.status());
        judgement.expect(
                answer.status() != 101 || answer.connection().isPresent(),
                "a Sec-WebSocket-Accept that fits the key " + key.value(),
                describe("Sec-WebSocket-Accept", answer.header("Sec-WebSocket-Accept")) + " in the 101");
    }

    /** A way in which a handshake may differ from the plainest one and still has to be taken. */
    record Extra(String name, Handshake handshake) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("extra", name);
        }
    }

    static List<Extra> extras() {
        var plain = Handshake.PLAIN;
        return List.of(
                new Extra("origin", plain.header("Origin", "https://app.example.com")),
                new Extra("origin-null", plain.header("Origin", "null")),
                new Extra("deflate", plain.header("Sec-WebSocket-Extensions", "permessage-deflate")),
                new Extra(
                        "deflate-with-parameters",
                        plain.header(
                                "Sec-WebSocket-Extensions",
                                "permessage-deflate; server_no_context_takeover; client_max_window_bits,"
                                        + " permessage-deflate; client_max_window_bits")),
                new Extra(
                        "two-lines-of-extensions",
                        plain.header("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits")
                                .header("Sec-WebSocket-Extensions", "x-il-unknown")),
                new Extra("unknown-extension", plain.header("Sec-WebSocket-Extensions", "x-il-unknown; a=1; b=\"c\"")),
                new Extra("subprotocol", plain.header("Sec-WebSocket-Protocol", "x-il-chat, x-il-other")),
                new Extra("cookie", plain.header("Cookie", "a=b; theme=dark")),
                new Extra(
                        "browser",
                        plain.header(
                                        "User-Agent",
                                        "Mozilla/5.0 (X11; Linux x86_64; rv:96.0) Gecko/20100101 Firefox/96.0")
                                .header("Accept", "*/*")
                                .header("Accept-Language", "pt-PT,pt;q=0.8,en;q=0.5")
                                .header("Accept-Encoding", "gzip, deflate, br")
                                .header("Pragma", "no-cache")
                                .header("Cache-Control", "no-cache")
                                .header("Sec-Fetch-Mode", "websocket")
                                .header("DNT", "1")),
                new Extra("unknown-header", plain.header("X-Il-Unknown", "x".repeat(1_000))),
                new Extra(
                        "large-cookie", plain.header("Cookie", "session=" + "c".repeat(COOKIE - "session=".length()))),
                new Extra("many-headers", withManyHeaders(plain)),
                new Extra("authorization", plain.header("Authorization", "Bearer nothing-that-anybody-has")),
                new Extra(
                        "proxied",
                        plain.header("Via", "1.1 proxy.example.net")
                                .header("X-Forwarded-For", "203.0.113.7, 198.51.100.2")
                                .header("Forwarded", "for=203.0.113.7")),
                new Extra("accept", plain.header("Accept", "text/html,application/xhtml+xml")),
                new Extra("no-content", plain.header("Content-Length", "0")),
                new Extra("keep-alive", plain.header("Connection", "keep-alive, Upgrade")),
                new Extra(
                        "lower-case",
                        plain.header("upgrade", "websocket")
                                .header("connection", "upgrade")
                                .header("sec-websocket-version", "13")),
                new Extra(
                        "mixed-case-values",
                        plain.header("Upgrade", "WebSocket").header("Connection", "UPGRADE")));
    }

    @Check("IL-STREAM-11.connects-all-the-same")
    @Variants("extras")
    void connectsAllTheSame(Zone zone, Judgement judgement, Extra extra) {
        var raw = zone.job(JobSpec.exampleJob()).rawStreams(extra.handshake());

        var agreed = raw.answer().header("Sec-WebSocket-Extensions");
        boolean offeredDeflate = extra.handshake().headers().stream()
                .anyMatch(header -> header.value().startsWith("permessage-deflate"));
        judgement.expect(
                agreed.isEmpty() || (offeredDeflate && agreed.get().contains("permessage-deflate")),
                "no extension agreed to but one that was offered and is known",
                describe("Sec-WebSocket-Extensions", agreed));
        var subprotocol = raw.answer().header("Sec-WebSocket-Protocol");
        judgement.expect(
                subprotocol.isEmpty()
                        || (extra.name().equals("subprotocol")
                                && List.of("x-il-chat", "x-il-other")
                                        .contains(subprotocol.get().trim())),
                "no subprotocol but one that was offered",
                describe("Sec-WebSocket-Protocol", subprotocol));
        raw.stream().goesOn("after a handshake with something extra");
    }

    private static Handshake withManyHeaders(Handshake plain) {
        var filled = plain;
        for (int i = 1; i <= MANY; i++) {
            filled = filled.header("X-Il-Header-" + i, "value " + i);
        }
        return filled;
    }

    private static boolean hasToken(RawAnswer answer, String header, String token) {
        return answer.headers().stream()
                .filter(one -> one.name().equalsIgnoreCase(header))
                .flatMap(one -> List.of(one.value().split(",", -1)).stream())
                .anyMatch(value -> value.trim().equalsIgnoreCase(token));
    }

    private static String describe(String header, Optional<String> value) {
        return value.map(text -> header + ": " + text).orElse("no " + header);
    }
}
