package org.instantlogs.suite.cases.filter;

import java.util.ArrayList;
import java.util.List;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;

/**
 * A record that a filter is tried on.
 *
 * @param matches whether the filter has to let it through
 */
record Trial(LogRecord record, boolean matches) {

    /** What a filter makes of these records, in their order. */
    static List<Trial> of(Filter filter, List<LogRecord> records) {
        return records.stream()
                .map(record -> new Trial(record, filter.matches(record)))
                .toList();
    }

    /** The same trials with one that matches last: where records keep their order, its arrival proves that the rest is through. */
    static List<Trial> fenced(List<Trial> trials) {
        var fenced = new ArrayList<>(trials);
        for (int i = fenced.size() - 1; i >= 0; i--) {
            if (fenced.get(i).matches()) {
                fenced.add(fenced.remove(i));
                break;
            }
        }
        return List.copyOf(fenced);
    }
}
