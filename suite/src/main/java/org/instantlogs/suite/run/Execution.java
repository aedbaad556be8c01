package org.instantlogs.suite.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.instantlogs.fixtures.Level;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Exchange;
import org.instantlogs.reports.Verdict;
import org.instantlogs.suite.check.Chance;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Judgement.Decided;
import org.instantlogs.suite.check.Judgement.Unjudged;
import org.instantlogs.suite.descriptor.Descriptor.ZoneEntry;
import org.instantlogs.suite.probe.HandshakeRefused;
import org.instantlogs.suite.probe.NoAnswer;
import org.instantlogs.suite.probe.TrafficFailed;
import org.instantlogs.suite.probe.Transcript;
import org.instantlogs.suite.zone.Lease;
import org.instantlogs.suite.zone.SharedState;

/** A case being judged: runs on a thread of its own, and keeps what it found out. */
final class Execution implements Callable<Void> {
    private final PlannedCheck check;
    private final List<ZoneEntry> zones;
    private final SharedState shared;
    private final Vitals vitals;
    private final Chance chance;
    private final Judgement judgement;
    private final Transcript transcript;
    private volatile Optional<Unjudged> unjudged = Optional.empty();

    Execution(
            PlannedCheck check,
            List<ZoneEntry> zones,
            SharedState shared,
            Vitals vitals,
            Chance chance,
            RunListener listener) {
        this.check = check;
        this.zones = zones;
        this.shared = shared;
        this.vitals = vitals;
        this.chance = chance;
        this.judgement = new Judgement(finding -> listener.found(check.id().toString(), finding));
        this.transcript = shared.target().transcript();
    }

    @Override
    public Void call() throws Exception {
        try (var lease = new Lease(shared, judgement, transcript, zones)) {
            lease.prepare();
            check.judgedBy().call(lease.zones(), judgement, chance, check.variant());
            vitals.alive();
        } catch (Decided decided) {
            vitals.alive();
        } catch (Unjudged e) {
            unjudged = Optional.of(e);
        } catch (NoAnswer e) {
            vitals.noAnswer();
            unjudged = Optional.of(judgement.inconclusive(String.valueOf(e.getMessage())));
        } catch (TrafficFailed | HandshakeRefused e) {
            unjudged = Optional.of(judgement.inconclusive(String.valueOf(e.getMessage())));
        } catch (Error | Exception e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return null;
    }

    /** What a violation says stands, even where the case could not be brought to its end after it. */
    CheckResult result(Level level, CheckResult.Builder result) {
        var without = unjudged.filter(reason -> judgement.violations().isEmpty());
        if (without.isPresent()) {
            var why = without.get();
            return result.reason(shared.target().redact(why.reason()))
                    .build(why.kind() == Unjudged.Kind.NOT_TESTED ? Verdict.NOT_TESTED : Verdict.INCONCLUSIVE);
        }
        return Verdicts.of(level, judgement, result, shared.target()::redact);
    }

    Exchange exchange() {
        return transcript.exchange();
    }
}
