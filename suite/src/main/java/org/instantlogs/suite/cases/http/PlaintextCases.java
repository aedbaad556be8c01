package org.instantlogs.suite.cases.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.probe.Connection;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.probe.RawProbe.RawAnswer;
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** Attempts over ws://. Source page: "Common questions", "I get a HTTP 301". */
@Needs(Need.PLAINTEXT)
public final class PlaintextCases {
    private static final JobSpec PLAIN = JobSpec.job(Zone.MARKED);
    private static final String ORIGIN = "https://dash.example.com";
    private static final String QUERY = "a=&b=c%20d+e&a=2&f=%2Fg";
    private static final List<Integer> OTHER_REDIRECTS = List.of(302, 307, 308);

    @Check("IL-HTTP-01.answers-a-ws-handshake-with-301")
    void answersAWsHandshakeWith301(Zone zone, Judgement judgement) {
        var address = overWs(zone, zone.job(PLAIN), Optional.empty());
        judgeAnswer(judgement, attempt(zone, judgement, address));
        // as a page in a browser would ask
        judgeAnswer(judgement, attempt(zone, judgement, address, Handshake.PLAIN.header("Origin", ORIGIN)));
    }

    /** RFC 6455 4.2.1: the names of protocols have no case, and `Connection` is a list. */
    @Check("IL-HTTP-01.answers-a-ws-handshake-with-301-however-it-is-written")
    void answersAWsHandshakeWith301HoweverItIsWritten(Zone zone, Judgement judgement) {
        var address = overWs(zone, zone.job(PLAIN), Optional.empty());
        var written = Handshake.PLAIN.header("Upgrade", "WebSocket");

        judgeAnswer(judgement, attempt(zone, judgement, address, written));
        judgeAnswer(judgement, attempt(zone, judgement, address, written.header("Connection", "keep-alive, Upgrade")));
        judgeAnswer(judgement, attempt(zone, judgement, address, Handshake.PLAIN.header("Connection", "upgrade")));
    }

    @Check("IL-HTTP-01.answers-a-ws-handshake-with-301-while-a-stream-runs")
    void answersAWsHandshakeWith301WhileAStreamRuns(Zone zone, Judgement judgement) {
        var job = zone.job(PLAIN);
        var stream = job.stream();

        judgeAnswer(judgement, attempt(zone, judgement, overWs(zone, job, Optional.empty())));
        judgeAnswer(judgement, attempt(zone, judgement, overWs(zone, job, Optional.of(QUERY))));

        stream.goesOn("after a ws:// handshake on its address");
    }

    private static void judgeAnswer(Judgement judgement, RawAnswer answer) {
        if (OTHER_REDIRECTS.contains(answer.status())) {
            judgement.tolerated("301 to a ws:// handshake", "HTTP " + answer.status());
        } else {
            judgement.expect(answer.status() == 301, "301 to a ws:// handshake", "HTTP " + answer.status());
        }
    }

    @Check("IL-HTTP-02.redirects-to-the-same-path-and-query")
    void redirectsToTheSamePathAndQuery(Zone zone, Judgement judgement) {
        var job = zone.job(PLAIN);
        var own = overWs(zone, job, Optional.empty());
        var answer = attempt(zone, judgement, own);
        if (!isRedirect(answer)) {
            throw judgement.inconclusive("a ws:// handshake is answered HTTP " + answer.status() + ", no redirect");
        }
        judgeLocation(judgement, own, answer);

        var asked = overWs(zone, job, Optional.of(QUERY));
        var withQuery = attempt(zone, judgement, asked);

        if (isRedirect(withQuery)) {
            judgeLocation(judgement, asked, withQuery);
        }
    }

    @Check("IL-HTTP-03.no-record-goes-over-ws")
    void noRecordGoesOverWs(Zone zone, Judgement judgement) {
        expectsNothingOverWs(zone, judgement, zone.job(PLAIN));
    }

    /** What a proxy would say of a request that came to it by TLS, anybody can say. */
    @Check("IL-HTTP-03.no-record-goes-over-ws-whatever-a-client-says")
    void noRecordGoesOverWsWhateverAClientSays(Zone zone, Judgement judgement) {
        var address = overWs(zone, zone.job(PLAIN), Optional.empty());

        expectsNothingOver(
                zone,
                judgement,
                attempt(
                        zone,
                        judgement,
                        address,
                        Handshake.PLAIN
                                .header("X-Forwarded-Proto", "https")
                                .header("Forwarded", "proto=https")
                                .header("X-Forwarded-Ssl", "on")));
        expectsNothingOver(
                zone, judgement, attempt(zone, judgement, address, Handshake.PLAIN.header("Upgrade", "WebSocket")));
    }

