package org.instantlogs.suite.probe;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.HttpEntityWrapper;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/**
 * The HTTP client that is beneath REST Assured, by itself: HTTP/1.1, no redirects, no cookies, bodies as they are given.
 * Thread-safe.
 */
final class LeanCourier implements Courier {

    /** Their requests say how long their body is even where there is none. */
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final ApacheClients clients;

    LeanCourier(ApacheClients clients) {
        this.clients = clients;
    }

    @Override
    public Delivered deliver(
            String method, URI uri, Map<String, String> headers, Optional<byte[]> body, Deadline deadline)
            throws Exception {
        HttpRequestBase request =
                body.isPresent() || WITH_BODY.contains(method) ? withBody(method, body) : withoutBody(method);
        request.setURI(uri);
        headers.forEach((name, value) -> {
            if (name.equalsIgnoreCase("Transfer-Encoding") && request instanceof HttpEntityEnclosingRequestBase whole) {
                // the client writes this header itself, and the body by it
                whole.setEntity(chunked(whole.getEntity()));
            } else {
                request.addHeader(name, value);
            }
        });
        HttpResponse response = clients.send(request, deadline);
        List<Header> answered = Arrays.stream(response.getAllHeaders())
                .map(header -> new Header(header.getName(), String.valueOf(header.getValue())))
                .toList();
        return new Delivered(
                new HttpHead(response.getStatusLine().getStatusCode(), answered), body(response.getEntity(), deadline));
    }

    private static HttpEntity chunked(HttpEntity entity) {
        return new HttpEntityWrapper(entity) {
            @Override
            public boolean isChunked() {
                return true;
            }
        };
    }

    private static HttpHead.Body body(HttpEntity entity, Deadline deadline) throws IOException {
        if (entity == null) {
            return new HttpHead.Body(new byte[0], false);
        }
        return ApacheClients.bounded(entity.getContent(), deadline);
    }

    private static HttpRequestBase withoutBody(String method) {
        return new HttpRequestBase() {
            @Override
            public String getMethod() {
                return method;
            }
        };
    }

    private static HttpRequestBase withBody(String method, Optional<byte[]> body) {
        HttpEntityEnclosingRequestBase request = new HttpEntityEnclosingRequestBase() {
            @Override
            public String getMethod() {
                return method;
            }
        };
        body.map(ByteArrayEntity::new).ifPresent(request::setEntity);
        return request;
    }
}
