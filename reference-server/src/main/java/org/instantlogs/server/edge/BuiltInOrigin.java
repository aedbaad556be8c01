package org.instantlogs.server.edge;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An origin for want of a real one: {@code /status/{code}} and everything below it is answered with that status, 200 to 599,
 * and anything else with 200. Target contract, section 2.
 */
final class BuiltInOrigin implements Origin {
    private static final Pattern STATUS = Pattern.compile("/status/([2-5][0-9]{2})(?:/.*)?", Pattern.DOTALL);

    @Override
    public void answer(HttpServerRequest request) {
        // The body counts for the record: it is read to its end first.
        request.endHandler(read -> respond(request));
        request.handler(ignored -> {});
    }

    @Override
    public String address() {
        return "127.0.0.1";
    }

    private static void respond(HttpServerRequest request) {
        var response = request.response();
        if (response.closed()) {
            return;
        }
        int status = status(Optional.ofNullable(request.path()).orElse(""));
        response.setStatusCode(status);
        if (status == 204 || status == 304) {
            response.end();
            return;
        }
        var body = status == 205 ? "" : status + "\n";
        response.putHeader("Content-Type", "text/plain; charset=utf-8")
                .putHeader("Content-Length", String.valueOf(body.length()));
        if (HttpMethod.HEAD.equals(request.method())) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static int status(String path) {
        var matcher = STATUS.matcher(path);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 200;
    }
}
