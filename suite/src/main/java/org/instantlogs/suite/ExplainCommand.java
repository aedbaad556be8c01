package org.instantlogs.suite;

import java.util.stream.Collectors;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.Requirement;
import org.instantlogs.suite.cases.Cases;
import org.instantlogs.suite.run.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: all there is to know about one rule, or about the rule of one check. */
@Command(
        name = "explain",
        description =
                "Explains a rule: its text, level, source, what a fair judge also accepts, its checks and their needs.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Runnable {
    @Parameters(paramLabel = "ID", description = "A requirement id such as IL-FILTER-03, or a check id.")
    private String id = "";

    @Option(
            names = "--profile",
            description = "The edition of the documents. Default: ${DEFAULT-VALUE}",
            defaultValue = "docs-2022")
    private String profile = Edition.DOCS_2022.label();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ExplainCommand() {}

    @Override
    public void run() {
        var catalogue = Catalogue.load();
        var rule = catalogue
                .requirement(id.replaceFirst("\\..*", ""))
                .orElseThrow(() -> new UsageException("`" + id + "` is no rule of the catalogue; `list` shows all"));
        var plan = Plan.of(catalogue, Editions.named(profile), Cases.all());
        var checks = plan.checkIds(rule);
        if (id.contains(".") && checks.stream().noneMatch(check -> check.equals(id) || check.startsWith(id + "["))) {
            throw new UsageException(
                    "`" + id + "` is no check of " + rule.id() + "; `explain " + rule.id() + "` lists them");
        }
        spec.commandLine().getOut().print(text(rule, plan));
        spec.commandLine().getOut().flush();
    }

    private static String text(Requirement rule, Plan plan) {
        var text = new StringBuilder();
        line(text, rule.id(), rule.level(plan.edition()) + "  " + rule.says());
        line(text, "source", rule.source());
        if (!rule.accept().isEmpty()) {
            line(text, "accepted too", rule.accept());
        }
        rule.edition().ifPresent(only -> line(text, "binds", only.label() + " only"));
        var needs = rule.needs().stream()
                .map(alternatives -> alternatives.stream().sorted().collect(Collectors.joining(" or ")))
                .collect(Collectors.joining(", "));
        line(text, "needs", needs.isEmpty() ? "nothing beyond the API" : needs);
        var checks = plan.describeChecks(rule);
        var none = rule.untestable().isEmpty() ? "none yet" : "none: " + rule.untestable();
        line(text, "checks", checks.isEmpty() ? none : "");
        checks.forEach(check -> text.append("    ").append(check).append(System.lineSeparator()));
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(String.format("%-14s%s%n", key, value));
    }
}
