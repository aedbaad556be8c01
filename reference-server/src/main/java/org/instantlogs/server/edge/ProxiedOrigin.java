package org.instantlogs.server.edge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;

/**
 * A web application behind the edge, reached over HTTP. It sees the Host that the visitor sent, and the usual
 * {@code X-Forwarded-} headers; WebSockets are not passed through.
 */
final class ProxiedOrigin implements Origin {
    private final HttpProxy proxy;
    private final URI origin;

    ProxiedOrigin(Vertx vertx, URI origin) {
        boolean tls = "https".equals(origin.getScheme());
        int port = origin.getPort() >= 0 ? origin.getPort() : tls ? 443 : 80;
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setSsl(tls)
                .setConnectTimeout(5_000)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(64 << 10));
        this.origin = origin;
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(port, origin.getHost())
                .addInterceptor(new Forwarded(prefix(origin)));
    }

    @Override
    public void answer(HttpServerRequest request) {
        proxy.handle(request);
    }

    @Override
    public String address() {
        return origin.getHost();
    }

    private static String prefix(URI origin) {
        var path = origin.getRawPath() == null ? "" : origin.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Tells the application who is asking, for what host and how. */
    private record Forwarded(String prefix) implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var request = context.request();
            var visitor = request.proxiedRequest();
            var client = visitor.remoteAddress().hostAddress();
            var before = visitor.getHeader("X-Forwarded-For");
            request.putHeader("X-Forwarded-For", before == null ? client : before + ", " + client);
            request.putHeader("X-Forwarded-Proto", "http");
            HostAndPort authority = visitor.authority();
            if (authority != null) {
                request.putHeader("X-Forwarded-Host", authority.toString());
                request.setAuthority(authority);
            }
            request.setURI(prefix + request.getURI());
            return context.sendRequest();
        }
    }
}
