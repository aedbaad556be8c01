package org.instantlogs.suite.probe;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The API through one client, at the descriptor's pace, with 429 waited out where that is asked for. Thread-safe. */
final class PacedApi implements ApiProbe {

    private final Workshop workshop;
    private final RecordedCalls calls;

    PacedApi(Workshop workshop, Transcript transcript, Courier courier) {
        this.workshop = workshop;
        this.calls = new RecordedCalls(workshop, transcript, courier);
    }

    @Override
    public Answer send(ApiRequest request) {
        Throttle.Turn turn = workshop.throttle().turn(request.method());
        while (true) {
            Answer answer = sendOnce(request);
            if (answer.status() != 429) {
                turn.answered();
                return answer;
            }
            if (!turn.waitOut(workshop.throttle().retryAfter(answer.header("Retry-After")))) {
                return answer;
            }
        }
    }

    @Override
    @SuppressWarnings("try") // the passage is only there to end
    public Answer sendOnce(ApiRequest request) {
        RecordedCalls.Call call = new RecordedCalls.Call(
                request.purpose(), request.method(), uri(request), headers(request), request.body());
        try (PaceGate.Passage passage = workshop.apiPace().enter()) {
            return calls.send(call, workshop.patience().answer());
        }
    }

    private URI uri(ApiRequest request) {
        boolean relative = request.path().startsWith("/");
        return URI.create(relative ? workshop.descriptor().api() + request.path() : request.path());
    }

    private Credentials credentials(ApiRequest request) {
        return request.credentials() == Credentials.OWNER_ANY
                        && workshop.ownerByToken().get()
                ? Credentials.OWNER_TOKEN
                : request.credentials();
    }

    private Map<String, String> headers(ApiRequest request) {
        Map<String, String> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        own.putAll(request.headers());
        Map<String, String> all = new LinkedHashMap<>();
        credentials(request).headers(workshop.descriptor()).forEach((name, value) -> {
            if (!own.containsKey(name)) {
                all.put(name, value);
            }
        });
        all.putAll(own);
        return all;
    }
}
