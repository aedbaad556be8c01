package org.instantlogs.suite.ndjson;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Timestamps in the forms in which they come: RFC 3339 text, or an integer since 1970 in seconds or a decimal part of them. */
final class Timestamp {
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

    /** Nanoseconds in a second, a millisecond, a microsecond and a nanosecond. */
    private static final List<BigInteger> UNITS =
            List.of(BILLION, BigInteger.valueOf(1_000_000), THOUSAND, BigInteger.ONE);

    /** As a number of seconds this is the year 5138; as one of milliseconds, March 1973. */
    private static final BigInteger LEAST_OF_FINER_UNIT = BigInteger.valueOf(100_000_000_000L);

    private Timestamp() {}

    /** The instant; of an integer, in the coarsest unit that does not put it beyond the year 5138. */
    static Optional<Instant> of(JsonNode node) {
        if (node.isTextual()) {
            return Rfc3339.parse(node.textValue());
        }
        return WholeNumber.of(node).flatMap(number -> {
            var limit = LEAST_OF_FINER_UNIT;
            for (var unit : UNITS) {
                if (number.abs().compareTo(limit) < 0) {
                    return instant(number.multiply(unit));
                }
                limit = limit.multiply(THOUSAND);
            }
            return Optional.empty();
        });
    }

    /** Nanoseconds since 1970 of what was sent: RFC 3339 text, or nanoseconds. */
    static BigInteger nanosOfSent(Object sent) {
        if (sent instanceof Number nanos) {
            return BigInteger.valueOf(nanos.longValue());
        }
        return Rfc3339.parse(String.valueOf(sent))
                .map(Timestamp::nanos)
                .orElseThrow(() -> new IllegalArgumentException("`" + sent + "` is no RFC 3339 timestamp"));
    }

    /** Whether the delivered form names the sent instant, whole, or cut off to seconds or any decimal part of them. */
    static boolean isSame(BigInteger sentNanos, JsonNode delivered) {
        if (delivered.isTextual()) {
            return Rfc3339.parse(delivered.textValue())
                    .filter(instant -> isCutOff(sentNanos, nanos(instant)))
                    .isPresent();
        }
        return WholeNumber.of(delivered)
                .filter(number -> UNITS.stream()
                        .map(number::multiply)
                        .anyMatch(nanos -> UNITS.stream()
                                .anyMatch(unit -> floor(sentNanos, unit).equals(nanos))))
                .isPresent();
    }

    private static boolean isCutOff(BigInteger sent, BigInteger delivered) {
        for (var unit = BILLION; unit.signum() > 0; unit = unit.divide(BigInteger.TEN)) {
            if (floor(sent, unit).equals(delivered)) {
                return true;
            }
        }
        return false;
    }

    private static BigInteger floor(BigInteger nanos, BigInteger unit) {
        return nanos.subtract(nanos.mod(unit));
    }

    private static BigInteger nanos(Instant instant) {
        return BigInteger.valueOf(instant.getEpochSecond())
                .multiply(BILLION)
                .add(BigInteger.valueOf(instant.getNano()));
    }

    private static Optional<Instant> instant(BigInteger nanos) {
        var parts = nanos.divideAndRemainder(BILLION);
        try {
            return Optional.of(Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValue()));
        } catch (ArithmeticException | DateTimeException e) {
            // A number beyond every calendar is no instant; the type rule has its say on its size.
            return Optional.empty();
        }
    }
}
