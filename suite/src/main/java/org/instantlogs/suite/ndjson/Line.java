package org.instantlogs.suite.ndjson;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One line of a message: its bytes, the record it holds if it holds one, and what is wrong with it. */
public final class Line {
    private final byte[] raw;
    private final Optional<RecordLine> record;
    private final List<Defect> defects;
    private final List<Defect> remarks;

    private Line(byte[] raw, Optional<RecordLine> record, List<Defect> defects, List<Defect> remarks) {
        this.raw = raw;
        this.record = record;
        this.defects = List.copyOf(defects);
        this.remarks = List.copyOf(remarks);
    }

    static Line of(byte[] payload, int from, int to) {
        byte[] raw = Arrays.copyOfRange(payload, from, to);
        var parser = new StrictParser(raw);
        var reading = parser.readObject();
        return new Line(
                raw,
                reading.value().map(value -> new RecordLine(value, parser.numberLiterals())),
                reading.defects(),
                reading.remarks());
    }

    /** A copy of its bytes, without the newline. */
    public byte[] raw() {
        return raw.clone();
    }

    /** Its number of bytes, without the newline. */
    public int length() {
        return raw.length;
    }

    /** The record, where the line could be read as a JSON object to its end; it may have defects all the same. */
    public Optional<RecordLine> record() {
        return record;
    }

    /** What makes it no line of line-delimited JSON, or no unambiguous one; empty where it is right. */
    public List<Defect> defects() {
        return defects;
    }

    /** What is allowed but worth knowing: lone surrogates. */
    public List<Defect> remarks() {
        return remarks;
    }

    /** Its text, bytes that are no UTF-8 replaced: for messages only. */
    @Override
    public String toString() {
        return new String(raw, StandardCharsets.UTF_8);
    }
}
