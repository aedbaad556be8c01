package org.instantlogs.server.front;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.instantlogs.server.http.Envelope;
import org.instantlogs.server.http.Listener;
import org.instantlogs.server.http.Refusal;
import org.instantlogs.server.session.Account;
import org.instantlogs.server.session.SessionParts.JobReader;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.zone.Zones;

/**
 * The API and the streams on one TLS listener, and the plaintext listener beside it.
 *
 * <p>Opened once; it closes with its Vert.x instance.
 */
public final class Front {
    private final Vertx vertx;
    private final String host;
    private final String reachable;
    private final ApiRoutes api;
    private final StreamRoute streams;
    private final Certificate certificate;
    private final TlsVersions tls;
    private final Envelope envelope;
    private final FrontParts parts;
    private final Handler<HttpServerRequest> requests;

    /**
     * @param host the name or address to listen on
     * @param reachable the name or address that clients are told, an IPv6 address in brackets
     * @param jobReader reads the bodies of creations
     * @param parts what it is made of
     */
    public Front(
            Vertx vertx,
            String host,
            String reachable,
            Certificate certificate,
            TlsVersions tls,
            Set<Manner> manners,
            Zones zones,
            List<Account> accounts,
            JobReader jobReader,
            SessionRegistry sessions,
            FrontParts parts) {
        this.vertx = vertx;
        this.host = host;
        this.reachable = reachable;
        this.certificate = certificate;
        this.tls = tls;
        this.parts = parts;
        this.envelope = new Envelope(parts.lastWord());
        this.streams = new StreamRoute(vertx, sessions, manners, parts, envelope);
        this.api = new ApiRoutes(
                vertx,
                zones,
                accounts,
                jobReader,
                sessions,
                new StreamAddress(reachable),
                manners.contains(Manner.LATE),
                parts,
                envelope);
        this.requests = parts.requests(this::serve);
    }

    /**
     * Opens the TLS listener.
     *
     * @param port 0 = any free one
     * @param loops on how many event loops its connections are spread, at least 1
     * @return its port
     */
    public Future<Integer> open(int port, int loops) {
        // A negative port is Vert.x's way of saying: any free one, and the same for all instances.
        int asked = port == 0 ? -1 : port;
        var listening = new CopyOnWriteArrayList<Loop>();
        return vertx.deployVerticle(
                        () -> {
                            var loop = new Loop(asked);
                            listening.add(loop);
                            return loop;
                        },
                        new DeploymentOptions().setInstances(loops))
                .map(deployed -> listening.get(0).actualPort());
    }

    /**
     * Opens the plaintext listener.
     *
     * @param port 0 = any free one
     * @param securePort the port of the TLS listener
     * @return its port
     */
    public Future<Integer> openPlaintext(int port, int securePort) {
        return Listener.open(
                        vertx,
                        Listener.options(host, port),
                        parts.plaintext(new PlaintextRedirect("https://" + reachable + ":" + securePort, envelope)))
                .map(HttpServer::actualPort);
    }

    /** The base of the API's addresses. */
    public String base(int securePort) {
        return "https://" + reachable + ":" + securePort + ApiRoutes.BASE;
    }

    private void serve(HttpServerRequest request) {
        if (!streams.serves(request) && !api.serves(request)) {
            envelope.refuse(request, Refusal.noRoute());
        }
    }

    /** One event loop of the TLS listener; all of them share the port. */
    private final class Loop extends VerticleBase {
        private final int port;
        private volatile int actualPort;

        Loop(int port) {
            this.port = port;
        }

        @Override
        public Future<?> start() {
            var options = Listener.options(host, port)
                    .setSsl(true)
                    .setEnabledSecureTransportProtocols(tls.names())
                    .setKeyCertOptions(certificate.forListener());
            tls.cipherSuites().forEach(options::addEnabledCipherSuite);
            return Listener.open(vertx, options, requests).onSuccess(server -> actualPort = server.actualPort());
        }

        int actualPort() {
            return actualPort;
        }
    }
}
