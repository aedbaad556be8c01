package org.instantlogs.suite.run;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.instantlogs.fixtures.Level;

/**
 * Which checks the user wants judged. A selector is a requirement id, a check id, an area, a level, or a glob of these with
 * {@code *} and {@code ?}; everything else in it is literal. No selector selects all.
 */
public final class Selection {
    private final List<String> selectors;

    private Selection(List<String> selectors) {
        this.selectors = List.copyOf(selectors);
    }

    public static Selection of(List<String> selectors) {
        return new Selection(selectors);
    }

    /** Whether it leaves anything out on purpose. */
    public boolean isPartial() {
        return !selectors.isEmpty();
    }

    /**
     * Whether a check is wanted.
     *
     * @param requirement its id
     * @param id the check's whole id
     */
    boolean selects(String area, Level level, String requirement, String id) {
        return selectors.isEmpty()
                || selectors.stream().anyMatch(selector -> matches(selector, area, level, requirement, id));
    }

    /** The first selector that selects none of the candidates. */
    Optional<String> futile(List<Candidate> candidates) {
        return selectors.stream()
                .filter(selector -> candidates.stream()
                        .noneMatch(one -> matches(selector, one.area(), one.level(), one.requirement(), one.id())))
                .findFirst();
    }

    record Candidate(String area, Level level, String requirement, String id) {}

    private static boolean matches(String selector, String area, Level level, String requirement, String id) {
        return glob(selector, area)
                || glob(selector, level.name())
                || glob(selector, requirement)
                || glob(selector, id)
                // without its axes a check's name selects all its variants
                || glob(selector, id.replaceFirst("\\[.*", ""));
    }

    private static boolean glob(String selector, String name) {
        var pattern = new StringBuilder();
        for (int i = 0; i < selector.length(); i++) {
            switch (selector.charAt(i)) {
                case '*' -> pattern.append(".*");
                case '?' -> pattern.append('.');
                default -> pattern.append(Pattern.quote(selector.substring(i, i + 1)));
            }
        }
        return Pattern.matches(pattern.toString(), name);
    }
}
