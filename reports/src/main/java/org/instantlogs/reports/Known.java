package org.instantlogs.reports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What the list of known deviations says of a check.
 *
 * @param unlisted the verdict that the check would have without the list
 * @param stale what is no longer as listed; there for a stale check only
 */
public record Known(Entry entry, Verdict unlisted, Optional<String> stale) {

    /**
     * What a reader is told of an entry of the list.
     *
     * @param check a check id, a check's name, or a glob of these
     * @param reason why the deviation is known
     * @param link where more is said about it
     * @param expires the last day on which the entry counts, such as {@code 2027-01-31}
     */
    public record Entry(String check, String reason, Optional<String> link, Optional<String> expires) {

        public Entry {
            Required.text("known.entry", check);
            Required.text("known.reason", reason);
            expires.ifPresent(Entry::date);
        }

        private static LocalDate date(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "`known.expires` is `" + text + "`; it is a date such as `2027-01-31`", e);
            }
        }

        /** Says whether the entry no longer counts on that day. */
        public boolean expired(LocalDate today) {
            return expires.map(Entry::date).filter(today::isAfter).isPresent();
        }

        /** Returns reason, link and last day in one line. */
        public String told() {
            return reason
                    + link.map(address -> " (" + address + ")").orElse("")
                    + expires.map(day -> ", until " + day).orElse("");
        }
    }
}
