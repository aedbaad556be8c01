package org.instantlogs.suite.cases.filter;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** That no operator takes upper case for lower case, a blank for nothing, or a sign for a pattern. */
@Needs(Need.INJECT)
public final class ExactTextCases {
    private static final List<LogRecord> RECORDS =
            List.of("/ab-cd", "/AB-CD", "/Ab-Cd", " /Ab-Cd", "/Ab-Cd ", "/Ab -Cd", "/Ab-Cd\n").stream()
                    .map(path -> LogRecord.of("ClientRequestPath", path))
                    .toList();

    /** Every sign that some language of patterns gives a meaning. */
    private static final String SIGNS = "/a%b_c*d?e.f[gh]i\\j'k\"l$m^n+o%41p{2}";

    /** The same where one of them has that meaning: what a target lets through that takes values for patterns. */
    private static final List<String> MISTAKEN = List.of(
            SIGNS.replace("a%b", "axyb"),
            SIGNS.replace('_', 'x'),
            SIGNS.replace("*", "xy"),
            SIGNS.replace("c*", "ccc"),
            SIGNS.replace('?', 'x'),
            SIGNS.replace("d?", "d"),
            SIGNS.replace('.', 'x'),
            SIGNS.replace("[gh]", "g"),
            SIGNS.replace("\\", ""),
            SIGNS.replace("\\", "\\\\"),
            SIGNS.replace("'", ""),
            SIGNS.replace("'", "''"),
            SIGNS.replace("\"", ""),
            SIGNS.replace("$", ""),
            SIGNS.replace("^", ""),
            SIGNS.replace("n+", "nnn"),
            SIGNS.replace('+', ' '),
            SIGNS.replace("%41", "A"),
            SIGNS.replace("p{2}", "pp"),
            SIGNS + "\nx",
            "x\n" + SIGNS,
            SIGNS + "\u0000x");

    /** What URIs, forms, HTML and JSON write for something else. */
    private static final String CODED = "/a%2Fb%2fc+d%20e%41f%C3%A9g&amp;h\\u0041i";

    /** None differs in nothing but its case: that is rule IL-FILTER-16. */
    private static final List<String> DECODED = List.of(
            CODED.replace("%2F", "/"),
            CODED.replace("%2F", "/").replace("%2f", "/"),
            CODED.replace('+', ' '),
            CODED.replace("+", "%2B"),
            CODED.replace("%20", " "),
            CODED.replace("%20", "+"),
            CODED.replace("%41", "A"),
            CODED.replace("%C3%A9", "\u00e9"),
            CODED.replace("&amp;", "&"),
            CODED.replace("\\u0041", "A"),
            URLDecoder.decode(CODED, StandardCharsets.UTF_8),
            URLDecoder.decode(CODED.replace("+", "%2B"), StandardCharsets.UTF_8));

    /** A path that a client may send as it is, and what a server may make of it on its way to a file. */
    private static final String WAY = "/a/../b//c/./d%2fe/~f/%7Eg/";

    private static final List<String> SHORTENED = List.of(
            WAY.replace("/a/..", ""),
            WAY.replace("//", "/"),
            WAY.replace("/./", "/"),
            WAY.replace("%2f", "%2F"),
            WAY.replace("%7E", "~"),
            WAY.replace("~", "%7E"),
            WAY.substring(0, WAY.length() - 1),
            WAY + "index.html",
            WAY + "?",
            "https://example.com" + WAY,
            "/b/c/d%2Fe/~f/~g/");

    private static final String NUMBER = "1000";

    private static final List<String> SPELLINGS = List.of(
            "01000",
            "1000.0",
            "1e3",
            "1E3",
            "+1000",
            "1,000",
            "1_000",
            "0x3e8",
            " 1000",
            "1000 ",
            "\u0661\u0660\u0660\u0660",
            "\uff11\uff10\uff10\uff10",
            "1000n",
            "1000L");

    /** As long as filters have room for. */
    private static final String LONG = "/Search(" + "and-so-on;".repeat(67) + ")";

