package org.instantlogs.suite.probe;

import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.LogConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/**
 * REST Assured, with nothing of its static state touched: each request has its configuration and an Apache client of its
 * own over a shared pool of connections. The body is read as a stream, so that its size and time can be bounded.
 */
final class RestAssuredCourier implements Courier {

    private final ApacheClients clients;

    RestAssuredCourier(ApacheClients clients) {
        this.clients = clients;
    }

    @Override
    public Delivered deliver(
            String method, URI uri, Map<String, String> headers, Optional<byte[]> body, Deadline deadline)
            throws Exception {
        RequestSpecification request = RestAssured.given()
                .config(config(deadline))
                .urlEncodingEnabled(false)
                .headers(headers);
        body.ifPresent(request::body);
        Response response = request.request(method, uri.toString());
        List<Header> answered = response.headers().asList().stream()
                .map(header -> new Header(header.getName(), String.valueOf(header.getValue())))
                .toList();
        return new Delivered(new HttpHead(response.statusCode(), answered), body(response, deadline));
    }

    private static HttpHead.Body body(Response response, Deadline deadline) throws IOException {
        InputStream stream = response.asInputStream();
        return stream == null ? new HttpHead.Body(new byte[0], false) : ApacheClients.bounded(stream, deadline);
    }

    private RestAssuredConfig config(Deadline deadline) {
        return RestAssuredConfig.newConfig()
                .httpClient(HttpClientConfig.httpClientConfig()
                        .dontReuseHttpClientInstance()
                        .httpClientFactory(() -> clients.client(deadline)))
                .redirect(RedirectConfig.redirectConfig().followRedirects(false))
                .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders())
                .logConfig(LogConfig.logConfig().enablePrettyPrinting(false));
    }

    /** Makes a request and sends it nowhere. */
    static void load() {
        RestAssured.given()
                .config(RestAssuredConfig.newConfig())
                .headers(Map.of("Accept", "*/*"))
                .body("");
    }
}
