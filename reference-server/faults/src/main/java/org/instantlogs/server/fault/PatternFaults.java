package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.filter.RecordFilter;

/** Values taken for patterns of some kind. */
final class PatternFaults {
    private PatternFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                pattern(
                        "repetitions-not-quoted",
                        "`contains` takes {2} for a repetition",
                        "contains",
                        value -> Pattern.quote(value).replaceAll("(.)\\{(\\d)\\}", "\\\\E(?:\\\\Q$1\\\\E){$2}\\\\Q")),
                fault("ends-with-at-any-line", "`endsWith` looks at the end of each line")
                        .breaks("IL-FILTER-17.tells-signs-from-patterns[operator=endsWith]")
                        .mayBreak(Consequences.ofText())
                        .of(Asked.mistaken(asked -> asked.isOnText() && asked.is("endsWith")
                                ? record -> record.text(asked.ordinal())
                                        .lines()
                                        .anyMatch(line -> line.endsWith(asked.text()))
                                : null)),
                pattern(
                        "contains-is-a-regex",
                        "the value of `contains` is a regular expression",
                        "contains",
                        value -> value),
                pattern("eq-is-a-regex", "the value of `eq` is a regular expression", "eq", value -> value),
                pattern(
                        "starts-with-is-a-regex",
                        "the value of `startsWith` is a regular expression",
                        "startsWith",
                        value -> value),
                pattern(
                        "contains-is-like",
                        "`contains` is SQL's LIKE, its % and _ included",
                        "contains",
                        value -> like(value)),
                pattern("starts-with-is-like", "`startsWith` is SQL's LIKE", "startsWith", value -> like(value)),
                pattern("ends-with-is-like", "`endsWith` is SQL's LIKE", "endsWith", value -> like(value)),
                pattern("eq-is-a-glob", "`eq` takes * and ? for any characters", "eq", value -> glob(value)),
                pattern("neq-is-a-glob", "`neq` takes * and ? for any characters", "neq", value -> glob(value)),
                pattern(
                        "ends-with-is-a-glob",
                        "`endsWith` takes * and ? for any characters",
                        "endsWith",
                        value -> glob(value)),
                pattern("in-is-a-glob", "`in` takes * and ? for any characters", "in", value -> glob(value)),
                pattern(
                        "dot-is-anything",
                        "`endsWith` takes a dot for any character",
                        "endsWith",
                        value -> Pattern.quote(value).replace(".", "\\E.\\Q")),
                pattern(
                        "backslash-escapes",
                        "`contains` drops a backslash and takes what follows",
                        "contains",
                        value -> Pattern.quote(value.replaceAll("\\\\(.)", "$1"))),
                pattern(
                        "quotes-stripped",
                        "quotes around the value of `eq` are dropped",
                        "eq",
                        value -> Pattern.quote(value.replaceAll("['\"]", ""))),
                pattern(
                        "dollars-halved",
                        "the value of `eq` is put into a query as a replacement, in which $$ is a dollar",
                        "eq",
                        value -> Pattern.quote(value.replace("$$", "$"))),
                pattern(
                        "value-percent-decoded",
                        "the value of `eq` is decoded as URIs are",
                        "eq",
                        value -> Pattern.quote(value.replace("%C3%A9", "é").replace("%20", " "))),
                decoded("slashes-decoded", "%2F and / are the same to filters", text -> text.replace("%2F", "/")),
                decoded("plus-is-a-blank", "+ and a blank are the same to filters", text -> text.replace('+', ' ')),
                fault("starts-with-plus-is-a-blank", "`startsWith` takes the + of its value for a blank")
                        .breaks("IL-FILTER-17")
                        .mayBreak(Consequences.ofText())
                        .of(Asked.mistaken(asked -> asked.isOnText() && asked.is("startsWith")
                                ? asked.as(
                                        "startsWith", new TextNode(asked.text().replace('+', ' ')))
                                : null)));
    }

    /** Values and records alike. */
    private static TrialTarget decoded(String name, String says, UnaryOperator<String> form) {
        return fault(name, says)
                .breaks("IL-FILTER-17")
                .mayBreak(Consequences.ofText())
                .of(Asked.mistaken(asked -> asked.isOnText() ? TextFaults.compared(asked, form) : null));
    }

    private static String like(String value) {
        return quoted(value, "%", "_");
    }

    private static String glob(String value) {
        return quoted(value, "*", "?");
    }

    private static String quoted(String value, String many, String one) {
        return Pattern.quote(value).replace(many, "\\E.*\\Q").replace(one, "\\E.\\Q");
    }

    private static TrialTarget pattern(String name, String says, String operator, UnaryOperator<String> expression) {
        return fault(name, says)
                .breaks("IL-FILTER-17")
                .mayBreak(Consequences.ofText())
                .of(Asked.mistaken(
                        asked -> asked.isOnText() && asked.is(operator) ? matching(asked, expression) : null));
    }

    private static RecordFilter matching(Asked asked, UnaryOperator<String> expression)
            throws org.instantlogs.server.filter.FilterRefused {
        var around = switch (asked.operator()) {
            case "startsWith" -> "(%s).*";
            case "endsWith" -> ".*(%s)";
            case "contains" -> ".*(%s).*";
            default -> "%s";
        };
        try {
            var patterns = (asked.is("in") ? asked.several() : List.of(asked.text()))
                    .stream()
                            .map(value ->
                                    Pattern.compile(around.replace("%s", expression.apply(value)), Pattern.DOTALL))
                            .toList();
            return record -> patterns.stream()
                            .anyMatch(one ->
                                    one.matcher(record.text(asked.ordinal())).matches())
                    != asked.is("neq");
        } catch (PatternSyntaxException noPattern) {
            return asked.refused();
        }
    }
}
