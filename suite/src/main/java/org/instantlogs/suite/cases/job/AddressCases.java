package org.instantlogs.suite.cases.job;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.probe.SessionParts;
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** What tells one job from another. Source page: "your unique WebSocket address". */
public final class AddressCases {
    private static final int MANY = 50;
    private static final int FEW = 3;
    private static final int SMALL_NUMBERS = 2_000;
    private static final List<String> BETWEEN = List.of("", "-", ":", "/", "_", ".", "|");

    @Check("IL-JOB-05.gives-each-job-an-address-of-its-own")
    void givesEachJobAnAddressOfItsOwn(Zone zone, Judgement judgement) {
        var jobs = SeveralJobs.in(zone, MANY);

        expectDistinct(judgement, addresses(jobs), "addresses");
    }

    @Check("IL-JOB-05.gives-jobs-of-different-zones-different-addresses")
    void givesJobsOfDifferentZonesDifferentAddresses(Zone one, Zone other, Judgement judgement) {
        var jobs = List.of(one.job(JobSpec.exampleJob()), other.job(JobSpec.exampleJob()));

        expectDistinct(judgement, addresses(jobs), "addresses");
    }

    @Check("IL-JOB-06.gives-addresses-that-cannot-be-guessed")
    void givesAddressesThatCannotBeGuessed(Zone zone, Judgement judgement) {
        var addresses = SeveralJobs.in(zone, MANY).stream().map(Job::address).toList();

        var sample = SecretSample.best(SessionParts.columns(addresses));
        judgement.tests(SecretSample.DESIGN);
        judgement.expect(
                sample.bits() >= SecretSample.ENOUGH_BITS,
                "the session part of destination_conf has 128 bits or more that differ from job to job",
                "over " + MANY + " jobs no more than " + (int) sample.bits() + " bits do");
        judgement.expect(
                !sample.isOrdered(),
                "the session parts of jobs made one after the other are in no order",
                "over " + MANY + " jobs they rise or fall steadily");
        judgement.expect(
                !sample.isStepped(),
                "the session parts of jobs made one after the other do not rise in steps",
                "over " + MANY + " jobs several steps from one to the next are the same");
        judgement.expect(
                !sample.sharesRuns(),
                "no two session parts share a run of characters",
                "two of " + MANY + " share " + sample.longRun() + " characters or more in the same place");
    }

    @Check("IL-JOB-06.derives-no-address-from-what-is-no-secret")
    void derivesNoAddressFromWhatIsNoSecret(Zone zone, Judgement judgement) {
        var jobs = SeveralJobs.in(zone, FEW);

        var guesses = new Guesses();
        for (int number = 0; number < SMALL_NUMBERS; number++) {
            guesses.add(String.valueOf(number), "a small number");
        }
        guesses.add(zone.id(), "the zone's id");
        jobs.forEach(job -> guessesFrom(job, zone.id(), guesses));
        var found = SessionParts.columns(jobs.stream().map(Job::address).toList()).stream()
                .flatMap(List::stream)
                .flatMap(part -> guesses.of(part).stream())
                .collect(toCollection(TreeSet::new));
        judgement.expect(
                found.isEmpty(),
                "no session part is a digest of the job's id, the zone's, the time or a small number",
                "one is " + String.join(", or ", found));
    }

    private static void guessesFrom(Job job, String zone, Guesses guesses) {
        var id = job.id().map(String::valueOf);
        id.ifPresent(own -> guesses.add(own, "the job's id"));
        for (String between : BETWEEN) {
            id.ifPresent(own -> guesses.add(zone + between + own, "the zone's id and the job's"));
            id.ifPresent(own -> guesses.add(own + between + zone, "the job's id and the zone's"));
        }
        job.answer().http().header("Date").flatMap(AddressCases::seconds).ifPresent(answered -> {
            for (long second = answered - 2; second <= answered + 1; second++) {
                guesses.add(String.valueOf(second), "the time of its creation in seconds");
                for (String between : BETWEEN) {
                    guesses.add(zone + between + second, "the zone's id and the time of its creation");
                }
                for (int milli = 0; milli < 1_000; milli++) {
                    guesses.add(String.valueOf(second * 1_000 + milli), "the time of its creation in milliseconds");
                }
            }
        });
    }

    private static Optional<Long> seconds(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toEpochSecond());
        } catch (DateTimeParseException notTheTime) {
            return Optional.empty();
        }
    }

    @Check("IL-JOB-11.gives-the-job-an-id")
    void givesTheJobAnId(Zone zone, Judgement judgement) {
        var result = zone.job(JobSpec.exampleJob()).answer().result();

        var names = new ArrayList<String>();
        if (has(result, "id")) {
            names.add(result.path("id").isIntegralNumber() ? "id" : "id (no integer)");
        }
        if (has(result, "session_id")) {
            names.add(result.path("session_id").isTextual() ? "session_id" : "session_id (no text)");
        }
        judgement.observed(names.isEmpty() ? "neither id nor session_id" : String.join(" and ", names));
    }

    private static boolean has(JsonNode result, String name) {
        return result.hasNonNull(name);
    }

    @Check("IL-JOB-32.gives-each-job-an-integer-id-of-its-own")
    void givesEachJobAnIntegerIdOfItsOwn(Zone zone, Judgement judgement) {
        var ids = ids(SeveralJobs.in(zone, MANY), judgement);

        expectDistinct(judgement, ids, "ids");
    }

    @Check("IL-JOB-32.gives-jobs-of-different-zones-different-ids")
    void givesJobsOfDifferentZonesDifferentIds(Zone one, Zone other, Judgement judgement) {
        var made = new ArrayList<>(List.of(one.job(JobSpec.exampleJob()), other.job(JobSpec.exampleJob())));
        var first = ids(made, judgement);
        var behind = first.get(0).compareTo(first.get(1)) < 0 ? one : other;
        var goal = first.get(0).max(first.get(1));
        var latest = first.get(0).min(first.get(1));

        // Each zone might count by itself: the one behind comes upon an id that the other has now or had before.
        while (made.size() < MANY && made.stream().noneMatch(Job::sharesItsId) && latest.compareTo(goal) < 0) {
            behind.frees();
            var job = behind.job(JobSpec.exampleJob());
            made.add(job);
            latest = ids(List.of(job), judgement).get(0);
        }
        var shared = made.stream().filter(Job::sharesItsId).toList();
        judgement.expect(
                shared.isEmpty(),
                "jobs of different zones have different ids",
                "in this run a job of another zone had one of these ids too: " + ids(shared, judgement));
    }

    private static List<String> addresses(List<Job> jobs) {
        return jobs.stream().map(job -> job.address().toString()).toList();
    }

    private static List<BigInteger> ids(List<Job> jobs, Judgement judgement) {
        var ids = jobs.stream().flatMap(job -> job.id().stream()).toList();
        if (ids.size() < jobs.size()) {
            throw judgement.notTested("an integer result.id");
        }
        return ids;
    }

    private static void expectDistinct(Judgement judgement, List<?> values, String what) {
        int distinct = new HashSet<>(values).size();
        judgement.expect(
                distinct == values.size(),
                values.size() + " jobs have " + values.size() + " different " + what,
                "they have " + distinct);
    }
}
