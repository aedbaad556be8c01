package org.instantlogs.suite.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FilterTest {
    private static final LogRecord EMPTY = LogRecord.empty();

    @ParameterizedTest
    @CsvSource({
        "eq, 404, 404, true",
        "eq, 404, 403, false",
        "neq, 404, 403, true",
        "neq, 404, 404, false",
        "!eq, 404, 403, true",
        "gt, 200, 201, true",
        "gt, 200, 200, false",
        "gt, 99, 200, true",
        "gt, 1000, 999, false",
        "geq, 200, 200, true",
        "geq, 200, 199, false",
        "lt, 200, 99, true",
        "lt, 200, 200, false",
        "leq, 200, 200, true",
        "leq, 200, 201, false",
        "in, '200,201', 201, true",
        "in, '200,201', 20, false",
        "In, '200,201', 200, true",
        "!in, '200,201', 202, true",
        "eq, -1, -1, true",
        "lt, 0, -1, true",
    })
    void numbersCompareAsNumbers(String operator, String value, int status, boolean through) {
        var filter = Filter.predicate(
                "EdgeResponseStatus", Operator.spelled(operator).orElseThrow(), value);

        assertThat(filter.matches(LogRecord.of("EdgeResponseStatus", status))).isEqualTo(through);
    }

    @ParameterizedTest
    @CsvSource({
        "eq, /a, /a, true",
        "eq, /a, /A, false",
        "eq, '/a ', /a, false",
        "eq, '', '', true",
        "neq, /a, /b, true",
        "startsWith, /st, /static, true",
        "startsWith, st, /static, false",
        "startsWith, '', /x, true",
        "endsWith, .css, /a.css, true",
        "endsWith, .cs, /a.css, false",
        "contains, tat, /static, true",
        "contains, TAT, /static, false",
        "contains, %, /static, false",
        "contains, .*, /static, false",
        "contains, '', '', true",
        "in, '/a,/b', /b, true",
        "in, '/a, /b', /b, false",
        "in, '/a,', '', true",
        "in, /a, /a, true",
        "!contains, x, /a, true",
        "!startsWith, /a, /a, false",
        "!endsWith, b, /a, true",
        "!in, '/a,/b', /a, false",
        "contains, é, /cafe, false",
    })
    void textComparesExactlyAndLiterally(String operator, String value, String path, boolean through) {
        var filter =
                Filter.predicate("ClientRequestPath", Operator.spelled(operator).orElseThrow(), value);

        assertThat(filter.matches(LogRecord.of("ClientRequestPath", path))).isEqualTo(through);
    }

    @Test
    void integersAreExactBeyond53Bits() {
        var record = LogRecord.of("ClientRequestBytes", 9007199254740993L);

        assertThat(predicate("ClientRequestBytes", Operator.EQ, 9007199254740992L)
                        .matches(record))
                .isFalse();
        assertThat(predicate("ClientRequestBytes", Operator.GT, "9007199254740992")
                        .matches(record))
                .isTrue();
        assertThat(predicate("ClientRequestBytes", Operator.LT, Long.MAX_VALUE).matches(record))
                .isTrue();
    }

    @Test
    void halfACharacterIsNotFoundWithinAWholeOne() {
        var record = LogRecord.of("ClientRequestPath", "/😀");

        assertThat(predicate("ClientRequestPath", Operator.CONTAINS, "\uD83D").matches(record))
                .isFalse();
        assertThat(predicate("ClientRequestPath", Operator.ENDS_WITH, "😀").matches(record))
                .isTrue();
    }

    @Test
    void listsContainElementsAndNotPartsOfThem() {
        var record = LogRecord.of("FirewallMatchesActions", List.of("block", "managedChallenge"));

        assertThat(predicate("FirewallMatchesActions", Operator.CONTAINS, "block")
                        .matches(record))
                .isTrue();
        assertThat(predicate("FirewallMatchesActions", Operator.CONTAINS, "managed")
                        .matches(record))
                .isFalse();
        assertThat(predicate("FirewallMatchesActions", Operator.NOT_CONTAINS, "managed")
                        .matches(record))
                .isTrue();
        assertThat(predicate("FirewallMatchesActions", Operator.CONTAINS, "block")
                        .matches(EMPTY))
                .isFalse();
        assertThat(predicate("FirewallMatchesActions", Operator.CONTAINS, "").matches(EMPTY))
                .isFalse();
    }

    @Test
    void aFieldWithoutAValueComparesAsItsTypesEmptyValue() {
        assertThat(predicate("ClientCountry", Operator.EQ, "").matches(EMPTY)).isTrue();
        assertThat(predicate("ClientCountry", Operator.NEQ, "ca").matches(EMPTY))
                .isTrue();
        assertThat(predicate("EdgeResponseStatus", Operator.EQ, 0).matches(EMPTY))
                .isTrue();
        assertThat(predicate("EdgeResponseStatus", Operator.LT, 200).matches(EMPTY))
                .isTrue();
        assertThat(predicate("CacheReserveUsed", Operator.EQ, false).matches(EMPTY))
                .isTrue();
        assertThat(predicate("EdgeResponseCompressionRatio", Operator.LEQ, 0).matches(EMPTY))
                .isTrue();
    }

    @Test
    void booleansAndFloatsCompareInEveryFormOfTheValue() {
        var record = LogRecord.of("WorkerSubrequest", true).with("EdgeResponseCompressionRatio", 2.5);

        assertThat(predicate("WorkerSubrequest", Operator.EQ, "true").matches(record))
                .isTrue();
        assertThat(predicate("WorkerSubrequest", Operator.NEQ, true).matches(record))
                .isFalse();
        assertThat(predicate("EdgeResponseCompressionRatio", Operator.EQ, "2.50")
                        .matches(record))
                .isTrue();
        assertThat(predicate("EdgeResponseCompressionRatio", Operator.GT, 2.4999)
                        .matches(record))
                .isTrue();
    }

    @Test
    void anOperatorThatMakesNoSenseLetsNothingThrough() {
        var record = LogRecord.of("ClientRequestHost", "b");

        assertThat(predicate("ClientRequestHost", Operator.GT, "a").matches(record))
                .isFalse();
        assertThat(predicate("ClientRequestHost", Operator.GT, "a").isSettled()).isFalse();
        assertThat(predicate("EdgeResponseStatus", Operator.NOT_STARTS_WITH, "2")
                        .matches(record))
                .isFalse();
        assertThat(predicate("FirewallMatchesActions", Operator.NEQ, "block").matches(record))
                .isFalse();
    }

    @Test
    void aShortNameStandsForItsField() {
        var filter = predicate("Country", Operator.EQ, "ca");

        assertThat(filter.matches(LogRecord.of("ClientCountry", "ca"))).isTrue();
        assertThat(filter.toWire()).contains("\"key\":\"Country\"");
    }

    @Test
    void groupsNest() {
        var filter = Filter.and(
                predicate("ClientCountry", Operator.EQ, "ca"),
                Filter.or(
                        predicate("EdgeResponseStatus", Operator.GEQ, 500),
                        predicate("ClientRequestMethod", Operator.EQ, "POST")));

        var server = LogRecord.of("ClientCountry", "ca").with("EdgeResponseStatus", 503);
        var post = LogRecord.of("ClientCountry", "ca").with("ClientRequestMethod", "POST");
        var abroad = server.with("ClientCountry", "pt");
        var fine = server.with("EdgeResponseStatus", 200);

        assertThat(Expected.select(filter, List.of(fine, post, abroad, server))).containsExactly(post, server);
        assertThat(Expected.heldBack(filter, List.of(fine, post, abroad, server)))
                .containsExactly(fine, abroad);
    }

    @Test
    void theWireTextIsCompactAndKeepsTheFormOfEachValue() {
        var filter = Filter.and(
                predicate("EdgeResponseStatus", Operator.IN, "200,201"),
                predicate("EdgeResponseStatus", Operator.IN_AS_IN_THE_TABLE, List.of(200, "201")),
                predicate("CacheReserveUsed", Operator.EQ, true));

        assertThat(filter.toWire())
                .isEqualTo("{\"where\":{\"and\":["
                        + "{\"key\":\"EdgeResponseStatus\",\"operator\":\"in\",\"value\":\"200,201\"},"
                        + "{\"key\":\"EdgeResponseStatus\",\"operator\":\"In\",\"value\":[200,\"201\"]},"
                        + "{\"key\":\"CacheReserveUsed\",\"operator\":\"eq\",\"value\":true}]}}");
        assertThat(Filter.everything().toWire()).isEmpty();
    }

    @Test
    void aMessageShowsAFilterAsAPersonWouldWriteIt() {
        var filter = Filter.and(
                predicate("EdgeResponseStatus", Operator.IN, List.of(200, 201)),
                Filter.or(predicate("ClientCountry", Operator.EQ, "ca"), predicate("ClientASN", Operator.GT, "5")));

        assertThat(filter)
                .hasToString("(EdgeResponseStatus in [200,201] and (ClientCountry eq \"ca\" or ClientASN gt \"5\"))");
        assertThat(Filter.everything()).hasToString("none");
    }

    @Test
    void onlyWhatTheDocumentsStateIsSettled() {
        assertThat(predicate("EdgeResponseStatus", Operator.EQ, "404").isSettled())
                .isTrue();
        assertThat(predicate("EdgeResponseStatus", Operator.EQ, "0404").isSettled())
                .isFalse();
        assertThat(predicate("EdgeResponseStatus", Operator.GT, 199.5).isSettled())
                .isFalse();
        assertThat(predicate("EdgeResponseStatus", Operator.GT, "9223372036854775808")
                        .isSettled())
                .isFalse();
        assertThat(predicate("ClientRequestHost", Operator.EQ, 5).isSettled()).isFalse();
        assertThat(predicate("EdgeStartTimestamp", Operator.EQ, "2022-02-03T10:15:31Z")
                        .isSettled())
                .isFalse();
        assertThat(predicate("EdgeResponseCompressionRatio", Operator.EQ, 1).isSettled())
                .isFalse();
        assertThat(predicate("FirewallMatchesActions", Operator.IN, List.of("block"))
                        .isSettled())
                .isFalse();
        assertThat(Filter.and(predicate("ClientRequestHost", Operator.GT, "a")).isSettled())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "1,5", "0x10", "NaN", " 1", "1e99999"})
    void textThatIsNoNumberIsRefusedWhereANumberIsCompared(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> predicate("EdgeResponseStatus", Operator.EQ, value))
                .withMessageContaining("EdgeResponseStatus");
    }

    @Test
    void whatMeansNothingCannotBeBuilt() {
        assertThatIllegalArgumentException().isThrownBy(() -> predicate("Nonsense", Operator.EQ, "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> predicate("EdgeResponseStatus", Operator.EQ, List.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> predicate("EdgeResponseStatus", Operator.IN, 200));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> predicate("ClientCountry", Operator.IN, List.of(List.of("a"))));
        assertThatIllegalArgumentException().isThrownBy(() -> predicate("CacheReserveUsed", Operator.EQ, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Filter.and());
        assertThatIllegalArgumentException().isThrownBy(() -> Filter.or(Filter.everything()));
    }

    @Test
    void theSameMeaningIsRecognisedInOtherForms() {
        var sent = Filter.and(
                predicate("EdgeResponseStatus", Operator.IN, "200,201"), predicate("Country", Operator.NEQ, "ca"));
        var echoed = Filter.and(
                Filter.and(predicate("ClientCountry", Operator.NOT_EQ, "ca")),
                predicate("EdgeResponseStatus", Operator.IN, List.of(201, 200)));

        assertThat(sent.meansTheSameAs(echoed)).isTrue();
        assertThat(sent.meansTheSameAs(sent.members().get(0))).isFalse();
        assertThat(sent.meansTheSameAs(Filter.or(sent.members()))).isFalse();
        assertThat(sent.meansTheSameAs(Filter.everything())).isFalse();
    }

    private static Predicate predicate(String key, Operator operator, Object value) {
        return Filter.predicate(key, operator, value);
    }
}
