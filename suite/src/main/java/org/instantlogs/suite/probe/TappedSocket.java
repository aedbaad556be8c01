package org.instantlogs.suite.probe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The TCP socket beneath a wire. It tells the end of the TCP stream from that of TLS, which the JDK's TLS socket reports
 * alike, and can be told to read nothing for a while. Thread-safe.
 */
final class TappedSocket extends Socket {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private boolean stopped;
    private volatile boolean endOfStream;
    private final TlsClient.Lane lane;

    TappedSocket(TlsClient.Lane lane) {
        this.lane = lane;
    }

    /** By which TLS finds the session to resume. */
    @Override
    public int getPort() {
        return lane.portFor(super.getPort());
    }

    boolean endOfStream() {
        return endOfStream;
    }

    void stopReading() {
        lock.lock();
        try {
            stopped = true;
        } finally {
            lock.unlock();
        }
    }

    void resumeReading() {
        lock.lock();
        try {
            stopped = false;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        super.close();
        resumeReading();
    }

    /** As TLS does at the end of the stream, also where that end is our own cut. */
    @Override
    public void shutdownInput() throws IOException {
        if (!isClosed()) {
            super.shutdownInput();
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                awaitReading();
                int count;
                try {
                    count = super.read(bytes, from, length);
                } catch (IOException broken) {
                    if (isClosed()) {
                        // to TLS, which would take its session for spoilt by an error, our own cut is an end
                        return -1;
                    }
                    throw broken;
                }
                if (count < 0) {
                    endOfStream = true;
                }
                // what a read that was under way when reading stopped still got is held back as well
                awaitReading();
                return count;
            }
        };
    }

    private void awaitReading() {
        lock.lock();
        try {
            while (stopped && !isClosed()) {
                opened.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
