package org.instantlogs.suite.probe;

import java.io.IOException;
import java.net.Socket;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * TLS as a client speaks it: with the host's name checked, and with sessions resumed where the target has it so, which
 * spares both sides most of what a handshake costs.
 *
 * <p>The JDK remembers one session for each host and port, for one connection to resume. Connections that are open side by
 * side would wear each other's out, so each is on a lane of its own while it lasts, and its socket names a port in which the
 * lane is hidden: the JDK uses what the socket names for nothing else. Thread-safe.
 */
final class TlsClient {

    private final SSLContext trust;
    private final Map<String, String> chosen = new ConcurrentHashMap<>();

    private final AtomicInteger lanes = new AtomicInteger();
    private final Deque<Integer> free = new ConcurrentLinkedDeque<>();

    TlsClient(SSLContext trust) {
        this.trust = trust;
    }

    /** TLS over a connected socket, the handshake done, with all versions offered. */
    SSLSocket over(Socket tcp, String host, int port) throws IOException {
        return over(tcp, host, port, Optional.empty());
    }

    /** Likewise, with only that version offered where there is one. */
    SSLSocket over(Socket tcp, String host, int port, Optional<String> only) throws IOException {
        SSLSocket top = (SSLSocket) trust.getSocketFactory().createSocket(tcp, host, port, true);
        SSLParameters parameters = top.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        only.ifPresent(version -> parameters.setProtocols(new String[] {version}));
        top.setSSLParameters(parameters);
        top.startHandshake();
        chosen.put(host + ":" + port, top.getSession().getProtocol());
        return top;
    }

    /**
     * What may as well be offered alone, by what the peer chose last: TLS 1.2, for a client that offers 1.3 beside it makes
     * keys for both. Where that is refused, see {@link #forget}.
     */
    Optional<String> usual(String host, int port) {
        return Optional.ofNullable(chosen.get(host + ":" + port)).filter("TLSv1.2"::equals);
    }

    /** The peer is not one, or has changed its mind: all versions are offered to it again. */
    void forget(String host, int port) {
        chosen.remove(host + ":" + port);
    }

    /** Like the one that was left last, so that few sessions serve many connections. */
    Lane lane() {
        Integer left = free.pollFirst();
        return new Lane(left == null ? lanes.getAndIncrement() : left);
    }

    /** What one connection is on. */
    final class Lane {
        private static final int PORTS = 65_536;

        private final int number;
        private final AtomicBoolean left = new AtomicBoolean();

        private Lane(int number) {
            this.number = number;
        }

        /** A number that no other lane has for it. */
        int portFor(int port) {
            return port + PORTS * number;
        }

        /** Makes room for the next connection; again: does nothing. */
        void leave() {
            if (left.compareAndSet(false, true)) {
                free.addFirst(number);
            }
        }
    }
}
