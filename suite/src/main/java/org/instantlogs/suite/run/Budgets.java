package org.instantlogs.suite.run;

import java.time.Duration;
import org.instantlogs.suite.descriptor.Descriptor;

/** How long a case may take at most: ends one that would never end. */
interface Budgets {
    Duration of(PlannedCheck check);

    /** Budgets that no case comes near which waits only as long as the descriptor lets it. */
    static Budgets of(Descriptor target) {
        return check -> {
            var budget =
                    Duration.ofMinutes(2).plus(target.stream().deliverWithin().multipliedBy(4));
            if (target.reset().isEmpty()) {
                // a 429 is waited out, and so may be the idle limit before a zone is free
                budget = budget.plus(Duration.ofMinutes(6));
            }
            if (check.judgedBy().movesTime() && target.clock().isEmpty()) {
                budget = budget.plus(target.limits().session().multipliedBy(2))
                        .plus(target.limits().idle().multipliedBy(4))
                        .plus(Duration.ofMinutes(6));
            }
            return budget;
        };
    }
}
