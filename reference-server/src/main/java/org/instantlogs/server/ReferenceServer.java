package org.instantlogs.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.instantlogs.server.control.Control;
import org.instantlogs.server.edge.Edge;
import org.instantlogs.server.edge.RayIds;
import org.instantlogs.server.front.Certificate;
import org.instantlogs.server.front.Front;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.time.RealTime;
import org.instantlogs.server.zone.Zone;
import org.instantlogs.server.zone.Zones;

/**
 * A running server. This is where its parts are put together, by hand and nowhere else.
 *
 * <p>Safe for all threads. Closing it ends all sessions and frees its ports; closing it twice does nothing more.
 */
public final class ReferenceServer implements AutoCloseable {
    private static final int FRONT_LOOPS = 2;
    private static final long PATIENCE_SECONDS = 20;

    private final ServerOptions options;
    private final Zones zones;
    private final RealTime time = new RealTime();
    private final SessionRegistry sessions;
    private final Vertx vertx;
    private final Front front;
    private final Path caFile;
    private final AtomicBoolean closed = new AtomicBoolean();
    private int port;
    private int plainPort;
    private int edgePort;
    private OptionalInt controlPort = OptionalInt.empty();

    private ReferenceServer(ServerOptions options, Parts parts) throws CannotStart {
        this.options = options;
        // takes as long as the start of Vert.x, which takes one core as well
        var issued = CompletableFuture.supplyAsync(
                () -> Certificate.issue(options.listening().host()));
        this.zones = parts.zones(options.zones(), options.accounts().get(0).id());
        this.sessions = parts.sessions(zones.all().stream().map(Zone::id).toList(), options.settings(), time);
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(FRONT_LOOPS + 2)
                .setUseDaemonThread(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        var certificate = issued.join();
        try {
            this.caFile = write(options, certificate);
        } catch (CannotStart e) {
            vertx.close();
            throw e;
        }
        this.front = new Front(
                vertx,
                options.listening().host(),
                options.listening().reachableHost(),
                certificate,
                options.listening().tls(),
                options.manners(),
                zones,
                options.accounts(),
                parts.jobReader(),
                sessions,
                parts);
    }

    /**
     * Starts a server and returns once it listens.
     *
     * @throws CannotStart if one of its ports or files can't be had
     */
    public static ReferenceServer start(ServerOptions options) throws CannotStart {
        return start(options, Parts.RIGHT);
    }

    /**
     * Starts a server of these parts and returns once it listens.
     *
     * @throws CannotStart if one of its ports or files can't be had
     */
    public static ReferenceServer start(ServerOptions options, Parts parts) throws CannotStart {
        var server = new ReferenceServer(options, parts);
        try {
            server.open();
        } catch (CannotStart e) {
            server.close();
            throw e;
        }
        return server;
    }

    private void open() throws CannotStart {
        port = await(
                "the API's port",
                options.listening().port(),
                front.open(options.listening().port(), FRONT_LOOPS));
        plainPort = await(
                "the plaintext port",
                options.listening().plainPort(),
                front.openPlaintext(options.listening().plainPort(), port));
        var rayIds = new RayIds(options.settings().seed());
        var edge = new Edge(vertx, zones, sessions, rayIds, options.origin());
        edgePort = await(
                "the edge's port",
                options.listening().edgePort(),
                edge.open(options.listening().host(), options.listening().edgePort()));
        if (options.listening().controlPort().isPresent()) {
            int asked = options.listening().controlPort().getAsInt();
            var control = new Control(vertx, zones, sessions);
            controlPort = OptionalInt.of(await("the control port", asked, control.open(asked)));
        }
    }

    /** The options it was started with. */
    public ServerOptions options() {
        return options;
    }

    /** Its zones, in their order. */
    public List<Zone> zones() {
        return zones.all();
    }

    /** The base of the API's addresses, without a trailing slash. */
    public String api() {
        return front.base(port);
    }

    public int port() {
        return port;
    }

    public int plainPort() {
        return plainPort;
    }

    public int edgePort() {
        return edgePort;
    }

    /** Empty if it has no control listener. */
    public OptionalInt controlPort() {
        return controlPort;
    }

    /** The certificate of the authority to trust, PEM. */
    public Path caFile() {
        return caFile;
    }

    SessionRegistry sessions() {
        return sessions;
    }

    Vertx vertx() {
        return vertx;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            sessions.close();
            vertx.close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
            time.close();
            if (options.listening().caFile().isEmpty()) {
                caFile.toFile().delete();
            }
        }
    }

    private static Path write(ServerOptions options, Certificate certificate) throws CannotStart {
        var wanted = options.listening().caFile().map(Path::toString).orElse("a temporary file");
        try {
            var file = options.listening().caFile().isPresent()
                    ? options.listening().caFile().get().toAbsolutePath()
                    : Files.createTempFile("instant-logs-ca", ".pem");
            certificate.writeAuthority(file);
            return file;
        } catch (IOException e) {
            throw new CannotStart("the certificate can't be written to " + wanted, e);
        }
    }

    private int await(String what, int asked, Future<Integer> opening) throws CannotStart {
        var refused = what + " " + asked + " on " + options.listening().host() + " can't be had";
        try {
            return opening.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw new CannotStart(refused + (cause == null ? "" : ": " + cause.getMessage()), cause);
        } catch (TimeoutException e) {
            throw new CannotStart(refused + " within " + PATIENCE_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("the start was interrupted", e);
        }
    }
}
