package org.instantlogs.reports.known;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Fingerprint;
import org.instantlogs.reports.Known;
import org.instantlogs.reports.Verdict;

/**
 * The list of known deviations. A listed check that is violated in a listed way is {@code known}; one that passes, is violated
 * in another way, or whose entry has expired is {@code stale}. A check that came to no judgement says nothing about its entry
 * and stays as it is. Immutable.
 */
public final class Ledger {

    /** The list of nothing: every result stays as it is. */
    public static final Ledger EMPTY = new Ledger(List.of());

    private static final Set<Verdict> RIGHT = Set.of(Verdict.PASS, Verdict.NOTE);
    private static final Set<Verdict> VIOLATED = Set.of(Verdict.FAIL, Verdict.WARN);
    private static final String WAY_OUT = "; `known update` writes the list anew";

    private final List<LedgerEntry> entries;

    Ledger(List<LedgerEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads a list.
     *
     * @throws IOException where the file cannot be read or is no list; the message names the file, what is wrong and the way
     *     out, in one line
     */
    public static Ledger read(Path file) throws IOException {
        return LedgerFile.read(file);
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    /**
     * Returns a result as it is to be reported: known or stale where the list has an entry for it, else as it is.
     *
     * @param today decides which entries have expired
     */
    public CheckResult judge(CheckResult result, LocalDate today) {
        var listed =
                entries.stream().filter(entry -> entry.matches(result.id())).toList();
        if (listed.isEmpty() || !(RIGHT.contains(result.verdict()) || VIOLATED.contains(result.verdict()))) {
            return result;
        }
        var first = listed.get(0);
        if (RIGHT.contains(result.verdict())) {
            return stale(result, first, "passes, though it is listed as known" + WAY_OUT);
        }
        var how = Fingerprint.of(result).orElseThrow();
        var alike = listed.stream()
                .filter(entry -> entry.fingerprints().contains(how))
                .toList();
        if (alike.isEmpty()) {
            return stale(
                    result,
                    first,
                    "violated in another way than listed: " + how + " instead of "
                            + String.join(" or ", first.fingerprints()) + WAY_OUT);
        }
        var counting =
                alike.stream().filter(entry -> !entry.told().expired(today)).findFirst();
        return counting.map(entry ->
                        result.listed(Verdict.KNOWN, new Known(entry.told(), result.verdict(), Optional.empty())))
                .orElseGet(() -> stale(
                        result,
                        alike.get(0),
                        "still violated, and its entry counted until "
                                + alike.get(0).told().expires().orElse("") + "; mend the target or give a later day"));
    }

    private static CheckResult stale(CheckResult result, LedgerEntry entry, String why) {
        return result.listed(Verdict.STALE, new Known(entry.told(), result.verdict(), Optional.of(why)));
    }

    /** Returns the entries that match none of the checks. */
    public List<Known.Entry> unmatched(Collection<String> ids) {
        return entries.stream()
                .filter(entry -> ids.stream().noneMatch(entry::matches))
                .map(LedgerEntry::told)
                .toList();
    }
}
