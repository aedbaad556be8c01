package org.instantlogs.server.fault;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rules that are violated as well where one operator or one type is wrong: their cases ask with it, and can't do without. Each is
 * still told apart from the operator's own rule, which must be found broken itself.
 */
final class Consequences {
    private Consequences() {}

    /** Of a mistake with numbers. */
    static String[] ofNumbers() {
        return filter(1, 2, 3, 4, 5, 6, 10, 11, 12, 14, 15, 18, 19, 20, 21, 22, 23, 24, 26, 28, 30, 31);
    }

    /** Of a mistake with text. */
    static String[] ofText() {
        return Stream.concat(
                        Stream.of(filter(1, 2, 7, 8, 9, 10, 11, 12, 16, 17, 18, 19, 20, 21, 22, 23, 24, 26, 27, 28)),
                        Stream.of(filter(30, 31)))
                .toArray(String[]::new);
    }

    /** Of a mistake with {@code in}. */
    static String[] ofIn() {
        return filter(10, 11, 12, 15, 16, 17, 18, 23, 24, 26, 30, 31);
    }

    /** Of a mistake with lists. */
    static String[] ofLists() {
        return filter(9, 16, 17, 18, 21, 22, 23, 30, 31);
    }

    /** Of a mistake with groups, and with filters as a whole. */
    static String[] ofFilters() {
        return Stream.of(filter(IntStream.rangeClosed(1, 31).toArray())).toArray(String[]::new);
    }

    private static String[] filter(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> String.format("IL-FILTER-%02d", number))
                .toArray(String[]::new);
    }
}
