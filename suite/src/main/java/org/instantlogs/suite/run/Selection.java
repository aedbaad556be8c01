package org.instantlogs.suite.run;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.instantlogs.fixtures.Level;

/**
 * Which checks the user wants judged. A selector is a requirement id, a check id, an area, a level, or a glob of these with
 * {@code *} and {@code ?}; everything else in it is literal. No selector selects all.
 */
public final class Selection {
    private final List<Selector> selectors;

    private Selection(List<Selector> selectors) {
        this.selectors = selectors;
    }

    public static Selection of(List<String> selectors) {
        return new Selection(selectors.stream().map(Selector::of).toList());
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
        var check = new Candidate(area, level, requirement, id);
        return selectors.isEmpty() || selectors.stream().anyMatch(selector -> selector.selects(check));
    }

    /** The first selector that selects none of the candidates. */
    Optional<String> futile(List<Candidate> candidates) {
        return selectors.stream()
                .filter(selector -> candidates.stream().noneMatch(selector::selects))
                .map(Selector::text)
                .findFirst();
    }

    record Candidate(String area, Level level, String requirement, String id) {
        /** Without its axes a check's name stands for all its variants. */
        String name() {
            var axes = id.indexOf('[');
            return axes < 0 ? id : id.substring(0, axes);
        }
    }

    /** One of them, made ready once: a run asks each for every check there is. */
    private record Selector(String text, Pattern pattern) {
        static Selector of(String text) {
            var pattern = text.chars()
                    .mapToObj(character -> switch (character) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(Character.toString(character));
                    })
                    .collect(joining());
            return new Selector(text, Pattern.compile(pattern));
        }

        boolean selects(Candidate check) {
            return is(check.area())
                    || is(check.level().name())
                    || is(check.requirement())
                    || is(check.id())
                    || is(check.name());
        }

        private boolean is(String name) {
            return pattern.matcher(name).matches();
        }
    }
}
