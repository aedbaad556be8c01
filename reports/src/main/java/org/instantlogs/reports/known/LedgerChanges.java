package org.instantlogs.reports.known;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Fingerprint;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.Verdict;

/** Says what an update does to a list, check by check. */
final class LedgerChanges {

    private LedgerChanges() {}

    static List<String> between(Ledger before, Ledger after, Report report) {
        var lines = new ArrayList<String>();
        for (var check : report.checks()) {
            change(check, entry(before, check), entry(after, check)).ifPresent(lines::add);
        }
        before.unmatched(ids(report)).forEach(entry -> lines.add("removed  " + entry.check() + ": matches no check"));
        after.entries().stream()
                .filter(entry -> entry.told().expired(today(report)))
                .forEach(entry -> lines.add("expired  " + entry.check() + ": its last day was "
                        + entry.told().expires().orElse("") + "; give a later one in the list"));
        var entries = after.entries().size();
        lines.add((lines.isEmpty() ? "nothing changed; " : "")
                + (entries == 1 ? "1 entry" : entries + " entries") + " for "
                + report.checks().stream()
                        .filter(check -> entry(after, check).isPresent())
                        .count()
                + " checks");
        return List.copyOf(lines);
    }

    private static Optional<String> change(
            CheckResult check, Optional<LedgerEntry> before, Optional<LedgerEntry> after) {
        if (before.isEmpty() && after.isPresent()) {
            return Optional.of(
                    "added    " + check.id() + ": " + check.unlisted().label() + ", "
                            + String.join(" or ", after.get().fingerprints()));
        }
        if (before.isPresent() && after.isEmpty()) {
            return Optional.of("removed  " + check.id() + ": "
                    + (check.unlisted() == Verdict.PASS
                            ? "passes"
                            : check.unlisted().label()));
        }
        return Fingerprint.of(check)
                .filter(how ->
                        before.isPresent() && !before.get().fingerprints().contains(how))
                .map(how -> "changed  " + check.id() + ": violated in another way, " + how);
    }

    private static Optional<LedgerEntry> entry(Ledger ledger, CheckResult check) {
        return ledger.entries().stream()
                .filter(entry -> entry.matches(check.id()))
                .findFirst();
    }

    private static List<String> ids(Report report) {
        return report.checks().stream().map(CheckResult::id).toList();
    }

    private static LocalDate today(Report report) {
        return LocalDate.ofInstant(report.started(), ZoneOffset.UTC);
    }
}
