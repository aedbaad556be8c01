package org.instantlogs.suite.probe;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/** A TCP connection, with TLS or without. Closing it cuts TCP: no TLS or WebSocket farewell. */
final class Wire implements Closeable {

    private final TappedSocket tcp;
    private final InputStream in;
    private final OutputStream out;
    private final boolean tls;

    private Wire(TappedSocket tcp, Socket top, boolean tls) throws IOException {
        this.tcp = tcp;
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
    static Wire connect(URI address, boolean tls, OptionalInt receiveBuffer, SSLContext trust, Deadline deadline)
            throws IOException {
        TappedSocket tcp = new TappedSocket();
        deadline.guard(tcp);
        try {
            tcp.setTcpNoDelay(true);
            if (receiveBuffer.isPresent()) {
                tcp.setReceiveBufferSize(receiveBuffer.getAsInt());
            }
            String host = host(address);
            tcp.connect(new InetSocketAddress(host, port(address)), deadline.leftMillis());
            return new Wire(tcp, tls ? secured(tcp, host, port(address), trust) : tcp, tls);
        } catch (IOException | RuntimeException failed) {
            tcp.close();
            throw failed;
        }
    }

    /** TLS over a connected socket, with the host's name checked. */
    static SSLSocket secured(Socket tcp, String host, int port, SSLContext trust) throws IOException {
        SSLSocket top = (SSLSocket) trust.getSocketFactory().createSocket(tcp, host, port, true);
        SSLParameters parameters = top.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        top.setSSLParameters(parameters);
        top.startHandshake();
        return top;
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

    @Override
    public void close() throws IOException {
        tcp.close();
    }
}
