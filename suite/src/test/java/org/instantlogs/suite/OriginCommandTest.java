package org.instantlogs.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginCommandTest {
    private final HttpServer origin = OriginCommand.start(0);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void nobodyListensAnyMore() {
        origin.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /status/404/a/b?c=d, 404, origin 404",
        "GET,  /status/599,         599, origin 599",
        "POST, /status/201/,        201, origin 201",
        "GET,  /status/200/x,       200, origin 200",
        "GET,  /,                   200, origin 200",
        "GET,  /status/600/x,       200, origin 200",
        "GET,  /status/199/x,       200, origin 200",
        "GET,  /status/4040,        200, origin 200",
        "GET,  /a/status/404,       200, origin 200",
        "HEAD, /status/503/x,       503, ''",
        "GET,  /status/204/x,       204, ''",
        "GET,  /status/304,         304, ''",
    })
    void answersTheStatusThatThePathAsksFor(String method, String path, int status, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body().strip()).isEqualTo(body);
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        assertThatThrownBy(() -> OriginCommand.start(port()))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("port " + port() + " can't be listened on: ")
                .hasMessageEndingWith("; give another --port");
        assertThatThrownBy(() -> OriginCommand.start(70_000)).isInstanceOf(UsageException.class);
    }

    private int port() {
        return origin.getAddress().getPort();
    }
}
