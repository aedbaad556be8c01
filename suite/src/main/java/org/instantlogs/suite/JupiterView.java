package org.instantlogs.suite;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Method;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Exchange;
import org.instantlogs.reports.SuiteInfo;
import org.instantlogs.suite.check.Chance;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.probe.Target;
import org.instantlogs.suite.run.Plan;
import org.instantlogs.suite.run.Run;
import org.instantlogs.suite.run.RunListener;
import org.instantlogs.suite.run.RunOptions;
import org.instantlogs.suite.run.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Lets an IDE run a case with a click: each declared check of the method becomes a Jupiter invocation, judged by the suite's
 * own runner against the target that the system properties name, else against the bundled server. Found by Jupiter through
 * its automatic detection of extensions.
 */
public final class JupiterView implements TestTemplateInvocationContextProvider {
    private static final long SEED = 42;

    /** Called by Jupiter. */
    public JupiterView() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(Check.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        var declared =
                context.getRequiredTestMethod().getAnnotation(Check.class).value();
        var session = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(JupiterView.class))
                .computeIfAbsent(Session.class, key -> new Session(), Session.class);
        var plan = session.planOf(context.getRequiredTestClass());
        return plan.checkIds().stream()
                .filter(id -> id.equals(declared) || id.startsWith(declared + "["))
                .map(id -> new OneCheck(id, plan, session));
    }

    /** One target for all cases of a Jupiter run. */
    private static final class Session implements AutoCloseable {
        private final TargetChoice choice = TargetChoice.of(Optional.ofNullable(System.getProperty("target")), 2);
        private final Target target = reached(choice);
        private final Catalogue catalogue = Catalogue.load();

        private static Target reached(TargetChoice choice) {
            var target = Target.of(choice.descriptor(), Clock.systemUTC());
            TargetChoice.refuseUnusable(target);
            return target;
        }

        Plan planOf(Class<?> caseClass) {
            return Plan.of(catalogue, choice.descriptor().profile(), List.of(caseClass));
        }

        CheckResult judge(String id, Plan plan) throws InterruptedException {
            var options = new RunOptions(
                    Selection.of(List.of(id)), new Chance(SEED, Chance.FILTERS), 1, false, Boolean.getBoolean("long"));
            var run = new Run(plan, target, options, new Silence(), check -> "", Clock.systemUTC());
            var edition = choice.descriptor().profile().label();
            return run.execute(new SuiteInfo(Version.current(), catalogue.digest(), edition, SEED)).checks().stream()
                    .filter(check -> check.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            target.close();
            choice.close();
        }
    }

    private record OneCheck(String id, Plan plan, Session session) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return id;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new LeftToTheRunner(), new Judged(id, plan, session));
        }
    }

    /** The runner makes the arguments itself; Jupiter is given none. */
    private static final class LeftToTheRunner implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return true;
        }

        @Override
        public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return null;
        }
    }

    private record Judged(String id, Plan plan, Session session) implements InvocationInterceptor {
        @Override
        public void interceptTestTemplateMethod(
                Invocation<@Nullable Void> invocation,
                ReflectiveInvocationContext<Method> method,
                ExtensionContext context)
                throws Throwable {
            invocation.skip();
            var result = session.judge(id, plan);
            switch (result.verdict()) {
                case PASS, NOTE ->
                    context.publishReportEntry("observed", result.observed().orElse("-"));
                case FAIL, WARN, STALE, KNOWN -> throw violation(result);
                case ERROR ->
                    throw new IllegalStateException(result.stackTrace().orElse(id));
                case NOT_TESTED, INCONCLUSIVE, DESELECTED ->
                    throw new TestAbortedException(id + ": " + result.reason().orElse("deselected"));
            }
        }

        private static AssertionFailedError violation(CheckResult result) {
            return new AssertionFailedError(
                    result.id() + " " + result.verdict().label() + ": "
                            + result.actual().orElse("")
                            + result.details().stream().collect(joining("\n  ", "\n  ", "")),
                    result.expected().orElse(""),
                    result.actual().orElse(""));
        }
    }

    private static final class Silence implements RunListener {
        @Override
        public void declared(String checkId) {}

        @Override
        public void started(String checkId) {}

        @Override
        public CheckResult judged(CheckResult result, Supplier<Exchange> exchange) {
            return result;
        }
    }
}