    /** While somebody listens over wss, and when nobody does any more. */
    @Check("IL-HTTP-03.no-record-goes-over-ws-of-an-address-that-was-connected-to")
    void noRecordGoesOverWsOfAnAddressThatWasConnectedTo(Zone zone, Judgement judgement) {
        var job = zone.job(PLAIN);
        var stream = job.stream();

        expectsNothingOverWs(zone, judgement, job);
        stream.close();
        expectsNothingOverWs(zone, judgement, job);
    }

    @Check("IL-LIMIT-08.a-ws-handshake-does-not-count-as-listening")
    @Needs(Need.IDLE_TIME)
    void aWsHandshakeDoesNotCountAsListening(Zone zone, Judgement judgement) {
        var idle = zone.descriptor().limits().idle();
        var job = zone.job(PLAIN);
        job.stream().close();
        var age = zone.age();
        age.reaches(idle.dividedBy(2));
        attempt(zone, judgement, overWs(zone, job, Optional.empty()));

        age.exceeds(idle);

        job.doesNotStream("after nobody has listened for more than the idle limit, though one came over ws://");
    }

    private static void expectsNothingOverWs(Zone zone, Judgement judgement, Job job) {
        expectsNothingOver(zone, judgement, attempt(zone, judgement, overWs(zone, job, Optional.empty())));
    }

    private static void expectsNothingOver(Zone zone, Judgement judgement, RawAnswer answer) {
        var open = answer.connection();
        if (open.isEmpty()) {
            return;
        }
        if (zone.canCauseTraffic()) {
            zone.visited(Visits.assorted(3));
        }
        boolean came = open.get()
                .awaitUntil(
                        (List<Connection.Message> messages) -> !messages.isEmpty(),
                        zone.patience().deliver());
        judgement.expect(
                !came,
                "no record over a ws:// connection",
                "a ws:// handshake was answered 101, and a message arrived");
    }

    private static RawAnswer attempt(Zone zone, Judgement judgement, URI address) {
        return attempt(zone, judgement, address, Handshake.PLAIN);
    }

    private static RawAnswer attempt(Zone zone, Judgement judgement, URI address, Handshake handshake) {
        var answer = zone.handshake(address, handshake.withoutTls());
        if (answer.status() == 429) {
            throw judgement.inconclusive("throttled: a ws:// handshake was answered 429");
        }
        return answer;
    }

    /** The job's address on the target's plaintext door. */
    private static URI overWs(Zone zone, Job job, Optional<String> query) {
        var door = zone.descriptor().plaintext().orElseThrow();
        var address = job.address();
        var own = Optional.ofNullable(address.getRawQuery());
        var whole =
                query.map(added -> own.map(one -> one + "&").orElse("") + added).or(() -> own);
        return URI.create(door.getScheme() + "://" + door.getRawAuthority() + address.getRawPath()
                + whole.map(one -> "?" + one).orElse(""));
    }

    private static boolean isRedirect(RawAnswer answer) {
        return answer.status() == 301 || OTHER_REDIRECTS.contains(answer.status());
    }

    /** What is wrong is told without the location itself, which is the stream's only secret. */
    private static void judgeLocation(Judgement judgement, URI asked, RawAnswer answer) {
        var location = answer.header("Location");
        var found = location.flatMap(PlaintextCases::uri);
        judgement.expect(
                found.isPresent(), "a Location that is a URI", location.isPresent() ? "one that is none" : "none");
        found.ifPresent(target -> {
            judgement.expect(
                    "https".equalsIgnoreCase(target.getScheme()) || "wss".equalsIgnoreCase(target.getScheme()),
                    "a Location on https or wss",
                    "its scheme is " + target.getScheme());
            judgement.expect(path(asked).equals(path(target)), "a Location with the same path", "another path");
            judgement.expect(
                    Optional.ofNullable(asked.getRawQuery()).equals(Optional.ofNullable(target.getRawQuery())),
                    "a Location with the same query",
                    target.getRawQuery() == null ? "no query" : "another query");
        });
    }

    /** An empty path is asked for as {@code /}, RFC 9110 4.2.3. */
    private static String path(URI uri) {
        var path = Optional.ofNullable(uri.getRawPath()).orElse("");
        return path.isEmpty() ? "/" : path;
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }
}
