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
        } else {
            assertThat(now.textWithout(pinned))
                    .as("to have the words written anew: -Dwordings=write")
                    .isEqualTo(pinned.textWithout(now));
        }
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
