package org.instantlogs.suite.it;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program, mostly one of the project's jars, running as another process. Closing it ends it, at once and for good. */
final class Program implements AutoCloseable {
    private final Process process;
    private final Printed out;
    private final Printed err;

    private Program(Process process) {
        this.process = process;
        this.out = new Printed(process.getInputStream(), "stdout of " + process.pid());
        this.err = new Printed(process.getErrorStream(), "stderr of " + process.pid());
    }

    /**
     * Starts {@code java -jar}, free of what the environment and this process say about targets. It lives too short for what the second
     * compiler would win.
     *
     * @param jar the system property that holds the jar's path
     * @param jvm options of the virtual machine
     */
    static Program start(String jar, Path folder, List<String> jvm, List<String> arguments) throws IOException {
        var path = System.getProperty(jar);
        if (path == null) {
            throw new IllegalStateException("the system property `" + jar + "` is not set; run this with Failsafe");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(jvm);
        command.add("-jar");
        command.add(path);
        command.addAll(arguments);
        return start(command, folder);
    }

    /** Starts any program, free of what the environment says about targets. */
    static Program start(List<String> command, Path folder) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("TARGET_")
                        || name.equals("INSTANT_LOGS_ACCOUNTS")
                        // prints a line of its own on stderr
                        || name.equals("JAVA_TOOL_OPTIONS"));
        return new Program(builder.start());
    }

    Printed out() {
        return out;
    }

    Printed err() {
        return err;
    }

    boolean runs() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Ends the process as a power cut would. */
    void kill() {
        process.destroyForcibly();
    }

    /**
     * Waits for the process to end; returns its exit code.
     *
     * @throws AssertionError if it does not end in time; it is killed then
     */
    int exit(Duration longest) throws InterruptedException {
        if (process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            return process.exitValue();
        }
        kill();
        throw new AssertionError(
                "the process did not end within " + longest + "; it had printed\n" + out.soFar() + "\n" + err.soFar());
    }

    @Override
    public void close() {
        kill();
    }
}
