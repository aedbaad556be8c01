package org.instantlogs.server.record;

import java.util.List;

/**
 * Writes a record's requested fields as one line of a stream. Immutable, safe for all threads.
 *
 * <p>Every requested field is there, in the requested order: one without a value as its type's empty value. Source page: "Fields",
 * "Connect to WebSocket".
 */
public final class Projection implements Encoder {
    private static final byte[] INTERVAL = LineWriter.ascii(",\"sampleInterval\":");

    private final int[] ordinals;
    private final byte[][] names;

    private Projection(int[] ordinals, byte[][] names) {
        this.ordinals = ordinals;
        this.names = names;
    }

    /**
     * The projection on these fields, in this order.
     *
     * @throws IllegalArgumentException if one of them is unknown, or there is none
     */
    public static Projection of(List<String> fields) {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("a projection needs a field");
        }
        var ordinals = new int[fields.size()];
        var names = new byte[fields.size()][];
        for (int i = 0; i < ordinals.length; i++) {
            var field = fields.get(i);
            ordinals[i] = FieldTable.ordinal(field)
                    .orElseThrow(() -> new IllegalArgumentException("the dataset has no field `" + field + "`"));
            names[i] = LineWriter.ascii((i == 0 ? "{" : ",") + '"' + field + "\":");
        }
        return new Projection(ordinals, names);
    }

    /** Compact JSON in UTF-8, {@code sampleInterval} last. */
    @Override
    public byte[] encode(LogRecord record, long sampleInterval) {
        var line = new LineWriter();
        for (int i = 0; i < ordinals.length; i++) {
            line.raw(names[i]);
            record.write(ordinals[i], line);
        }
        line.raw(INTERVAL);
        line.integer(sampleInterval);
        line.raw('}');
        return line.toBytes();
    }
}
