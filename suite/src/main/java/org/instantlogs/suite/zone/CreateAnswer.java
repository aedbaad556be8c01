package org.instantlogs.suite.zone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.instantlogs.suite.probe.Answer;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.NoAnswer;

/**
 * What came of a create request, or of another request to the jobs' path: an answer, or none. The {@code …ed} methods judge
 * and end the case where there is nothing more to ask. Source page: "Create an Instant Logs Job", Response.
 */
public final class CreateAnswer {
    private static final int UNAVAILABLE = 500;
    /** What a target does that ends a connection in place of an answer. */
    private static final Set<NoAnswer.Kind> ENDINGS =
            Set.of(NoAnswer.Kind.DROPPED, NoAnswer.Kind.NOT_HTTP, NoAnswer.Kind.TOO_LARGE);

    private final Zone zone;
    private final String asked;
    private final Optional<Answer> answer;
    private final Optional<NoAnswer> none;
    private final boolean isLarge;

    CreateAnswer(Zone zone, String asked, Answer answer) {
        this(zone, asked, Optional.of(answer), Optional.empty(), false);
    }

    CreateAnswer(Zone zone, String asked, NoAnswer none) {
        this(zone, asked, none, false);
    }

    /** @param isLarge whether the body that was sent may take seconds on a busy machine */
    CreateAnswer(Zone zone, String asked, NoAnswer none, boolean isLarge) {
        this(zone, asked, Optional.empty(), Optional.of(none), isLarge);
    }

    private CreateAnswer(Zone zone, String asked, Optional<Answer> answer, Optional<NoAnswer> none, boolean isLarge) {
        this.zone = zone;
        this.asked = asked;
        this.answer = answer;
        this.none = none;
        this.isLarge = isLarge;
    }

    /** The answer; where none came, the case can't be brought to a judgement. */
    public Answer http() {
        return answer.orElseThrow(() -> none.orElseThrow());
    }

    public int status() {
        return http().status();
    }

    /** The answer's JSON; a missing node where it has none. */
    public JsonNode json() {
        return http().json().orElse(MissingNode.getInstance());
    }

    /** The envelope's result; a missing node where it has none. */
    public JsonNode result() {
        return json().path("result");
    }

    /** One line for a message, credentials and addresses redacted. */
    public String describe() {
        return answer.map(Answer::describe)
                .orElseGet(() -> "no answer: " + none.orElseThrow().getMessage());
    }

    /** Whether the status is 200 or 201 and the envelope, where there is one, doesn't say otherwise. */
    public boolean isSuccess() {
        return answer.filter(http -> http.status() == 200 || http.status() == 201)
                        .isPresent()
                && json().path("success").asBoolean(true);
    }

    /**
     * Whether the request made a job. Another success than 200 and 201 leaves the case inconclusive: what a success is answered with is
     * rule IL-JOB-01 and nothing that each check holds against the target once more.
     */
    public boolean isTaken() {
        if (isOtherSuccess()) {
            throw zone.judgement().inconclusive("a create was answered " + status() + ", which IL-JOB-01 judges");
        }
        return isSuccess();
    }

    private boolean isOtherSuccess() {
        int status = status();
        return status > 201 && status < 300 && json().path("success").asBoolean(true);
    }

    /** Whether the request was turned down as it should be: a 4xx. */
    public boolean isRefusal() {
        return answer.filter(http -> http.status() >= 400 && http.status() < UNAVAILABLE)
                .isPresent();
    }

    /** Whether it was answered at all, and not by a 5xx. */
    public boolean isHandled() {
        return answer.filter(http -> http.status() < UNAVAILABLE).isPresent();
    }

    /** Whether none came for as long as an answer is waited for. */
    public boolean isOverdue() {
        return none.filter(reason -> reason.kind() == NoAnswer.Kind.TIMED_OUT).isPresent();
    }

    /** The job, if one was made and its address is usable. */
    public Optional<Job> job() {
        if (!isSuccess()) {
            return Optional.empty();
        }
        return destination().map(address -> new Job(zone, asked, this, address));
    }

    /** Demands that the target accepts the request; else the check is violated, and decided. */
    public Job accepted() {
        if (!isTaken()) {
            zone.judgement().detail("asked", asked);
            zone.judgement().violated("200 or 201 with a success envelope", describe());
            throw zone.judgement().decided();
        }
        return job().orElseThrow(() -> zone.judgement()
                .inconclusive("the answer to a create has no usable result.destination_conf: " + describe()));
    }

    /** Demands that the target turns the request down: a 4xx. Goes on either way. */
    public CreateAnswer refused() {
        http();
        if (!isRefusal()) {
            zone.judgement().detail("asked", asked);
            zone.judgement().violated("a refusal: 4xx", describe());
        }
        return this;
    }

    /** Whether the answer is a JSON envelope that says {@code success: false}. */
    public boolean hasFailureEnvelope() {
        var success = json().path("success");
        return success.isBoolean() && !success.booleanValue();
    }

    /** Demands one of these statuses with a failure envelope. Goes on either way. */
    public CreateAnswer refusedWith(IntPredicate status, String statuses) {
        if (!status.test(status()) || !hasFailureEnvelope()) {
            zone.judgement().detail("asked", asked);
            zone.judgement().violated("a refusal: " + statuses + " with a failure envelope", describe());
        }
        return this;
    }

    /** Demands a 4xx with a failure envelope. Goes on either way. */
    public CreateAnswer refusedInAnEnvelope() {
        return refusedWith(status -> status >= 400 && status < UNAVAILABLE, "4xx");
    }

    /**
     * Demands an answer that is no 5xx. Goes on either way. A connection that ends without one violates the check as well; so
     * does an answer that doesn't come, where another request is answered in the meantime. Else a target that can't be
     * reached, or is slower than the suite is patient, leaves the case inconclusive.
     */
    public CreateAnswer handled() {
        none.filter(reason -> !ENDINGS.contains(reason.kind()) && !isHangingOnThisOne(reason))
                .ifPresent(reason -> {
                    throw reason;
                });
        if (!isHandled()) {
            zone.judgement().detail("asked", asked);
            zone.judgement().violated("an answer below 500", describe());
        }
        return this;
    }

    /** A large body may take long on a busy machine; a small one that is not answered has hit something. */
    private boolean isHangingOnThisOne(NoAnswer reason) {
        return reason.kind() == NoAnswer.Kind.TIMED_OUT
                && !isLarge
                && zone.sendLean(ApiRequest.list(zone.id())).answer.isPresent();
    }

    /** Takes it for a job that the case needs and doesn't judge: else the case is inconclusive. */
    Job asSetUp() {
        http();
        if (!isSuccess()) {
            throw zone.judgement().inconclusive("set-up refused: a create of " + asked + " was answered " + describe());
        }
        return job().orElseThrow(() ->
                zone.judgement().inconclusive("set-up failed: no usable result.destination_conf in " + describe()));
    }

    private Optional<URI> destination() {
        var text = result().path("destination_conf").textValue();
        if (text == null) {
            return Optional.empty();
        }
        try {
            var address = new URI(text);
            return address.getHost() == null ? Optional.empty() : Optional.of(address);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return describe();
    }
}
