package org.instantlogs.suite.probe;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.instantlogs.reports.Exchange.Header;

/** Status line and headers of an answer, read from a wire; at most 64 KiB, interim answers left out. */
record HttpHead(int status, List<Header> headers) {

    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: .*)?");
    private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,15})[ \\t]*(?:;.*)?");

    HttpHead {
        headers = List.copyOf(headers);
    }

    /** A body, and whether the target sent more. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Body(byte[] bytes, boolean truncated) {}

    static HttpHead read(InputStream in) throws IOException {
        int[] left = {MOST_BYTES};
        while (true) {
            HttpHead head = readOne(in, left);
            if (head.status >= 200 || head.status == 101) {
                return head;
            }
        }
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** Reads the body as its framing has it; what comes after {@code most} bytes stays unread. */
    Body body(InputStream in, String method, int most) throws IOException {
        if (method.equals("HEAD") || status == 204 || status == 304 || status < 200) {
            return new Body(new byte[0], false);
        }
        if (header("Transfer-Encoding").map(v -> v.toLowerCase(Locale.ROOT)).stream()
                .anyMatch(value -> value.endsWith("chunked"))) {
            return chunked(in, most);
        }
        Optional<String> length = header("Content-Length").map(String::strip);
        if (length.isEmpty()) {
            byte[] bytes = in.readNBytes(most + 1);
            return cut(bytes, most);
        }
        if (!length.get().matches("[0-9]{1,18}")) {
            throw new NotHttp(NoAnswer.Kind.NOT_HTTP, "a Content-Length that is no length");
        }
        long declared = Long.parseLong(length.get());
        byte[] bytes = in.readNBytes((int) Math.min(declared, most));
        if (bytes.length < Math.min(declared, most)) {
            throw new EOFException("the body ended after " + bytes.length + " of " + declared + " bytes");
        }
        return new Body(bytes, declared > most);
    }

    private static Body cut(byte[] bytes, int most) {
        return bytes.length > most ? new Body(Arrays.copyOf(bytes, most), true) : new Body(bytes, false);
    }

    private static Body chunked(InputStream in, int most) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            Matcher line = CHUNK.matcher(line(in, new int[] {MOST_BYTES}));
            if (!line.matches()) {
                throw new NotHttp(NoAnswer.Kind.NOT_HTTP, "a chunk without a length");
            }
            long length = Long.parseLong(line.group(1), 16);
            if (length == 0) {
                int[] left = {MOST_BYTES};
                while (!line(in, left).isEmpty()) {
                    // trailers say nothing that is judged
                }
                return new Body(body.toByteArray(), false);
            }
            if (body.size() + length > most) {
                body.write(in.readNBytes(most - body.size()));
                return new Body(body.toByteArray(), true);
            }
            byte[] chunk = in.readNBytes((int) length);
            body.write(chunk);
            if (chunk.length < length || !line(in, new int[] {MOST_BYTES}).isEmpty()) {
                throw new EOFException("the body ended within a chunk");
            }
        }
    }

    private static HttpHead readOne(InputStream in, int[] left) throws IOException {
        Matcher first = STATUS_LINE.matcher(line(in, left));
        if (!first.matches()) {
            throw new NotHttp(NoAnswer.Kind.NOT_HTTP, "the answer does not begin with an HTTP/1 status line");
        }
        List<Header> headers = new ArrayList<>();
        for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new NotHttp(NoAnswer.Kind.NOT_HTTP, "a header line without a name and a colon");
            }
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new HttpHead(Integer.parseInt(first.group(1)), headers);
    }

    private static String line(InputStream in, int[] left) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("the connection ended before the answer did");
            }
            if (--left[0] < 0) {
                throw new NotHttp(NoAnswer.Kind.TOO_LARGE, "the head of the answer goes over 64 KiB");
            }
            line.write(read);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
