package org.instantlogs.suite.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.NoHttpResponseException;
import org.apache.http.client.HttpClient;
import org.apache.http.client.HttpRequestRetryHandler;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.params.ClientPNames;
import org.apache.http.client.params.CookiePolicy;
import org.apache.http.client.protocol.RequestClientConnControl;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeLayeredSocketFactory;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.conn.scheme.SchemeSocketFactory;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.CoreConnectionPNames;
import org.apache.http.params.HttpParams;
import org.apache.http.params.SyncBasicHttpParams;
import org.apache.http.protocol.BasicHttpProcessor;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.apache.http.protocol.RequestContent;
import org.apache.http.protocol.RequestTargetHost;
import org.apache.http.protocol.RequestUserAgent;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/**
 * Makes the old kind of Apache client, the only one REST Assured takes, over one pool of connections. A deadline reaches
 * the socket that a request is on, in connecting, in TLS and in reading. Thread-safe.
 */
@SuppressWarnings("deprecation") // REST Assured insists on it
final class ApacheClients implements AutoCloseable {

    /** They say on standard error what the report says anyway. Held here, for a logger that nobody holds forgets its level. */
    private static final List<Logger> CHATTER =
            List.of(Logger.getLogger(GuardedClient.class.getName()), Logger.getLogger(PlainClient.class.getName()));

    static {
        CHATTER.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private static final int MOST_HEADERS = 1_000;
    private static final int LONGEST_HEADER = 64 * 1024;

    private final PoolingClientConnectionManager pool;
    private final Patience patience;
    private final HttpClient shared;

    ApacheClients(TlsClient tls, Patience patience) {
        this.patience = patience;
        SchemeRegistry schemes = new SchemeRegistry();
        schemes.register(new Scheme("http", 80, new Sockets()));
        schemes.register(new Scheme("https", 443, new TlsSockets(tls)));
        pool = new PoolingClientConnectionManager(schemes);
        pool.setMaxTotal(200);
        pool.setDefaultMaxPerRoute(200);
        shared = new PlainClient(pool, params());
    }

    /** For one request of REST Assured, which changes its client's parameters. */
    HttpClient client(Deadline deadline) {
        HttpParams params = params();
        params.setParameter(Sockets.DEADLINE, deadline);
        return new GuardedClient(pool, params);
    }

    /** Sends a request of our own making. */
    HttpResponse send(HttpRequestBase request, Deadline deadline) throws IOException {
        request.getParams().setParameter(Sockets.DEADLINE, deadline);
        return shared.execute(request);
    }

    private HttpParams params() {
        HttpParams params = new SyncBasicHttpParams();
        DefaultHttpClient.setDefaultHttpParams(params);
        params.setIntParameter(CoreConnectionPNames.CONNECTION_TIMEOUT, (int)
                patience.connect().toMillis());
        params.setIntParameter(CoreConnectionPNames.MAX_HEADER_COUNT, MOST_HEADERS);
        params.setIntParameter(CoreConnectionPNames.MAX_LINE_LENGTH, LONGEST_HEADER);
        params.setBooleanParameter(CoreConnectionPNames.TCP_NODELAY, true);
        // what the check would find by waiting, a request on a connection that is gone finds by itself: see Again
        params.setBooleanParameter(CoreConnectionPNames.STALE_CONNECTION_CHECK, false);
        params.setBooleanParameter(ClientPNames.HANDLE_REDIRECTS, false);
        params.setBooleanParameter(ClientPNames.HANDLE_AUTHENTICATION, false);
        params.setParameter(ClientPNames.COOKIE_POLICY, CookiePolicy.IGNORE_COOKIES);
        return params;
    }

    /** As much of a body as is kept; the connection goes back to the pool where that was all. */
    static HttpHead.Body bounded(InputStream stream, Deadline deadline) throws IOException {
        byte[] bytes = stream.readNBytes(Courier.MOST_BODY + 1);
        if (bytes.length <= Courier.MOST_BODY) {
            stream.close();
            return new HttpHead.Body(bytes, false);
        }
        // closing the stream would read the rest of it, however long: the connection goes first
        deadline.cutNow();
        return new HttpHead.Body(Arrays.copyOf(bytes, Courier.MOST_BODY), true);
    }

    @Override
    public void close() {
        pool.shutdown();
    }

    private static class GuardedClient extends DefaultHttpClient {
        GuardedClient(PoolingClientConnectionManager pool, HttpParams params) {
            super(pool, params);
            setHttpRequestRetryHandler(new Again());
        }

        @Override
        protected HttpRequestExecutor createRequestExecutor() {
            return new HttpRequestExecutor() {
                @Override
                public HttpResponse execute(HttpRequest request, HttpClientConnection connection, HttpContext context)
                        throws IOException, HttpException {
                    if (request.getParams().getParameter(Sockets.DEADLINE) instanceof Deadline deadline) {
                        deadline.begin();
                        deadline.guard(connection::shutdown);
                    }
                    boolean used = connection.getMetrics().getResponseCount() > 0;
                    context.setAttribute(Again.USED, used);
                    return super.execute(request, connection, context);
                }
            };
        }
    }

    /** Without what it would do for cookies and logins, which are not followed here. */
    private static final class PlainClient extends GuardedClient {
        PlainClient(PoolingClientConnectionManager pool, HttpParams params) {
            super(pool, params);
        }

        @Override
        protected BasicHttpProcessor createHttpProcessor() {
            BasicHttpProcessor processor = new BasicHttpProcessor();
            processor.addInterceptor(new RequestContent());
            processor.addInterceptor(new RequestTargetHost());
            processor.addInterceptor(new RequestClientConnControl());
            processor.addInterceptor(new RequestUserAgent());
            return processor;
        }
    }

    /**
     * A kept connection that ended before a byte of the answer came was most likely ended before the request: the request
     * goes out once more, on a new one, as browsers do it.
     */
    private static final class Again implements HttpRequestRetryHandler {

        static final String USED = "org.instantlogs.suite.probe.used";

        @Override
        public boolean retryRequest(IOException failure, int attempts, HttpContext context) {
            boolean ended = failure instanceof NoHttpResponseException
                    || (failure instanceof SocketException && !(failure instanceof ConnectException));
            return attempts == 1 && ended && Boolean.TRUE.equals(context.getAttribute(USED));
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

        private final TlsClient tls;

        TlsSockets(TlsClient tls) {
            this.tls = tls;
        }

        @Override
        public Socket connectSocket(Socket socket, InetSocketAddress remote, InetSocketAddress local, HttpParams params)
                throws IOException {
            Socket connected = super.connectSocket(socket, remote, local, params);
            return tls.over(connected, remote.getHostString(), remote.getPort());
        }

        @Override
        public Socket createLayeredSocket(Socket socket, String host, int port, HttpParams params) throws IOException {
            return tls.over(socket, host, port);
        }

        @Override
        public boolean isSecure(Socket socket) {
            return true;
        }
    }
}
