package org.instantlogs.suite.cases.limit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What a session can be at × what can happen to it: for each pair the checks that judge what has to follow, as data. The
 * cases of {@link SessionTableCases} take theirs from it; those that need more of a story name it and are elsewhere.
 */
final class SessionTable {
    private static final String IMPOSSIBLE = "- ";

    private SessionTable() {}

    /**
     * A pair.
     *
     * @param state what the session is at: {@code attached}
     * @param event what happens to it
     * @param judgedBy the checks, requirement and word; none where it can't happen
     */
    record Cell(String state, SessionEvent event, List<String> judgedBy) {}

    /** All pairs, state by state. */
    static List<Cell> cells() {
        return lines().stream()
                .filter(line -> !line.startsWith("#"))
                .map(SessionTable::cell)
                .toList();
    }

    /** The events that a check judges in a state. */
    static List<SessionEvent> events(String check, String state) {
        return cells().stream()
                .filter(cell -> cell.state().equals(state) && cell.judgedBy().contains(check))
                .map(Cell::event)
                .toList();
    }

    private static Cell cell(String line) {
        var columns = line.split("\t", -1);
        var judgedBy = columns[2].startsWith(IMPOSSIBLE) ? List.<String>of() : List.of(columns[2].split(" "));
        return new Cell(columns[0], SessionEvent.of(columns[1]), judgedBy);
    }

    private static List<String> lines() {
        try (var table = Objects.requireNonNull(SessionTable.class.getResourceAsStream("sessions.tsv"));
                var reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
