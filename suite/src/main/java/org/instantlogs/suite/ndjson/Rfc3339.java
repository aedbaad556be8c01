package org.instantlogs.suite.ndjson;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Points in time as text. RFC 3339, section 5.6. */
final class Rfc3339 {
    private static final Pattern FORM = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)[Tt](\\d\\d):(\\d\\d):(\\d\\d)"
            + "(?:\\.(\\d{1,100}))?(?:[Zz]|([+-])(\\d\\d):(\\d\\d))");

    private Rfc3339() {}

    /**
     * The instant of that text, in nanoseconds, finer fractions cut off; empty where it is none.
     *
     * <p>A leap second counts as the second after it, since no Java clock knows it.
     */
    static Optional<Instant> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int second = Integer.parseInt(form.group(6));
        boolean leap = second == 60;
        String fraction = form.group(7) == null ? "" : form.group(7);
        int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
        try {
            var local = LocalDateTime.of(
                    Integer.parseInt(form.group(1)),
                    Integer.parseInt(form.group(2)),
                    Integer.parseInt(form.group(3)),
                    Integer.parseInt(form.group(4)),
                    Integer.parseInt(form.group(5)),
                    leap ? 59 : second,
                    nanos);
            var offset = form.group(8) == null
                    ? Optional.of(ZoneOffset.UTC)
                    : offset(form.group(8), Integer.parseInt(form.group(9)), Integer.parseInt(form.group(10)));
            return offset.map(zone -> local.toInstant(zone).plusSeconds(leap ? 1 : 0));
        } catch (DateTimeException e) {
            // Well-formed, but no date of the calendar: the text names no instant.
            return Optional.empty();
        }
    }

    private static Optional<ZoneOffset> offset(String sign, int hours, int minutes) {
        if (hours > 18 || minutes > 59) {
            return Optional.empty();
        }
        int seconds = (hours * 60 + minutes) * 60;
        return Optional.of(ZoneOffset.ofTotalSeconds(sign.equals("-") ? -seconds : seconds));
    }
}
