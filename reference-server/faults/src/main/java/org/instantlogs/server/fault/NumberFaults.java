package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import java.util.List;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.filter.RecordFilter;

/** Mistakes in how a filter compares numbers. */
final class NumberFaults {
    private static final String[] WIDE = {
        "IL-FILTER-30.compares-all-of-64-bits",
        "IL-FILTER-03.tells-wide-numbers-apart",
        "IL-FILTER-04.tells-wide-numbers-apart",
        "IL-FILTER-05.tells-wide-numbers-apart",
        "IL-FILTER-06.tells-wide-numbers-apart"
    };

    private NumberFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                operator("gt-lets-equal-through", "`gt` is taken for `geq`", "gt", "geq", "IL-FILTER-03"),
                operator("geq-holds-equal-back", "`geq` is taken for `gt`", "geq", "gt", "IL-FILTER-04"),
                operator("lt-lets-equal-through", "`lt` is taken for `leq`", "lt", "leq", "IL-FILTER-05"),
                operator("leq-holds-equal-back", "`leq` is taken for `lt`", "leq", "lt", "IL-FILTER-06"),
                operator("gt-and-lt-mixed-up", "`gt` is taken for `lt`", "gt", "lt", "IL-FILTER-03"),
                comparison(
                        "gt-leaves-out-the-next",
                        "`gt` lets through what is greater by two or more",
                        "IL-FILTER-03",
                        asked ->
                                asked.is("gt") ? record -> record.integer(asked.ordinal()) - 1 > asked.number() : null),
                comparison(
                        "leq-reaches-too-far",
                        "`leq` lets through what is greater by one",
                        "IL-FILTER-06",
                        asked -> asked.is("leq")
                                ? record -> record.integer(asked.ordinal()) - 1 <= asked.number()
                                : null),
                comparison(
                        "numbers-compared-as-text",
                        "numbers are compared digit by digit",
                        "IL-FILTER-14",
                        asked -> asked.is("gt", "geq", "lt", "leq")
                                ? record -> asked.holds(asked.textOf(record).compareTo(asked.text()))
                                : null),
                comparison(
                        "numbers-compared-as-text-if-longer",
                        "numbers are compared as text where they have four digits or more",
                        "IL-FILTER-14",
                        asked -> asked.is("gt", "geq", "lt", "leq")
                                        && asked.text().length() > 3
                                ? record -> asked.holds(asked.textOf(record).compareTo(asked.text()))
                                : null),
                comparison(
                        "json-numbers-compared-as-text",
                        "a number that is given as a JSON number is compared as text",
                        "IL-FILTER-15",
                        asked -> asked.is("gt", "geq", "lt", "leq")
                                        && asked.value().isNumber()
                                ? record -> asked.holds(
                                        asked.text().length() == 3
                                                ? 1
                                                : asked.textOf(record).compareTo(asked.text()))
                                : null),
                comparison(
                        "json-numbers-refused",
                        "a number has to be given as text",
                        "IL-FILTER-15",
                        asked -> asked.value().isNumber() ? asked.refused() : null),
                comparison(
                        "number-texts-refused",
                        "a number must not be given as text",
                        "IL-FILTER-15",
                        asked -> asked.value().isTextual() ? asked.refused() : null),
                comparison(
                        "json-numbers-match-nothing",
                        "a JSON number is not equal to the number of a record, which is kept as text",
                        "IL-FILTER-15",
                        asked -> asked.is("eq", "neq") && asked.value().isNumber() ? record -> asked.is("neq") : null),
                comparison(
                        "numbers-equal-as-they-are-written",
                        "numbers are equal where the filter writes them as the record does",
                        "IL-FILTER-14.compares-what-a-number-stands-for",
                        asked -> asked.is("eq", "neq")
                                ? record -> asked.is("eq") == asked.text().equals(asked.textOf(record))
                                : null),
                comparison(
                        "numbers-of-32-bits",
                        "numbers are cut to 32 bits",
                        WIDE,
                        asked -> record -> asked.holds(
                                Integer.compare((int) record.integer(asked.ordinal()), (int) asked.number()))),
                comparison(
                        "numbers-unsigned",
                        "numbers are compared without a sign",
                        WIDE,
                        asked -> record ->
                                asked.holds(Long.compareUnsigned(record.integer(asked.ordinal()), asked.number()))),
                comparison(
                        "numbers-as-doubles",
                        "numbers are compared as floating-point numbers, of 53 bits",
                        WIDE,
                        asked -> record -> asked.holds(
                                Double.compare((double) record.integer(asked.ordinal()), (double) asked.number()))),
                comparison(
                        "numbers-without-their-sign",
                        "numbers are compared by what they amount to, without their sign",
                        WIDE,
                        asked -> record -> asked.holds(
                                Long.compare(Math.abs(record.integer(asked.ordinal())), Math.abs(asked.number())))),
                comparison(
                        "json-numbers-as-doubles",
                        "a number that is given as a JSON number is read as a floating-point number, of 53 bits",
                        "IL-FILTER-15",
                        asked -> asked.value().isNumber()
                                ? record -> asked.holds(Double.compare(
                                        (double) record.integer(asked.ordinal()), (double) asked.number()))
                                : null),
                comparison(
                        "differences-overflow",
                        "numbers are compared by the sign of their difference, which overflows",
                        WIDE,
                        asked -> record -> asked.holds(Long.signum(record.integer(asked.ordinal()) - asked.number()))),
                comparison(
                        "absent-numbers-equal-nothing",
                        "`neq` on a number holds a record back that has none",
                        "IL-FILTER-02",
                        asked -> asked.is("neq") ? present(asked) : null));
    }

    /** No status of a request is 0: where it is, none was logged. */
    private static RecordFilter present(Asked asked) {
        return record -> record.integer(asked.ordinal()) != 0 && record.integer(asked.ordinal()) != asked.number();
    }

    private static TrialTarget operator(String name, String says, String asked, String taken, String breaks) {
        return comparison(name, says, breaks, one -> one.is(asked) ? one.as(taken) : null);
    }

    private static TrialTarget comparison(String name, String says, String breaks, Asked.Mistake mistake) {
        return comparison(name, says, new String[] {breaks}, mistake);
    }

    private static TrialTarget comparison(String name, String says, String[] breaks, Asked.Mistake mistake) {
        return fault(name, says)
                .breaks(breaks)
                .mayBreak(Consequences.ofNumbers())
                .of(Asked.mistaken(asked -> asked.isComparison() ? mistake.of(asked) : null));
    }
}
