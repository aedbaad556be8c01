package org.instantlogs.suite.replay;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.reports.Recording;
import org.instantlogs.reports.Recording.Step;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Connection;
import org.instantlogs.suite.probe.Credentials;
import org.instantlogs.suite.probe.EdgeRequest;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.probe.Placeholders;
import org.instantlogs.suite.probe.RawConnection;
import org.instantlogs.suite.probe.RawFrame;
import org.instantlogs.suite.probe.Target;
import org.instantlogs.suite.probe.Transcript;

/** Does steps, one after the other, with the target's own values in the place of names. */
final class Actor implements AutoCloseable {
    private static final String MADE_UP = "0123456789abcdef-made-up-for-a-replay";
    private static final String UNNAMED = "[redacted]";
    private static final Set<String> OF_THE_HANDSHAKE =
            Set.of("upgrade", "connection", "sec-websocket-key", "sec-websocket-version", "host");

    private final Target target;
    private final Transcript transcript;
    private final Placeholders names;
    private final Map<Integer, RawConnection> sockets = new HashMap<>();
    private final Map<Integer, Integer> seen = new HashMap<>();
    private final Map<Integer, Integer> expected = new HashMap<>();
    private List<String> remarks = new ArrayList<>();

    Actor(Target target) {
        this.target = target;
        this.transcript = target.transcript();
        this.names = Placeholders.of(target.descriptor());
    }

    /** Looks through all steps before the first is done. */
    void refuseWhatIsMissing(Recording recording) {
        for (var step : recording.steps()) {
            var texts = new ArrayList<>(List.of(step.url(), step.body().orElse("")));
            step.headers().forEach(header -> texts.add(header.value()));
            for (var text : texts) {
                names.fill(text, name -> {
                    if (name.startsWith("session ")) {
                        return "";
                    }
                    throw new Replay.Impossible("the recording needs `" + name
                            + "`, for which this target's descriptor has no value; replay it against one that has");
                });
            }
        }
    }

    Came act(Step step) {
        remarks = new ArrayList<>();
        return switch (step.kind()) {
            case REQUEST -> step.purpose().equals("edge") ? visit(step) : request(step);
            case CONNECT -> connect(step);
            case SEND -> send(step);
            case EXPECT -> expect(step);
            case EXPECT_END -> expectEnd(step);
            case DROP -> drop(step);
        };
    }

