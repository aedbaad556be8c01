package org.instantlogs.suite.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.cases.Cases;
import org.instantlogs.suite.run.Plan;

/** Which case class judges which check. */
final class CaseClasses {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Map<String, String> BY_CHECK = byCheck();

    private CaseClasses() {}

    /** The simple name of the class that judges the check. */
    static String of(String check) {
        var found = BY_CHECK.get(check);
        if (found == null) {
            throw new IllegalArgumentException("no case class judges " + check);
        }
        return found;
    }

    /** Whether the suite has that check. */
    static boolean judge(String check) {
        return BY_CHECK.containsKey(check);
    }

    /**
     * One check of each class.
     *
     * @param liked are taken first, in this order
     */
    static List<String> oneCheckOfEach(List<String> liked) {
        var ofEach = new TreeMap<String, String>();
        Stream.concat(
                        liked.stream().filter(BY_CHECK::containsKey),
                        BY_CHECK.keySet().stream().sorted())
                .forEach(check -> ofEach.putIfAbsent(of(check), check));
        return List.copyOf(ofEach.values());
    }

    /** The classes that judge more than what the sources leave open, which no server can do wrong. */
    static Set<String> thatCanBeFailed() {
        var failing = new TreeSet<String>();
        BY_CHECK.forEach((check, caseClass) -> {
            var rule = CATALOGUE
                    .requirement(check.substring(0, check.indexOf('.')))
                    .orElseThrow();
            if (!rule.level(Edition.DOCS_2022).name().equals("OPEN")) {
                failing.add(caseClass);
            }
        });
        return failing;
    }

    private static Map<String, String> byCheck() {
        var byCheck = new HashMap<String, String>();
        for (Class<?> caseClass : Cases.all()) {
            Plan.of(CATALOGUE, Edition.DOCS_2022, List.of(caseClass))
                    .checkIds()
                    .forEach(check -> byCheck.put(check, caseClass.getSimpleName()));
        }
        return byCheck;
    }
}
