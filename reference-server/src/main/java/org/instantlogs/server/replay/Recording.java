package org.instantlogs.server.replay;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.record.RecordReader;
import org.instantlogs.server.record.RecordRefused;

/** A file of records, one JSON object a line, plain or gzipped; read as it is played. Not safe for several threads. */
public final class Recording implements AutoCloseable {
    private final Path file;
    private final BufferedReader lines;
    private int line;

    private Recording(Path file, BufferedReader lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Opens a recording.
     *
     * @throws IOException if it can't be read; the message is one line that names it
     */
    public static Recording open(Path file) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                throw new IOException("it is a directory");
            }
            var bytes = unzipped(new BufferedInputStream(Files.newInputStream(file)));
            return new Recording(file, new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException e) {
            throw new IOException("`" + file + "` can't be read: there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException("`" + file + "` can't be read: access is denied", e);
        } catch (IOException e) {
            throw new IOException("`" + file + "` can't be read: " + e.getMessage(), e);
        }
    }

    /**
     * The next records, in the file's order; fewer than asked for at its end, none after it.
     *
     * @throws IOException if it can't be read on, or a line is no record; the message is one line that names both
     */
    public List<LogRecord> next(int count) throws IOException {
        List<LogRecord> records = new ArrayList<>();
        while (records.size() < count) {
            var text = read();
            if (text == null) {
                break;
            }
            if (!text.isBlank()) {
                records.add(record(text));
            }
        }
        return records;
    }

    private @org.jspecify.annotations.Nullable String read() throws IOException {
        line++;
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new IOException("`" + file + "` can't be read beyond line " + line + ": " + e.getMessage(), e);
        }
    }

    private LogRecord record(String text) throws IOException {
        try {
            return RecordReader.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (RecordRefused e) {
            throw new IOException("`" + file + "` line " + line + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** A gzipped file is known by its first two bytes, whatever its name. */
    private static InputStream unzipped(BufferedInputStream bytes) throws IOException {
        bytes.mark(2);
        boolean zipped = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return zipped ? new GZIPInputStream(bytes) : bytes;
    }
}
