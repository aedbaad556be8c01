package org.instantlogs.suite.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar that can't do what it was told says so in one line on standard error, and nothing on standard output. */
class BadInputIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void theSuiteRefusesADescriptorItCannotUse() throws Exception {
        Files.writeString(
                folder.resolve("target.yaml"),
                "api: https://localhost:1\nauth: {token: t}\nzones: [{id: a}]\ncolour: red\n");

        assertThat(refusal("suite.jar", "run", "--target", "target.yaml")).contains("`colour`");
    }

    @Test
    void theSuiteRefusesATargetThatDoesNotListen() throws Exception {
        Files.writeString(
                folder.resolve("target.yaml"), "api: https://localhost:1\nauth: {token: t}\nzones: [{id: a}]\n");

        assertThat(refusal("suite.jar", "run", "--target", "target.yaml")).contains("`api`");
    }

    @Test
    void theServerRefusesAnOptionItCannotUse() throws Exception {
        assertThat(refusal("server.jar", "--replay", "no-such.ndjson")).contains("no-such.ndjson");
    }

    private String refusal(String jar, String... arguments) throws Exception {
        try (var program = Program.start(jar, folder, List.of(), List.of(arguments))) {
            int exit = program.exit(LONGEST);
            var err = program.err().all();

            assertThat(exit).as(err).isEqualTo(2);
            assertThat(err.lines()).as(err).hasSize(1);
            assertThat(program.out().all()).isEmpty();
            return err;
        }
    }
}