    private Came request(Step step) {
        var headers = new LinkedHashMap<String, String>();
        step.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase("Content-Length"))
                .forEach(header -> headers.put(header.name(), filled(header.value())));
        var answer = target.leanApi(transcript)
                .sendOnce(new ApiRequest(
                        step.method(), filled(step.url()), Credentials.NONE, headers, payload(step), step.purpose()));
        step.gives()
                .ifPresent(name -> answer.json()
                        .map(json ->
                                json.path("result").path("destination_conf").textValue())
                        .ifPresent(address -> names.remember(name, address)));
        return came(answer.status(), answer.text().isEmpty() ? List.of() : List.of(safe(answer.text())));
    }

    private Came visit(Step step) {
        var uri = URI.create(filled(step.url()));
        var host = step.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Host"))
                .map(header -> filled(header.value()))
                .findFirst();
        var zone = target.descriptor().zones().stream()
                .filter(one -> one.host().equals(host))
                .findFirst()
                .orElseThrow(() -> new Replay.Impossible(
                        "the recording visits " + host.orElse("no host") + ", which is no zone's host of this target"));
        var headers = new LinkedHashMap<String, String>();
        step.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase("Host"))
                .forEach(header -> headers.put(header.name(), filled(header.value())));
        var path = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        var status = target.traffic(transcript).edge(zone, new EdgeRequest(step.method(), path, headers, "HTTP/1.1"));
        return new Came(status, step.came(), remarks);
    }

    private Came connect(Step step) {
        var address = URI.create(filled(step.url()));
        var handshake = Handshake.PLAIN.method(step.method());
        for (var usual : List.of("Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version")) {
            if (step.headers().stream().noneMatch(header -> header.name().equalsIgnoreCase(usual))) {
                handshake = handshake.without(usual);
            }
        }
        for (var header : step.headers()) {
            if (!isUsual(header)) {
                handshake = handshake.header(header.name(), filled(header.value()));
            }
        }
        var answer = target.raw(transcript).handshakeOnce(address, handshake);
        answer.connection().ifPresent(open -> sockets.put(step.socket(), open));
        seen.put(step.socket(), 0);
        return came(answer.status(), List.of());
    }

    private static boolean isUsual(Header header) {
        var name = header.name().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "upgrade" -> header.value().equalsIgnoreCase("websocket");
            case "connection" -> header.value().equalsIgnoreCase("upgrade");
            case "sec-websocket-version" -> header.value().equals("13");
            // a fresh one is sent; a wrong one is part of the case
            case "sec-websocket-key" -> header.value().matches("[A-Za-z0-9+/]{22}==");
            default -> OF_THE_HANDSHAKE.contains(name);
        };
    }

    private Came send(Step step) {
        var socket = open(step);
        if (socket.isEmpty()) {
            return came(0, List.of());
        }
        if (step.cut()) {
            remarks.add("only the beginning of what was sent is in the recording");
        }
        var whole = step.bytes().map(HexFormat.of()::parseHex);
        if (whole.isPresent() && step.opcode().equals("bytes")) {
            socket.get().sendBytes(whole.get());
        } else {
            var payload = whole.orElseGet(() -> filled(step.body().orElse("")).getBytes(StandardCharsets.UTF_8));
            socket.get().send(RawFrame.of(opcode(step.opcode()), payload));
        }
        return came(0, List.of());
    }

    private static int opcode(String name) {
        return switch (name) {
            case "binary" -> RawFrame.BINARY;
            case "close" -> RawFrame.CLOSE;
            case "ping" -> RawFrame.PING;
            case "pong" -> RawFrame.PONG;
            default -> RawFrame.TEXT;
        };
    }

    private Came expect(Step step) {
        var socket = open(step);
        if (socket.isEmpty()) {
            return came(0, List.of());
        }
        int from = seen.getOrDefault(step.socket(), 0);
        int wanted = expected.merge(step.socket(), step.came().size(), Integer::sum);
        socket.get().awaitUntil(messages -> messages.size() >= wanted, deliverWithin());
        var messages = socket.get().messages();
        seen.put(step.socket(), messages.size());
        return came(
                0,
                messages.subList(Math.min(from, messages.size()), messages.size()).stream()
                        .map(this::told)
                        .toList());
    }

    /** All messages that came on a socket, once no more come. */
    List<String> messages(int number) {
        var socket = Optional.ofNullable(sockets.get(number));
        socket.ifPresent(open -> open.awaitQuiet(
                target.descriptor().stream().settle(), target.patience().answer()));
        return socket.map(Connection::messages).orElse(List.of()).stream()
                .map(this::told)
                .toList();
    }

    private Duration deliverWithin() {
        return target.descriptor().stream().deliverWithin();
    }

    private Came expectEnd(Step step) {
        var socket = open(step);
        if (socket.isEmpty()) {
            return came(0, List.of());
        }
        socket.get().awaitEnd(deliverWithin());
        return came(
                0,
                List.of(socket.get()
                        .ending()
                        .map(ending -> target.redact(told(ending)))
                        .orElse("it is open")));
    }

    /** As the recording has it. */
    private static String told(Connection.Ending ending) {
        return ending.by().name().toLowerCase(Locale.ROOT) + ": "
                + ending.how().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (ending.code().isPresent() ? " " + ending.code().getAsInt() : "")
                + (ending.reason().isEmpty() ? "" : ", " + ending.reason());
    }

    private Came drop(Step step) {
        open(step).ifPresent(Connection::drop);
        return came(0, List.of());
    }

    private Optional<RawConnection> open(Step step) {
        var socket = Optional.ofNullable(sockets.get(step.socket()));
        if (socket.isEmpty()) {
            remarks.add("this socket is not open, so nothing was done");
        }
        return socket;
    }

    private Optional<byte[]> payload(Step step) {
        if (step.cut()) {
            remarks.add("only the beginning of the body is in the recording");
        }
        return step.bytes()
                .map(HexFormat.of()::parseHex)
                .or(() -> step.body()
                        .filter(body -> !body.isEmpty())
                        .map(body -> filled(body).getBytes(StandardCharsets.UTF_8)));
    }

    private String filled(String text) {
        var filled = names.fill(text, name -> {
            remarks.add("`" + name + "` was not given, something made up is sent");
            return MADE_UP;
        });
        if (filled.contains(UNNAMED)) {
            remarks.add("in the place of a secret that the recording does not hold, something made up is sent");
        }
        return filled.replace(UNNAMED, MADE_UP);
    }

    private String told(Connection.Message message) {
        return (message.text() ? "" : "(binary) ") + safe(message.string());
    }

    /** What came, with names in the place of values, as in the recording. */
    private String safe(String text) {
        return target.redact(names.hide(text));
    }

    /** What is done, with the target's addresses in it. */
    String shown(String text) {
        return names.show(text);
    }

    private Came came(int status, List<String> texts) {
        return new Came(status, texts, remarks);
    }

    @Override
    public void close() {
        sockets.values().forEach(Connection::close);
    }
}
