package org.instantlogs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The commands that the README promises. */
class SuiteCommandTest {
    @Test
    void knowsEveryCommandOfTheReadme() {
        assertThat(SuiteCommand.commandLine().getSubcommands())
                .containsOnlyKeys(
                        "run", "list", "explain", "plan", "origin", "watch", "report", "known", "diff", "replay");
    }
}
