package org.instantlogs.suite.ndjson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number as it stands in a text. RFC 8259, section 6.
 *
 * @param text the literal, such as {@code 1.50e+3}
 * @param isWhole whether it has neither fraction nor exponent
 * @param exponentDigits how many digits its exponent has, 0 where it has none
 */
record NumberLiteral(String text, boolean isWhole, int exponentDigits) {
    /** Up to here numbers are kept exactly; beyond, no value of the dataset can be meant, and exactness costs quadratic time. */
    private static final int LONGEST = 1000;

    private static final int LONGEST_EXPONENT = 4;

    /** Reads from the first character to behind the last. */
    static NumberLiteral read(Input input) throws UnreadableException {
        int start = input.position();
        boolean negative = input.accept('-');
        if (input.startsWith("NaN") || input.startsWith("Infinity") || (negative && input.startsWith("nan"))) {
            throw input.notANumber();
        }
        if (!isDigit(input.peek())) {
            throw input.unexpected(negative ? "a digit" : "a value");
        }
        if (input.accept('0')) {
            if (isDigit(input.peek())) {
                throw input.unexpected("no digit after a leading zero");
            }
        } else {
            digits(input);
        }
        boolean whole = true;
        if (input.accept('.')) {
            whole = false;
            digits(input);
        }
        int exponentDigits = 0;
        if (input.accept('e') || input.accept('E')) {
            whole = false;
            if (!input.accept('+')) {
                input.accept('-');
            }
            exponentDigits = digits(input);
        }
        return new NumberLiteral(input.textFrom(start), whole, exponentDigits);
    }

    private static int digits(Input input) throws UnreadableException {
        int start = input.position();
        while (isDigit(input.peek())) {
            input.next();
        }
        if (input.position() == start) {
            throw input.unexpected("a digit");
        }
        return input.position() - start;
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }

    /** Its value: exact up to 1,000 characters and exponents of 4 digits, else the nearest double. */
    JsonNode toNode() {
        if (text.length() > LONGEST || exponentDigits > LONGEST_EXPONENT) {
            return DoubleNode.valueOf(Double.parseDouble(text));
        }
        if (!isWhole) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        var value = new BigInteger(text);
        if (value.bitLength() < Integer.SIZE) {
            return IntNode.valueOf(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
    }
}
