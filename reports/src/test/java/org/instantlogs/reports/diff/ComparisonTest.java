package org.instantlogs.reports.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.instantlogs.reports.diff.Reports.ID;
import static org.instantlogs.reports.diff.Reports.check;
import static org.instantlogs.reports.diff.Reports.comparison;
import static org.instantlogs.reports.diff.Reports.side;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.instantlogs.reports.ReportJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparisonTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pass              | pass                | same      | 0
            fail 404          | fail 404            | same      | 0
            fail 18 of 20     | fail 17 of 21       | same      | 0
            fail 404          | known 404           | same      | 0
            pass              | stale passes        | same      | 0
            note works        | note works          | same      | 0
            pass              | fail 404            | worse     | 1
            pass              | warn 404            | worse     | 1
            pass              | known 404           | worse     | 1
            note works        | fail 404            | worse     | 1
            warn 404          | fail 500            | worse     | 1
            fail 404          | pass                | better    | 0
            fail 404          | warn 500            | better    | 0
            warn 404          | fail 404            | otherwise | 0
            fail 404          | fail 500            | otherwise | 0
            note works        | note refused        | otherwise | 0
            note works        | pass                | otherwise | 0
            pass              | not-tested no clock | unjudged  | 3
            pass              | deselected          | unjudged  | 3
            pass              | inconclusive slow   | unjudged  | 3
            inconclusive slow | pass                | unjudged  | 3
            not-tested a      | not-tested a        | same      | 3
            not-tested a      | not-tested b        | unjudged  | 3
            """)
    void twoReportsAreComparedByWhatTheTargetDoes(String base, String other, String change, int exitCode) {
        var comparison = comparison(side("a", check(ID, base)), side("b", check(ID, other)));

        assertThat(comparison.rows()).extracting(row -> row.change().label()).containsExactly(change);
        assertThat(comparison.exitCode()).isEqualTo(exitCode);
    }

    @ParameterizedTest
    @CsvSource({
        "pass, fail 404, pass, worse",
        "pass, pass, fail 404, worse",
        "fail 404, pass, fail 404, better",
        "warn 404, pass, fail 500, worse",
        "not-tested a, pass, fail 404, otherwise",
        "not-tested a, pass, pass, unjudged"
    })
    void ofThreeEachIsComparedWithTheFirst(String base, String second, String third, String change) {
        var comparison =
                comparison(side("a", check(ID, base)), side("b", check(ID, second)), side("c", check(ID, third)));

        assertThat(comparison.rows()).extracting(row -> row.change().label()).containsExactly(change);
    }

    @Test
    void rowsThatDifferComeFirstAndAValueIsThereOnce() {
        var comparison = comparison(
                side("a", check("IL-JOB-01", "pass"), check("IL-JOB-02", "note x"), check("IL-JOB-03", "pass")),
                side("b", check("IL-JOB-01", "pass"), check("IL-JOB-02", "note y"), check("IL-JOB-03", "fail 404")),
                side("c", check("IL-JOB-02", "note x"), check("IL-JOB-03", "fail 404")));

        assertThat(comparison.rows())
                .extracting(row -> row.first().id() + " " + row.change().label() + " " + row.cells())
                .containsExactly(
                        "IL-JOB-03 worse [0, 1, 1]", "IL-JOB-02 otherwise [0, 1, 0]", "IL-JOB-01 unjudged [0, 0, -1]");
        assertThat(comparison.rows().get(0).values()).extracting(Value::told).containsExactly("pass", "fail 404");
    }

    @Test
    void whatIsListedAsKnownIsShownApartAndComparedAlike() {
        var row = comparison(side("a", check(ID, "fail 404")), side("b", check(ID, "known 404")))
                .rows()
                .get(0);

        assertThat(row.change()).isEqualTo(Change.SAME);
        assertThat(row.values())
                .extracting(Value::known)
                .extracting(known -> known.orElse(""))
                .containsExactly("", "on purpose");
    }

    @Test
    void aJudgementThatIsLostMakesItIncompleteUnlessSomethingGotWorse() {
        var lost = comparison(
                side("a", check("IL-JOB-01", "pass"), check("IL-JOB-02", "pass")),
                side("b", check("IL-JOB-01", "inconclusive slow"), check("IL-JOB-02", "pass")));
        var worse = comparison(
                side("a", check("IL-JOB-01", "pass"), check("IL-JOB-02", "pass")),
                side("b", check("IL-JOB-01", "inconclusive slow"), check("IL-JOB-02", "fail 404")));

        assertThat(lost.exitCode()).isEqualTo(3);
        assertThat(lost.outcome())
                .isEqualTo("nothing got worse, but 1 check came to no judgement that the base has judged: IL-JOB-01");
        assertThat(worse.exitCode()).isEqualTo(1);
        assertThat(worse.outcome()).isEqualTo("worse than the base: 1 check: IL-JOB-02");
    }

    @Test
    void nothingInCommonIsNeverGreen() {
        var comparison = comparison(side("a", check("IL-JOB-01", "pass")), side("b", check("IL-JOB-02", "pass")));

        assertThat(comparison.exitCode()).isEqualTo(3);
        assertThat(comparison.outcome())
                .isEqualTo("not compared: no check was judged both in the base and in another report");
    }

    @Test
    void saysWhatMakesItLessThanItLooks() {
        var comparison = comparison(
                side("a", "docs-2022", List.of("inject"), check("IL-JOB-01", "pass"), check("IL-JOB-02", "pass")),
                side("b", "docs-2024", List.of(), check("IL-JOB-01", "pass"), check("IL-JOB-02", "deselected")),
                side("c", "docs-2024", List.of("inject"), check("IL-JOB-01", "inconclusive slow")));

        assertThat(comparison.remarks())
                .containsExactly(
                        "They were judged by different editions of the documents: docs-2022 (1); docs-2024 (2, 3)",
                        "They were offering the suite different things: inject (1, 3); only the address (2)",
                        "Report 2 is partial: checks were left out by the user",
                        "Report 3 is incomplete: checks came to no judgement",
                        "1 check is not in every report; nothing is concluded from that");
        assertThat(comparison(side("a", check(ID, "pass")), side("b", check(ID, "pass")))
                        .remarks())
                .isEmpty();
    }

    @Test
    void theConsoleHasWhatDiffersAndTheOutcomeLast() {
        var comparison = comparison(
                side("a", check("IL-JOB-01", "pass"), check("IL-JOB-02", "note x"), check("IL-JOB-03", "pass")),
                side("b", check("IL-JOB-01", "fail 404"), check("IL-JOB-02", "note y"), check("IL-JOB-03", "pass")));

        assertThat(comparison.told())
                .containsExactly(
                        "otherwise  IL-JOB-02  1: note x | 2: note y",
                        "worse  IL-JOB-01  1: pass | 2: fail 404",
                        "worse than the base: 1 check: IL-JOB-01");
    }

    @Test
    void readsFilesAndFoldersAndTellsReportsOfOneTargetApart() throws IOException {
        var yesterday = written("yesterday", "edge");
        var today = written("today", "edge");
        var other = written("other", "another");

        var comparison = Comparison.read(List.of(yesterday, today.resolve("report.json"), other));

        assertThat(comparison.sides())
                .extracting(Side::name)
                .containsExactly(
                        "edge (" + yesterday.resolve("report.json") + ")",
                        "edge (" + today.resolve("report.json") + ")",
                        "another");
        assertThat(comparison.sides().get(1).folder()).isEqualTo(today);
    }

    @Test
    void refusesToCompareOneReportOrFiftyOne() {
        assertThatThrownBy(() -> Comparison.read(List.of(folder)))
                .hasMessage("there is 1 report to compare; give two to 50");
        assertThatThrownBy(() -> Comparison.read(Collections.nCopies(51, folder)))
                .hasMessage("there are 51 reports to compare; give two to 50");
        assertThatThrownBy(() -> Comparison.read(List.of(folder, folder)))
                .isInstanceOf(IOException.class)
                .hasMessage("`" + folder.resolve("report.json")
                        + "` cannot be read; give a report.json that a run has written");
    }

    private Path written(String name, String target) throws IOException {
        var made = Files.createDirectory(folder.resolve(name));
        Files.writeString(
                made.resolve("report.json"),
                ReportJson.text(Reports.report(target, "docs-2022", List.of(), check(ID, "pass"))));
        return made;
    }
}
