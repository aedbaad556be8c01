package org.instantlogs.suite.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Figures as tables in Markdown. */
final class Tables {
    private static final double MILLIS = 1_000.0;

    private Tables() {}

    static String of(String title, List<Setting> settings, Function<Setting, Timing> timings) {
        var table = new StringBuilder("\n" + title + "\n\n"
                + "| | checks | judged in (s) | checks a second | ms a check | from start to end (s) | processor (s) |\n"
                + "|---|---|---|---|---|---|---|\n");
        for (Setting setting : settings) {
            var timing = timings.apply(setting);
            double judged = seconds(timing.judged());
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.0f | %.1f | %.1f | %.1f |\n",
                    setting.name(),
                    timing.checks(),
                    judged,
                    timing.checks() / judged,
                    judged * MILLIS / timing.checks(),
                    seconds(timing.whole()),
                    seconds(timing.processor())));
        }
        return table.toString();
    }

    /** Where a run's time goes: the sums over all zones. */
    static String ofAreas(Timing timing) {
        var table = new StringBuilder(
                "\nBy area, the time of all zones added up\n\n| area | checks | time (s) |\n|---|---|---|\n");
        timing.report()
                .speed()
                .areas()
                .forEach(area -> table.append(String.format(
                        Locale.ROOT, "| %s | %d | %.1f |\n", area.area(), area.checks(), seconds(area.time()))));
        return table.toString();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / MILLIS;
    }
}
