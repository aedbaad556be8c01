package org.instantlogs.reports;

import java.util.Optional;

/**
 * {@code badge.json}: the answer of an endpoint badge as shields.io asks for it, its schema version 1. A run that leaves checks
 * out has none: it could claim more than was looked at.
 */
public final class BadgeJson {

    private BadgeJson() {}

    /** Returns the badge's text; empty for a partial run. */
    public static Optional<String> text(Report report) {
        return report.partial()
                ? Optional.empty()
                : Optional.of(Json.page(json -> json.number("schemaVersion", 1)
                        .text("label", "Instant Logs " + report.suite().edition())
                        .text("message", message(report))
                        .text("color", colour(report.outcome()))
                        .flag("isError", report.outcome() == Outcome.ERROR)));
    }

    private static String message(Report report) {
        var judged = report.judged() + " of " + report.checks().size() + " checks";
        return OutcomeText.word(report.outcome()) + ", "
                + switch (report.outcome()) {
                    case NOT_CONFORMANT ->
                        report.checks().stream()
                                        .filter(check -> check.verdict().isRed(report.strict()))
                                        .count()
                                + " violated";
                    case CONFORMANT, INCOMPLETE, ERROR -> judged;
                };
    }

    private static String colour(Outcome outcome) {
        return switch (outcome) {
            case CONFORMANT -> "brightgreen";
            case NOT_CONFORMANT, ERROR -> "red";
            case INCOMPLETE -> "yellow";
        };
    }
}
