package org.instantlogs.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.descriptor.Descriptor.Clock;
import org.instantlogs.suite.descriptor.Descriptor.EmailKey;
import org.instantlogs.suite.descriptor.Descriptor.Limits;
import org.instantlogs.suite.descriptor.Descriptor.Login;
import org.instantlogs.suite.descriptor.Descriptor.Pace;
import org.instantlogs.suite.descriptor.Descriptor.Scope;
import org.instantlogs.suite.descriptor.Descriptor.StreamTerms;
import org.instantlogs.suite.descriptor.Descriptor.Tls;
import org.instantlogs.suite.descriptor.Descriptor.ZoneEntry;
import org.instantlogs.suite.probe.Patience;
import org.instantlogs.suite.probe.Target;

/** A target that lists, creates and resets as far as the runner asks for it, and nothing more. Answers can be changed. */
public final class FakeTarget implements AutoCloseable {
    /** Its logins, and the session part of its address: what no message may hold. */
    public static final List<String> SECRETS =
            List.of("key-0123456789", "token-abcdef", "0123456789abcdef0123456789abcdef");

    /** What the API says where there is no such zone. */
    public static final String NO_SUCH_ZONE =
            "{\"success\":false,\"errors\":[{\"code\":7003,\"message\":\"Could not route\"}],\"messages\":[],\"result\":null}";

    private static final String EMPTY_LIST = "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":[]}";
    private static final String JOB = "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":{\"id\":1,"
            + "\"destination_conf\":\"wss://127.0.0.1:1/sessions/0123456789abcdef0123456789abcdef\"}}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(FakeTarget::daemon);
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    private record Reply(int status, String body) {}

    /** Starts on a free loopback port. */
    public FakeTarget() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no loopback port is free", e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Base of everything it serves, without a trailing slash. */
    public String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The id of its n-th zone. */
    public static String zone(int number) {
        return String.format("%032x", number + 1);
    }

    /** From now on it answers so to requests of that method whose path, or X-Auth-Email or Authorization, holds that text. */
    public FakeTarget answering(String method, String about, int status, String body) {
        replies.put(method + " " + about, new Reply(status, body));
        return this;
    }

    /** How many requests it was sent. */
    public int asked() {
        return asked.get();
    }

    /** Its descriptor, with so many zones and a reset. */
    public Descriptor descriptor(int zones) {
        return descriptor(zones, Optional.empty());
    }

    /** Its descriptor, with a clock of that scope. */
    public Descriptor descriptor(int zones, Optional<Scope> clock) {
        return descriptor(zones, clock, Optional.empty());
    }

    /** Its descriptor, with one zone whose requests go in at the target itself, which answers 200 and logs nothing. */
    public Descriptor descriptorWithEdge() {
        return descriptor(1, Optional.empty(), Optional.of(URI.create(base())));
    }

    private Descriptor descriptor(int zones, Optional<Scope> clock, Optional<URI> edge) {
        return new Descriptor(
                "fake",
                Edition.DOCS_2022,
                URI.create(base() + "/client/v4"),
                new Login(
                        Optional.of(new EmailKey("owner@example.com", "key-0123456789")), Optional.of("token-abcdef")),
                Optional.empty(),
                new Tls(Optional.empty(), false),
                IntStream.range(0, zones)
                        .mapToObj(number -> new ZoneEntry(zone(number), edge.map(some -> "shop.example.com"), edge))
                        .toList(),
                Optional.empty(),
                clock.map(scope -> new Clock(URI.create(base() + "/clock/advance"), scope)),
                Optional.of(URI.create(base() + "/reset")),
                new Limits(Duration.ofMinutes(60), Duration.ofMinutes(5), Optional.empty(), Optional.empty()),
                Optional.empty(),
                new StreamTerms(Duration.ofMillis(100), false, Duration.ofSeconds(2)),
                new Pace(Optional.empty(), Optional.empty()));
    }

    /** A way to it; little patience. To be closed. */
    public static Target reach(Descriptor descriptor) {
        var patience = new Patience(
                Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofMillis(100));
        return Target.of(descriptor, patience, Duration.ofSeconds(1), InstantSource.system());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            var reply = reply(exchange);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply reply(HttpExchange exchange) {
        var method = exchange.getRequestMethod();
        var path = exchange.getRequestURI().getPath();
        var headers = exchange.getRequestHeaders();
        var about = String.join(
                " ",
                path,
                headers.getOrDefault("X-Auth-Email", List.of()).toString(),
                headers.getOrDefault("Authorization", List.of()).toString());
        for (var changed : replies.entrySet()) {
            var parts = changed.getKey().split(" ", 2);
            if (method.equals(parts[0]) && about.contains(parts[1])) {
                return changed.getValue();
            }
        }
        if (path.equals("/reset")) {
            return new Reply(204, "");
        }
        return new Reply(200, method.equals("POST") ? JOB : EMPTY_LIST);
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "fake-target");
        thread.setDaemon(true);
        return thread;
    }

    /** From now on nobody listens. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
