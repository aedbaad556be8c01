package org.instantlogs.suite.it;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lies between the suite and all that it connects to, TLS and plain, as a SOCKS 5 proxy (RFC 1928) that the JDK's sockets use
 * without knowing, and carries bytes in a manner of its own. Ends of connections are carried too: an end as an end, a reset as a
 * reset.
 */
final class SlowWire implements AutoCloseable {
    /** How bytes are carried, in both directions. */
    enum Manner {
        /** Every portion some milliseconds late, the first one, which is TLS's greeting, much later. */
        LATE,
        /** The first ones of each connection one by one: TLS's greeting, and the head of a request. */
        BYTE_BY_BYTE
    }

    private static final int SOCKS = 5;
    private static final int FIRST_LATE_MS = 40;
    private static final int ONE_BY_ONE = 600;
    /** Fixed, so that the wire holds little of what a stalled reader leaves. */
    private static final int BUFFER_BYTES = 64 * 1_024;

    private final Manner manner;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "wire");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger connections = new AtomicInteger();

    SlowWire(Manner manner) throws IOException {
        this.manner = manner;
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        listener.setReceiveBufferSize(BUFFER_BYTES);
        threads.execute(this::accept);
    }

    /** The options by which a virtual machine connects over it. */
    List<String> jvm() {
        return List.of(
                "-DsocksProxyHost=127.0.0.1", "-DsocksProxyPort=" + listener.getLocalPort(), "-DsocksNonProxyHosts=");
    }

    /** How many connections it has carried. */
    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                open.add(client);
                threads.execute(() -> carry(client));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void carry(Socket client) {
        var server = new Socket(Proxy.NO_PROXY);
        open.add(server);
        try {
            var address = greet(client);
            server.setReceiveBufferSize(BUFFER_BYTES);
            server.setSendBufferSize(BUFFER_BYTES);
            client.setSendBufferSize(BUFFER_BYTES);
            server.connect(address);
            client.getOutputStream().write(new byte[] {SOCKS, 0, 0, 1, 0, 0, 0, 0, 0, 0});
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            connections.incrementAndGet();
            threads.execute(() -> pump(client, server));
            pump(server, client);
        } catch (IOException e) {
            reset(client);
            reset(server);
        }
    }

    private static InetSocketAddress greet(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        in.readByte();
        in.readNBytes(in.readUnsignedByte());
        client.getOutputStream().write(new byte[] {SOCKS, 0});
        var request = in.readNBytes(4);
        if (request.length < 4 || request[1] != 1 || request[3] != 1) {
            throw new IOException("no request to connect to an IPv4 address");
        }
        var host = InetAddress.getByAddress(in.readNBytes(4));
        return new InetSocketAddress(host, in.readUnsignedShort());
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[16 * 1_024];
        long carried = 0;
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (manner == Manner.LATE) {
                    late(carried == 0 ? FIRST_LATE_MS : 2 + connections.get() % 5);
                    out.write(buffer, 0, read);
                } else {
                    int single = (int) Math.max(0, Math.min(read, ONE_BY_ONE - carried));
                    for (int i = 0; i < single; i++) {
                        out.write(buffer, i, 1);
                    }
                    out.write(buffer, single, read - single);
                }
                carried += read;
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset(from);
            reset(to);
        }
    }

    /** This is what the wire is for, and waits for nothing. */
    private static void late(int millis) throws IOException {
        try {
            if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts this latch down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the wire was cut", e);
        }
    }

    private void reset(Socket socket) {
        try {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
        open.forEach(this::reset);
    }
}
