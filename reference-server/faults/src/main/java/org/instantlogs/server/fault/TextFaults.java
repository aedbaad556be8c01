package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.filter.RecordFilter;

/** Mistakes in how a filter compares text: another relation, or not exactly. */
final class TextFaults {
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

    private TextFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                text(
                        "hosts-without-their-final-dot",
                        "a dot at the end of a host name is not compared",
                        "IL-FILTER-16.takes-the-values-of-keys-exactly[key=ClientRequestHost]",
                        asked -> asked.isOn("ClientRequestHost")
                                ? compared(asked, text -> text.replaceFirst("\\.$", ""))
                                : null),
                text(
                        "cache-status-case-folded",
                        "cache states are compared without regard to case",
                        "IL-FILTER-16.takes-the-values-of-keys-exactly[key=CacheCacheStatus]",
                        asked -> asked.isOn("CacheCacheStatus")
                                ? compared(asked, text -> text.toLowerCase(Locale.ROOT))
                                : null),
                operator(
                        "eq-is-a-prefix", "`eq` on text is taken for `startsWith`", "eq", "startsWith", "IL-FILTER-01"),
                operator("eq-is-contains", "`eq` on text is taken for `contains`", "eq", "contains", "IL-FILTER-01"),
                operator(
                        "starts-with-is-contains",
                        "`startsWith` finds the value anywhere",
                        "startsWith",
                        "contains",
                        "IL-FILTER-07"),
                operator(
                        "starts-with-is-ends-with",
                        "`startsWith` is taken for `endsWith`",
                        "startsWith",
                        "endsWith",
                        "IL-FILTER-07"),
                operator(
                        "ends-with-is-contains",
                        "`endsWith` finds the value anywhere",
                        "endsWith",
                        "contains",
                        "IL-FILTER-08"),
                operator(
                        "contains-is-starts-with",
                        "`contains` finds the value at the beginning only",
                        "contains",
                        "startsWith",
                        "IL-FILTER-09"),
                text(
                        "queries-not-compared",
                        "what follows the question mark of the record's value is not compared",
                        "IL-FILTER-30.heeds-the-query-of-an-address",
                        asked -> asked.isOn("ClientRequestURI") && asked.is("eq", "endsWith", "contains")
                                ? matching(asked, text -> text.replaceFirst("\\?.*", ""))
                                : null),
                text(
                        "paths-normalised",
                        "the dots and doubled slashes of a path are taken out before it is compared",
                        "IL-FILTER-16.tells-paths-from-what-they-lead-to",
                        asked -> asked.isOn("ClientRequestPath") ? compared(asked, TextFaults::normal) : null),
                text(
                        "escapes-of-one-case",
                        "the escapes of a path are written in capitals before it is compared",
                        "IL-FILTER-16.tells-paths-from-what-they-lead-to",
                        asked -> asked.isOn("ClientRequestPath")
                                ? compared(
                                        asked,
                                        text -> ESCAPE.matcher(text)
                                                .replaceAll(
                                                        escape -> escape.group().toUpperCase(Locale.ROOT)))
                                : null),
                text(
                        "long-text-cut-before-it-is-compared",
                        "of a text its first 256 characters are compared",
                        "IL-FILTER-16.compares-long-text-to-its-end",
                        asked -> compared(asked, text -> text.substring(0, Math.min(256, text.length())))),
                text(
                        "contains-wants-more",
                        "`contains` does not find the value at the very end",
                        "IL-FILTER-09",
                        asked -> asked.is("contains")
                                ? record -> record.text(asked.ordinal()).lastIndexOf(asked.text(), Integer.MAX_VALUE)
                                                >= 0
                                        && record.text(asked.ordinal()).indexOf(asked.text())
                                                < record.text(asked.ordinal()).length()
                                                        - asked.text().length()
                                : null),
                text(
                        "starts-with-wants-more",
                        "`startsWith` holds back what is the value and nothing more",
                        "IL-FILTER-07",
                        asked -> asked.is("startsWith")
                                ? record -> record.text(asked.ordinal()).startsWith(asked.text())
                                        && !record.text(asked.ordinal()).equals(asked.text())
                                : null),
                text(
                        "ends-with-at-the-first-place",
                        "`endsWith` looks at the first place where the value is found",
                        "IL-FILTER-08",
                        asked -> asked.is("endsWith")
                                ? record -> record.text(asked.ordinal()).indexOf(asked.text()) >= 0
                                        && record.text(asked.ordinal()).indexOf(asked.text())
                                                        + asked.text().length()
                                                == record.text(asked.ordinal()).length()
                                : null),
                text(
                        "texts-cut-to-255",
                        "of a longer text the first 255 characters are looked at",
                        "IL-FILTER-08",
                        asked -> compared(asked, text -> text.length() > 255 ? text.substring(0, 255) : text)),
                cut("eq", "IL-FILTER-01", 64),
                cut("neq", "IL-FILTER-02", 64),
                cut("startsWith", "IL-FILTER-07", 64),
                cut("endsWith", "IL-FILTER-08", 64),
                cut("contains", "IL-FILTER-09", 64),
                cut("in", "IL-FILTER-10", 64),
                cut("eq", "IL-FILTER-01", 255),
                cut("startsWith", "IL-FILTER-07", 255),
                cut("contains", "IL-FILTER-09", 255),
                cut("in", "IL-FILTER-10", 255),
                text(
                        "absent-texts-unequal-to-nothing",
                        "`neq` holds a record back that has no value, as SQL does",
                        "IL-FILTER-02",
                        asked -> asked.is("neq")
                                ? record -> !record.text(asked.ordinal()).isEmpty()
                                        && !record.text(asked.ordinal()).equals(asked.text())
                                : null),
                exact("case-folded", "text is compared without regard to case", text -> text.toLowerCase(Locale.ROOT)),
                exact("trimmed", "blanks around text are dropped", String::strip),
                exact(
                        "composed",
                        "text is compared in its composed form",
                        text -> Normalizer.normalize(text, Normalizer.Form.NFC)),
                exact(
                        "widths-folded",
                        "text is compared in its compatible form",
                        text -> Normalizer.normalize(text, Normalizer.Form.NFKC)),
                exact(
                        "accents-dropped",
                        "text is compared without its accents",
                        text -> Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "")),
                exact("inner-blanks-folded", "several blanks are compared as one", text -> text.replaceAll(" +", " ")),
                folded("neq-case-folded", "`neq` disregards case", "neq"),
                folded("contains-case-folded", "`contains` disregards case", "contains"),
                folded("ends-with-case-folded", "`endsWith` disregards case", "endsWith"),
                folded("in-case-folded", "`in` disregards case", "in"));
    }

    private static TrialTarget cut(String operator, String breaks, int most) {
        return text(
                operator.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "-of-the-first-" + most,
                "`" + operator + "` looks at the first " + most + " characters of values and texts",
                breaks,
                asked -> asked.is(operator)
                        ? compared(asked, text -> text.substring(0, Math.min(most, text.length())))
                        : null);
    }

    private static TrialTarget exact(String name, String says, UnaryOperator<String> form) {
        return text(name, says, "IL-FILTER-16", asked -> compared(asked, form));
    }

    /** Equal, or two spellings of one number. */
    static boolean sameNumber(String one, String other) {
        return one.equals(other)
                || (isNumber(one) && isNumber(other) && Double.valueOf(one).equals(Double.valueOf(other)));
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d+(\\.\\d+)?([eE]\\d+)?");
    }

    private static String normal(String path) {
        return path.replaceAll("/[^/]+/\\.\\.(?=/)", "").replace("/./", "/").replaceAll("/{2,}", "/");
    }

    private static TrialTarget folded(String name, String says, String operator) {
        return text(
                name,
                says,
                "IL-FILTER-16",
                asked -> asked.is(operator) ? compared(asked, text -> text.toLowerCase(Locale.ROOT)) : null);
    }

    /** Compares values and texts in that form. */
    static RecordFilter compared(Asked asked, UnaryOperator<String> form) {
        var wanted = asked.several().stream().map(form).toList();
        var value = form.apply(asked.text());
        return record -> {
            var text = form.apply(record.text(asked.ordinal()));
            return switch (asked.operator()) {
                case "eq" -> text.equals(value);
                case "neq" -> !text.equals(value);
                case "startsWith" -> text.startsWith(value);
                case "endsWith" -> text.endsWith(value);
                case "contains" -> text.contains(value);
                default -> wanted.contains(text);
            };
        };
    }

    private static TrialTarget operator(String name, String says, String asked, String taken, String breaks) {
        return text(name, says, breaks, one -> one.is(asked) ? one.as(taken, new TextNode(one.text())) : null);
    }

    private static TrialTarget text(String name, String says, String breaks, Asked.Mistake mistake) {
        return fault(name, says)
                .breaks(breaks)
                .mayBreak(Consequences.ofText())
                .of(Asked.mistaken(asked -> asked.isOnText() ? mistake.of(asked) : null));
    }

    /** The predicate on what is made of the record's text. */
    private static RecordFilter matching(Asked asked, UnaryOperator<String> seen) {
        return record -> {
            var text = seen.apply(record.text(asked.ordinal()));
            return switch (asked.operator()) {
                case "eq" -> text.equals(asked.text());
                case "endsWith" -> text.endsWith(asked.text());
                default -> text.contains(asked.text());
            };
        };
    }
}
