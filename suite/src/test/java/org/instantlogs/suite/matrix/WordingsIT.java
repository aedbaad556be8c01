package org.instantlogs.suite.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Each kind of violation is told in the words that were chosen for it: {@code wordings/*.txt} has an example of each, taken from a server
 * that is wrong. {@code -Dwordings=write} writes down what is said now.
 */
class WordingsIT {
    private static final boolean WRITE = System.getProperty("wordings", "").equals("write");
    /**
     * One of some twenty runs heard something else, and what it was is not known: 11 runs to find it, four of them beside busy neighbours,
     * heard nothing of the kind. So who was not heard is listened to again, and what was said instead is printed.
     */
    private static final int LISTENED = 3;

    private static final Places PLACES = Places.ofTheSuite();

    @Test
    void everyKindOfViolationHasAnExample() throws Exception {
        assertThat(PLACES.names()).hasSizeGreaterThan(200);
        var examples = Wordings.load().places();
        var without = Unproven.reasonsOfPlaces();

        assertThat(without.values()).noneMatch(String::isBlank);
        assertThat(examples).doesNotContainAnyElementsOf(without.keySet());
        assertThat(both(examples, without.keySet()))
                .as(
                        "a new kind needs three lines in wordings/<package>.txt: its place, a fault and a check that finds it so; "
                                + "-Dwordings=write adds the words")
                .isEqualTo(PLACES.names());
    }

    @Test
    void everyKindOfViolationIsToldInTheWordsOfItsExample() throws Exception {
        var pinned = Wordings.load();
        var now = pinned.heardNow(PLACES);
        if (WRITE) {
            now.write();
            return;
        }
        var unheard = pinned.without(now);
        var instead = now.without(pinned);
        for (int times = 1; times < LISTENED && !unheard.isEmpty(); times++) {
            System.out.println("said otherwise, and listened to again:\n" + instead.text());
            var heard = unheard.heardNow(PLACES);
            instead = heard.without(unheard);
            unheard = unheard.without(heard);
        }
        assertThat(instead.text())
                .as("to have the words written anew: -Dwordings=write")
                .isEqualTo(unheard.text());
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
