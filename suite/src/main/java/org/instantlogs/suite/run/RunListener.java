package org.instantlogs.suite.run;

import java.util.function.Supplier;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Exchange;
import org.instantlogs.suite.check.Judgement.Finding;

/**
 * Who wants to know how a run goes. {@link #declared} comes for every check before anything else; then for each check that
 * is executed {@link #started}, and for every check exactly once {@link #judged}. Called by several threads at once.
 */
public interface RunListener {
    /** A check that the run will account for. */
    void declared(String checkId);

    /** A case begins. */
    void started(String checkId);

    /** The case finds that the target deviates. Called where it says so, and so perhaps often, and with texts not redacted. */
    default void found(String checkId, Finding finding) {}

    /**
     * A check has its verdict.
     *
     * @param exchange what went over the wire, made and redacted when it is asked for; empty lists where nothing did
     * @return the result as it is to be reported, with the exchange's path where it was kept
     */
    CheckResult judged(CheckResult result, Supplier<Exchange> exchange);
}
