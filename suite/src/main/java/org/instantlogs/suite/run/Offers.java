package org.instantlogs.suite.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.descriptor.Descriptor;

/** What a target offers to be tested with, and with which of a case's needs that does. */
public final class Offers {
    /** A limit that is at most this long is waited out in real time without being asked for: target contract, section 3. */
    private static final Duration WAITED_OUT = Duration.ofSeconds(60);

    private final Set<Need> met = EnumSet.noneOf(Need.class);
    private final List<String> labels = new ArrayList<>();

    private Offers() {}

    /**
     * What a descriptor offers.
     *
     * @param patient whether real limits, however long, are to be waited out
     */
    public static Offers of(Descriptor target, boolean patient) {
        var offers = new Offers();
        boolean edge = target.zones().stream().allMatch(zone -> zone.edge().isPresent());
        boolean clock = target.clock().isPresent();
        offers.add(target.inject().isPresent(), "inject", Need.INJECT, Need.TRAFFIC);
        offers.add(edge, "edge", Need.EDGE, Need.TRAFFIC);
        offers.add(clock, "clock", Need.CLOCK);
        offers.add(target.plaintext().isPresent(), "plaintext", Need.PLAINTEXT);
        offers.add(target.zones().size() > 1, "two-zones", Need.TWO_ZONES);
        offers.add(target.stranger().isPresent(), "stranger", Need.STRANGER);
        offers.add(target.reset().isPresent(), "reset");
        offers.add(patient, "long");

        var limits = target.limits();
        var recovery = limits.connects().map(Descriptor.Rate::per).orElse(Duration.ofMinutes(5));
        offers.addIf(clock || patient || isShort(limits.session()), Need.SESSION_TIME);
        offers.addIf(clock || patient || isShort(limits.idle()), Need.IDLE_TIME);
        offers.addIf(clock || patient || isShort(recovery), Need.RECOVERY_TIME);
        offers.addIf(target.auth().emailKey().isPresent(), Need.EMAIL_KEY);
        offers.addIf(target.auth().token().isPresent(), Need.TOKEN);
        offers.addIf(limits.recordsPerSecond().isPresent(), Need.DATA_RATE);
        return offers;
    }

    private static boolean isShort(Duration limit) {
        return limit.compareTo(WAITED_OUT) <= 0;
    }

    private void add(boolean offered, String label, Need... needs) {
        if (offered) {
            labels.add(label);
            met.addAll(List.of(needs));
        }
    }

    private void addIf(boolean offered, Need need) {
        if (offered) {
            met.add(need);
        }
    }

    /** The names that reports give the offers, such as {@code inject} and {@code two-zones}. */
    public List<String> labels() {
        return List.copyOf(labels);
    }

    /** The first of the needs that the target does not meet. */
    public Optional<Need> missing(Collection<Need> needs) {
        return needs.stream().filter(need -> !met.contains(need)).findFirst();
    }
}
