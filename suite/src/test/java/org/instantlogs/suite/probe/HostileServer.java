package org.instantlogs.suite.probe;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A TCP server that answers each connection as one script says, however rudely. Closing it closes what it accepted. */
public final class HostileServer implements AutoCloseable {

    /** What is done with one connection; it is closed afterwards. */
    public interface Script {
        void serve(Visitor visitor) throws Exception;
    }

    private final ServerSocket listener;
    private final Script script;
    private final Function<Socket, Socket> top;
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    final CountDownLatch over = new CountDownLatch(1);

    private HostileServer(Script script, Function<Socket, Socket> top) throws IOException {
        this.script = script;
        this.top = top;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public static HostileServer serving(Script script) throws IOException {
        return new HostileServer(script, socket -> socket);
    }

    /** Each accepted socket is turned into what is talked through, such as TLS. */
    static HostileServer serving(Function<Socket, Socket> top, Script script) throws IOException {
        return new HostileServer(script, top);
    }

    /** Every handshake is answered 101; then the script goes on. */
    public static HostileServer upgrading(Script script) throws IOException {
        return serving(visitor -> {
            visitor.upgrade("");
            script.serve(visitor);
        });
    }

    public URI address(String scheme, String path) {
        return URI.create(scheme + "://localhost:" + listener.getLocalPort() + path);
    }

    URI socket() {
        return address("ws", "/instant-logs/ws/sessions/" + Targets.SESSION);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                accepted.add(socket);
                start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket tcp) {
        try (Socket socket = top.apply(tcp)) {
            script.serve(new Visitor(socket, tcp, over));
        } catch (Exception visitorWentAway) {
            // the tests judge the probe, which may well cut the connection
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "hostile-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        listener.close();
        for (Socket socket : accepted) {
            socket.close();
        }
    }

    /** One accepted connection. */
    public record Visitor(Socket socket, Socket tcp, CountDownLatch over, InputStream in, OutputStream out) {

        Visitor(Socket socket, Socket tcp, CountDownLatch over) throws IOException {
            this(socket, tcp, over, new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
        }

        /** The head of a request. */
        public String request() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int read = in.read();
                if (read < 0) {
                    throw new EOFException("no request");
                }
                head.write(read);
            }
            return head.toString(StandardCharsets.ISO_8859_1);
        }

        public void say(String text) throws IOException {
            send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        public void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Answers a handshake as RFC 6455 has it, with these header lines more. */
        public String upgrade(String moreHeaders) throws IOException, GeneralSecurityException {
            String request = request();
            String key = "";
            for (String line : request.split("\r\n", -1)) {
                if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
                    key = line.substring(line.indexOf(':') + 1).strip();
                }
            }
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.ISO_8859_1));
            say("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n" + moreHeaders
                    + "\r\n");
            return request;
        }

        /** A frame as servers send it: not masked. */
        void frame(RawFrame frame) throws IOException {
            send(new FrameWriter().encode(frame.unmasked()));
        }

        RawFrame read() throws IOException {
            return new FrameReader(in, length -> true).next().orElseThrow(EOFException::new);
        }

        /** Reads until the visitor ends it. */
        public void drain() throws IOException {
            byte[] buffer = new byte[8 * 1024];
            while (in.read(buffer) >= 0) {
                // nothing of it matters
            }
        }

        /** Says nothing more; returns when the test is over, at the latest after a minute. */
        public void fallSilent() throws InterruptedException {
            if (!over.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the test did not end");
            }
        }

        /** Waits a little between two drips; true when the test is over. */
        public boolean pausing(long millis) throws InterruptedException {
            return over.await(millis, TimeUnit.MILLISECONDS);
        }
    }
}
