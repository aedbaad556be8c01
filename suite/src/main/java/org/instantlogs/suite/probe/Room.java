package org.instantlogs.suite.probe;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The part of the heap that what targets send may fill, shared by all sockets of a run: a target that sends without end must
 * not end the run. Counts what is made of bytes while they are read and judged, not the bytes alone. Thread-safe.
 */
final class Room {

    /** What is kept of one byte: the frame, the message, its lines and their values, and copies on the way. */
    private static final int OF_A_BYTE = 8;
    /** What is kept of a message, and of a line, however short. */
    private static final int OF_A_MESSAGE = 1024;

    private static final int HEAP_SHARE = 3;

    private final AtomicLong left;

    Room(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    static Room ofThisHeap() {
        return new Room(Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    /** One socket's part of it, growing until it is given back. */
    Part part() {
        return new Part();
    }

    /** What one socket has taken. Thread-safe. */
    final class Part {
        private long taken;
        private boolean over;

        /** Makes room for a frame of that many bytes; false where there is none. */
        boolean takeFrame(long bytes) {
            return take(bytes * OF_A_BYTE + OF_A_MESSAGE);
        }

        /** Makes room for a message's further lines; false where there is none. */
        boolean takeLines(long lines) {
            return take(lines * OF_A_MESSAGE);
        }

        private synchronized boolean take(long bytes) {
            if (over) {
                return false;
            }
            if (left.addAndGet(-bytes) < 0) {
                left.addAndGet(bytes);
                return false;
            }
            taken += bytes;
            return true;
        }

        /** Nothing more will be kept, and what was is not needed any more. */
        synchronized void giveBack() {
            left.addAndGet(taken);
            taken = 0;
            over = true;
        }
    }
}
