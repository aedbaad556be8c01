package org.instantlogs.suite.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;

/** An API that answers as it is told, and an edge and a reset that always do well. Closing it frees its port. */
final class RudeApi implements AutoCloseable {
    private static final String JOBS = "/client/v4/zones/[^/]+/logpush/edge/jobs";
    private static final String EMPTY_LIST = "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":[]}";
    private static final int LAST = 10;

    private final WireMockServer server = new WireMockServer(options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .globalTemplating(true)
            .disableRequestJournal());

    private RudeApi() {
        server.start();
        server.stubFor(any(anyUrl()).atPriority(LAST).willReturn(aResponse().withStatus(200)));
        server.stubFor(post("/reset").willReturn(aResponse().withStatus(204)));
    }

    /** Answers everything that is asked of the jobs' path in the same way. */
    static RudeApi answering(ResponseDefinitionBuilder answer) {
        var api = new RudeApi();
        api.server.stubFor(any(urlPathMatching(JOBS)).willReturn(answer));
        return api;
    }

    /** Creates jobs as the documents say; their streams are at this address. */
    static RudeApi withStreamsAt(URI streams) {
        var api = new RudeApi();
        api.server.stubFor(get(urlPathMatching(JOBS)).willReturn(json(200, EMPTY_LIST)));
        api.server.stubFor(post(urlPathMatching(JOBS))
                .willReturn(json(
                        201,
                        "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":{\"id\":1,\"sample\":1,\"filter\":\"\","
                                + "\"kind\":\"instant-logs\",\"fields\":\"{{jsonPath request.body '$.fields'}}\","
                                + "\"destination_conf\":\"" + streams
                                + "/instant-logs/ws/sessions/{{randomValue length=32 type='HEXADECIMAL'}}\"}}")));
        return api;
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.stop();
    }
}
