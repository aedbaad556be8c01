package org.instantlogs.suite.cases.filter;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.Zone;

/** What a filter may ask about. Source page: "Create an Instant Logs Job", Filters and the examples. */
@Needs(Need.INJECT)
public final class KeyCases {

    @Check("IL-FILTER-22.needs-no-key-among-the-fields")
    @Variants("keys")
    void needsNoKeyAmongTheFields(Zone zone, KeyVariant variant) {
        Passage.ofRecords(zone, "RayID", variant.trials()).throughAnyOf(variant.forms());
    }

    @Check("IL-FILTER-23.works-under-its-field-name")
    @Variants("keys")
    void worksUnderItsFieldName(Zone zone, KeyVariant variant) {
        Passage.ofRecords(zone, "RayID," + variant.key(), variant.trials()).throughAnyOf(variant.forms());
    }

    static List<KeyVariant> keys(Edition edition) {
        return List.of(
                new KeyVariant("ClientCountry", Operator.EQ, "om", "pt", edition),
                new KeyVariant("ClientRequestPath", Operator.EQ, "/om", "/pt", edition),
                new KeyVariant("EdgeResponseStatus", Operator.EQ, 418, 404, edition),
                new KeyVariant("ClientIP", Operator.EQ, "203.0.113.9", "203.0.113.7", edition),
                new KeyVariant("ClientRequestHost", Operator.EQ, "om.example", "pt.example", edition),
                new KeyVariant("ClientRequestMethod", Operator.EQ, "OPTIONS", "GET", edition),
                new KeyVariant(Keys.ACTIONS, Operator.CONTAINS, List.of("block"), List.of("log"), edition),
                new KeyVariant(Keys.RULE_IDS, Operator.CONTAINS, List.of("100001"), List.of("100002"), edition));
    }

    /** A key with two values of its field; lists hold one element, and the filter asks for it. */
    record KeyVariant(String key, Operator operator, Object wanted, Object other, Edition edition) implements Variant {
        /** Fields that an implementer could take for the key's, and that hold the sought value in the wrong record. */
        private static final Map<String, List<String>> MISTAKEN = Map.of(
                "ClientRequestPath",
                List.of("ClientRequestURI", "ClientRequestReferer"),
                "ClientRequestHost",
                List.of("EdgeRequestHost"),
                "EdgeResponseStatus",
                List.of("OriginResponseStatus", "CacheResponseStatus"),
                "ClientIP",
                List.of("OriginIP", "EdgeServerIP"),
                "ClientCountry",
                List.of("ClientDeviceType", "EdgeColoCode"),
                "ClientRequestMethod",
                List.of("ClientRequestProtocol"),
                Keys.ACTIONS,
                List.of("FirewallMatchesSources", Keys.RULE_IDS),
                Keys.RULE_IDS,
                List.of("BotTags", Keys.ACTIONS, "FirewallMatchesSources"));

        @Override
        public Map<String, String> axes() {
            return Map.of("key", key);
        }

        List<Trial> trials() {
            var decoys = MISTAKEN.getOrDefault(key, List.of());
            return List.of(
                    new Trial(with(record(other), decoys, wanted), false),
                    new Trial(with(record(wanted), decoys, other), true),
                    new Trial(with(record(other), decoys, other), false),
                    new Trial(with(record(wanted), decoys, wanted), true));
        }

        private static LogRecord with(LogRecord record, List<String> fields, Object value) {
            var changed = record;
            for (String field : fields) {
                changed = changed.with(field, value);
            }
            return changed;
        }

        private LogRecord record(Object value) {
            return Keys.with(LogRecord.empty(), key, value);
        }

        List<String> forms() {
            var asked = wanted instanceof List<?> list ? list.get(0) : wanted;
            var values = asked instanceof Integer ? List.of(asked.toString(), asked) : List.of(asked);
            return Keys.namesOf(key, edition).stream()
                    .flatMap(name -> values.stream()
                            .map(value -> Filter.and(Filter.predicate(name, operator, value))
                                    .toWire()))
                    .toList();
        }
    }

    @Check("IL-FILTER-24.works-on-the-dashboards-keys")
    @Variants("dashboard")
    void worksOnTheDashboardsKeys(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> dashboard(Edition edition) {
        return Vectors.of("IL-FILTER-24", edition);
    }

    @Check("IL-FILTER-25.meets-the-short-names")
    @Variants("shortNames")
    void meetsTheShortNames(Zone zone, Judgement judgement, VectorVariant variant) {
        variant.observe(zone, judgement);
    }

    static List<VectorVariant> shortNames(Edition edition) {
        return Vectors.of("IL-FILTER-25", edition);
    }

    @Check("IL-FILTER-26.takes-the-pages-examples")
    @Variants("examples")
    void takesThePagesExamples(Zone zone, VectorVariant variant) {
        variant.judge(zone);
    }

    static List<VectorVariant> examples() {
        return Stream.of("page-country-neq-ca", "page-status-in-200-201", "page-path-and-host")
                .map(Vectors::named)
                .toList();
    }
}
