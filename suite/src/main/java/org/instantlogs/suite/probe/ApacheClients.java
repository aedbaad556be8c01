package org.instantlogs.suite.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.HttpClient;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeLayeredSocketFactory;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.conn.scheme.SchemeSocketFactory;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.CoreConnectionPNames;
import org.apache.http.params.HttpParams;
import org.apache.http.params.SyncBasicHttpParams;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/**
 * Makes the old kind of Apache client, the only one REST Assured takes, over one pool of connections. A deadline reaches
 * the socket that a request is on, in connecting, in TLS and in reading. Thread-safe.
 */
@SuppressWarnings("deprecation") // REST Assured insists on it
final class ApacheClients implements AutoCloseable {

    private static final int MOST_HEADERS = 1_000;
    private static final int LONGEST_HEADER = 64 * 1024;

    private final PoolingClientConnectionManager pool;
    private final Patience patience;

    ApacheClients(SSLContext trust, Patience patience) {
        this.patience = patience;
        SchemeRegistry schemes = new SchemeRegistry();
        schemes.register(new Scheme("http", 80, new Sockets()));
        schemes.register(new Scheme("https", 443, new TlsSockets(trust)));
        pool = new PoolingClientConnectionManager(schemes);
        pool.setMaxTotal(200);
        pool.setDefaultMaxPerRoute(200);
    }

    HttpClient client(Deadline deadline) {
        HttpParams params = new SyncBasicHttpParams();
        DefaultHttpClient.setDefaultHttpParams(params);
        params.setParameter(Sockets.DEADLINE, deadline);
        params.setIntParameter(CoreConnectionPNames.CONNECTION_TIMEOUT, (int)
                patience.connect().toMillis());
        params.setIntParameter(CoreConnectionPNames.MAX_HEADER_COUNT, MOST_HEADERS);
        params.setIntParameter(CoreConnectionPNames.MAX_LINE_LENGTH, LONGEST_HEADER);
        params.setBooleanParameter(CoreConnectionPNames.TCP_NODELAY, true);
        return new GuardedClient(pool, params, deadline);
    }

    @Override
    public void close() {
        pool.shutdown();
    }

    private static final class GuardedClient extends DefaultHttpClient {
        private final Deadline deadline;

        GuardedClient(PoolingClientConnectionManager pool, HttpParams params, Deadline deadline) {
            super(pool, params);
            this.deadline = deadline;
            setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
        }

        @Override
        protected HttpRequestExecutor createRequestExecutor() {
            return new HttpRequestExecutor() {
                @Override
                public HttpResponse execute(HttpRequest request, HttpClientConnection connection, HttpContext context)
                        throws IOException, HttpException {
                    deadline.begin();
                    deadline.guard(connection::shutdown);
                    return super.execute(request, connection, context);
                }
            };
        }
    }

    /** Connects under the deadline that comes with the request's parameters. */
    private static class Sockets implements SchemeSocketFactory {

        static final String DEADLINE = "org.instantlogs.suite.probe.deadline";

        @Override
        public Socket createSocket(HttpParams params) {
            return new Socket();
        }

        @Override
        public Socket connectSocket(Socket socket, InetSocketAddress remote, InetSocketAddress local, HttpParams params)
                throws IOException {
            if (params.getParameter(DEADLINE) instanceof Deadline deadline) {
                deadline.begin();
                deadline.guard(socket);
            }
            socket.setTcpNoDelay(true);
            socket.connect(remote, params.getIntParameter(CoreConnectionPNames.CONNECTION_TIMEOUT, 0));
            return socket;
        }

        @Override
        public boolean isSecure(Socket socket) {
            return false;
        }
    }

    /** The same with TLS on top. The client takes a route for secure only where its sockets can be layered. */
    private static final class TlsSockets extends Sockets implements SchemeLayeredSocketFactory {

        private final SSLContext trust;

        TlsSockets(SSLContext trust) {
            this.trust = trust;
        }

        @Override
        public Socket connectSocket(Socket socket, InetSocketAddress remote, InetSocketAddress local, HttpParams params)
                throws IOException {
            Socket connected = super.connectSocket(socket, remote, local, params);
            return Wire.secured(connected, remote.getHostString(), remote.getPort(), trust);
        }

        @Override
        public Socket createLayeredSocket(Socket socket, String host, int port, HttpParams params) throws IOException {
            return Wire.secured(socket, host, port, trust);
        }

        @Override
        public boolean isSecure(Socket socket) {
            return true;
        }
    }
}
