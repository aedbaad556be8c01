package org.instantlogs.suite.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What a process prints on one of its two streams, line by line; read by a thread of its own. Thread-safe. */
final class Printed {
    private final List<String> lines = new ArrayList<>();
    private final Thread reading;
    private boolean ended;

    Printed(InputStream stream, String name) {
        reading = new Thread(() -> read(stream), name);
        reading.setDaemon(true);
        reading.start();
    }

    private void read(InputStream stream) {
        try (var text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = text.readLine(); line != null; line = text.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("(the rest could not be read: " + e.getMessage() + ")");
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits for a line; empty where the stream ends or the time is over before it comes. */
    synchronized Optional<String> await(Predicate<String> wanted, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            var found = lines.stream().filter(wanted).findFirst();
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (found.isPresent() || ended || left <= 0) {
                return found;
            }
            wait(left);
        }
    }

    /** Everything, once the process has ended. */
    String all() throws InterruptedException {
        reading.join(TimeUnit.SECONDS.toMillis(10));
        return soFar();
    }

    synchronized String soFar() {
        return String.join("\n", lines);
    }
}
