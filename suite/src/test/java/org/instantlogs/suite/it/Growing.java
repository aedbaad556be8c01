package org.instantlogs.suite.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A file that another process writes line by line. */
final class Growing {
    private static final long BETWEEN_LOOKS_MS = 20;

    private final Path file;

    Growing(Path file) {
        this.file = file;
    }

    /** Waits for a line that holds both texts; false where the time is over before it comes. */
    boolean await(String one, String other, Duration longest) throws IOException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!holds(one, other)) {
            // nothing tells when another process has written; the latch is never counted down
            if (System.nanoTime() > end || new CountDownLatch(1).await(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(String one, String other) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (var lines = Files.lines(file)) {
            return lines.anyMatch(line -> line.contains(one) && line.contains(other));
        }
    }
}
