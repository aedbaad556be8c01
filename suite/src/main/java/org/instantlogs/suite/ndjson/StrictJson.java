package org.instantlogs.suite.ndjson;

import java.nio.charset.StandardCharsets;

/** A strict reading of one JSON text, RFC 8259 to the letter. */
public final class StrictJson {
    /** Arrays and objects within one another that are read; a deeper text is a defect. */
    public static final int DEEPEST = 1000;

    private StrictJson() {}

    /** Reads the text. */
    public static Reading read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads UTF-8 bytes. */
    public static Reading read(byte[] utf8) {
        return new StrictParser(utf8).readValue();
    }
}