    private static final List<String> ALIKE = List.of(
            LONG.substring(0, LONG.length() - 1),
            LONG.substring(0, LONG.length() - 1) + "]",
            LONG + ")",
            LONG.substring(1),
            "x" + LONG.substring(1),
            "x" + LONG,
            LONG.substring(0, 127),
            LONG.substring(0, 255),
            LONG.substring(0, 256),
            LONG.substring(0, 512),
            LONG.substring(0, 130) + "#" + LONG.substring(131),
            LONG.substring(0, 257) + "#" + LONG.substring(258),
            LONG.substring(0, 513) + "#" + LONG.substring(514));

    @Check("IL-FILTER-16.tells-case-and-blanks-apart")
    @Variants("operators")
    void tellsCaseAndBlanksApart(Zone zone, Asked asked) {
        var filter = Filter.and(Filter.predicate("ClientRequestPath", asked.operator(), asked.value()));

        Passage.ofRecords(zone, "RayID,ClientRequestPath", Trial.of(filter, RECORDS))
                .throughAnyOf(ValueForms.of(filter.toWire()));
    }

    @Check("IL-FILTER-16.takes-the-elements-of-an-array-exactly")
    void takesTheElementsOfAnArrayExactly(Zone zone, Judgement judgement) {
        var filter =
                Filter.and(Filter.predicate("ClientRequestPath", Operator.IN, List.of("/Ab-Cd ", " /ab-cd", "/AB-CD")));
        if (zone.asks(JobSpec.job("RayID").where(filter)).isRefusal()) {
            throw judgement.notTested("a target that takes the values of `in` as an array, see IL-FILTER-12");
        }
        zone.frees();

        Passage.ofRecords(zone, "RayID,ClientRequestPath", Trial.of(filter, RECORDS))
                .through(filter.toWire());
    }

    @Check("IL-FILTER-17.tells-signs-from-patterns")
    @Variants("signs")
    void tellsSignsFromPatterns(Zone zone, Asked asked) {
        tellsApart(zone, asked, SIGNS, MISTAKEN);
    }

    @Check("IL-FILTER-17.tells-coded-text-from-what-it-stands-for")
    @Variants("codes")
    void tellsCodedTextFromWhatItStandsFor(Zone zone, Asked asked) {
        tellsApart(zone, asked, CODED, DECODED);
    }

    /** A number's many spellings are as many texts. */
    @Check("IL-FILTER-16.tells-numbers-in-text-apart")
    @Variants("numbers")
    void tellsNumbersInTextApart(Zone zone, Asked asked) {
        tellsApart(zone, asked, NUMBER, SPELLINGS);
    }

    /** Today's documents call the list of rules otherwise; either name does there. */
    @Check("IL-FILTER-09.tells-numbers-in-lists-apart")
    void tellsNumbersInListsApart(Zone zone) {
        // Blanks are another rule's matter.
        var others = SPELLINGS.stream().filter(spelling -> spelling.strip().equals(spelling));
        var records = Stream.concat(Stream.of(NUMBER), others)
                .map(element -> List.of("7", element, "8"))
                .map(list -> Keys.with(LogRecord.empty(), Keys.RULE_IDS, list))
                .toList();
        var filters = Keys.namesOf(Keys.RULE_IDS, zone.descriptor().profile()).stream()
                .map(name -> Filter.and(Filter.predicate(name, Operator.CONTAINS, NUMBER)))
                .toList();

        Passage.ofRecords(zone, "RayID", Trial.of(filters.get(0), records))
                .throughAnyOf(filters.stream()
                        .flatMap(filter -> ValueForms.of(filter.toWire()).stream())
                        .toList());
    }

