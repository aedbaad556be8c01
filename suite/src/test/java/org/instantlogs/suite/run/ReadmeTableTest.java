package org.instantlogs.suite.run;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.Readme;
import org.instantlogs.suite.cases.Cases;
import org.instantlogs.suite.descriptor.DescriptorReader;
import org.junit.jupiter.api.Test;

/** The README's table of what can be proved: counted here, never by hand. */
class ReadmeTableTest {
    private static final String ADDRESS = """
            contract: 1
            api: http://127.0.0.1:1/client/v4
            auth: {token: token-abcdef, email: a@example.com, key: key-0123}
            stranger: {token: another-token}
            plaintext: ws://127.0.0.1:4
            """;
    private static final String ZONES = """
            zones: [{id: 0123456789abcdef0123456789abcdef}, {id: 1123456789abcdef0123456789abcdef}]
            """;
    private static final String EDGES = """
            zones:
              - {id: 0123456789abcdef0123456789abcdef, host: a.example.com, edge: "http://127.0.0.1:2"}
              - {id: 1123456789abcdef0123456789abcdef, host: b.example.com, edge: "http://127.0.0.1:2"}
            """;
    private static final String INJECT = """
            traffic: {inject: "http://127.0.0.1:3/zones/{zone}/records"}
            limits: {records-per-second: 100}
            """;
    private static final String CLOCK = """
            clock: {advance: "http://127.0.0.1:3/clock", scope: zone}
            """;

    private final Plan plan = Plan.of(Catalogue.load(), Edition.DOCS_2022, Cases.all());

    @Test
    void theReadmeCountsRightly() throws IOException {
        Readme.says("counted by ReadmeTableTest", table());
    }

    private String table() {
        var levels = levels();
        var table = new StringBuilder("| area | rules | checks | " + String.join(" | ", levels.keySet()) + " |\n|"
                + "---|".repeat(3 + levels.size()) + "\n");
        var areas = new TreeSet<String>();
        plan.catalogue().requirements().forEach(rule -> areas.add(rule.area()));
        areas.forEach(area -> table.append(row(area, area::equals, levels)));
        return table.append(row("all", area -> true, levels)).toString();
    }

    private String row(String name, Predicate<String> area, Map<String, Offers> levels) {
        long rules = plan.catalogue().requirements().stream()
                .filter(rule -> area.test(rule.area()) && rule.binds(plan.edition()))
                .count();
        var checks = plan.checks().stream()
                .filter(check -> area.test(plan.catalogue()
                        .requirement(check.id().requirement())
                        .orElseThrow()
                        .area()))
                .toList();
        List<String> cells = new ArrayList<>(List.of(name, String.valueOf(rules), String.valueOf(checks.size())));
        levels.values()
                .forEach(offers -> cells.add(String.valueOf(checks.stream()
                        .filter(check ->
                                offers.missing(check.judgedBy().needs()).isEmpty())
                        .count())));
        return cells.stream().collect(joining(" | ", "| ", " |\n"));
    }

    /** Each offers what the one before does, and more. */
    private static Map<String, Offers> levels() {
        var levels = new LinkedHashMap<String, Offers>();
        levels.put("only its address", offers(ADDRESS + ZONES));
        levels.put("and edge traffic", offers(ADDRESS + EDGES));
        levels.put("and injection", offers(ADDRESS + EDGES + INJECT));
        levels.put("and a clock", offers(ADDRESS + EDGES + INJECT + CLOCK));
        return levels;
    }

    private static Offers offers(String descriptor) {
        return Offers.of(DescriptorReader.fromText(descriptor, Path.of("."), new Properties(), Map.of()), false);
    }
}
