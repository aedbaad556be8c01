package org.instantlogs.suite.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OverridesTest {
    private static final String FILE = """
            api: https://localhost:1
            auth: {token: of-file}
            zones: [{id: a, host: a.example}]
            stream: {settle: PT1S}
            reset: http://127.0.0.1:9/reset
            """;

    @Test
    void aPropertyGoesBeforeTheEnvironmentAndThatBeforeTheFile() {
        Map<String, String> environment = Map.of("TARGET_STREAM_SETTLE", "PT2S");

        assertThat(read(properties(), Map.of()).stream().settle()).isEqualTo(Duration.ofSeconds(1));
        assertThat(read(properties(), environment).stream().settle()).isEqualTo(Duration.ofSeconds(2));
        assertThat(read(properties("target.stream.settle", "PT3S"), environment).stream()
                        .settle())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void noFileIsNeededWhereTheShorthandsSayEverything() {
        Descriptor read = DescriptorReader.read(
                Optional.empty(),
                properties(
                        "target.url", "http://127.0.0.1:8080/client/v4",
                        "target.zone", "a",
                        "target.email", "ops@example.com",
                        "target.key", "k",
                        "target.token", "t"),
                Map.of());

        assertThat(read.api()).isEqualTo(URI.create("http://127.0.0.1:8080/client/v4"));
        assertThat(read.zones()).extracting(Descriptor.ZoneEntry::id).containsExactly("a");
        assertThat(read.auth())
                .isEqualTo(new Descriptor.Login(
                        Optional.of(new Descriptor.EmailKey("ops@example.com", "k")), Optional.of("t")));
    }

    @Test
    void theShorthandsAreThereForTheEnvironmentToo() {
        Descriptor read = DescriptorReader.read(
                Optional.empty(),
                new Properties(),
                Map.of("TARGET_URL", "https://localhost", "TARGET_ZONE", "a", "TARGET_TOKEN", "t${x"));

        assertThat(read.api()).isEqualTo(URI.create("https://localhost"));
        assertThat(read.auth().token()).contains("t${x");
    }

    @ParameterizedTest
    @CsvSource({"target.zones[1].id", "target.zones.1.id"})
    void listsGoByIndexInEitherSpelling(String name) {
        assertThat(read(properties(name, "b"), Map.of()).zones())
                .extracting(Descriptor.ZoneEntry::id)
                .containsExactly("a", "b");
    }

    @Test
    void moreThanTenZonesKeepTheirOrder() {
        Properties zones = new Properties();
        for (int index = 0; index < 12; index++) {
            zones.setProperty("target.zones[" + index + "].id", "z" + index);
        }

        assertThat(read(zones, Map.of()).zones())
                .extracting(Descriptor.ZoneEntry::id)
                .containsExactly("z0", "z1", "z2", "z3", "z4", "z5", "z6", "z7", "z8", "z9", "z10", "z11");
    }

    @Test
    void environmentVariablesReachEveryProperty() {
        Descriptor read = read(
                properties(),
                Map.of(
                        "TARGET_ZONES_0_HOST", "b.example",
                        "TARGET_ZONES_1_ID", "b",
                        "TARGET_STREAM_DELIVER_WITHIN", "PT9S",
                        "TARGET_LIMITS_RECORDS_PER_SECOND", "7",
                        "TARGET_LIMITS_CONNECTS", "{count: 30, per: PT1M}",
                        "TARGET_PACE_API_COUNT", "3",
                        "TARGET_PACE_API_PER", "PT1S"));

        assertThat(read.zones().get(0).host()).contains("b.example");
        assertThat(read.zones().get(1).id()).isEqualTo("b");
        assertThat(read.stream().deliverWithin()).isEqualTo(Duration.ofSeconds(9));
        assertThat(read.limits().recordsPerSecond()).contains(7);
        assertThat(read.limits().connects()).contains(new Descriptor.Rate(30, Duration.ofMinutes(1)));
        assertThat(read.pace().api()).contains(new Descriptor.Rate(3, Duration.ofSeconds(1)));
    }

    @Test
    void everyPropertyCanBeOverridden() {
        for (String path : Shape.descriptor().paths("")) {
            String text = "${NOBODY_SET_THIS}";

            assertThatExceptionOfType(DescriptorException.class)
                    .as(path)
                    .isThrownBy(() -> read(properties("target." + path, text), Map.of()))
                    .withMessageContaining("system property `target." + path + "`");
        }
    }

    @Test
    void anEmptyPropertyTakesTheFilesValueAway() {
        assertThat(read(properties("target.reset", ""), Map.of()).reset()).isEmpty();
        assertThat(read(properties("target.reset", "null"), Map.of()).reset()).isEmpty();
    }

    @Test
    void anEmptyVariableCountsAsNotSet() {
        assertThat(read(properties(), Map.of("TARGET_RESET", "")).reset()).isPresent();
    }

    @Test
    void aReferenceThatIsOverriddenNeedsNoVariable() {
        Descriptor read = DescriptorReader.fromText(
                FILE.replace("of-file", "'${NOBODY_SET_THIS}'"),
                Path.of(""),
                properties("target.token", "t"),
                Map.of());

        assertThat(read.auth().token()).contains("t");
    }

    @Test
    void halfALoginOfTheEnvironmentBesideATokenIsLeftAlone() {
        Descriptor read = read(properties(), Map.of("TARGET_KEY", "another"));

        assertThat(read.auth()).isEqualTo(new Descriptor.Login(Optional.empty(), Optional.of("of-file")));
    }

    @Test
    void variablesOfOtherProgramsAreLeftAlone() {
        Map<String, String> others = Map.of("TARGET_ARCH", "arm64", "TARGET", "x", "TARGETS_API", "x");

        assertThat(read(properties(), others)).isEqualTo(read(properties(), Map.of()));
        assertThat(DescriptorReader.overridden(new Properties(), others)).isFalse();
    }

    @Test
    void theNameOfTheFileIsNoOverride() {
        assertThat(DescriptorReader.overridden(properties("target", "bundled"), Map.of()))
                .isFalse();
        assertThat(DescriptorReader.overridden(properties("target.urk", "x"), Map.of()))
                .isTrue();
        assertThat(DescriptorReader.overridden(properties("target.zone", "x"), Map.of()))
                .isTrue();
    }

    @Test
    void twoNamesOfOnePropertyMayAgree() {
        Properties both = properties("target.url", "https://localhost", "target.api", "https://localhost");

        assertThat(read(both, Map.of()).api()).isEqualTo(URI.create("https://localhost"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target.setle | x | `setle` is no property of a descriptor; did you mean `stream.settle`?"
                        + " (system property `target.setle`)",
                "target.zones.id | x | `zones.id` is no property of a descriptor; entries of `zones` are counted from 0,"
                        + " as in `zones[0]` (system property `target.zones.id`)",
                "target.name.first | x | `name.first` is no property of a descriptor; `name` is a single value"
                        + " (system property `target.name.first`)",
                "target.zones[5].id | x | `zones[5]` (system property `target.zones[5].id`) comes after a gap; there is 1"
                        + " entry, so the next is `zones[1]`",
                "target.stream.settle | 0.5 | `stream.settle` (system property `target.stream.settle`) is `0.5`; give an"
                        + " ISO 8601 duration such as `PT0.5S`",
                "target.limits.connects | 30 | `limits.connects` is a single value; give a section with `count`, `per`",
                "target.zone | a/b | `zones[0].id` (system property `target.zone`) is `a/b`; give a zone id such as"
                        + " `0123456789abcdef0123456789abcdef`",
            })
    void aWrongPropertyGetsItsLine(String name, String text, String line) {
        assertThatExceptionOfType(DescriptorException.class)
                .isThrownBy(() -> read(properties(name, text), Map.of()))
                .withMessage(line);
    }

    @Test
    void twoNamesThatDifferContradictEachOther() {
        assertThatExceptionOfType(DescriptorException.class)
                .isThrownBy(() -> read(properties("target.token", "s3cret", "target.auth.token", "s3cret2"), Map.of()))
                .withMessage(
                        "system property `target.auth.token` and system property `target.token` are two names of one"
                                + " property and differ; give one of them");
    }

    private static Descriptor read(Properties properties, Map<String, String> environment) {
        return DescriptorReader.fromText(FILE, Path.of(""), properties, environment);
    }

    private static Properties properties(String... namesAndTexts) {
        Properties properties = new Properties();
        for (int at = 0; at < namesAndTexts.length; at += 2) {
            properties.setProperty(namesAndTexts[at], namesAndTexts[at + 1]);
        }
        return properties;
    }
}
