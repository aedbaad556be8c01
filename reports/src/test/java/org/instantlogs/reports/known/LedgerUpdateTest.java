package org.instantlogs.reports.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instantlogs.reports.known.Findings.deviates;
import static org.instantlogs.reports.known.Findings.ended;
import static org.instantlogs.reports.known.Findings.how;
import static org.instantlogs.reports.known.Findings.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerUpdateTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-01-01");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void hasWhatWouldTurnSuchARunRedAndNothingElse() throws IOException {
        var checks = new CheckResult[] {
            deviates("IL-JOB-01.a", "204", Verdict.FAIL),
            ended("IL-JOB-01.b", Verdict.PASS),
            deviates("IL-JOB-02.a", "404", Verdict.WARN),
            ended("IL-JOB-02.b", Verdict.PASS),
            ended("IL-JOB-03.a", Verdict.INCONCLUSIVE)
        };

        assertThat(updated(report(false, checks), "").after().entries())
                .extracting(LedgerEntry::check)
                .containsExactly("IL-JOB-01.a");
        assertThat(updated(report(true, checks), "").after().entries())
                .extracting(LedgerEntry::check)
                .containsExactly("IL-JOB-01.a", "IL-JOB-02.a");
    }

    @Test
    void isTheSmallestThatMatchesNoOtherCheck() throws IOException {
        var report = report(
                false,
                deviates("IL-JOB-01.a[x=1]", "204", Verdict.FAIL),
                deviates("IL-JOB-01.a[x=2]", "500", Verdict.FAIL),
                ended("IL-JOB-01.ab", Verdict.PASS),
                deviates("IL-JOB-02.a[x=1]", "204", Verdict.FAIL),
                deviates("IL-JOB-02.b[x=1]", "204", Verdict.FAIL),
                deviates("IL-JOB-03.a[x=1]", "204", Verdict.FAIL),
                deviates("IL-JOB-03.a[x=2]", "204", Verdict.FAIL),
                ended("IL-JOB-03.a[x=3]", Verdict.NOT_TESTED),
                ended("IL-JOB-04.a", Verdict.PASS));

        var update = updated(report, "");

        assertThat(update.after().entries())
                .extracting(LedgerEntry::check)
                .containsExactly("IL-JOB-01.a", "IL-JOB-02.*", "IL-JOB-03.a[x=1]", "IL-JOB-03.a[x=2]");
        assertThat(update.after().entries().get(0).fingerprints()).containsExactlyInAnyOrder(how("204"), how("500"));
        assertThat(judgedAnew(report, update).checks())
                .noneMatch(check -> check.verdict().isRed(false))
                .filteredOn(check -> check.verdict() == Verdict.KNOWN)
                .hasSize(6);
    }

    @Test
    void keepsWhatIsSaidOfWhatRemainsAndSaysWhatItChanges() throws IOException {
        var update = updated(
                report(
                        false,
                        deviates("IL-JOB-01.a", "204", Verdict.FAIL),
                        ended("IL-JOB-02.a", Verdict.PASS),
                        deviates("IL-JOB-03.a", "500", Verdict.FAIL),
                        deviates("IL-JOB-04.a", "204", Verdict.FAIL),
                        deviates("IL-JOB-05.a", "204", Verdict.WARN),
                        ended("IL-JOB-06.a", Verdict.DESELECTED)),
                """
                known: 1
                deviations:
                  - {check: IL-JOB-01.a, reason: mine, link: "https://t.example/1", expires: 2025-12-31, fingerprints: [%1$s]}
                  - {check: IL-JOB-02.a, reason: mine, fingerprints: [%1$s]}
                  - {check: IL-JOB-03.a, reason: yours, fingerprints: [%1$s]}
                  - {check: IL-JOB-05.a, reason: a warning, fingerprints: [%1$s]}
                  - {check: IL-JOB-06.a, reason: left out, fingerprints: [v1-f]}
                  - {check: IL-JOB-9*, reason: gone, fingerprints: [v1-f]}
                """.formatted(how("204")));

        assertThat(LedgerFile.text(update.after())).contains("""
                known: 1
                deviations:
                - check: IL-JOB-01.a
                  reason: mine
                  link: https://t.example/1
                  expires: 2025-12-31
                  fingerprints:
                  - %1$s
                - check: IL-JOB-03.a
                  reason: yours
                  fingerprints:
                  - %2$s
                - check: IL-JOB-04.a
                  reason: new
                  link: https://t.example/new
                  fingerprints:
                  - %1$s
                - check: IL-JOB-05.a
                  reason: a warning
                  fingerprints:
                  - %1$s
                - check: IL-JOB-06.a
                  reason: left out
                  fingerprints:
                  - v1-f
                """.formatted(how("204"), how("500")));
        assertThat(update.changes())
                .containsExactly(
                        "removed  IL-JOB-02.a: passes",
                        "changed  IL-JOB-03.a: violated in another way, " + how("500"),
                        "added    IL-JOB-04.a: fail, " + how("204"),
                        "removed  IL-JOB-9*: matches no check",
                        "expired  IL-JOB-01.a: its last day was 2025-12-31; give a later one in the list",
                        "5 entries for 5 checks");
    }

    @Test
    void aGlobStaysAsLongAsItMatchesNothingThatPasses() throws IOException {
        var list = """
                known: 1
                deviations: [{check: "IL-JOB-01.a*", reason: mine, fingerprints: [%s]}]
                """.formatted(how("204"));
        var both = report(
                false,
                deviates("IL-JOB-01.a1", "204", Verdict.FAIL),
                deviates("IL-JOB-01.a2", "204", Verdict.FAIL),
                ended("IL-JOB-01.b", Verdict.PASS));
        var one = report(
                false,
                deviates("IL-JOB-01.a1", "204", Verdict.FAIL),
                ended("IL-JOB-01.a2", Verdict.PASS),
                ended("IL-JOB-01.b", Verdict.PASS));

        assertThat(updated(both, list).after().entries())
                .extracting(LedgerEntry::check)
                .containsExactly("IL-JOB-01.a*");
        assertThat(updated(both, list).changes()).containsExactly("nothing changed; 1 entry for 2 checks");
        assertThat(updated(one, list).after().entries())
                .extracting(LedgerEntry::check)
                .containsExactly("IL-JOB-01.a1");
    }

    @Test
    void comesToTheSameFromAReportThatWasJudgedWithTheList() throws IOException {
        var report = report(
                false,
                deviates("IL-JOB-01.a", "204", Verdict.FAIL),
                deviates("IL-JOB-02.a", "500", Verdict.FAIL),
                ended("IL-JOB-03.a", Verdict.PASS));
        var list = """
                known: 1
                deviations:
                  - {check: IL-JOB-01.a, reason: mine, fingerprints: [%1$s]}
                  - {check: IL-JOB-02.a, reason: mine, fingerprints: [%1$s]}
                  - {check: IL-JOB-03.a, reason: mine, fingerprints: [%1$s]}
                """.formatted(how("204"));
        var plain = updated(report, list);
        var listed = updated(judged(report, LedgerFile.parse(list)), list);

        assertThat(LedgerFile.text(listed.after())).isEqualTo(LedgerFile.text(plain.after()));
        assertThat(listed.changes()).isEqualTo(plain.changes());
    }

    private LedgerUpdate updated(Report report, String list) throws IOException {
        var file = folder.resolve("known.yaml");
        Files.deleteIfExists(file);
        if (!list.isEmpty()) {
            Files.writeString(file, list);
        }
        var update = LedgerUpdate.of(report, file, "new", Optional.of("https://t.example/new"));
        update.write(file);
        assertThat(Ledger.read(file).entries()).isEqualTo(update.after().entries());
        return update;
    }

    private static Report judgedAnew(Report report, LedgerUpdate update) {
        return judged(report, update.after());
    }

    private static Report judged(Report report, Ledger ledger) {
        return Findings.report(
                report.strict(),
                report.checks().stream()
                        .map(check -> ledger.judge(check, TODAY))
                        .toArray(CheckResult[]::new));
    }
}
