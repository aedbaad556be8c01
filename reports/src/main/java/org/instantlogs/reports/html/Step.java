package org.instantlogs.reports.html;

import java.io.IOException;
import java.util.List;
import org.instantlogs.reports.Json;

/**
 * One thing that happened in an exchange.
 *
 * @param atMs milliseconds since the exchange's first step
 * @param way whose it is
 * @param lane {@code api} for HTTP, else the socket's number from 1
 * @param label what it is, in a line, such as {@code POST https://…}
 * @param headers of an HTTP message, each {@code Name: value}
 * @param text the body or payload, shortened; empty where there is none
 * @param cut how many characters of the text were left out
 */
record Step(double atMs, Way way, String lane, String label, List<String> headers, String text, int cut) {

    /** Bytes that a step takes beside its texts. */
    private static final int OVERHEAD = 60;

    private static final int ESCAPED_BYTES = "\\u003c".length();

    /** Who did it. */
    enum Way {
        /** The suite. */
        SENT,
        /** The target. */
        RECEIVED,
        /** Neither alone: an end, or a remark. */
        REMARK
    }

    Step {
        headers = List.copyOf(headers);
    }

    static Step remark(double atMs, String lane, String label) {
        return new Step(atMs, Way.REMARK, lane, label, List.of(), "", 0);
    }

    /** Returns about how many bytes it takes in a page. */
    int size() {
        return OVERHEAD
                + size(label)
                + size(text)
                + headers.stream().mapToInt(Step::size).sum();
    }

    private static int size(String text) {
        return text.chars()
                .map(unit -> {
                    if (unit < ' ' || unit == '<') {
                        return ESCAPED_BYTES;
                    }
                    return unit < 0x80 ? 1 : 3;
                })
                .sum();
    }

    void write(Json json) throws IOException {
        json.number("at", Math.round(atMs * 10) / 10.0)
                .text("way", way == Way.SENT ? "sent" : way == Way.RECEIVED ? "received" : "remark")
                .text("lane", lane)
                .text("label", label);
        if (!headers.isEmpty()) {
            json.texts("headers", headers);
        }
        if (!text.isEmpty()) {
            json.text("text", text);
        }
        if (cut > 0) {
            json.number("cut", cut);
        }
    }
}
