package org.instantlogs.suite.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.Requirement;
import org.instantlogs.suite.check.CheckId;
import org.instantlogs.suite.check.Need;

/**
 * Every check of a run, declared before anything goes out. Sorted by id. Each names a rule of the catalogue, and no two have
 * the same id; a rule that binds and has no check is told apart.
 */
public final class Plan {
    private final Catalogue catalogue;
    private final Edition edition;
    private final List<PlannedCheck> checks;

    private Plan(Catalogue catalogue, Edition edition, List<PlannedCheck> checks) {
        this.catalogue = catalogue;
        this.edition = edition;
        this.checks = checks;
    }

    /**
     * Reads what the case classes declare.
     *
     * @throws IllegalStateException if a check names an unknown rule, or two have the same id
     */
    public static Plan of(Catalogue catalogue, Edition edition, Collection<Class<?>> caseClasses) {
        var byId = new TreeMap<CheckId, PlannedCheck>();
        for (Class<?> caseClass : caseClasses) {
            var cases = CaseMethod.of(caseClass);
            if (cases.isEmpty()) {
                throw new IllegalStateException(caseClass + " is listed as a case class and declares no check");
            }
            for (CaseMethod judge : cases) {
                for (PlannedCheck check : judge.declare(edition)) {
                    var requirement = catalogue
                            .requirement(check.id().requirement())
                            .orElseThrow(() -> new IllegalStateException(
                                    judge + " judges " + check.id() + ", a rule that the catalogue doesn't know"));
                    var twin = byId.get(check.id());
                    if (twin != null) {
                        throw new IllegalStateException(
                                check.id() + " is declared twice: by " + twin.judgedBy() + " and by " + judge);
                    }
                    if (requirement.binds(edition)) {
                        byId.put(check.id(), check);
                    }
                }
            }
        }
        return new Plan(catalogue, edition, List.copyOf(byId.values()));
    }

    List<PlannedCheck> checks() {
        return checks;
    }

    /** The ids of all declared checks, sorted. */
    public List<String> checkIds() {
        return checks.stream().map(check -> check.id().toString()).toList();
    }

    /** The ids of the checks that judge a rule, sorted. */
    public List<String> checkIds(Requirement requirement) {
        return checks.stream()
                .filter(check -> check.id().requirement().equals(requirement.id()))
                .map(check -> check.id().toString())
                .toList();
    }

    /** The rules that bind the edition and have no check yet, in the catalogue's order. */
    public List<Requirement> uncovered() {
        Set<String> covered =
                checks.stream().map(check -> check.id().requirement()).collect(Collectors.toCollection(TreeSet::new));
        return catalogue.requirements().stream()
                .filter(requirement -> requirement.binds(edition) && !covered.contains(requirement.id()))
                .toList();
    }

    public Edition edition() {
        return edition;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** The checks that judge a rule, each with what it needs, for people. */
    public List<String> describeChecks(Requirement requirement) {
        return checks.stream()
                .filter(check -> check.id().requirement().equals(requirement.id()))
                .map(check -> check.id() + needs(check))
                .toList();
    }

    private static String needs(PlannedCheck check) {
        var needs = check.judgedBy().needs();
        return needs.isEmpty()
                ? ""
                : "  needs " + needs.stream().map(Need::property).collect(Collectors.joining(", "));
    }

    /** What a run against such a target would judge and what it could not: a line a check, for people. */
    public List<String> describe(Offers offers) {
        var lines = new ArrayList<String>();
        for (PlannedCheck check : checks) {
            lines.add(offers.missing(check.judgedBy().needs())
                    .map(need -> check.id() + "  not-tested: needs " + need.property())
                    .orElse(check.id().toString()));
        }
        return lines;
    }
}
