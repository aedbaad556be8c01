package org.instantlogs.server.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.time.StoppedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {
    private static final String ZONE = "a";
    private static final String OTHER = "b";
    private static final Duration SESSION = Duration.ofMinutes(60);
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final StoppedTime real = new StoppedTime();
    private final Sessions sessions = sessions(1000);

    @Test
    void aJobShowsWhatWasAskedFor() throws JobRefused {
        var job = sessions.create(ZONE, request("{\"fields\":\"RayID, Nonsense,ClientIP\",\"sample\":3}"));

        assertThat(job.fields()).isEqualTo("RayID,ClientIP");
        assertThat(job.sample()).isEqualTo(3);
        assertThat(job.filter()).isEmpty();
        assertThat(job.sessionId()).matches("[0-9a-f]{32}");
        assertThat(sessions.list(ZONE)).containsExactly(job);
        assertThat(sessions.list(OTHER)).isEmpty();
    }

    @Test
    void idsAndSecretsAreUnique() throws JobRefused {
        Set<Long> ids = new HashSet<>();
        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            var job = sessions.create(i % 2 == 0 ? ZONE : OTHER, rays());
            ids.add(job.id());
            secrets.add(job.sessionId());
        }

        assertThat(ids).hasSize(200);
        assertThat(secrets).hasSize(200);
    }

    @Test
    void recordsAreDeliveredInOrderFromTheConnectionOn() throws Exception {
        var job = sessions.create(ZONE, rays());
        sessions.publish(ZONE, records("early"));
        var reader = FakeReader.listening();
        sessions.attach(job.sessionId(), reader);
        sessions.publish(ZONE, records("1", "2"));
        sessions.publish(ZONE, records("3"));
        sessions.publish(OTHER, records("other"));

        assertThat(reader.lines)
                .containsExactly(
                        "{\"RayID\":\"1\",\"sampleInterval\":1}",
                        "{\"RayID\":\"2\",\"sampleInterval\":1}",
                        "{\"RayID\":\"3\",\"sampleInterval\":1}");
        assertThat(reader.ends).isEmpty();
    }

    @Test
    void onlyMatchingRecordsAreDelivered() throws Exception {
        var reader = attached("{\"fields\":\"RayID\",\"filter\":\"{\\\"where\\\":{\\\"key\\\":\\\"RayID\\\","
                + "\\\"operator\\\":\\\"in\\\",\\\"value\\\":\\\"2,3\\\"}}\"}");

        sessions.publish(ZONE, records("1", "2", "3", "4"));

        assertThat(reader.lines).hasSize(2);
    }

    @Test
    void theSampleIsTakenOfTheMatchingRecordsAndShowsInNoInterval() throws Exception {
        var reader = attached("{\"fields\":\"RayID\",\"sample\":10}");

        sessions.publish(ZONE, many(5000));

        assertThat(reader.lines).hasSizeBetween(380, 620).allMatch(line -> line.endsWith("\"sampleInterval\":1}"));
    }

    @Test
    void aRateAboveTheMaximumIsSampledAndSaysSo() throws Exception {
        try (var slow = sessions(100)) {
            var job = slow.create(ZONE, rays());
            var reader = FakeReader.listening();
            slow.attach(job.sessionId(), reader);

            slow.publish(ZONE, many(5000));

            assertThat(reader.lines).hasSizeBetween(100, 300);
            assertThat(reader.lines.subList(0, 100)).allMatch(line -> line.endsWith("\"sampleInterval\":1}"));
            assertThat(reader.lines.get(reader.lines.size() - 1)).doesNotEndWith("\"sampleInterval\":1}");
        }
    }

    @Test
    void aReaderThatLagsBehindIsSampled() throws Exception {
        var reader = attached("{\"fields\":\"RayID\"}").laggingBy(20_000);

        sessions.publish(ZONE, many(900));

        assertThat(reader.lines).hasSizeLessThan(100);
    }

    @Test
    void theNewestSessionWins() throws Exception {
        var older = sessions.create(ZONE, rays());
        var olderReader = FakeReader.listening();
        sessions.attach(older.sessionId(), olderReader);

        var newer = sessions.create(ZONE, rays());
        var newerReader = FakeReader.listening();
        sessions.attach(newer.sessionId(), newerReader);
        sessions.publish(ZONE, records("1"));

        assertThat(olderReader.ends).containsExactly(EndReason.REPLACED);
        assertThat(olderReader.lines).isEmpty();
        assertThat(newerReader.lines).hasSize(1);
        assertThat(refusal(older.sessionId()).why()).isEqualTo(AttachRefused.Cause.ENDED);
        assertThat(sessions.list(ZONE)).containsExactly(newer);
    }

    @Test
    void theNewestReaderWins() throws Exception {
        var job = sessions.create(ZONE, rays());
        var first = FakeReader.listening();
        var firstAttachment = sessions.attach(job.sessionId(), first);
        var second = FakeReader.listening();
        sessions.attach(job.sessionId(), second);
        firstAttachment.detach();

        sessions.publish(ZONE, records("1"));

        assertThat(first.ends).containsExactly(EndReason.OTHER_READER);
        assertThat(first.lines).isEmpty();
        assertThat(second.lines).hasSize(1);
        step(IDLE.plus(IDLE));
        assertThat(second.ends).isEmpty();
    }

    @Test
    void anAddressThatWasNeverGivenOutIsUnknown() {
        assertThat(refusal("00000000000000000000000000000000").why()).isEqualTo(AttachRefused.Cause.UNKNOWN);
    }

    @Test
    void aLostReaderMayComeBackWithinTheIdleLimit() throws Exception {
        var job = sessions.create(ZONE, rays());
        sessions.attach(job.sessionId(), FakeReader.listening()).detach();
        sessions.publish(ZONE, records("missed"));
        step(IDLE);
        var back = FakeReader.listening();
        sessions.attach(job.sessionId(), back);

        sessions.publish(ZONE, records("1"));

        assertThat(back.lines).containsExactly("{\"RayID\":\"1\",\"sampleInterval\":1}");
    }

    @Test
    void aSessionNobodyListensToEndsAfterTheIdleLimit() throws Exception {
        var never = sessions.create(ZONE, rays());
        step(IDLE);
        assertThat(sessions.list(ZONE)).hasSize(1);
        step(MOMENT);
        assertThat(sessions.list(ZONE)).isEmpty();
        assertThat(refusal(never.sessionId()).why()).isEqualTo(AttachRefused.Cause.ENDED);

        var left = sessions.create(ZONE, rays());
        var attachment = sessions.attach(left.sessionId(), FakeReader.listening());
        step(IDLE.multipliedBy(2));
        attachment.detach();
        step(IDLE);
        assertThat(sessions.list(ZONE)).hasSize(1);
        step(MOMENT);
        assertThat(refusal(left.sessionId()).why()).isEqualTo(AttachRefused.Cause.ENDED);
    }

    @Test
    void realTimeEndsSessionsToo() throws Exception {
        var job = sessions.create(ZONE, rays());
        real.pass(IDLE);
        assertThat(sessions.list(ZONE)).hasSize(1);
        real.pass(MOMENT);

        assertThat(refusal(job.sessionId()).why()).isEqualTo(AttachRefused.Cause.ENDED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSessionEndsAtItsLimitHoweverBusyItsReader(boolean stepwise) throws Exception {
        var job = sessions.create(ZONE, rays());
        var reader = FakeReader.listening();
        sessions.attach(job.sessionId(), reader);

        for (int i = 0; i < (stepwise ? 60 : 1); i++) {
            sessions.publish(ZONE, records("busy"));
            assertThat(reader.ends).isEmpty();
            step(stepwise ? SESSION.dividedBy(60) : SESSION);
        }
        sessions.publish(ZONE, records("late"));

        assertThat(reader.ends).containsExactly(EndReason.SESSION_LIMIT);
        assertThat(reader.lines).noneMatch(line -> line.contains("late"));
        assertThat(refusal(job.sessionId()).why()).isEqualTo(AttachRefused.Cause.ENDED);
        assertThat(sessions.create(ZONE, rays()).id()).isGreaterThan(job.id());
    }

    @Test
    void aSessionGoesOnUntilItsLimitAndConnectingAgainDoesNotProlongIt() throws Exception {
        var job = sessions.create(ZONE, rays());
        var attachment = sessions.attach(job.sessionId(), FakeReader.listening());
        step(SESSION.minus(Duration.ofMinutes(1)));
        attachment.detach();
        var again = FakeReader.listening();
        sessions.attach(job.sessionId(), again);
        step(Duration.ofMinutes(1).minus(MOMENT));
        sessions.publish(ZONE, records("in time"));
        assertThat(again.lines).hasSize(1);
        assertThat(again.ends).isEmpty();

        step(MOMENT);

        assertThat(again.ends).containsExactly(EndReason.SESSION_LIMIT);
    }

    @Test
    void aRecordThatComesAtTheLimitIsNotDeliveredEvenBeforeTheBellRings() throws Exception {
        try (var late = new Sessions(Set.of(ZONE), settings(1000), new DeafTime(real), SessionParts.RIGHT)) {
            var job = late.create(ZONE, rays());
            var reader = FakeReader.listening();
            late.attach(job.sessionId(), reader);
            real.pass(SESSION);

            late.publish(ZONE, records("late"));

            assertThat(reader.lines).isEmpty();
            assertThat(reader.ends).hasSize(1);
        }
    }

    @Test
    void aReaderThatListensIsNotIdleHoweverQuietTheStream() throws Exception {
        var reader = attached("{\"fields\":\"RayID\"}");

        step(SESSION.minus(MOMENT));

        assertThat(reader.ends).isEmpty();
        assertThat(reader.questions).as("one question a step is enough").hasSize(1);
    }

    @Test
    void aReaderThatListensIsNotIdleInRealTimeEither() throws Exception {
        var reader = attached("{\"fields\":\"RayID\"}");

        real.pass(SESSION.minus(MOMENT));

        assertThat(reader.ends).isEmpty();
        assertThat(reader.questions).hasSizeGreaterThan(40);
    }

    @Test
    void aReaderThatStopsAnsweringIsEndedAfterTheIdleLimit() throws Exception {
        var reader = attached("{\"fields\":\"RayID\"}").answering(false);

        step(IDLE);
        assertThat(reader.ends).isEmpty();
        step(MOMENT);

        assertThat(reader.ends).containsExactly(EndReason.IDLE);
        assertThat(sessions.list(ZONE)).isEmpty();
    }

    @Test
    void aReaderThatStopsAnsweringIsEndedInRealTimeToo() throws Exception {
        var reader = attached("{\"fields\":\"RayID\"}");
        real.pass(IDLE.multipliedBy(2));
        reader.answering(false);

        real.pass(IDLE.dividedBy(2));
        assertThat(reader.ends).isEmpty();
        real.pass(IDLE);

        assertThat(reader.ends).containsExactly(EndReason.IDLE);
    }

    @Test
    void aReaderThatAnswersAgainInTimeIsNotEnded() throws Exception {
        var reader = attached("{\"fields\":\"RayID\"}").answering(false);
        step(IDLE.minus(MOMENT));
        reader.answering(true);

        step(IDLE);

        assertThat(reader.ends).isEmpty();
    }

    @Test
    void aReaderWhoseQuestionFailsDoesNotListen() throws Exception {
        var reader = attached("{\"fields\":\"RayID\"}").answering(null);
        var step = sessions.advance(ZONE, IDLE.plus(MOMENT)).toCompletableFuture();
        assertThat(step).isNotDone();

        reader.questions.get(0).completeExceptionally(new IllegalStateException("gone"));

        assertThat(step).isCompleted();
        assertThat(reader.ends).containsExactly(EndReason.IDLE);
    }

    @Test
    void aStalledReaderThatIsLostWasAloneSinceItsLastAnswer() throws Exception {
        var job = sessions.create(ZONE, rays());
        var attachment = sessions.attach(job.sessionId(), new FakeReader().answering(false));
        step(Duration.ofMinutes(4));
        attachment.detach();

        step(Duration.ofMinutes(1).plus(MOMENT));

        assertThat(refusal(job.sessionId()).why()).isEqualTo(AttachRefused.Cause.ENDED);
    }

    @Test
    void aStepWaitsForTheReadersAnswerAndTheNextStepForTheFirst() throws Exception {
        var reader = attached("{\"fields\":\"RayID\"}").answering(null);
        var start = sessions.clock(ZONE).instant();

        var first = sessions.advance(ZONE, IDLE).toCompletableFuture();
        var second = sessions.advance(ZONE, IDLE).toCompletableFuture();
        assertThat(first).isNotDone();
        assertThat(sessions.clock(ZONE).instant()).isEqualTo(start);
        assertThat(reader.questions).hasSize(1);

        reader.questions.get(0).complete(true);
        assertThat(first).isCompletedWithValue(start.plus(IDLE));
        assertThat(second).isNotDone();
        reader.questions.get(1).complete(true);

        assertThat(second).isCompletedWithValue(start.plus(IDLE).plus(IDLE));
        assertThat(reader.ends).isEmpty();
    }

    @Test
    void aReaderThatComesWhileAnotherIsAskedIsAskedItself() throws Exception {
        var job = sessions.create(ZONE, rays());
        var first = new FakeReader().answering(null);
        sessions.attach(job.sessionId(), first);
        var step = sessions.advance(ZONE, IDLE.plus(IDLE)).toCompletableFuture();
        var second = FakeReader.listening();
        sessions.attach(job.sessionId(), second);

        first.questions.get(0).complete(false);

        assertThat(step).isCompleted();
        assertThat(second.questions).hasSize(1);
        assertThat(second.ends).isEmpty();
    }

    @Test
    void aSessionReplacedWhileItsReaderIsAskedHoldsNoStepUp() throws Exception {
        var reader = attached("{\"fields\":\"RayID\"}").answering(null);
        var step = sessions.advance(ZONE, IDLE).toCompletableFuture();
        sessions.reset(ZONE);

        reader.questions.get(0).complete(false);

        assertThat(step).isCompleted();
        assertThat(reader.ends).containsExactly(EndReason.RESET);
    }

    @Test
    void aStepMovesItsOwnZoneOnly() throws Exception {
        var job = sessions.create(OTHER, rays());
        var before = sessions.clock(OTHER).instant();

        step(SESSION);

        assertThat(sessions.clock(OTHER).instant()).isEqualTo(before);
        assertThat(sessions.list(OTHER)).containsExactly(job);
    }

    @Test
    void aWrongStepIsRefusedAndHoldsNoLaterOneUp() throws Exception {
        assertThatThrownBy(() -> sessions.advance(ZONE, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sessions.advance(ZONE, Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(step(Duration.ZERO)).isEqualTo(real.instant());
    }

    @Test
    void aResetEndsTheSessionAndForgetsItsHandshakes() throws Exception {
        var job = sessions.create(ZONE, rays());
        var reader = FakeReader.listening();
        for (int i = 0; i < 30; i++) {
            sessions.attach(job.sessionId(), reader);
        }
        reader.ends.clear();
        step(Duration.ofMinutes(0));

        sessions.reset(ZONE);

        assertThat(reader.ends).containsExactly(EndReason.RESET);
        assertThat(refusal(job.sessionId()).why()).isEqualTo(AttachRefused.Cause.ENDED);
        assertThat(sessions.list(ZONE)).isEmpty();
        var next = sessions.create(ZONE, rays());
        for (int i = 0; i < 30; i++) {
            sessions.attach(next.sessionId(), FakeReader.listening());
        }
        assertThat(refusal(next.sessionId()).why()).isEqualTo(AttachRefused.Cause.TOO_MANY);
        sessions.reset(OTHER);
    }

    @Test
    void handshakesBeyondTheLimitAreRefusedUntilThereIsRoomAgain() throws Exception {
        var job = sessions.create(ZONE, rays());
        var reader = FakeReader.listening();
        for (int i = 0; i < 29; i++) {
            sessions.attach(job.sessionId(), FakeReader.listening());
        }
        sessions.attach(job.sessionId(), reader);

        var refused = refusal(job.sessionId());
        assertThat(refused.why()).isEqualTo(AttachRefused.Cause.TOO_MANY);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(reader.ends).as("a refusal ends no running stream").isEmpty();
        assertThat(refusal("00000000000000000000000000000000").why()).isEqualTo(AttachRefused.Cause.UNKNOWN);

        real.pass(Duration.ofMillis(1900));
        assertThat(refusal(job.sessionId()).retryAfter()).isEqualTo(Duration.ofSeconds(1));
        real.pass(Duration.ofMillis(100));
        sessions.attach(job.sessionId(), FakeReader.listening());
        assertThat(refusal(job.sessionId()).why()).isEqualTo(AttachRefused.Cause.TOO_MANY);

        step(Duration.ofMinutes(1));
        for (int i = 0; i < 30; i++) {
            sessions.attach(job.sessionId(), FakeReader.listening());
        }
        assertThat(refusal(job.sessionId()).why()).isEqualTo(AttachRefused.Cause.TOO_MANY);
    }

    @Test
    void theLimitOnHandshakesOutlivesSessionsAndIsTheZonesOwn() throws Exception {
        for (int i = 0; i < 30; i++) {
            sessions.attach(sessions.create(ZONE, rays()).sessionId(), FakeReader.listening());
        }
        var next = sessions.create(ZONE, rays());
        var other = sessions.create(OTHER, rays());

        assertThat(refusal(next.sessionId()).why()).isEqualTo(AttachRefused.Cause.TOO_MANY);
        assertThat(sessions.attach(other.sessionId(), FakeReader.listening())).isNotNull();
    }

    @Test
    void timeMovedByCenturiesHarmsNoCounter() throws Exception {
        var job = sessions.create(ZONE, rays());
        sessions.attach(job.sessionId(), FakeReader.listening());
        step(Duration.ofDays(365 * 1000));

        var next = sessions.create(ZONE, rays());

        assertThat(sessions.attach(next.sessionId(), FakeReader.listening())).isNotNull();
    }

    @Test
    void theSameSeedGivesTheSameSample() throws Exception {
        List<List<String>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            var reader = attached("{\"fields\":\"RayID\",\"sample\":10}");
            sessions.publish(ZONE, many(900));
            runs.add(List.copyOf(reader.lines));
            sessions.reset(ZONE);
        }
        // The zone's first session after a reset draws as the very first one did.
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).isNotEmpty();
    }

    @Test
    void closingEndsEverySession() throws Exception {
        var reader = attached("{\"fields\":\"RayID\"}");

        sessions.close();
        sessions.close();

        assertThat(reader.ends).containsExactly(EndReason.SHUTDOWN);
        assertThat(real.bells()).isZero();
    }

    @Test
    void anUnknownZoneIsRefused() {
        assertThatThrownBy(() -> sessions.create("nonsense", rays()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the server has no such zone");
    }

    @ParameterizedTest
    @EnumSource(EndReason.class)
    void everyEndHasAClosingCodeAndAShortReason(EndReason reason) {
        assertThat(reason.code()).isIn(1000, 1001, 1008);
        assertThat(reason.reason()).matches("[ -~]{1,123}");
    }

    @Test
    void nothingRingsForSessionsThatAreOver() throws Exception {
        for (int i = 0; i < 100; i++) {
            var attachment = sessions.attach(sessions.create(ZONE, rays()).sessionId(), FakeReader.listening());
            attachment.detach();
            sessions.reset(ZONE);
        }

        assertThat(real.bells()).isZero();
    }

    private Instant step(Duration by) {
        return sessions.advance(ZONE, by).toCompletableFuture().join();
    }

    private FakeReader attached(String body) throws JobRefused, AttachRefused {
        var reader = FakeReader.listening();
        sessions.attach(sessions.create(ZONE, request(body)).sessionId(), reader);
        return reader;
    }

    private AttachRefused refusal(String secret) {
        var refused = catchThrowableOfType(AttachRefused.class, () -> sessions.attach(secret, FakeReader.listening()));
        assertThat(refused).as("refusal").isNotNull();
        return refused;
    }

    private Sessions sessions(int recordsPerSecond) {
        return new Sessions(List.of(ZONE, OTHER), settings(recordsPerSecond), real, SessionParts.RIGHT);
    }

    private static Settings settings(int recordsPerSecond) {
        return new Settings(SESSION, IDLE, new ConnectLimit(30, Duration.ofMinutes(1)), recordsPerSecond, 1);
    }

    private static JobRequest rays() throws JobRefused {
        return request("{\"fields\":\"RayID\"}");
    }

    private static JobRequest request(String body) throws JobRefused {
        return SessionParts.RIGHT.jobReader().read(body.getBytes(UTF_8));
    }

    private static List<LogRecord> many(int count) {
        return records(IntStream.range(0, count).mapToObj(Integer::toString).toArray(String[]::new));
    }

    private static List<LogRecord> records(String... rays) {
        return IntStream.range(0, rays.length)
                .mapToObj(i -> LogRecord.builder().set("RayID", rays[i]).build())
                .toList();
    }
}
