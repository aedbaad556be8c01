package org.instantlogs.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code origin}: the origin that the target contract asks for, to be put behind a target's edge. {@code /status/{code}/…} is
 * answered with that status, everything else with 200. Target contract, section 2.
 */
@Command(
        name = "origin",
        description = "Serves the origin that edge traffic needs: /status/CODE/… answers CODE, anything else 200."
                + " Runs until it is stopped.",
        mixinStandardHelpOptions = true)
final class OriginCommand implements Callable<Integer> {
    private static final Pattern STATUS = Pattern.compile("/status/([2-5]\\d\\d)(/.*)?");
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int OK = 200;
    private static final int THREADS = 8;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Loopback port to listen on; 0 for any free one. Default: ${DEFAULT-VALUE}",
            defaultValue = "9080")
    private int port;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    OriginCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        var server = start(port);
        var out = spec.commandLine().getOut();
        out.println(
                "origin listening on http://127.0.0.1:" + server.getAddress().getPort());
        out.flush();
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }

    /** Starts the origin; port 0 takes any free one. */
    static HttpServer start(int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", OriginCommand::answer);
            server.setExecutor(Executors.newFixedThreadPool(THREADS, OriginCommand::daemon));
            server.start();
            return server;
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException(
                    "port " + port + " can't be listened on: " + e.getMessage() + "; give another --port", e);
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "origin");
        thread.setDaemon(true);
        return thread;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var path = STATUS.matcher(exchange.getRequestURI().getRawPath());
            int status = path.matches() ? Integer.parseInt(path.group(1)) : OK;
            if (status == NO_CONTENT
                    || status == NOT_MODIFIED
                    || exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            byte[] body = ("origin " + status + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
