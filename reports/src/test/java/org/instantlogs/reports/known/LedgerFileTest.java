package org.instantlogs.reports.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LedgerFileTest {
    private static final String RIGHT = "check: IL-A-01, reason: why, fingerprints: [v1-0]";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsWhatItWrites() throws IOException {
        var ledger = LedgerFile.parse("""
                known: 1
                deviations:
                  - check: IL-A-01.word[value=1]
                    reason: 'a "reason": with # everything, and: more'
                    link: https://tracker.example/7?a=b#c
                    expires: 2027-01-31
                    fingerprints: [v1-1, v1-0]
                  - {check: "*", reason: "on\\nlines", fingerprints: ["v1-2"]}
                """);
        var file = folder.resolve("known.yaml");

        LedgerFile.write(file, ledger);

        assertThat(Ledger.read(file).entries()).isEqualTo(ledger.entries()).hasSize(2);
        assertThat(Files.readString(file))
                .startsWith("# Known deviations of a target")
                .contains("""
                known: 1
                deviations:
                - check: "IL-A-01.word[value=1]"
                  reason: "a \\"reason\\": with # everything, and: more"
                  link: https://tracker.example/7?a=b#c
                  expires: 2027-01-31
                  fingerprints:
                  - v1-0
                  - v1-1
                """);
        assertThat(folder).isDirectoryNotContaining("glob:**.known*");
    }

    @Test
    void aListOfNothingIsAList() {
        assertThat(LedgerFile.parse("known: 1\ndeviations: []\n").entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                            | it holds no mapping; begin with `known: 1`
            - a                           | it holds no mapping; begin with `known: 1`
            deviations: []                | `known` is missing; this suite reads version 1
            {known: 2, deviations: []}    | `known` is `2`; this suite reads version 1
            {known: 1}                    | `deviations` is missing; it is a list of entries, and where there is none `[]`
            {known: 1, deviations: x}     | `deviations` is `x`; it is a list of entries, and where there is none `[]`
            {known: 1, deviations: [], a: 1} | `a` is no member of it; there are known, deviations
            {known: 1, deviations: [x]}   | `deviations[0]` is `x`; an entry has `check`, `reason` and `fingerprints`
            """)
    void refusesWhatIsNoListAndNamesTheMember(String text, String message) {
        assertThatThrownBy(() -> LedgerFile.parse(text)).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            reason: why, fingerprints: [v1-0] | `deviations[0].check` is missing; give a check id, or a glob of check ids
            check: 7, reason: why, fingerprints: [v1-0] | `deviations[0].check` is `7`; give a check id, or a glob of check ids
            check: a, reason: " ", fingerprints: [v1-0] | `deviations[0].reason` is blank; give a text that says why this is known
            check: a, reason: b | `deviations[0].fingerprints` is missing; give a list of at least one such as `v1-0123456789abcdef`; report.json has it with each violated check, and `known update` fills it in
            check: a, reason: b, fingerprints: [] | `deviations[0].fingerprints` is `[]`; give a list of at least one such as `v1-0123456789abcdef`; report.json has it with each violated check, and `known update` fills it in
            check: a, reason: b, fingerprints: [v1-0], expires: soon | `deviations[0].expires` is `soon`; give a date such as `2027-01-31`
            check: a, reason: b, fingerprints: [v1-0], expires: 2027-02-30 | `deviations[0].expires` is `2027-02-30`; give a date such as `2027-01-31`
            check: a, reason: b, fingerprints: [v1-0], link: tracker 7 | `deviations[0].link` is `tracker 7`; give an http(s) address
            check: a, reason: b, fingerprints: [v1-0], link: javascript:alert(1) | `deviations[0].link` is `javascript:alert(1)`; give an http(s) address
            check: a, reason: b, fingerprints: [v1-0], expiry: soon | `deviations[0].expiry` is no member of it; there are check, reason, link, expires, fingerprints
            """)
    void refusesAnEntryAndNamesTheMember(String entry, String message) {
        assertThatThrownBy(() -> LedgerFile.parse("{known: 1, deviations: [{" + entry + "}]}"))
                .hasMessage(message);
    }

    @Test
    void refusesTwoEntriesForOnePattern() {
        assertThatThrownBy(() -> LedgerFile.parse("{known: 1, deviations: [{" + RIGHT + "}, {" + RIGHT + "}]}"))
                .hasMessage("`deviations[1].check` is `IL-A-01`, as in an entry before; make one of the two");
    }

    @Test
    void refusesWhatIsNoYamlInOneLine() throws IOException {
        var file = Files.writeString(folder.resolve("known.yaml"), "known: 1\ndeviations: [\n");

        assertThatThrownBy(() -> Ledger.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "the list of known deviations `" + file + "` is of no use: it is no YAML in line 2 (")
                .message()
                .hasLineCount(1);
    }

    @Test
    void aFileThatIsNotThereOrNoTextIsNamed() throws IOException {
        var none = folder.resolve("none.yaml");
        assertThatThrownBy(() -> Ledger.read(none))
                .hasMessage("the list of known deviations `" + none
                        + "` is not there; `known update` writes one from a report");
        var bytes = Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xff});
        assertThatThrownBy(() -> Ledger.read(bytes))
                .hasMessage("the list of known deviations `" + bytes + "` is no UTF-8 text");
        assertThatThrownBy(() -> Ledger.read(folder))
                .hasMessage("the list of known deviations `" + folder + "` cannot be read; give a YAML file");
    }
}
