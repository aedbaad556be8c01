package org.instantlogs.suite.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a descriptor can be wrong that we know of, with the exact line it gets. */
final class RefusalsTest {
    private static final String RATE = "limits: {connects: ";

    @TempDir
    private Path folder;

    /** What is added to a minimal descriptor, and the line. */
    static Stream<Arguments> additions() {
        return Stream.of(
                // names
                arguments("streem: {settle: PT1S}", "`streem` is no property of a descriptor; did you mean `stream`?"),
                arguments(
                        "stream: {setle: PT1S}",
                        "`stream.setle` is no property of a descriptor; did you mean `stream.settle`?"),
                arguments(
                        "stream: {deliverWithin: PT1S}",
                        "`stream.deliverWithin` is no property of a descriptor; did you mean `stream.deliver-within`?"),
                arguments(
                        "inject: http://127.0.0.1/",
                        "`inject` is no property of a descriptor; did you mean `traffic.inject`?"),
                arguments(
                        "stream: {quux: 1}",
                        "`stream.quux` is no property of a descriptor; known here are `settle`, `ordered`,"
                                + " `deliver-within`"),
                arguments(
                        RATE + "{count: 1, pre: PT1M}}",
                        "`limits.connects.pre` is no property of a descriptor; did you mean `limits.connects.per`?"),
                // kinds
                arguments(
                        "stream: PT1S",
                        "`stream` is a single value; give a section with `settle`, `ordered`, `deliver-within`"),
                arguments("reset: [http://127.0.0.1/]", "`reset` is a list; give a single value"),
                arguments("name: {first: a}", "`name` is a section; give a single value"),
                arguments(RATE + "30}", "`limits.connects` is a single value; give a section with `count`, `per`"),
                // values
                arguments("contract: 2", "`contract` is `2`; this suite knows version `1` of the target contract"),
                arguments("profile: docs-2023", "`profile` is `docs-2023`; give `docs-2022` or `docs-2024`"),
                arguments("name: ''", "`name` is empty; give a value or leave the property out"),
                arguments(
                        "name: \"a\\nb\"",
                        "`name` holds a line break or another control character; give one line of text"),
                arguments(
                        "stream: {settle: 0.5}",
                        "`stream.settle` is `0.5`; give an ISO 8601 duration such as `PT0.5S`"),
                arguments(
                        "stream: {settle: PT0S}",
                        "`stream.settle` is `PT0S`; give a duration above zero and up to 366 days, such as `PT0.5S`"),
                arguments(
                        "limits: {idle: PT-5M}",
                        "`limits.idle` is `PT-5M`; give a duration above zero and up to 366 days, such as `PT5M`"),
                arguments(
                        "limits: {session: P400D}",
                        "`limits.session` is `P400D`; give a duration above zero and up to 366 days, such as"
                                + " `PT60M`"),
                arguments(
                        "stream: {settle: PT31S}",
                        "`stream.settle` is `PT31S`; it may not be longer than `stream.deliver-within`, which is"
                                + " `PT30S`"),
                arguments("stream: {ordered: yes}", "`stream.ordered` is `yes`; give `true` or `false`"),
                arguments(
                        "limits: {records-per-second: 0}",
                        "`limits.records-per-second` is `0`; give a whole number from 1 to 2147483647"),
                arguments(
                        "limits: {records-per-second: 1.5}",
                        "`limits.records-per-second` is `1.5`; give a whole number from 1 to 2147483647"),
                arguments(
                        RATE + "{count: 2147483648, per: PT1M}}",
                        "`limits.connects.count` is `2147483648`; give a whole number from 1 to 2147483647"),
                arguments(
                        RATE + "{count: 30}}",
                        "`limits.connects.per` is missing; give both, such as `limits.connects: {count: 30, per: PT1M}`"),
                arguments(
                        "clock: {advance: http://127.0.0.1/, scope: all}",
                        "`clock.scope` is `all`; give `zone` or `global`"),
                arguments(
                        "clock: {scope: zone}",
                        "`clock.scope` is given without `clock.advance`; give the address that moves the clock, or leave"
                                + " both out"),
                // addresses
                arguments(
                        "reset: /reset",
                        "`reset` is `/reset`; give an absolute http or https address such as"
                                + " `http://127.0.0.1:9900/reset`"),
                arguments(
                        "reset: http://127.0.0.1:70000/",
                        "`reset` is `http://127.0.0.1:70000/`; give an absolute http or https address such as"
                                + " `http://127.0.0.1:9900/reset`"),
                arguments(
                        "plaintext: wss://127.0.0.1:8080",
                        "`plaintext` is `wss://127.0.0.1:8080`; give an absolute ws address such as"
                                + " `ws://127.0.0.1:8080`"),
                arguments(
                        "traffic: {inject: 'http://127.0.0.1/{zon}/'}",
                        "`traffic.inject` is `http://127.0.0.1/{zon}/`; give an absolute http or https address such as"
                                + " `http://127.0.0.1:9900/zones/{zone}/records`"),
                // credentials
                arguments(
                        "stranger: {email: a@example.com}",
                        "`stranger.email` is given without `stranger.key`; give both, or `stranger.token`"),
                arguments(
                        "stranger: {token: s3cret}",
                        "`stranger` has a login of `auth`; give the credentials of another account, which owns none of the"
                                + " zones, or leave `stranger` out"),
                arguments(
                        "stranger: {token: 'a b'}",
                        "`stranger.token` holds a blank or a character beyond ASCII; give the value alone, as it goes into"
                                + " a header"),
                arguments(
                        "stranger: {token: '${NOBODY_SET_THIS}'}",
                        "`stranger.token` refers to the environment variable `NOBODY_SET_THIS`, which is not set; set it, or"
                                + " give the value itself"),
                arguments(
                        "name: '${A-B}'",
                        "`name` has a `${` that is not followed by the name of an environment variable and `}`; write"
                                + " `${NAME}`"),
                // trust
                arguments(
                        "tls: {trust: ca.pem, insecure: true}",
                        "`tls.trust`: the file `FOLDER/ca.pem` is missing; give the path of a PEM file, relative to the"
                                + " descriptor's folder (and 1 more)"),
                arguments(
                        "tls: {trust: target.yaml}",
                        "`tls.trust`: the file `FOLDER/target.yaml` holds no certificate; give a PEM file with"
                                + " `-----BEGIN CERTIFICATE-----` blocks"),
                arguments(
                        "tls: {trust: .}", "`tls.trust`: the file `FOLDER/.` is no file; give the path of a PEM file"),
                // YAML
                arguments(
                        "name: a\nname: b",
                        "`FOLDER/target.yaml`, line 5, column 1: the property `name` is here a second time"),
                arguments(
                        "name: [a",
                        "`FOLDER/target.yaml`, line 5, column 1: expected ',' or ']', but got <stream end>"),
                arguments(
                        "\tname: a",
                        "`FOLDER/target.yaml`, line 4, column 1: found character '\\t(TAB)' that cannot start any token. (Do"
                                + " not use \\t(TAB) for indentation)"),
                arguments("? [a]\n: b", "`FOLDER/target.yaml`, line 4, column 3: a property's name is a single word"));
    }

