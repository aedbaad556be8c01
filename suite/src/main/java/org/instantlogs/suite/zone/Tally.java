package org.instantlogs.suite.zone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.instantlogs.suite.ndjson.Line;
import org.instantlogs.suite.probe.Connection;
import org.instantlogs.suite.probe.Connection.How;

/** What has come over a stream, held against what was to come. */
final class Tally {
    private static final int SHOWN = 8;
    private static final int SHOWN_CHARACTERS = 300;

    private static final String SAMPLED_BY_ITSELF =
            "limits.records-per-second: the target sampled (sampleInterval above 1), and its maximum data rate is not known";

    private final Zone zone;
    private final Connection connection;
    private final String asked;
    private final Inbox inbox;

    Tally(Zone zone, Connection connection, String asked, Inbox inbox) {
        this.zone = zone;
        this.connection = connection;
        this.asked = asked;
        this.inbox = inbox;
    }

    /**
     * Demands these of the case's records at least once each.
     *
     * @param nothingElse and no more than once, and no other
     */
    void judge(Collection<Sent> expected, boolean nothingElse) {
        var wanted = new LinkedHashSet<>(expected);
        var came = new LinkedHashSet<>(inbox.order());
        var missing = without(wanted, came);
        var unexpected = nothingElse ? without(came, wanted) : List.<Sent>of();
        var repeated = nothingElse
                ? wanted.stream().filter(sent -> inbox.lines(sent).size() > 1).toList()
                : List.<Sent>of();
        if (missing.isEmpty() && unexpected.isEmpty() && repeated.isEmpty()) {
            return;
        }
        provesTheLossOf(missing);
        var actual = new ArrayList<String>();
        zone.judgement().detail("asked", asked);
        told("not delivered", missing, actual);
        told("delivered and not expected", unexpected, actual);
        told("delivered more than once", repeated, actual);
        zone.judgement()
                .violated(
                        wanted.isEmpty()
                                ? "nothing"
                                : count(wanted.size()) + (nothingElse ? ", each once, then nothing" : ""),
                        count(came.size()) + ": " + String.join(", ", actual) + ending());
    }

    /** Leaves the case without a judgement where records that are missing need not be lost. */
    void provesTheLossOf(Collection<Sent> missing) {
        refuseIfTooMuch(!missing.isEmpty());
        refuseIfSampled(missing);
    }

    /** What was not read because too much came is not lost. */
    void refuseIfTooMuch(boolean missing) {
        connection.ending().filter(how -> missing && how.how() == How.TOO_MUCH).ifPresent(how -> {
            throw zone.judgement().inconclusive("the target sent " + how.reason());
        });
    }

    /** What a target with an unknown maximum data rate has sampled away is not lost. */
    private void refuseIfSampled(Collection<Sent> missing) {
        boolean sampled = inbox.arrivals().stream()
                .flatMap(arrival -> arrival.lines().stream())
                .flatMap(line -> line.record().stream())
                .anyMatch(record -> record.sampleInterval().orElse(1) > 1);
        if (sampled
                && !missing.isEmpty()
                && zone.descriptor().limits().recordsPerSecond().isEmpty()) {
            throw zone.judgement().notTested(SAMPLED_BY_ITSELF);
        }
    }

    /**
     * Leaves a case about the client's sample without a judgement where the connection has ended, so that there might have been
     * more, and where a target of unknown maximum data rate has sampled what came through it once more: where sampleInterval is not
     * the same in all records.
     */
    void provesTheShareOf(Collection<Sent> delivered) {
        if (connection.ending().isPresent()) {
            throw zone.judgement().inconclusive("a share of what was sent can't be told" + ending());
        }
        var intervals = delivered.stream()
                .flatMap(sent -> inbox.lines(sent).stream())
                .flatMap(line -> line.record().stream())
                .map(record -> record.sampleInterval().orElse(1))
                .distinct()
                .count();
        if (intervals > 1 && zone.descriptor().limits().recordsPerSecond().isEmpty()) {
            throw zone.judgement().notTested(SAMPLED_BY_ITSELF);
        }
    }

    private void told(String what, List<Sent> records, List<String> actual) {
        if (records.isEmpty()) {
            return;
        }
        actual.add(records.size() + " " + what);
        var first = records.get(0);
        var shown = inbox.first(first)
                .map(Line::toString)
                .orElseGet(() -> first.record().toLine());
        zone.judgement()
                .detail(
                        what,
                        records.stream().limit(SHOWN).map(Sent::mark).collect(Collectors.joining(", "))
                                + (records.size() > SHOWN ? ", …" : ""));
        zone.judgement().detail("first " + what, cut(shown));
    }

    private static String cut(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }

    private static List<Sent> without(Set<Sent> all, Set<Sent> taken) {
        return all.stream().filter(sent -> !taken.contains(sent)).toList();
    }

    private static String count(int records) {
        return records == 1 ? "1 record" : records + " records";
    }

    /** How the connection was ended, as the end of a sentence; nothing where it was not. */
    String ending() {
        return connection
                .ending()
                .map(how ->
                        "; the connection was ended by the " + how.by().name().toLowerCase(Locale.ROOT)
                                + ": " + how.how().words()
                                + (how.code().isPresent() ? " " + how.code().getAsInt() : ""))
                .orElse("");
    }
}
