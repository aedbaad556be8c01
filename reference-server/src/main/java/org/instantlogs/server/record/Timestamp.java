package org.instantlogs.server.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Points in time as records and filters give them, and as streams show them. */
public final class Timestamp {
    private static final Pattern RFC_3339 =
            Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)[Tt ](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?"
                    + "(?:[Zz]|([+-])(\\d\\d):(\\d\\d))");
    private static final int NANO_DIGITS = 9;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private Timestamp() {}

    /**
     * The instant of an RFC 3339 text: any offset, any fraction (digits beyond nanoseconds are dropped), a leap second as the
     * second after it.
     *
     * @throws IllegalArgumentException if it is none, or not within the years 0000 to 9999 in UTC
     */
    public static Instant parse(String text) {
        var match = RFC_3339.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("is no RFC 3339 timestamp such as 2022-02-03T10:15:31Z");
        }
        int second = Integer.parseInt(match.group(6));
        var offset = match.group(8) == null ? 0 : minutes(match.group(9), match.group(10)) * sign(match.group(8));
        try {
            var local = LocalDateTime.of(
                    Integer.parseInt(match.group(1)),
                    Integer.parseInt(match.group(2)),
                    Integer.parseInt(match.group(3)),
                    Integer.parseInt(match.group(4)),
                    Integer.parseInt(match.group(5)),
                    second == 60 ? 59 : second,
                    nanos(match.group(7)));
            var utc = local.plusSeconds(second == 60 ? 1 : 0).minusMinutes(offset);
            if (utc.getYear() < 0 || utc.getYear() > 9999) {
                throw new IllegalArgumentException("is outside the years 0000 to 9999");
            }
            return utc.toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is no date and time that exists", e);
        }
    }

    /** The instant of so many nanoseconds since 1970. */
    public static Instant ofNanos(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    /** As streams show it: RFC 3339 in UTC, whole seconds, a fraction dropped. */
    public static String show(Instant instant) {
        var time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        var text = new StringBuilder(20);
        digits(text, time.getYear() / 100);
        digits(text, time.getYear() % 100);
        digits(text.append('-'), time.getMonthValue());
        digits(text.append('-'), time.getDayOfMonth());
        digits(text.append('T'), time.getHour());
        digits(text.append(':'), time.getMinute());
        digits(text.append(':'), time.getSecond());
        return text.append('Z').toString();
    }

    private static void digits(StringBuilder text, int twoDigits) {
        text.append((char) ('0' + twoDigits / 10)).append((char) ('0' + twoDigits % 10));
    }

    private static int minutes(String hours, String minutes) {
        int h = Integer.parseInt(hours);
        int m = Integer.parseInt(minutes);
        if (h > 23 || m > 59) {
            throw new IllegalArgumentException("has an offset that does not exist");
        }
        return h * 60 + m;
    }

    private static int sign(String sign) {
        return "-".equals(sign) ? -1 : 1;
    }

    private static int nanos(@Nullable String fraction) {
        if (fraction == null) {
            return 0;
        }
        var padded = fraction.length() < NANO_DIGITS ? fraction + "0".repeat(NANO_DIGITS) : fraction;
        return Integer.parseInt(padded.substring(0, NANO_DIGITS));
    }
}
