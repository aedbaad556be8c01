package org.instantlogs.suite.cases.stream;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.zone.Aliveness;
import org.instantlogs.suite.zone.Attempt;
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** Addresses that were never given out. Source page: "your unique WebSocket address". */
public final class UnknownAddressCases {
    /** So many of them that base 64 can't well look like it. */
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f-]{16,}|[0-9A-F-]{16,}");

    /** A change to the part of an address that tells sessions apart. */
    record Change(String name, int times, UnaryOperator<String> change) implements Variant {
        private static final int SEVERAL = 4;

        Change(String name, UnaryOperator<String> change) {
            this(name, 1, change);
        }

        /** Of which nothing of the secret is left. */
        static Change whole(String name, UnaryOperator<String> change) {
            return new Change(name, SEVERAL, change);
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("secret", name);
        }
    }

    /**
     * The last character is the changed one where all are hexadecimal digits only: where secrets are written in base 64 it may hold bits
     * that count for nothing. The case of letters is not changed: of hexadecimal digits it says nothing.
     */
    static List<Change> changes() {
        return List.of(
                new Change("changed-at-its-start", secret -> changedAt(secret, 0)),
                new Change("changed-in-the-middle", secret -> changedAt(secret, secret.length() / 2)),
                new Change("changed-near-its-end", secret -> changedAt(secret, secret.length() - 3)),
                new Change("changed-at-its-end", UnknownAddressCases::changedAtItsEnd),
                new Change("shorter", secret -> secret.substring(0, secret.length() - 1)),
                new Change("half", secret -> secret.substring(0, secret.length() / 2)),
                new Change("longer", secret -> secret + "0"),
                new Change("with-an-extension", secret -> secret + ".json"),
                new Change("with-a-segment-more", secret -> secret + "/x"),
                new Change("half-and-a-wildcard", secret -> secret.substring(0, secret.length() / 2) + "%25"),
                new Change("with-a-wildcard-in-it", secret -> withInTheMiddle(secret, "_")),
                Change.whole("percent", secret -> "%25"),
                Change.whole("asterisk", secret -> "*"),
                Change.whole("underscores", secret -> "_".repeat(secret.length())),
                Change.whole("empty", secret -> ""),
                Change.whole("all-zero", secret -> secret.replaceAll("[0-9A-Za-z]", "0")));
    }

    @Check("IL-STREAM-07.refuses-an-address-that-was-never-given-out")
    @Variants("changes")
    void refusesAnAddressThatWasNeverGivenOut(Zone zone, Judgement judgement, Change change) {
        var job = comparable(zone);
        refuses(judgement, zone.tries(changed(job, change)));
        // what gives any session gives the newest of all zones, perhaps, and then this one is not sure to be it
        for (int again = 1; again < change.times(); again++) {
            zone.frees();
            job = zone.job(JobSpec.exampleJob());
            refuses(judgement, zone.triesToStream(changed(job, change)));
        }

        job.stream();
    }

    /** What others than the job's owner may know, and whoever has its list does. */
    enum KnownId implements Variant {
        JOB {
            @Override
            String of(Zone zone, Job job) {
                return job.answer().result().path("id").asText();
            }
        },
        ZONE {
            @Override
            String of(Zone zone, Job job) {
                return zone.id();
            }
        };

        abstract String of(Zone zone, Job job);

        @Override
        public Map<String, String> axes() {
            return Map.of("id", name().toLowerCase(Locale.ROOT));
        }
    }

    static List<KnownId> knownIds() {
        return List.of(KnownId.values());
    }

    @Check("IL-STREAM-07.refuses-an-id-in-place-of-the-secret")
    @Variants("knownIds")
    void refusesAnIdInPlaceOfTheSecret(Zone zone, Judgement judgement, KnownId known) {
        var job = comparable(zone);
        var id = known.of(zone, job);
        var address = job.sessionParts().with(secret -> URLEncoder.encode(id, StandardCharsets.UTF_8));
        if (id.isEmpty() || address.equals(job.address())) {
            // whether the id should be the secret is for IL-JOB-06 to say
            throw judgement.notTested("an id that is there and is not the address's secret itself");
        }

        refuses(judgement, zone.tries(address));

        job.stream();
    }

    private static void refuses(Judgement judgement, Attempt attempt) {
        judgement.expect(
                attempt.status() == 101 || (attempt.status() >= 400 && attempt.status() < 500),
                "a 4xx to a handshake on an address that was never given out",
                "it was answered " + attempt.status());
        judgement.expect(
                attempt.aliveness() != Aliveness.STREAMING,
                "no record over an address that was never given out",
                "a handshake on it was answered 101, and a record arrived over it");
        if (attempt.aliveness() == Aliveness.SILENT) {
            judgement.tolerated("a 4xx, or a 101 that is closed at once", "a 101 that stays open and silent");
        }
    }

    private static URI changed(Job job, Change change) {
        return job.sessionParts().with(change.change());
    }

    /** A job whose address can be held against that of another one, which shows what of it tells sessions apart. */
    private static Job comparable(Zone zone) {
        var job = zone.job(JobSpec.exampleJob());
        if (zone.addresses().size() > 1) {
            return job;
        }
        zone.frees();
        return zone.job(JobSpec.exampleJob());
    }

    private static String changedAt(String secret, int wanted) {
        for (int i = Math.max(0, Math.min(wanted, secret.length() - 2)); i < secret.length() - 1; i++) {
            boolean escaped = secret.lastIndexOf('%', i) >= Math.max(0, i - 2);
            if (!escaped && Character.isLetterOrDigit(secret.charAt(i))) {
                return secret.substring(0, i) + other(secret.charAt(i)) + secret.substring(i + 1);
            }
        }
        return secret + "0";
    }

    private static String withInTheMiddle(String secret, String wildcard) {
        int middle = secret.length() / 2;
        boolean escaped = secret.lastIndexOf('%', middle) >= Math.max(0, middle - 2);
        return escaped ? wildcard : secret.substring(0, middle) + wildcard + secret.substring(middle + 1);
    }

    private static String changedAtItsEnd(String secret) {
        int last = secret.length() - 1;
        return HEXADECIMAL.matcher(secret).matches()
                ? secret.substring(0, last) + other(secret.charAt(last))
                : changedAt(secret, last - 1);
    }

    /** Another character of the same kind, so that the address keeps its form: a hexadecimal digit stays one. */
    private static char other(char given) {
        return switch (given) {
            case '9' -> '0';
            case 'f' -> 'a';
            case 'F' -> 'A';
            case 'z' -> 'y';
            case 'Z' -> 'Y';
            default -> (char) (given + 1);
        };
    }
}
