package org.instantlogs.suite.probe;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/** A TCP connection, with TLS or without. Closing it cuts TCP: no TLS or WebSocket farewell. */
final class Wire implements Closeable {

    private final TappedSocket tcp;
    private final InputStream in;
    private final OutputStream out;
    private final boolean tls;
    private final TlsClient.Lane lane;

    private Wire(TappedSocket tcp, Socket top, boolean tls, TlsClient.Lane lane) throws IOException {
        this.tcp = tcp;
        this.lane = lane;
        this.in = new BufferedInputStream(top.getInputStream(), 16 * 1024);
        this.out = top.getOutputStream();
        this.tls = tls;
    }

    /**
     * Connects.
     *
     * @param address ws, wss, http or https
     * @throws IOException where it cannot, in the deadline
     */
    static Wire connect(URI address, boolean secure, OptionalInt receiveBuffer, TlsClient tls, Deadline deadline)
            throws IOException {
        String host = host(address);
        Optional<String> only = secure ? tls.usual(host, port(address)) : Optional.empty();
        try {
            return connect(address, secure, receiveBuffer, tls, only, deadline);
        } catch (SSLException refused) {
            if (only.isEmpty()) {
                throw refused;
            }
            tls.forget(host, port(address));
            return connect(address, secure, receiveBuffer, tls, Optional.empty(), deadline);
        }
    }

    private static Wire connect(
            URI address,
            boolean secure,
            OptionalInt receiveBuffer,
            TlsClient tls,
            Optional<String> only,
            Deadline deadline)
            throws IOException {
        TlsClient.Lane lane = tls.lane();
        TappedSocket tcp = new TappedSocket(lane);
        deadline.guard(tcp);
        try {
            tcp.setTcpNoDelay(true);
            if (receiveBuffer.isPresent()) {
                tcp.setReceiveBufferSize(receiveBuffer.getAsInt());
            }
            String host = host(address);
            tcp.connect(new InetSocketAddress(host, port(address)), deadline.leftMillis());
            Socket top = secure ? tls.over(tcp, host, port(address), only) : tcp;
            return new Wire(tcp, top, secure, lane);
        } catch (IOException | RuntimeException failed) {
            lane.leave();
            tcp.close();
            throw failed;
        }
    }

    static boolean secure(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("wss") || scheme.equals("https");
    }

    static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return secure(address) ? 443 : 80;
    }

    /** The host without the brackets of an IPv6 address. */
    static String host(URI address) throws IOException {
        String host = address.getHost();
        if (host == null) {
            throw new java.net.UnknownHostException("an address without a host");
        }
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** What a Host header says for it. */
    static String authority(URI address) throws IOException {
        String host = host(address);
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return address.getPort() < 0 ? shown : shown + ":" + address.getPort();
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    /** Whether an end of the stream that was read was TLS's alone: the TCP stream goes on. */
    boolean tlsEnded() {
        return tls && !tcp.endOfStream();
    }

    void stopReading() {
        tcp.stopReading();
    }

    void resumeReading() {
        tcp.resumeReading();
    }

    /** Closing it from now on resets TCP. */
    void cutsByReset() {
        try {
            tcp.setSoLinger(true, 0);
        } catch (SocketException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() throws IOException {
        tcp.close();
        lane.leave();
    }
}
