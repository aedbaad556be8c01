package org.instantlogs.suite;

import java.io.PrintWriter;
import java.util.Set;
import java.util.TreeSet;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.cases.Cases;
import org.instantlogs.suite.run.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code list}: the rules, each with its checks. */
@Command(
        name = "list",
        description = "Lists the rules of the catalogue, each with the checks that judge it.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
    @Option(names = "--uncovered", description = "Only the rules that no check judges yet.")
    private boolean uncovered;

    @Option(names = "--ids", description = "Only the ids of all checks of all editions, sorted.")
    private boolean ids;

    @Option(
            names = "--profile",
            description = "The edition of the documents. Default: ${DEFAULT-VALUE}",
            defaultValue = "docs-2022")
    private String profile = Edition.DOCS_2022.label();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ListCommand() {}

    @Override
    public void run() {
        if (ids) {
            allIds().forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().flush();
            return;
        }
        var plan = Plan.of(Catalogue.load(), Editions.named(profile), Cases.all());
        PrintWriter out = spec.commandLine().getOut();
        var rules = uncovered ? plan.uncovered() : plan.catalogue().requirements();
        for (var rule : rules) {
            if (rule.binds(plan.edition())) {
                out.printf("%s  %-6s  %s%n", rule.id(), rule.level(plan.edition()), rule.says());
                plan.checkIds(rule).forEach(check -> out.println("    " + check));
                if (!rule.untestable().isEmpty()) {
                    out.println("    no test can reach it: " + rule.untestable());
                }
            }
        }
        out.flush();
    }

    private static Set<String> allIds() {
        var all = new TreeSet<String>();
        for (Edition edition : Edition.values()) {
            all.addAll(Plan.of(Catalogue.load(), edition, Cases.all()).checkIds());
        }
        return all;
    }
}
