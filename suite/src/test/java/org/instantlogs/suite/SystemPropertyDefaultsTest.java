package org.instantlogs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class SystemPropertyDefaultsTest {
    private static final String PREFIX = "defaults-test-";

    private final Options options = new Options();

    @Command
    private static final class Options {
        @Option(
                names = {"-c", "--defaults-test-count"},
                defaultValue = "42")
        private int count;

        @Option(names = "--defaults-test-flag")
        private boolean flag;

        @Option(names = "--defaults-test-name")
        private Optional<String> name = Optional.empty();

        @Option(names = "--defaults-test-only", split = " ")
        private List<String> only = new ArrayList<>();
    }

    @AfterEach
    void noPropertyStaysSet() {
        for (String name : List.of("count", "flag", "name", "only")) {
            System.clearProperty(PREFIX + name);
        }
    }

    @Test
    void withoutAPropertyTheOptionsOwnDefaultHolds() {
        parse();

        assertThat(options.count).isEqualTo(42);
        assertThat(options.flag).isFalse();
        assertThat(options.name).isEmpty();
        assertThat(options.only).isEmpty();
    }

    @Test
    void anOptionThatIsNotGivenTakesThePropertyOfItsLongestName() {
        System.setProperty(PREFIX + "count", "7");
        System.setProperty(PREFIX + "flag", "true");
        System.setProperty(PREFIX + "name", "a name");
        System.setProperty(PREFIX + "only", "JOB IL-STREAM-*");
        parse();

        assertThat(options.count).isEqualTo(7);
        assertThat(options.flag).isTrue();
        assertThat(options.name).hasValue("a name");
        assertThat(options.only).containsExactly("JOB", "IL-STREAM-*");
    }

    @Test
    void aPropertyWithoutAValueSetsAFlag() {
        System.setProperty(PREFIX + "flag", "");
        parse();

        assertThat(options.flag).isTrue();
    }

    @Test
    void whatIsGivenCountsMoreThanTheProperty() {
        System.setProperty(PREFIX + "count", "7");
        parse("-c", "8");

        assertThat(options.count).isEqualTo(8);
    }

    private void parse(String... arguments) {
        new CommandLine(options)
                .setDefaultValueProvider(new SystemPropertyDefaults())
                .parseArgs(arguments);
    }
}
