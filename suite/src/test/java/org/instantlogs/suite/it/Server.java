package org.instantlogs.suite.it;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The reference server as another process, on free ports. */
final class Server implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final Program program;
    private final Path descriptor;

    private Server(Program program, Path descriptor) {
        this.program = program;
        this.descriptor = descriptor;
    }

    /**
     * Starts it and waits until it says that it is ready.
     *
     * @param folder where its files go
     * @param options beside those for ports and files
     */
    static Server start(Path folder, String... options) throws IOException, InterruptedException {
        var descriptor = folder.resolve("target.yaml");
        var all = new ArrayList<>(
                List.of("--port", "0", "--plain-port", "0", "--edge-port", "0", "--descriptor", descriptor.toString()));
        all.addAll(List.of("--ca-file", folder.resolve("ca.pem").toString()));
        all.addAll(List.of(options));
        var program = Program.start("server.jar", folder, List.of(), all);
        if (program.out().await(line -> line.startsWith("ready"), START).isEmpty()) {
            program.close();
            throw new AssertionError("the server did not get ready; it said\n"
                    + program.out().all() + "\n" + program.err().all());
        }
        return new Server(program, descriptor);
    }

    Path descriptor() {
        return descriptor;
    }

    Program program() {
        return program;
    }

    @Override
    public void close() {
        program.close();
    }
}