    @ParameterizedTest
    @MethodSource("additions")
    void anAdditionThatIsWrongGetsItsLine(String addition, String line) throws IOException {
        String minimal = "api: https://127.0.0.1:1\nauth: {token: s3cret}\nzones: [{id: a}]\n";

        assertRefused(minimal + addition + "\n", line);
    }

    /** Whole descriptors, and the line. */
    static Stream<Arguments> wholes() {
        String auth = "auth: {token: t}\n";
        String zones = "zones: [{id: a}]\n";
        String api = "api: https://127.0.0.1:1\n";
        return Stream.of(
                arguments(
                        auth + zones,
                        "`api` is missing; give the base URL of the target's API, such as"
                                + " `https://127.0.0.1:8443/client/v4`"),
                arguments(
                        "api: 127.0.0.1:8443\n" + auth + zones,
                        "`api` is `127.0.0.1:8443`; give an absolute https or http address such as"
                                + " `https://api.example.com/client/v4`"),
                arguments(
                        "api: http://api.example.com/v4\n" + auth + zones,
                        "`api` is `http://api.example.com/v4`; plain http is allowed on loopback only, credentials would"
                                + " travel in the clear; give an https address"),
                arguments(
                        "api: https://127.0.0.1/v4?key=s3cret\n" + auth + zones,
                        "`api` has a query or a fragment; end the address with its path, as in"
                                + " `https://api.example.com/client/v4`"),
                arguments(
                        "api: https://me:s3cret@127.0.0.1/v4\n" + auth + zones,
                        "`api` holds a user name or password; credentials belong in `auth`"),
                arguments(
                        api + zones,
                        "`auth` is missing; give `auth.token`, or `auth.email` and `auth.key`, or all three"),
                arguments(
                        api + zones + "auth: {key: s3cret}\n",
                        "`auth.key` is given without `auth.email`; give both, or `auth.token`"),
                arguments(api + auth, "`zones` is missing or empty; give at least one zone, as `zones[0].id`"),
                arguments(
                        api + auth + "zones: []\n",
                        "`zones` is missing or empty; give at least one zone, as `zones[0].id`"),
                arguments(
                        api + auth + "zones: a\n",
                        "`zones` is a single value; give a list, each entry with a `- ` of its own"),
                arguments(
                        api + auth + "zones: [a]\n",
                        "`zones[0]` is a single value; give a section with `id`, `host`, `edge`"),
                arguments(api + auth + "zones: [{host: a.example}]\n", "`zones[0].id` is missing; give the zone's id"),
                arguments(
                        api + auth + "zones: [{id: a/b}]\n",
                        "`zones[0].id` is `a/b`; give a zone id such as `0123456789abcdef0123456789abcdef`"),
                arguments(
                        api + auth + "zones: [{id: a}, {id: a}]\n",
                        "`zones[1].id` is `a`; `zones[0].id` is the same; give each zone once"),
                arguments(
                        api + auth + "zones: [{id: a, host: 'http://a.example'}]\n",
                        "`zones[0].host` is `http://a.example`; give a host name alone, such as `shop.example.com`"),
                arguments(
                        api + auth + "zones: [{id: a, hots: a.example}]\n",
                        "`zones[0].hots` is no property of a descriptor; did you mean `zones[0].host`?"),
                arguments(
                        api + auth + "zones: [{id: a}, {id: b}]\ntraffic: {inject: http://127.0.0.1/records}\n",
                        "`traffic.inject` is `http://127.0.0.1/records`; there are 2 zones, so put `{zone}` where the zone's"
                                + " id belongs"),
                arguments(
                        "- a\n",
                        "the descriptor is a list; give a section with `contract`, `name`, `profile`, `api`, `auth`,"
                                + " `stranger`, `tls`, `zones`, `traffic`, `clock`, `reset`, `limits`, `plaintext`,"
                                + " `stream`, `pace`"),
                arguments(
                        "",
                        "`api` is missing; give the base URL of the target's API, such as"
                                + " `https://127.0.0.1:8443/client/v4` (and 2 more)"),
                arguments(
                        api + auth + zones + "---\n" + api,
                        "`FOLDER/target.yaml`, line 4, column 1: but found another document"));
    }

