package org.instantlogs.suite;

import java.util.List;
import java.util.SplittableRandom;

/** Holds a law against inputs drawn from numbered seeds; a failure names the seed that brings the same inputs again. */
public final class Seeds {
    private static final int FIRST = 20_220_203;

    private Seeds() {}

    /** What has to hold for any inputs. */
    public interface Law {
        /** Draws inputs and asserts. */
        void holdsFor(SplittableRandom random) throws Exception;
    }

    /** Tries the law with so many seeds, always the same ones. */
    public static void each(int tries, Law law) {
        for (long seed = FIRST; seed < FIRST + tries; seed++) {
            try {
                law.holdsFor(new SplittableRandom(seed));
            } catch (AssertionError | Exception e) {
                throw new AssertionError("with new SplittableRandom(" + seed + "): " + e.getMessage(), e);
            }
        }
    }

    /** One of these. */
    @SafeVarargs
    public static <T> T oneOf(SplittableRandom random, T... values) {
        return values[random.nextInt(values.length)];
    }

    /** One of these. */
    public static <T> T oneOf(SplittableRandom random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
