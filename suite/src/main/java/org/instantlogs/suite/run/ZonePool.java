package org.instantlogs.suite.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.instantlogs.suite.descriptor.Descriptor.ZoneEntry;

/** The zones that are free. A zone is leased to one case at a time; several are leased together or not at all. Thread-safe. */
final class ZonePool {
    private final Deque<ZoneEntry> free = new ArrayDeque<>();

    ZonePool(List<ZoneEntry> zones) {
        free.addAll(zones);
    }

    /** Waits until so many zones are free. */
    synchronized List<ZoneEntry> lease(int count) throws InterruptedException {
        while (free.size() < count) {
            wait();
        }
        var leased = new ArrayList<ZoneEntry>();
        for (int i = 0; i < count; i++) {
            leased.add(free.removeFirst());
        }
        return leased;
    }

    synchronized void giveBack(List<ZoneEntry> leased) {
        free.addAll(leased);
        notifyAll();
    }
}