    @ParameterizedTest
    @MethodSource("wholes")
    void aWholeThatIsWrongGetsItsLine(String yaml, String line) throws IOException {
        assertRefused(yaml, line);
    }

    @Test
    void aMissingFileIsNamed() {
        assertRefused(
                folder.resolve("none.yaml"),
                "the descriptor `FOLDER/none.yaml` is missing; give the path of a YAML file");
    }

    @Test
    void aFolderInPlaceOfAFileIsNamed() {
        assertRefused(folder, "the descriptor `FOLDER` is a folder; give the path of a YAML file");
    }

    @Test
    void bytesThatAreNoTextAreNamed() throws IOException {
        Path file = Files.write(folder.resolve("target.yaml"), new byte[] {'a', ':', ' ', (byte) 0xC3, '('});

        assertRefused(file, "the descriptor `FOLDER/target.yaml` is no UTF-8 text; give a YAML file");
    }

    @Test
    void aFileWithoutEndIsNotReadToItsEnd() throws IOException {
        Path file = Files.write(
                folder.resolve("target.yaml"), "#".repeat((1 << 20) + 1).getBytes(StandardCharsets.UTF_8));

        assertRefused(file, "the descriptor `FOLDER/target.yaml` is over 1 MiB; give a YAML file");
    }

    @Test
    void nestedAliasesAreRefusedBeforeTheyGrow() throws IOException {
        Path file = Files.writeString(folder.resolve("target.yaml"), "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");

        assertThatExceptionOfType(DescriptorException.class)
                .isThrownBy(() -> DescriptorReader.read(Optional.of(file), new Properties(), Map.of()))
                .withMessageContaining("aliases")
                .satisfies(refused -> assertThat(refused.getMessage()).hasLineCount(1));
    }

    private void assertRefused(String yaml, String line) throws IOException {
        assertRefused(Files.writeString(folder.resolve("target.yaml"), yaml), line);
    }

    private void assertRefused(Path file, String line) {
        assertThatExceptionOfType(DescriptorException.class)
                .isThrownBy(() -> DescriptorReader.read(Optional.of(file), new Properties(), Map.of()))
                .withMessage(line.replace("FOLDER", folder.toString()))
                .satisfies(refused ->
                        assertThat(refused.getMessage()).hasLineCount(1).doesNotContain("s3cret"));
    }
}
