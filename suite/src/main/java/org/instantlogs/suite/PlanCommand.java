package org.instantlogs.suite;

import java.util.Optional;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.suite.cases.Cases;
import org.instantlogs.suite.run.Offers;
import org.instantlogs.suite.run.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plan}: what a run would judge, and what it could not, without asking the target anything. */
@Command(
        name = "plan",
        description =
                "Shows what a run against a target would judge, and what it couldn't for want of what; sends nothing.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Runnable {
    @Option(names = "--target", paramLabel = "FILE", description = "The target's descriptor, or `bundled`.")
    private Optional<String> target = Optional.empty();

    @Option(names = "--long", description = "As if real limits were waited out.")
    private boolean patient;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PlanCommand() {}

    @Override
    public void run() {
        try (var choice = TargetChoice.of(target, 2)) {
            var plan = Plan.of(Catalogue.load(), choice.descriptor().profile(), Cases.all());
            var out = spec.commandLine().getOut();
            plan.describe(Offers.of(choice.descriptor(), patient)).forEach(out::println);
            out.flush();
        }
    }
}