    /** A key that holds text, with a value of its kind and what may be taken for it. */
    record Key(String field, String value, List<String> endings) implements Variant {
        List<LogRecord> records() {
            var alike = Stream.of(
                    Stream.of(
                            value,
                            value.toLowerCase(Locale.ROOT),
                            value.toUpperCase(Locale.ROOT),
                            "www." + value,
                            value.substring(1)),
                    endings.stream().map(value::concat));
            return alike.flatMap(texts -> texts)
                    .map(text -> LogRecord.of(field, text))
                    .toList();
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("key", field);
        }
    }

    static List<Variant> keys() {
        return List.of(
                new Key("ClientRequestHost", "Shop.Example.com", List.of(".", ":443", ":80")),
                new Key("ClientRequestMethod", "Get", List.of(" ", "\t")),
                new Key("CacheCacheStatus", "Hit", List.of("/1", " ")));
    }

    @Check("IL-FILTER-16.takes-the-values-of-keys-exactly")
    @Variants("keys")
    void takesTheValuesOfKeysExactly(Zone zone, Judgement judgement, Key key) {
        var plain = Filter.and(Filter.predicate(key.field, Operator.EQ, key.value));
        if (zone.asks(JobSpec.job("RayID").where(plain)).isRefusal()) {
            throw judgement.notTested("a target that takes this key, see IL-FILTER-23 and 24");
        }
        zone.frees();
        for (Filter filter :
                List.of(plain, Filter.and(Filter.predicate(key.field, Operator.IN, key.value + ",other")))) {
            Passage.ofRecords(zone, "RayID," + key.field, Trial.of(filter, key.records()))
                    .throughAnyOf(ValueForms.of(filter.toWire()));
            zone.frees();
        }
    }

    @Check("IL-FILTER-16.tells-paths-from-what-they-lead-to")
    @Variants("ways")
    void tellsPathsFromWhatTheyLeadTo(Zone zone, Asked asked) {
        tellsApart(zone, asked, WAY, SHORTENED);
    }

    @Check("IL-FILTER-16.compares-long-text-to-its-end")
    @Variants("longTexts")
    void comparesLongTextToItsEnd(Zone zone, Asked asked) {
        tellsApart(zone, asked, LONG, ALIKE);
    }

    private static void tellsApart(Zone zone, Asked asked, String text, List<String> others) {
        var filter = Filter.and(Filter.predicate("ClientRequestPath", asked.operator(), asked.value()));
        var around = asked.operator() == Operator.CONTAINS ? "/around" : "";
        var records = Stream.concat(Stream.of(text), others.stream())
                .map(path -> LogRecord.of("ClientRequestPath", around + path + around))
                .toList();

        Passage.ofRecords(zone, "RayID,ClientRequestPath", Trial.of(filter, records))
                .throughAnyOf(ValueForms.of(filter.toWire()));
    }

    static List<Asked> numbers() {
        return everyOperatorWith(NUMBER);
    }

    static List<Asked> ways() {
        return everyOperatorWith(WAY);
    }

    static List<Asked> longTexts() {
        return everyOperatorWith(LONG);
    }

    static List<Asked> signs() {
        return everyOperatorWith(SIGNS);
    }

    static List<Asked> codes() {
        return everyOperatorWith(CODED);
    }

    private static List<Asked> everyOperatorWith(String text) {
        return List.of(
                new Asked(Operator.EQ, text),
                new Asked(Operator.NEQ, text),
                new Asked(Operator.STARTS_WITH, text),
                new Asked(Operator.ENDS_WITH, text),
                new Asked(Operator.CONTAINS, text),
                new Asked(Operator.IN, text + ",/nowhere"));
    }

    static List<Asked> operators() {
        return List.of(
                new Asked(Operator.EQ, "/Ab-Cd"),
                new Asked(Operator.NEQ, "/Ab-Cd"),
                new Asked(Operator.STARTS_WITH, "/Ab-"),
                new Asked(Operator.ENDS_WITH, "-Cd"),
                new Asked(Operator.CONTAINS, "b-C"),
                new Asked(Operator.IN, "/Ab-Cd,/nowhere"));
    }

    /** An operator with the value to ask for. */
    record Asked(Operator operator, String value) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("operator", operator.wire());
        }
    }
}
