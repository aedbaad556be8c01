package org.instantlogs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.BundledTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user can get wrong is one line that names it and the way out, exit code 2, and no report. */
final class BadInputTest {
    private static final String RIGHT = """
            contract: 1
            api: https://localhost:1/client/v4
            auth: {token: some-token}
            zones: [{id: 0123456789abcdef0123456789abcdef}]
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            colour: red                            | colour
            stream: {settle: 0.5}                  | stream.settle
            stream: {settle: PT0.5S, sttle: PT1S}  | stream.sttle
            limits: {session: sixty minutes}       | limits.session
            limits: [PT60M]                        | limits
            limits: {connects: {count: many, per: PT1M}} | limits.connects.count
            contract: 2                            | contract
            profile: docs-1999                     | profile
            tls: {trust: no-such.pem}              | no-such.pem
            tls: {insecure: perhaps}               | tls.insecure
            plaintext: http://localhost            | plaintext
            """)
    void aWrongPropertyIsNamed(String line, String named) throws Exception {
        var replaced = RIGHT.replaceFirst("(?m)^" + line.replaceFirst(":.*", "") + ":.*\n", "");

        assertThat(refusal(replaced + line + "\n")).contains(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "auth", "zones"})
    void aMissingPropertyIsNamed(String property) throws Exception {
        assertThat(refusal(RIGHT.replaceFirst("(?m)^" + property + ":.*\n", "")))
                .contains("`" + property);
    }

    @Test
    void propertiesThatContradictEachOtherAreBothNamed() throws Exception {
        assertThat(refusalByTheServer(yaml -> yaml.replaceFirst("(?m)^( {2}trust: .*)$", "$1\n  insecure: true")))
                .contains("tls.trust")
                .contains("tls.insecure")
                .contains("contradict");
        assertThat(refusal(RIGHT + "clock: {scope: zone}\n"))
                .contains("clock.scope")
                .contains("clock.advance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "- a list", "\u0000", "just text"})
    void aFileThatIsNoDescriptorIsRefused(String text) throws Exception {
        refusal(text);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(refused("run", "--target", "no-such.yaml", "--out", report()))
                .contains("no-such.yaml");
        assertThat(refused("run", "--target", folder.toString(), "--out", report()))
                .contains(folder.toString());
    }

    @Test
    void anUnresolvableHostIsNamed() throws Exception {
        assertThat(refusal(RIGHT.replace("localhost:1", "no-such-host.invalid")))
                .contains("`api`")
                .contains("no-such-host.invalid")
                .contains("cannot be resolved");
    }

    @Test
    void aPortThatRefusesIsNamed() throws Exception {
        assertThat(refusal(RIGHT.replace("localhost:1/", "127.0.0.1:" + freePort() + "/")))
                .contains("`api`")
                .contains("connection refused")
                .contains("check the host and port");
    }

    @Test
    void anUntrustedCertificateSaysHowToTrustIt() throws Exception {
        assertThat(refusalByTheServer(yaml -> yaml.replaceFirst("(?m)^tls:\n.*\n", "")))
                .contains("`api`")
                .contains("tls.trust");
    }

    @Test
    void aRefusedLoginIsNamedAndNotRepeated() throws Exception {
        assertThat(refusalByTheServer(yaml -> yaml.replaceFirst("(?m)^ {2}key:.*$", "  key: \"wrong-key\"")
                        .replaceFirst("(?m)^ {2}token:.*$", "  token: \"wrong-token\"")))
                .contains("auth.email")
                .contains("auth.token")
                .contains("refused the login")
                .doesNotContain("wrong-key")
                .doesNotContain("wrong-token");
    }

    @Test
    void whoeverWatchesIsToldOfARefusedLoginToo() throws Exception {
        var server = ServiceLoader.load(BundledTarget.class).findFirst().orElseThrow();
        try (var booted = server.boot(2)) {
            var descriptor = booted.descriptor()
                    .replaceFirst("(?m)^ {2}key:.*$", "  key: \"wrong-key\"")
                    .replaceFirst("(?m)^ {2}token:.*$", "  token: \"wrong-token\"");
            var file = Files.writeString(folder.resolve("target.yaml"), descriptor);

            assertThat(refused("watch", "--target", file.toString())).contains("refused the login");
        }
    }

    @Test
    void aZoneThatDoesNotExistIsNamed() throws Exception {
        var nowhere = "00000000000000000000000000000000";

        assertThat(refusalByTheServer(yaml -> yaml.replaceFirst("(?m)id: .*$", "id: \"" + nowhere + "\"")))
                .contains("`zones[0].id`")
                .contains(nowhere);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IL-NOTHING-99", "IL-JOB-01.no-such-check"})
    void aSelectorThatSelectsNothingIsNamed(String selector) {
        assertThat(refused("run", "--zones", "1", "--out", report(), "--only", "JOB", "--only", selector))
                .contains("`" + selector + "`")
                .contains("selects no check");
    }

    @Test
    void anOutputFolderThatCannotBeWrittenIsNamed() throws Exception {
        var inTheWay = Files.writeString(folder.resolve("in-the-way"), "something");

        for (Path out : List.of(inTheWay, inTheWay.resolve("below"))) {
            assertThat(refused("run", "--out", out.toString()))
                    .contains(out.toString())
                    .contains("--out");
        }
        assertThat(inTheWay).hasContent("something");
    }

    @Test
    void aListOfKnownDeviationsThatIsOfNoUseIsNamed() throws Exception {
        var list = Files.writeString(folder.resolve("known.yaml"), "known: 1\ndeviations: [{check: IL-JOB-01}]\n");

        assertThat(refused("run", "--out", report(), "--known", list.toString()))
                .contains(list.toString())
                .contains("`deviations[0].reason` is missing; give a text that says why this is known");
        assertThat(refused("run", "--out", report(), "--known", "no-such.yaml"))
                .contains("`no-such.yaml` is not there; `known update` writes one from a report");
    }

    @Test
    void anUpdateOfTheKnownFromNoReportIsRefused() throws Exception {
        var list = folder.resolve("known.yaml");
        var other = Files.writeString(folder.resolve("other.json"), "{}");

        assertThat(refused("known")).contains("say what to do with the list: known update");
        assertThat(refused("known", "update", "--known", list.toString())).contains("--report");
        assertThat(refused("known", "update", "--known", list.toString(), "--report", "no-such.json"))
                .contains("`no-such.json` cannot be read; give a report.json that a run has written");
        assertThat(refused("known", "update", "--known", list.toString(), "--report", other.toString()))
                .contains("`" + other + "` is no usable report: `report` is missing");
        assertThat(list).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "--zones 0, zones",
        "--zones -1, zones",
        "--zones many, --zones",
        "--seed x, --seed",
        "--trace sometimes, --trace",
        "--colour red, --colour",
        "stray, stray"
    })
    void aWrongOptionIsNamed(String option, String named) {
        var arguments = new ArrayList<>(List.of("run", "--out", report()));
        arguments.addAll(List.of(option.split(" ", -1)));

        assertThat(refused(arguments.toArray(String[]::new))).contains(named);
    }

    @Test
    void aCommandLineWithoutACommandSaysWhichThereAre() {
        assertThat(refused()).contains("run").contains("list").contains("explain");
        assertThat(refused("judge")).contains("judge");
        assertThat(refused("explain", "IL-NOTHING-99")).contains("IL-NOTHING-99");
    }

    /** A descriptor of a server that runs, with one thing changed. */
    private String refusalByTheServer(UnaryOperator<String> change) throws IOException {
        var server = ServiceLoader.load(BundledTarget.class).findFirst().orElseThrow();
        try (var booted = server.boot(2)) {
            var changed = change.apply(booted.descriptor());
            assertThat(changed).isNotEqualTo(booted.descriptor());
            return refusal(changed);
        }
    }

    private String refusal(String descriptor) throws IOException {
        var file = Files.writeString(folder.resolve("target.yaml"), descriptor);
        return refused("run", "--target", file.toString(), "--out", report());
    }

    private String report() {
        return folder.resolve("report").toString();
    }

    private String refused(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();

        int exit = SuiteCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);

        assertThat(err.toString().lines()).as(err.toString()).hasSize(1);
        assertThat(err.toString()).doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
        assertThat(exit).isEqualTo(2);
        assertThat(folder.resolve("report").resolve("report.json")).doesNotExist();
        return err.toString();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
