package org.instantlogs.server.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads log records from newline-delimited JSON. Target contract, section 2. */
public final class RecordReader {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int DEEPEST_NESTING = 64;
    private static final int LONGEST_QUOTE = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_NESTING)
                    .maxStringLength(LONGEST_LINE)
                    .maxNameLength(LONGEST_LINE)
                    .build())
            .build();

    private RecordReader() {}

    /**
     * Reads every line; blank ones are left out.
     *
     * @throws RecordRefused if any line is wrong: all or nothing
     */
    public static List<LogRecord> readAll(byte[] ndjson) throws RecordRefused {
        List<LogRecord> records = new ArrayList<>();
        int line = 0;
        for (int start = 0; start < ndjson.length; ) {
            int end = start;
            while (end < ndjson.length && ndjson[end] != '\n') {
                end++;
            }
            line++;
            if (!isBlank(ndjson, start, end)) {
                records.add(read(line, ndjson, start, end));
            }
            start = end + 1;
        }
        return List.copyOf(records);
    }

    /** Reads one line, with or without its newline. */
    public static LogRecord read(byte[] line) throws RecordRefused {
        boolean terminated = line.length > 0 && line[line.length - 1] == '\n';
        return read(1, line, 0, terminated ? line.length - 1 : line.length);
    }

    private static boolean isBlank(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static LogRecord read(int line, byte[] bytes, int start, int end) throws RecordRefused {
        if (end - start > LONGEST_LINE) {
            throw refused(line, "is longer than 1 MiB");
        }
        try (var json = JSON.createParser(decode(bytes, start, end))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw refused(line, "is no JSON object");
            }
            var builder = LogRecord.builder();
            readFields(json, builder);
            if (json.nextToken() != null) {
                throw refused(line, "goes on after its JSON object");
            }
            return builder.build();
        } catch (CharacterCodingException e) {
            throw refused(line, "is not valid UTF-8");
        } catch (IllegalArgumentException e) {
            throw refused(line, "is refused: " + e.getMessage());
        } catch (JsonParseException e) {
            throw refused(line, "is not valid JSON at column " + column(e));
        } catch (JsonProcessingException e) {
            throw refused(
                    line,
                    "is JSON beyond bounds (nested deeper than " + DEEPEST_NESTING
                            + ", or a number of over 1000 digits)");
        } catch (IOException e) {
            // The text is in memory: there is nothing that could fail to be read.
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(byte[] bytes, int start, int end) throws CharacterCodingException {
        var text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        // The constructor is quick and puts this where it finds no UTF-8; only the strict decoder tells whether it was
        // sent.
        return text.indexOf('\uFFFD') < 0
                ? text
                : StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, start, end - start))
                        .toString();
    }

    private static void readFields(JsonParser json, LogRecord.Builder builder) throws IOException {
        var seen = new BitSet(FieldTable.size());
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            int ordinal = ordinal(name);
            if (seen.get(ordinal)) {
                throw new IllegalArgumentException("`" + name + "` is given twice");
            }
            seen.set(ordinal);
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                builder.put(ordinal, value(json, name, ordinal));
            }
        }
    }

    private static int ordinal(String name) {
        if ("sampleInterval".equals(name)) {
            throw new IllegalArgumentException("`sampleInterval` is no field of a record: the target makes it");
        }
        return FieldTable.ordinal(name)
                .orElseThrow(() -> new IllegalArgumentException("the dataset has no field `" + quote(name) + "`"));
    }

    private static Object value(JsonParser json, String name, int ordinal) throws IOException {
        try {
            return FieldTable.form(ordinal).read(json);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("`" + name + "` " + e.getMessage(), e);
        }
    }

    /** Long enough to be recognised, without what would break a log line. */
    private static String quote(String name) {
        var start = name.length() > LONGEST_QUOTE ? name.substring(0, LONGEST_QUOTE) + "…" : name;
        return start.replaceAll("[\\p{Cc}\\p{Cs}]", "\uFFFD");
    }

    private static int column(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
    }

    private static RecordRefused refused(int line, String what) {
        return new RecordRefused(line, "line " + line + " " + what);
    }
}
