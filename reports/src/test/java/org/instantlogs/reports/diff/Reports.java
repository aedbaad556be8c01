package org.instantlogs.reports.diff;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Known;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.Speed;
import org.instantlogs.reports.SuiteInfo;
import org.instantlogs.reports.TargetInfo;
import org.instantlogs.reports.Verdict;

/** Reports to compare, as small as they can be. */
public final class Reports {
    public static final String ID = "IL-JOB-01.word";

    private Reports() {}

    public static Side side(String name, CheckResult... checks) {
        return side(name, "docs-2022", List.of("inject"), checks);
    }

    public static Side side(String name, String edition, List<String> offers, CheckResult... checks) {
        return new Side(name, Path.of(name, "report.json"), report(name, edition, offers, checks));
    }

    public static Report report(String name, String edition, List<String> offers, CheckResult... checks) {
        return Report.of(
                new SuiteInfo("1", "sha256:abc", edition, 42),
                new TargetInfo(name, "https://127.0.0.1/", offers, List.of()),
                Instant.parse("2026-01-01T00:00:00Z"),
                Duration.ofSeconds(1),
                false,
                checks.length,
                Speed.of(1, 0, List.of(checks)),
                List.of(checks));
    }

    public static Comparison comparison(Side... sides) {
        return Comparison.of(Arrays.asList(sides));
    }

    /** A result such as {@code pass}, {@code fail 404}, {@code note works}, {@code not-tested set clock}, {@code known 404}. */
    public static CheckResult check(String id, String spoken) {
        var verdict = Verdict.labelled(spoken.replaceFirst("(?s) .*", ""));
        var text = spoken.contains(" ") ? spoken.substring(spoken.indexOf(' ') + 1) : "-";
        var requirement = id.replaceFirst("\\..*", "");
        var check = CheckResult.of(id, requirement, requirement.split("-", -1)[1], "MUST", "says", "source");
        switch (verdict) {
            case FAIL, WARN -> check.expected("201").actual(text);
            case NOTE -> check.observed(text);
            case KNOWN -> check.expected("201").actual(text).known(listed(Verdict.FAIL, Optional.empty()));
            case STALE -> check.known(listed(Verdict.PASS, Optional.of(text)));
            default -> check.reason(text);
        }
        return check.build(verdict);
    }

    private static Known listed(Verdict unlisted, Optional<String> stale) {
        return new Known(new Known.Entry("IL-*", "on purpose", Optional.empty(), Optional.empty()), unlisted, stale);
    }
}
