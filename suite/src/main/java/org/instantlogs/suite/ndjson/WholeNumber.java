package org.instantlogs.suite.ndjson;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Whole numbers, whatever way they are written: JSON knows one kind of number, so 1, 1.0 and 1e0 are the same. */
final class WholeNumber {
    /** Beyond any number of the dataset, and small enough to be written out. */
    private static final int LONGEST_DIGITS = 400;

    private WholeNumber() {}

    /** The node's value; empty where it is no number, not whole, or longer than 400 digits. */
    static Optional<BigInteger> of(JsonNode node) {
        if (!node.isIntegralNumber() && !node.isBigDecimal()) {
            return Optional.empty();
        }
        BigDecimal value = node.decimalValue();
        if (value.signum() == 0) {
            return Optional.of(BigInteger.ZERO);
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > 0 || (long) stripped.precision() - stripped.scale() > LONGEST_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(stripped.toBigIntegerExact());
    }
}
