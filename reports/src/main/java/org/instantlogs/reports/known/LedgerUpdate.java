package org.instantlogs.reports.known;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Fingerprint;
import org.instantlogs.reports.Known;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.Verdict;

/**
 * Makes the smallest list with which a run like the reported one is green. It has each violated check that would turn such a
 * run red, and those that were listed and are still violated; what the report has no judgement of stays listed as it was.
 * Reasons, links and last days of what remains are kept.
 */
public final class LedgerUpdate {

    private static final Set<Verdict> SAYS_SOMETHING = Set.of(Verdict.PASS, Verdict.NOTE, Verdict.FAIL, Verdict.WARN);

    private final Report report;
    private final Ledger before;
    private final Known.Entry fresh;
    private final Ledger after;

    private LedgerUpdate(Report report, Ledger before, String reason, Optional<String> link) {
        this.report = report;
        this.before = before;
        this.fresh = new Known.Entry("*", reason, link, Optional.empty());
        this.after = new Ledger(entries());
    }

    /**
     * Decides what the list becomes.
     *
     * @param file the list as it is; none there is a list of nothing
     * @param reason given to what is new in it
     * @param link given to what is new in it
     * @throws IOException where the file is there and is no list
     */
    public static LedgerUpdate of(Report report, Path file, String reason, Optional<String> link) throws IOException {
        var before = Files.exists(file) ? LedgerFile.read(file) : Ledger.EMPTY;
        return new LedgerUpdate(report, before, reason, link);
    }

    /** Writes the new list. */
    public void write(Path file) throws IOException {
        LedgerFile.write(file, after);
    }

    Ledger after() {
        return after;
    }

    /** Returns what has changed, a line a check, and last how many entries there are. */
    public List<String> changes() {
        return LedgerChanges.between(before, after, report);
    }

    private List<LedgerEntry> entries() {
        // what is said of them is the same, so that they can share entries
        var listed = new LinkedHashMap<Known.Entry, Map<String, Set<String>>>();
        for (var check : report.checks()) {
            var entry = entryOf(check.id());
            fingerprints(check, entry)
                    .ifPresent(how -> listed.computeIfAbsent(
                                    about("*", entry.map(LedgerEntry::told).orElse(fresh)), key -> new TreeMap<>())
                            .put(check.id(), how));
        }
        var entries = new ArrayList<LedgerEntry>();
        listed.forEach((told, checks) -> {
            for (var pattern : CheckPatterns.smallest(checks.keySet(), allIds(), globsToldLike(told))) {
                entries.add(entry(pattern, told, checks));
            }
        });
        return entries.stream().sorted(Comparator.comparing(LedgerEntry::check)).toList();
    }

    private Optional<LedgerEntry> entryOf(String id) {
        return before.entries().stream().filter(entry -> entry.matches(id)).findFirst();
    }

    /** Returns how the list has to know a check; empty where it need not. */
    private Optional<Set<String>> fingerprints(CheckResult check, Optional<LedgerEntry> entry) {
        if (!SAYS_SOMETHING.contains(check.unlisted())) {
            return entry.map(known -> Set.copyOf(known.fingerprints()));
        }
        var wanted = check.unlisted().isRed(report.strict()) || entry.isPresent();
        return Fingerprint.of(check).filter(how -> wanted).map(Set::of);
    }

    private List<String> globsToldLike(Known.Entry told) {
        return before.entries().stream()
                .filter(entry -> about("*", entry.told()).equals(told))
                .map(LedgerEntry::check)
                .filter(LedgerEntry::isGlob)
                .toList();
    }

    private Collection<String> allIds() {
        return report.checks().stream().map(CheckResult::id).toList();
    }

    private static LedgerEntry entry(String pattern, Known.Entry told, Map<String, Set<String>> checks) {
        var fingerprints = new TreeSet<String>();
        checks.forEach((id, how) -> {
            if (LedgerEntry.matches(pattern, id)) {
                fingerprints.addAll(how);
            }
        });
        return new LedgerEntry(about(pattern, told), List.copyOf(fingerprints));
    }

    private static Known.Entry about(String check, Known.Entry told) {
        return new Known.Entry(check, told.reason(), told.link(), told.expires());
    }
}
