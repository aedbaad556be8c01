package org.instantlogs.suite.probe;

import java.time.Duration;
import org.instantlogs.suite.descriptor.Descriptor;

/**
 * How long the suite waits; all positive.
 *
 * @param connect for a TCP connection with its TLS handshake
 * @param answer for a whole answer, from the first byte sent to the last byte received
 * @param deliver for a record: one that is not there by then counts as lost
 * @param settle how long silence lasts before "not delivered" is concluded
 */
public record Patience(Duration connect, Duration answer, Duration deliver, Duration settle) {

    public Patience {
        requirePositive("connect", connect);
        requirePositive("answer", answer);
        requirePositive("deliver", deliver);
        requirePositive("settle", settle);
    }

    /** The descriptor's terms of delivery; 15 s to connect and 20 s for an answer. */
    public static Patience of(Descriptor descriptor) {
        return new Patience(
                Duration.ofSeconds(15),
                Duration.ofSeconds(20),
                descriptor.stream().deliverWithin(),
                descriptor.stream().settle());
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("patience " + name + " is " + value + "; it must be above zero");
        }
    }
}
