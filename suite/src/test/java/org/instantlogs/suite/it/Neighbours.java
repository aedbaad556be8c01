package org.instantlogs.suite.it;

import java.util.ArrayList;
import java.util.List;

/** Threads that want all the time of the machine's processors, twice over. */
final class Neighbours implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;
    private volatile long counted;

    Neighbours() {
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            var thread = new Thread(this::count, "neighbour-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    private void count() {
        long own = 0;
        while (!stopped) {
            own++;
        }
        counted = own;
    }

    /** What one of them came to: they have had time of the processors if it is above 0. */
    long counted() {
        return counted;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
