package org.instantlogs.server.record;

import java.math.BigDecimal;

/**
 * A number of a float field, exactly as it was given.
 *
 * @param text its JSON form
 * @param value what it compares as
 */
record Decimal(String text, BigDecimal value) {

    /**
     * The number that the JSON text stands for.
     *
     * @throws IllegalArgumentException if it is beyond what a 64-bit float can hold
     */
    static Decimal of(String json) {
        if (!Double.isFinite(Double.parseDouble(json))) {
            throw new IllegalArgumentException("is beyond a 64-bit float");
        }
        try {
            return new Decimal(json, new BigDecimal(json));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("has an exponent beyond reason", e);
        }
    }
}
