package org.instantlogs.suite.cases.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Credentials;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** The list of a zone's sessions. Public API description: the same path, GET. */
public final class ListCases {
    private static final String ADDRESS = "destination_conf";

    @Check("IL-JOB-28.lists-the-zones-session")
    void listsTheZonesSession(Zone zone, Judgement judgement) {
        var job = zone.job(JobSpec.job("RayID,ClientCountry,ClientRequestPath"));
        try (var listening = job.stream()) {
            var list = zone.list();
            if (isNotOffered(list, judgement)) {
                return;
            }
            expectAnArray(list, judgement);
            var entries = JobList.entries(list);
            judgement.expect(
                    entries.size() == 1 && isOf(job, entries.get(0)),
                    "the list has the zone's session, with its fields "
                            + job.answer().result().path("fields"),
                    entries.size() + " entries: " + list.describe());
            // an end is on its way when the list has been answered
            listening.settle();
            judgement.expect(
                    listening.howItEnded().isEmpty(), "the session stays connected while it is listed", "it ended");
        }
    }

    @Check("IL-JOB-28.lists-no-session-beyond-its-time")
    @Needs(Need.SESSION_TIME)
    void listsNoSessionBeyondItsTime(Zone zone, Judgement judgement) {
        zone.job(JobSpec.job(Zone.MARKED)).stream();

        zone.age().exceeds(zone.descriptor().limits().session());

        listsNone(zone, judgement, "after the maximum session time");
    }

    @Check("IL-JOB-28.lists-no-session-that-nobody-listens-to")
    @Needs(Need.IDLE_TIME)
    void listsNoSessionThatNobodyListensTo(Zone zone, Judgement judgement) {
        zone.job(JobSpec.job(Zone.MARKED)).stream().close();

        zone.age().exceeds(zone.descriptor().limits().idle());

        listsNone(zone, judgement, "after nobody has listened for more than the idle limit");
    }

    private static void listsNone(Zone zone, Judgement judgement, String when) {
        var entries = JobList.entries(JobList.offeredBy(zone)).size();
        judgement.expect(entries == 0, "the list has no session " + when, "it has " + entries);
    }

    private static boolean isOf(Job job, JsonNode entry) {
        var made = job.answer().result();
        return entry.isObject()
                && (!entry.has("fields") || entry.path("fields").equals(made.path("fields")))
                && (!entry.has("session_id")
                        || !made.has("session_id")
                        || entry.path("session_id").equals(made.path("session_id")));
    }

    /** Whoever of its account asks. */
    @Check("IL-JOB-28.lists-the-session-to-either-login")
    @Needs({Need.EMAIL_KEY, Need.TOKEN})
    void listsTheSessionToEitherLogin(Zone zone, Judgement judgement) {
        var job = zone.job(JobSpec.job("RayID,ClientCountry"));
        try (var listening = job.stream()) {
            JobList.offeredBy(zone);
            for (Credentials login : List.of(Credentials.OWNER_EMAIL_KEY, Credentials.OWNER_TOKEN)) {
                var entries =
                        JobList.entries(zone.send(ApiRequest.list(zone.id()).as(login)));
                judgement.expect(
                        entries.size() == 1 && isOf(job, entries.get(0)),
                        "the list has the zone's session, whichever login of its account asks for it",
                        "to one of two it has " + entries.size() + " entries, and not that one alone");
            }
            listening.settle();
        }
    }

    /** It is the newest, or where that was refused the one before. */
    @Check("IL-JOB-28.lists-one-session-after-several-jobs")
    void listsOneSessionAfterSeveralJobs(Zone zone, Judgement judgement) {
        var job = zone.job(JobSpec.job("RayID,ClientCountry"));
        for (String fields : List.of("RayID,ClientIP", "RayID,ClientRequestPath", "RayID,EdgeResponseBytes")) {
            job = zone.create(JobSpec.job(fields)).job().orElse(job);
        }
        try (var listening = job.stream()) {
            var entries = JobList.entries(JobList.offeredBy(zone));
            judgement.expect(
                    entries.size() == 1 && isOf(job, entries.get(0)),
                    "the list has the zone's session alone, with its fields "
                            + job.answer().result().path("fields"),
                    "it has " + entries.size() + ", with the fields "
                            + entries.stream()
                                    .map(entry -> entry.path("fields").asText())
                                    .toList());
            listening.settle();
        }
    }

    @Check("IL-JOB-28.lists-each-zone-apart")
    void listsEachZoneApart(Zone one, Zone other, Judgement judgement) {
        var job = one.job(JobSpec.job("RayID,ClientCountry,ClientRequestPath"));
        other.job(JobSpec.job("RayID,EdgeResponseBytes"));

        var list = other.list();

        if (!isNotOffered(list, judgement)) {
            expectAnArray(list, judgement);
            judgement.expect(
                    JobList.entries(list).stream().noneMatch(entry -> isOf(job, entry)),
                    "the list of a zone has none of another zone's sessions",
                    "it has one");
        }
    }

    @Check("IL-JOB-28.answers-an-array-before-any-session")
    void answersAnArrayBeforeAnySession(Zone zone, Judgement judgement) {
        var list = zone.list();

        if (!isNotOffered(list, judgement)) {
            expectAnArray(list, judgement);
        }
    }

    @Check("IL-JOB-28.leaves-the-session-streaming")
    void leavesTheSessionStreaming(Zone zone) {
        try (var stream = zone.stream(JobSpec.job(Zone.MARKED))) {
            JobList.offeredBy(zone);

            stream.goesOn("after it was listed");
        }
    }

    @Check("IL-JOB-29.does-not-list-the-address")
    void doesNotListTheAddress(Zone zone, Judgement judgement) {
        var job = zone.job(JobSpec.exampleJob());
        judgeThatTheListHides(job, zone, judgement);

        // A target may list a session from its first connection on.
        try (var listening = job.stream()) {
            if (judgeThatTheListHides(job, zone, judgement) == 0) {
                throw judgement.inconclusive("the list has no entry where the zone has a session");
            }
            if (listening.howItEnded().isPresent()) {
                throw judgement.inconclusive("the session ended while it was listed, which IL-JOB-28 judges");
            }
        }
    }

    /** Tells how many entries the list has. */
    private static int judgeThatTheListHides(Job job, Zone zone, Judgement judgement) {
        var list = JobList.offeredBy(zone);
        var entries = JobList.entries(list);
        judgement.expect(
                entries.stream().noneMatch(entry -> entry.hasNonNull(ADDRESS)),
                "no entry of the list has " + ADDRESS,
                "one has");
        judgement.expect(
                !list.json().toString().contains(job.address().toString()),
                "the address of the stream is nowhere in the list",
                "it is");
        return entries.size();
    }

    private static boolean isNotOffered(CreateAnswer list, Judgement judgement) {
        if (JobList.isMissing(list)) {
            judgement.observed("not offered: " + list.status());
            return true;
        }
        return false;
    }

    private static void expectAnArray(CreateAnswer list, Judgement judgement) {
        judgement.expect(
                list.status() == 200
                        && list.json().path("success").asBoolean(false)
                        && list.result().isArray(),
                "200 with a success envelope whose result is an array",
                list.describe());
    }
}
