package org.instantlogs.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.descriptor.DescriptorReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffersTest {
    private static final String LEAST = """
            contract: 1
            api: http://127.0.0.1:1/client/v4
            auth: {token: token-abcdef}
            zones:
              - {id: 0123456789abcdef0123456789abcdef%s}
            """;

    @Test
    void theLeastDescriptorOffersItsLoginOnly() {
        var offers = Offers.of(least(""), false);

        assertThat(met(offers)).containsExactly(Need.TOKEN);
        assertThat(offers.labels()).isEmpty();
    }

    @Test
    void aFullDescriptorOffersAll() {
        var full = descriptor("""
                contract: 1
                api: http://127.0.0.1:1/client/v4
                auth: {token: token-abcdef, email: a@example.com, key: key-0123}
                stranger: {token: another-token}
                zones:
                  - {id: 0123456789abcdef0123456789abcdef, host: a.example.com, edge: "http://127.0.0.1:2"}
                  - {id: 1123456789abcdef0123456789abcdef, host: b.example.com, edge: "http://127.0.0.1:2"}
                traffic: {inject: "http://127.0.0.1:3/zones/{zone}/records"}
                clock: {advance: "http://127.0.0.1:3/clock", scope: zone}
                limits: {records-per-second: 100}
                plaintext: ws://127.0.0.1:4
                """);

        assertThat(met(Offers.of(full, false))).containsExactly(Need.values());
        assertThat(Offers.of(full, false).labels())
                .containsExactly("inject", "edge", "clock", "plaintext", "two-zones", "stranger");
    }

    @Test
    void edgeTrafficIsOfferedWhereEveryZoneHasAnEdge() {
        var edge = ", host: a.example.com, edge: 'http://127.0.0.1:2'";
        assertThat(met(Offers.of(least(edge), false))).contains(Need.EDGE, Need.TRAFFIC);

        var half = descriptor(LEAST.formatted(edge) + "  - {id: 1123456789abcdef0123456789abcdef}\n");
        assertThat(met(Offers.of(half, false))).contains(Need.TWO_ZONES).doesNotContain(Need.EDGE, Need.TRAFFIC);
    }

    @Test
    void injectionIsTrafficToo() {
        var offers =
                Offers.of(descriptor(LEAST.formatted("") + "traffic: {inject: 'http://127.0.0.1:3/{zone}'}\n"), false);

        assertThat(met(offers)).contains(Need.INJECT, Need.TRAFFIC).doesNotContain(Need.EDGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT1M"})
    void aShortLimitIsWaitedOut(String limit) {
        assertThat(met(Offers.of(limits("session: " + limit), false)))
                .contains(Need.SESSION_TIME)
                .doesNotContain(Need.IDLE_TIME, Need.RECOVERY_TIME, Need.CLOCK);
        assertThat(met(Offers.of(limits("idle: " + limit), false)))
                .contains(Need.IDLE_TIME)
                .doesNotContain(Need.SESSION_TIME);
        assertThat(met(Offers.of(limits("connects: {count: 5, per: " + limit + "}"), false)))
                .contains(Need.RECOVERY_TIME)
                .doesNotContain(Need.SESSION_TIME);
    }

    @Test
    void alimitOfMoreThanAMinuteIsNotWaitedOutUnlessAskedFor() {
        var target = limits("session: PT1M0.001S");

        assertThat(met(Offers.of(target, false))).doesNotContain(Need.SESSION_TIME);
        assertThat(met(Offers.of(target, true)))
                .contains(Need.SESSION_TIME, Need.IDLE_TIME, Need.RECOVERY_TIME)
                .doesNotContain(Need.CLOCK);
    }

    @Test
    void theFirstNeedThatIsNotMetIsNamed() {
        var offers = Offers.of(least(""), false);

        assertThat(offers.missing(Set.of())).isEmpty();
        assertThat(offers.missing(Set.of(Need.TOKEN))).isEmpty();
        assertThat(offers.missing(EnumSet.of(Need.TOKEN, Need.PLAINTEXT))).hasValue(Need.PLAINTEXT);
    }

    private static Descriptor limits(String limit) {
        return descriptor(LEAST.formatted("") + "limits: {" + limit + "}\n");
    }

    private static Descriptor least(String ofTheZone) {
        return descriptor(LEAST.formatted(ofTheZone));
    }

    private static Descriptor descriptor(String yaml) {
        return DescriptorReader.fromText(yaml, Path.of("").toAbsolutePath(), new Properties(), Map.of());
    }

    private static Set<Need> met(Offers offers) {
        var met = EnumSet.noneOf(Need.class);
        Arrays.stream(Need.values())
                .filter(need -> offers.missing(Set.of(need)).isEmpty())
                .forEach(met::add);
        return met;
    }
}
