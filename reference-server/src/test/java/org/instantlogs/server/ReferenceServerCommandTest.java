package org.instantlogs.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.instantlogs.fixtures.BundledTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceServerCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--no-such-option",
                "--port=x",
                "--port=70000",
                "--port=-1",
                "--zones=0",
                "--zones=1001",
                "--session=60",
                "--session=PT0S",
                "--idle=-PT1S",
                "--connects=30",
                "--connects=0/PT1M",
                "--connects=3/x",
                "--records-per-second=0",
                "--origin=ftp://x",
                "--origin=nonsense",
                "--offer=everything",
                "--offer=inject",
                "--manner=rude",
                "--demo-traffic=0",
                "--demo-traffic=NaN",
                "--replay-rate=-1",
                "--port=8080",
                "--replay=/no/such/file",
                "--descriptor=/no/such/folder/d",
                "--ca-file=/no/such/folder/ca",
                "--control=x",
                "stray"
            })
    void aBadOptionIsOneLineAndExitCode2(String option) {
        var run = run(option);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).doesNotContain("Exception").hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "a:b", "a:b:", ":hush:hush"})
    void aBadAccountIsRefusedWithoutRepeatingIt(String account) {
        var run = run("--account", account.replace("a:b", "a:hush"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).doesNotContain("hush");
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (String option : new String[] {"--port", "--plain-port", "--edge-port", "--control"}) {
                var run = run(option, String.valueOf(taken.getLocalPort()));

                assertThat(run.code()).as(option).isEqualTo(2);
                assertThat(run.err().lines()).hasSize(1);
                assertThat(run.err()).contains(String.valueOf(taken.getLocalPort()));
            }
        }
    }

    @Test
    void aRecordingThatCannotBeReadIsNamed(@TempDir Path folder) {
        var run = run("--replay", folder.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(folder.toString()).contains("directory");
    }

    @Test
    void helpAndVersionAreSuccesses() {
        assertThat(run("--help").code()).isZero();
        assertThat(run("--help").out()).contains("--demo-traffic").contains("8443");
        assertThat(run("--version").out()).startsWith("reference-server");
    }

    @Test
    void theBundledTargetIsFoundAndDescribesItself() {
        var target = ServiceLoader.load(BundledTarget.class).findFirst().orElseThrow();
        try (var booted = target.boot(3)) {
            assertThat(booted.descriptor())
                    .startsWith("contract: 1\n")
                    .contains("inject:", "advance:", "reset:", "plaintext:", "stranger:", "trust:", "scope: zone")
                    .contains("zone3.example.com");
        }
    }

    /** Ports are free ones unless an option says otherwise. */
    private static Run run(String... options) {
        var all = new java.util.ArrayList<String>();
        for (String port : new String[] {"--port", "--plain-port", "--edge-port"}) {
            if (java.util.Arrays.stream(options)
                    .noneMatch(option -> option.equals(port) || option.startsWith(port + "="))) {
                all.add(port.equals("--edge-port") && options[0].equals("--port=8080") ? port + "=8080" : port + "=0");
            }
        }
        all.addAll(java.util.List.of(options));
        var out = new StringWriter();
        var err = new StringWriter();
        int code = ReferenceServerCommand.run(
                all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Run(code, out.toString(), err.toString());
    }

    private record Run(int code, String out, String err) {}
}
