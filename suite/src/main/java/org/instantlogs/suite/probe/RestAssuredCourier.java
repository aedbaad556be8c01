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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/**
 * REST Assured, with nothing of its static state touched: each request has its configuration and an Apache client of its
 * own over a shared pool of connections. The body is read as a stream, so that its size and time can be bounded.
 */
final class RestAssuredCourier implements Courier, AutoCloseable {

    private final ApacheClients clients;

    RestAssuredCourier(SSLContext trust, Patience patience) {
        clients = new ApacheClients(trust, patience);
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

    private HttpHead.Body body(Response response, Deadline deadline) throws IOException {
        InputStream stream = response.asInputStream();
        if (stream == null) {
            return new HttpHead.Body(new byte[0], false);
        }
        byte[] bytes = stream.readNBytes(MOST_BODY + 1);
        if (bytes.length <= MOST_BODY) {
            stream.close();
            return new HttpHead.Body(bytes, false);
        }
        // closing the stream would read the rest of it, however long: the connection goes first
        deadline.cutNow();
        return new HttpHead.Body(Arrays.copyOf(bytes, MOST_BODY), true);
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

    @Override
    public void close() {
        clients.close();
    }
}
