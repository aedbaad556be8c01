package org.instantlogs.suite.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.instantlogs.fixtures.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DescriptorReaderTest {
    @TempDir
    private Path folder;

    @Test
    void theContractsExampleIsReadValueByValue() throws IOException {
        Path file = Examples.write(folder, Examples.CONTRACT);

        Descriptor read = DescriptorReader.read(
                Optional.of(file), new Properties(), Map.of("TARGET_KEY", "s3cret", "STRANGER_TOKEN", "other"));

        assertThat(read)
                .isEqualTo(new Descriptor(
                        "my-edge",
                        Edition.DOCS_2022,
                        URI.create("https://127.0.0.1:8443/client/v4"),
                        new Descriptor.Login(
                                Optional.of(new Descriptor.EmailKey("ops@example.com", "s3cret")), Optional.empty()),
                        Optional.of(new Descriptor.Login(Optional.empty(), Optional.of("other"))),
                        new Descriptor.Tls(Optional.of(folder.resolve("ca.pem")), false),
                        List.of(new Descriptor.ZoneEntry(
                                "0123456789abcdef0123456789abcdef",
                                Optional.of("shop.example.com"),
                                Optional.of(URI.create("http://127.0.0.1:8080")))),
                        Optional.of("http://127.0.0.1:9900/zones/{zone}/records"),
                        Optional.of(new Descriptor.Clock(
                                URI.create("http://127.0.0.1:9900/clock/advance"), Descriptor.Scope.ZONE)),
                        Optional.of(URI.create("http://127.0.0.1:9900/reset")),
                        new Descriptor.Limits(
                                Duration.ofHours(1), Duration.ofMinutes(5), Optional.empty(), Optional.empty()),
                        Optional.of(URI.create("ws://127.0.0.1:8080")),
                        new Descriptor.StreamTerms(Duration.ofMillis(500), false, Duration.ofSeconds(30)),
                        new Descriptor.Pace(Optional.empty(), Optional.empty())));
    }

    @Test
    void whatIsLeftOutHasTheContractsDefault() {
        Descriptor read = fromText("api: http://localhost:1/v4/\nauth: {token: t}\nzones: [{id: a}]\n");

        assertThat(read)
                .isEqualTo(new Descriptor(
                        "localhost:1",
                        Edition.DOCS_2022,
                        URI.create("http://localhost:1/v4"),
                        new Descriptor.Login(Optional.empty(), Optional.of("t")),
                        Optional.empty(),
                        new Descriptor.Tls(Optional.empty(), false),
                        List.of(new Descriptor.ZoneEntry("a", Optional.empty(), Optional.empty())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Descriptor.Limits(
                                Duration.ofHours(1), Duration.ofMinutes(5), Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        new Descriptor.StreamTerms(Duration.ofMillis(500), false, Duration.ofSeconds(30)),
                        new Descriptor.Pace(Optional.empty(), Optional.empty())));
    }

    @Test
    void aSectionOrValueLeftEmptyCountsAsLeftOut() {
        Descriptor read = fromText(
                "api: https://localhost\nauth: {token: t, key: null}\nzones: [{id: a, edge: }]\nclock:\nreset: ~\nlimits: {}\n");

        assertThat(read.clock()).isEmpty();
        assertThat(read.reset()).isEmpty();
        assertThat(read.auth().emailKey()).isEmpty();
        assertThat(read.zones().get(0).edge()).isEmpty();
    }

    @Test
    void unquotedIdsKeepEveryDigit() {
        Descriptor read = fromText("""
                api: https://localhost
                auth: {token: 007}
                zones:
                - id: 00000000000000000000000000000012
                - id: 1234567890123456789012345678901e5
                - id: 0x1F
                """);

        assertThat(read.zones())
                .extracting(Descriptor.ZoneEntry::id)
                .containsExactly("00000000000000000000000000000012", "1234567890123456789012345678901e5", "0x1F");
        assertThat(read.auth().token()).contains("007");
    }

    @Test
    void valuesMayBeQuotedOrNot() {
        Descriptor read = fromText("""
                contract: '1'
                api: "https://localhost"
                auth: {token: t}
                zones: [{id: 'a'}]
                limits: {connects: {count: '30', per: 'PT1M'}, records-per-second: "5"}
                stream: {ordered: "true"}
                pace: {api: {count: 1200, per: PT5M}, connects: null}
                """);

        assertThat(read.limits().connects()).contains(new Descriptor.Rate(30, Duration.ofMinutes(1)));
        assertThat(read.limits().recordsPerSecond()).contains(5);
        assertThat(read.stream().ordered()).isTrue();
        assertThat(read.pace().api()).contains(new Descriptor.Rate(1200, Duration.ofMinutes(5)));
    }

    @Test
    void environmentVariablesStandInsideValues() {
        Descriptor read = DescriptorReader.fromText(
                "api: https://${HOST}:${PORT}/v4\nauth: {token: t}\nzones: [{id: a}]\n",
                folder,
                new Properties(),
                Map.of("HOST", "localhost", "PORT", "8443"));

        assertThat(read.api()).isEqualTo(URI.create("https://localhost:8443/v4"));
    }

    @Test
    void aByteOrderMarkAndCommentsDoNoHarm() throws IOException {
        Path file = Files.writeString(
                folder.resolve("target.yaml"),
                "\uFEFF# the shop's edge\napi: https://localhost\nauth: {token: t} # owner\nzones: [{id: a}]\n");

        assertThat(DescriptorReader.read(Optional.of(file), new Properties(), Map.of())
                        .api())
                .isEqualTo(URI.create("https://localhost"));
    }

    @Test
    void noTextOfADescriptorHoldsACredential() {
        Descriptor read = fromText("""
                api: https://localhost
                auth: {token: s3cret, email: ops@example.com, key: s3cret}
                stranger: {token: s3cret2}
                zones: [{id: a}]
                """);

        assertThat(read.toString()).doesNotContain("s3cret").doesNotContain("ops@example.com");
    }

    private Descriptor fromText(String yaml) {
        return DescriptorReader.fromText(yaml, folder, new Properties(), Map.of());
    }
}
